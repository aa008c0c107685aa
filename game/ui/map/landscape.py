"""What a level leaves unsaid about its land: hills, a river, roads out of the map; one id, one landscape."""

import math
from collections.abc import Sequence

from game.content.level_map import Frame, Hill, Map, Place, Water
from game.ui.map.placing import chance, inside
from game.ui.map.projection import edges_of

Point = tuple[float, float]

HILLS = 7
"""Hills there are at least: where an author drew fewer, low swells are added, where none, real hills."""
CLEAR_OF_TOWNS = 0.13
"""How far from every town a river keeps, as a share of the map's width."""
EXITS = 3


def seed_of(level_id: str) -> int:
    """Return the number that decides a level's small things: bends of the coast, where trees stand."""
    return sum(ord(letter) * (k + 1) for k, letter in enumerate(level_id))


def completed(level_map: Map, seed: int) -> Map:
    """Add hills and a river where the author named none: no region is an empty sheet.

    Args:
        level_map: The map as written.
        seed: Which landscape.
    """
    west, south, east, north = edges_of(level_map.frame, level_map.places)
    added: dict[str, object] = {}
    if len(level_map.relief) < HILLS:
        added["relief"] = level_map.relief + _hills((west, south, east, north), level_map, seed)
    if not level_map.water:
        added["water"] = (_river((west, south, east, north), level_map.places, seed),)
        added["frame"] = level_map.frame or Frame(west=west, south=south, east=east, north=north)
    return level_map.model_copy(update=added) if added else level_map


def _hills(box: tuple[float, float, float, float], level_map: Map, seed: int) -> tuple[Hill, ...]:
    """Raise hills where towns and named hills leave room; the farthest of a few tries for each."""
    west, south, east, north = box
    wide = east - west
    hills: list[Hill] = []
    taken = [(place.x_km, place.y_km) for place in level_map.places]
    taken += [(hill.x_km, hill.y_km) for hill in level_map.relief]
    low, rise = (0.12, 0.16) if level_map.relief else (0.4, 0.5)
    for k in range(HILLS - len(level_map.relief)):
        tries = [
            (west + wide * (1.5 * chance(seed, k, t, 1) - 0.25), south + (north - south) * chance(seed, k, t, 2))
            for t in range(7)
        ]
        spot = max(tries, key=lambda at: min(math.dist(at, other) for other in taken))
        clear = min(math.dist(spot, other) for other in taken)
        radius = min(max(0.7 * clear, 0.09 * wide), (0.13 + 0.11 * chance(seed, k, 3)) * wide)
        taken.append(spot)
        hills.append(Hill(x_km=spot[0], y_km=spot[1], radius_km=radius, height=low + rise * chance(seed, k, 4)))
    return tuple(hills)


def _river(box: tuple[float, float, float, float], places: Sequence[Place], seed: int) -> Water:
    """Lead a river across the map; it bends round the towns."""
    west, south, east, north = box
    wide, tall = east - west, north - south
    # The map may be shown wider than its frame: the river begins and ends well outside.
    start = (west + wide * (0.2 + 0.6 * chance(seed, 51)), north + 0.35 * tall)
    end = (west + wide * (0.2 + 0.6 * chance(seed, 52)), south - 0.35 * tall)
    steps = 12
    points: list[Point] = []
    for k in range(steps + 1):
        t = k / steps
        sway = 0.16 * wide * math.sin(math.pi * t) * math.sin(5 * t + 6 * chance(seed, 53))
        x, y = start[0] + (end[0] - start[0]) * t + sway, start[1] + (end[1] - start[1]) * t
        points.append(_pushed(x, y, places, CLEAR_OF_TOWNS * wide))
    return Water(kind="river", points=tuple(points), width_km=0.011 * wide)


def _pushed(x: float, y: float, places: Sequence[Place], clear: float) -> Point:
    """Push a point away from the towns it comes too near."""
    for place in places:
        dx, dy = x - place.x_km, y - place.y_km
        far = math.hypot(dx, dy)
        if far < clear:
            share = (clear - far) / max(far, 1e-6)
            x, y = x + dx * share, y + dy * share
    return x, y


def exits(
    where: Sequence[Point], size: tuple[float, float], wet: Sequence[Sequence[Point]]
) -> list[tuple[Point, Point]]:
    """Return roads that leave the map: from the outermost towns over the nearest edges that are dry.

    Args:
        where: The towns in pixels.
        size: Width and height of the whole map in pixels.
        wet: Outlines of seas and lakes in pixels.
    """
    wide, tall = size
    found: list[tuple[float, Point, Point]] = []
    for x, y in where:
        lean = 0.4 * (y - tall / 2)
        for end in ((x - lean, -12.0), (x + lean, tall + 12.0), (-12.0, y), (wide + 12.0, y)):
            middle = ((x + end[0]) / 2, (y + end[1]) / 2)
            if not any(inside(spot, outline) for outline in wet for spot in (end, middle)):
                found.append((math.dist((x, y), end), (x, y), end))
    chosen: list[tuple[Point, Point]] = []
    for _, town, end in sorted(found):
        apart = all(math.dist(end, other) > wide / 3 and town != start for start, other in chosen)
        if apart and len(chosen) < EXITS:
            chosen.append((town, end))
    return chosen
