"""Makes ``coast.json`` from Natural Earth's land at 1:110 million, a work in the public domain.

Take ``land-110m.json`` out of the npm package ``world-atlas`` (``npm pack world-atlas``) and run::

    python3 assets/world/make_coast.py land-110m.json

Only the coast is kept: no borders, no names. Antarctica and the smallest islands are left out, lines are thinned to
what a map of this size can show, and degrees are rounded to a tenth.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Ring = list[Point]

SOUTHERNMOST = -60.0
SMALLEST = 1.2
"""Square degrees below which an island is left out."""
FINENESS = 0.22
"""Degrees by which a thinned line may miss the old one."""


def main(source: str) -> None:
    """Read the atlas and write the coast beside this file."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = [unwrapped(ring_of(ring, arcs))
             for shape in topology["objects"]["land"]["geometries"] for polygon in shape["arcs"]
             for ring in polygon[:1]]  # fmt: skip
    kept = [thinned(ring) for ring in rings if shown(ring)]
    rounded = [[[round(x, 1), round(y, 1)] for x, y in ring] for ring in sorted(kept, key=len, reverse=True)]
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in rounded)
    credit = "Natural Earth 1:110m land, public domain, by way of world-atlas; thinned by make_coast.py"
    text = f'{{"credit": "{credit}",\n"rings": [\n{lines}\n]}}\n'
    Path(__file__).with_name("coast.json").write_text(text, encoding="utf-8")
    print(len(rounded), "rings,", sum(map(len, rounded)), "points")


def shown(ring: Ring) -> bool:
    """Tell whether an outline is kept: not Antarctica, not too small."""
    return min(y for _, y in ring) > SOUTHERNMOST and area(ring) > SMALLEST


def unwrapped(ring: Ring) -> Ring:
    """Let a ring that crosses the date line go on beyond 180 degrees, so that it stays in one piece."""
    turns, found = 0, ring[:1]
    for (before, _), (lon, lat) in pairwise(ring):
        turns += (lon - before < -180) - (lon - before > 180)
        found.append((lon + 360 * turns, lat))
    home = 360 * round((min(found)[0] + max(found)[0]) / 720)
    return [(lon - home, lat) for lon, lat in found]


def unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """Add up the steps of an arc."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * transform["scale"][0] + transform["translate"][0],
                       y * transform["scale"][1] + transform["translate"][1]))  # fmt: skip
    return points


def ring_of(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Join arcs; a number below zero is an arc walked backwards."""
    ring: Ring = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += part if not ring else part[1:]
    return ring


def area(ring: Ring) -> float:
    """Return the area of a ring in square degrees."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def thinned(ring: Ring) -> Ring:
    """Leave out points that lie almost on the line (Douglas and Peucker)."""
    keep = {0, len(ring) - 1}
    parts = [(0, len(ring) - 1)]
    while parts:
        first, last = parts.pop()
        gaps = [(_off(ring[k], ring[first], ring[last]), k) for k in range(first + 1, last)]
        if gaps and max(gaps)[0] > FINENESS:
            middle = max(gaps)[1]
            keep.add(middle)
            parts += [(first, middle), (middle, last)]
    return [ring[k] for k in sorted(keep)]


def _off(p: Point, a: Point, b: Point) -> float:
    """Return how far a point lies from a line; from its first point where the line is none."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return ((p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2) ** 0.5
    return abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / length


if __name__ == "__main__":
    main(sys.argv[1])
