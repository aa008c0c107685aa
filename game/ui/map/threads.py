"""Lines between roofs: trust that holds, trust that broke, links to the world, and people on the road."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pygame

from game.ui.map.placing import Grid, chance
from game.ui.theme import THEMES, Colour, Theme, mix

Point = tuple[float, float]

SAG = 0.28
"""How high an arc rises, as a share of the distance it spans."""
MOST_SAG = 60.0


def _normals(points: Sequence[Point]) -> list[Point]:
    found = []
    last = len(points) - 1
    for at in range(len(points)):
        before, after = points[max(0, at - 1)], points[min(last, at + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        found.append((-dy / length, dx / length))
    return found


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """Return the outline of a line that widens on its way."""
    sides = list(zip(points, _normals(points), widths, strict=True))
    left = [(x + nx * w / 2, y + ny * w / 2) for (x, y), (nx, ny), w in sides]
    right = [(x - nx * w / 2, y - ny * w / 2) for (x, y), (nx, ny), w in sides]
    return left + right[::-1]


def fill(surface: pygame.Surface, outline: Sequence[Point], colour: Colour) -> None:
    """Fill a shape with soft edges."""
    pygame.draw.polygon(surface, colour, [(x + 0.5, y + 0.5) for x, y in outline])
    pygame.draw.aalines(surface, colour, True, outline)


def stroke(
    surface: pygame.Surface, points: Sequence[Point], width: float | Sequence[float], colour: Colour
) -> None:
    """Draw an antialiased line of any width, also between whole pixels, also one that widens on its way."""
    if len(points) < 2:
        return
    widths = [width] * len(points) if isinstance(width, int | float) else width
    # Hair lines side by side: unlike a filled band they have no corner on a whole pixel, so no steps.
    hairs = 1 if max(widths) <= 1.05 else math.ceil(2 * max(widths)) - 1
    normals = _normals(points)
    for hair in range(hairs):
        aside = 0.0 if hairs == 1 else hair / (hairs - 1) - 0.5
        line = [
            (x + nx * aside * max(0.0, w - 1), y + ny * aside * max(0.0, w - 1))
            for (x, y), (nx, ny), w in zip(points, normals, widths, strict=True)
        ]
        pygame.draw.aalines(surface, colour, False, line)


def coverage(outlines: Sequence[Sequence[Point]], size: tuple[int, int]) -> Grid:
    """Return how much of each pixel lies in some shape, 0 to 1; drawn double and shrunk for soft edges."""
    double = pygame.Surface((size[0] * 2, size[1] * 2))
    for line in outlines:
        pygame.draw.polygon(double, (255, 255, 255), [(2 * x + 1, 2 * y + 1) for x, y in line])
    shrunk = pygame.surfarray.array_red(pygame.transform.smoothscale(double, size))
    return (shrunk / 255).astype(np.float32)


def wavy(x: float, y: float, rx: float, ry: float, seed: int) -> list[Point]:
    """Return an ellipse drawn by hand: reaching ``rx`` aside and ``ry`` up and down, with slow waves."""
    phases = [chance(seed, k) * math.tau for k in range(4)]
    edge = []
    for step in range(72):
        turn = math.tau * step / 72
        swell = 1 + sum(0.06 / (k + 1) * math.sin((k + 2) * turn + phases[k]) for k in range(4))
        edge.append((x + rx * swell * math.cos(turn), y + ry * swell * math.sin(turn)))
    return edge


def smooth(points: Sequence[Point], pieces: int = 8) -> list[Point]:
    """Return a curve through all the points (Catmull-Rom)."""
    if len(points) < 3:
        return list(points)
    curve: list[Point] = []
    for at in range(len(points) - 1):
        a, b = points[max(0, at - 1)], points[at]
        c, d = points[at + 1], points[min(len(points) - 1, at + 2)]
        for piece in range(pieces):
            t = piece / pieces
            curve.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    return [*curve, points[-1]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    second, third = 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
    return 0.5 * (2 * b + (c - a + (second + third * t) * t) * t)


def road(a: Point, b: Point) -> list[Point]:
    """Return the bends of the road between two points: the same both ways, and however large."""
    if b < a:
        return road(b, a)[::-1]
    dx, dy = b[0] - a[0], b[1] - a[1]
    turn = math.atan2(dy, dx)
    bow, wave = 0.075 * math.sin(5 * turn + 1), 0.035 * math.cos(7 * turn)
    pieces = max(8, int(math.hypot(dx, dy) / 7))
    points = []
    for piece in range(pieces + 1):
        t = piece / pieces
        aside = bow * math.sin(math.pi * t) + wave * math.sin(2 * math.pi * t)
        points.append((a[0] + dx * t - dy * aside, a[1] + dy * t + dx * aside))
    return points


def arc(a: Point, b: Point, rise: float = SAG) -> list[Point]:
    """Return the arc from roof to roof, bending upwards; the same one whichever end is named first."""
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    lift = min(MOST_SAG, rise * length)
    pieces = max(6, int(length / 9))
    points = []
    for piece in range(pieces + 1):
        t = piece / pieces
        points.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t - 4 * lift * t * (1 - t)))
    return points


def thread(surface: pygame.Surface, a: Point, b: Point, strength: float, theme: Theme) -> None:
    """Draw trust that holds: heavier and deeper the stronger it is.

    Args:
        surface: Where to draw; give it an opaque ground, or a clear one whose hidden colour is the thread's.
        a: One roof.
        b: The other roof.
        strength: Trust, 0 to 1.
        theme: The colours.
    """
    held = min(1.0, max(0.0, strength))
    ground = theme.town if theme.soft else theme.paper
    stroke(surface, arc(a, b), 1.1 + held, mix(ground, theme.thread, 0.5 + 0.5 * held))


def _curl(end: Point, towards: Point, side: float) -> list[Point]:
    """Return a small hook at the end of a stub: a thread that sprang back."""
    heading = math.atan2(end[1] - towards[1], end[0] - towards[0])
    points, x, y = [], end[0], end[1]
    for step in range(11):
        points.append((x, y))
        heading += side * (0.16 + 0.045 * step)
        reach = 1.9 - 0.1 * step
        x, y = x + reach * math.cos(heading), y + reach * math.sin(heading)
    return points


def broken(surface: pygame.Surface, a: Point, b: Point, theme: Theme) -> None:
    """Draw trust lost: two stubs with curled ends and a gap between them."""
    points = arc(a, b)
    dense = smooth(points, 4)
    third = max(2, round(len(dense) * 0.36))
    side = 1.0 if b[0] >= a[0] else -1.0
    left, right = dense[:third], dense[::-1][:third]
    for stub, turn in ((left, side), (right, -side)):
        line = [*stub, *_curl(stub[-1], stub[-2], turn)[1:]]
        if theme.soft:
            stroke(surface, line, 4.0, theme.town)
    for stub, turn in ((left, side), (right, -side)):
        stroke(surface, [*stub, *_curl(stub[-1], stub[-2], turn)[1:]], 2.1, theme.accent)


def outside_link(surface: pygame.Surface, a: Point, edge: Point, theme: Theme) -> None:
    """Draw a link from a roof to the world beyond the map's edge, with three beads on it."""
    points = arc(a, edge, 0.12)
    stroke(surface, points, 2.2, theme.gain)
    last = len(points) - 1
    for share in (0.3, 0.55, 0.8):
        x, y = points[round(last * share)]
        pygame.draw.aacircle(surface, theme.land, (x, y), 4.0)
        pygame.draw.aacircle(surface, theme.gain, (x, y), 2.8)


@lru_cache(maxsize=8)
def _walker(name: str) -> pygame.Surface:
    theme, times = THEMES[name], 4
    large = pygame.Surface((12 * times, 16 * times), pygame.SRCALPHA)
    large.fill((*theme.land, 0))
    for grow, colour in ((1.2, theme.land), (0.0, theme.ink)):
        middle, foot = 6 * times, 14 * times
        pygame.draw.circle(large, colour, (middle, foot - 8.3 * times), (2.2 + grow) * times)
        top, hem, side = foot - (5.3 + grow) * times, foot + grow * times, grow * times
        coat = [(middle - 1.3 * times - side, top), (middle + 1.3 * times + side, top)]
        coat += [(middle + 2.5 * times + side, hem), (middle - 2.5 * times - side, hem)]
        pygame.draw.polygon(large, colour, coat)
    return pygame.transform.smoothscale(large, (12, 16))


def walker(surface: pygame.Surface, x: float, y: float, theme: Theme) -> None:
    """Draw a person in a coat; the point is where they stand."""
    surface.blit(_walker(theme.name), (round(x) - 6, round(y) - 14))
