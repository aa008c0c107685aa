"""Lines and shapes with soft edges: of any width, widening, smoothed, wavy."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pygame

from game.ui.map.placing import Grid, chance
from game.ui.theme import Colour

Point = tuple[float, float]
BLUNT = 0.4
"""How far a sharp corner of a line may reach out: its edge lies at most at twice the line's half width (design)."""


def _normals(points: Sequence[Point]) -> list[Point]:
    found = []
    last = len(points) - 1
    for at in range(len(points)):
        before, after = points[max(0, at - 1)], points[min(last, at + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1.0
        found.append((-dy / length, dx / length))
    return found


def _corners(points: Sequence[Point]) -> list[Point]:
    """Return at each point the way to the line's edge: both its sides keep their width, and a sharp corner is blunt."""
    sides = []
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.hypot(bx - ax, by - ay) or 1.0
        sides.append(((ay - by) / length, (bx - ax) / length))
    found = []
    for (ax, ay), (bx, by) in zip([sides[0], *sides], [*sides, sides[-1]], strict=True):
        share = 1 / max(1 + ax * bx + ay * by, BLUNT)
        found.append(((ax + bx) * share, (ay + by) * share))
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


def stroke(surface: pygame.Surface, points: Sequence[Point], width: float | Sequence[float], colour: Colour) -> None:
    """Draw an antialiased line of any width, also between whole pixels, also one that widens on its way."""
    if len(points) < 2:
        return
    if isinstance(width, int | float):
        _even(surface, points, width, colour)
        return
    # Hair lines side by side: unlike a filled band they have no corner on a whole pixel, so no steps.
    hairs = math.ceil(2 * max(width)) - 1 if max(width) > 1.05 else 1
    sides = [
        (x, y, nx * max(0.0, w - 1), ny * max(0.0, w - 1))
        for (x, y), (nx, ny), w in zip(points, _normals(points), width, strict=True)
    ]
    for hair in range(hairs):
        aside = 0.0 if hairs == 1 else hair / (hairs - 1) - 0.5
        pygame.draw.aalines(surface, colour, False, [(x + nx * aside, y + ny * aside) for x, y, nx, ny in sides])


def _even(surface: pygame.Surface, points: Sequence[Point], width: float, colour: Colour) -> None:
    """Draw a line that is equally wide all along: the usual case, and quicker."""
    for hair in hairs(points, width):
        pygame.draw.aalines(surface, colour, False, hair)


def hairs(points: Sequence[Point], width: float) -> tuple[list[Point], ...]:
    """Return the hair lines side by side that make up a line of a width."""
    if width <= 1.05:
        return (list(points),)
    count = math.ceil(2 * width) - 1
    sides = [(x, y, nx, ny) for (x, y), (nx, ny) in zip(points, _corners(points), strict=True)]
    asides = [(hair / (count - 1) - 0.5) * (width - 1) if count > 1 else 0.0 for hair in range(count)]
    return tuple([(x + nx * aside, y + ny * aside) for x, y, nx, ny in sides] for aside in asides)


def coverage(outlines: Sequence[Sequence[Point]], size: tuple[int, int]) -> Grid:
    """Return how much of each pixel lies in some shape, 0 to 1; drawn double and shrunk for soft edges."""
    double = pygame.Surface((size[0] * 2, size[1] * 2))
    for line in outlines:
        pygame.draw.polygon(double, (255, 255, 255), [(2 * x + 1, 2 * y + 1) for x, y in line])
    shrunk = pygame.surfarray.array_red(pygame.transform.smoothscale(double, size))
    return (shrunk / 255).astype(np.float32)


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


def wavy(x: float, y: float, rx: float, ry: float, seed: int) -> list[Point]:
    """Return an ellipse drawn by hand: reaching ``rx`` aside and ``ry`` up and down, with slow waves."""
    phases = [chance(seed, k) * math.tau for k in range(4)]
    edge = []
    for step in range(72):
        turn = math.tau * step / 72
        swell = 1 + sum(0.06 / (k + 1) * math.sin((k + 2) * turn + phases[k]) for k in range(4))
        edge.append((x + rx * swell * math.cos(turn), y + ry * swell * math.sin(turn)))
    return edge


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    second, third = 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d
    return 0.5 * (2 * b + (c - a + (second + third * t) * t) * t)
