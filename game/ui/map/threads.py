"""Lines between roofs: trust that holds, trust that broke, links to the world, and people on the road."""

import math
from functools import lru_cache

import pygame

from game.ui.map.lines import Point, hairs, smooth, stroke
from game.ui.theme import THEMES, Theme, mix

SAG = 0.28
"""How high an arc rises, as a share of the distance it spans."""
MOST_SAG = 60.0
STUB = 0.36
"""What is left of a broken thread at each end, as a share of its length."""
STEPS = 16
"""Shades and weights of a thread that can be told apart."""


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


def arc(a: Point, b: Point, rise: float = SAG, pen: float = 1.0) -> list[Point]:
    """Return the arc from roof to roof, bending upwards; the same one whichever end is named first."""
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    lift = min(MOST_SAG * pen, rise * length)
    pieces = max(6, int(length / 9))
    points = []
    for piece in range(pieces + 1):
        t = piece / pieces
        points.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t - 4 * lift * t * (1 - t)))
    return points


def thread(surface: pygame.Surface, a: Point, b: Point, strength: float, theme: Theme, pen: float = 1.0) -> None:
    """Draw trust that holds: heavier and deeper the stronger it is.

    Args:
        surface: Where to draw; give it an opaque ground, or a clear one whose hidden colour is the thread's.
        a: One roof.
        b: The other roof.
        strength: Trust, 0 to 1.
        theme: The colours.
        pen: How many times thicker than on a usual map.
    """
    held = round(min(1.0, max(0.0, strength)) * STEPS) / STEPS
    ground = theme.town if theme.soft else theme.paper
    colour = mix(ground, theme.thread, 0.5 + 0.5 * held)
    for hair in _hairs(a, b, 1.1 + held, pen):
        pygame.draw.aalines(surface, colour, False, hair)


@lru_cache(maxsize=512)
def _hairs(a: Point, b: Point, width: float, pen: float) -> tuple[list[Point], ...]:
    """Return the hair lines that make up an arc: most threads are the same from quarter to quarter."""
    return hairs(arc(a, b, SAG, pen), width * pen)


def _curl(end: Point, towards: Point, side: float, pen: float) -> list[Point]:
    """Return a small hook at the end of a stub: a thread that sprang back."""
    heading = math.atan2(end[1] - towards[1], end[0] - towards[0])
    points, x, y = [], end[0], end[1]
    for step in range(11):
        points.append((x, y))
        heading += side * (0.16 + 0.045 * step)
        reach = (1.9 - 0.1 * step) * pen
        x, y = x + reach * math.cos(heading), y + reach * math.sin(heading)
    return points


def _stubs(a: Point, b: Point, share: float, pen: float, curled: float = 1.0) -> list[list[Point]]:
    """Return what is left of a thread at both ends: a share of its length, its end curled as far as told."""
    dense = smooth(arc(a, b, SAG, pen), 4)
    long = max(2, round(len(dense) * share))
    side = curled if b[0] >= a[0] else -curled
    halves = ((dense[:long], side), (dense[::-1][:long], -side))
    return [[*stub, *_curl(stub[-1], stub[-2], turn, pen)[1:]] for stub, turn in halves]


def broken(
    surface: pygame.Surface, a: Point, b: Point, theme: Theme, fresh: bool = False, pen: float = 1.0
) -> None:  # fmt: skip
    """Draw trust lost: two stubs with curled ends and a gap between them; a spark in the gap where it is ``fresh``."""
    stubs = _stubs(a, b, STUB, pen)
    if theme.soft:
        for line in stubs:
            stroke(surface, line, 4.0 * pen, theme.town)
    for line in stubs:
        stroke(surface, line, 2.1 * pen, theme.accent)
    if fresh:
        _spark(surface, arc(a, b, SAG, pen), theme, pen)


def _spark(surface: pygame.Surface, line: list[Point], theme: Theme, pen: float) -> None:
    """Draw six short rays where a thread has just given way."""
    x, y = line[len(line) // 2]
    rays = [(pen * math.cos(turn), pen * math.sin(turn)) for turn in (math.tau * (ray + 0.5) / 6 for ray in range(6))]
    for width, colour in ((4.0, theme.town if theme.soft else theme.paper), (1.8, theme.accent)):
        for across, down in rays:
            ends = [(x + 3.5 * across, y + 3.5 * down), (x + 8.0 * across, y + 8.0 * down)]
            stroke(surface, ends, width * pen, colour)


def snapping(surface: pygame.Surface, a: Point, b: Point, share: float, theme: Theme, pen: float = 1.0) -> None:
    """Draw a thread on its way to being broken: taut at 0, sprung back to its stubs at 1."""
    spring = 1.0 - (1.0 - share) ** 2
    for line in _stubs(a, b, 0.5 + (STUB - 0.5) * spring, pen, spring):
        stroke(surface, line, 2.1 * pen, theme.accent)


def outside_link(surface: pygame.Surface, a: Point, edge: Point, theme: Theme, pen: float = 1.0) -> None:
    """Draw a link from a roof to the world beyond the map's edge, with three beads on it."""
    points = arc(a, edge, 0.12, pen)
    stroke(surface, points, 2.2 * pen, theme.gain)
    last = len(points) - 1
    for share in (0.3, 0.55, 0.8):
        x, y = points[round(last * share)]
        pygame.draw.aacircle(surface, theme.land, (x, y), 4.0 * pen)
        pygame.draw.aacircle(surface, theme.gain, (x, y), 2.8 * pen)


@lru_cache(maxsize=8)
def _walker(name: str, training: bool, pen: float) -> pygame.Surface:
    theme, times = THEMES[name], 4
    large = pygame.Surface((12 * times, 16 * times), pygame.SRCALPHA)
    large.fill((*theme.land, 0))
    for grow, colour in ((1.2, theme.land), (0.0, theme.ink if training else theme.ink2)):
        middle, foot = 6 * times, 14 * times
        pygame.draw.circle(large, colour, (middle, foot - 8.3 * times), (2.2 + grow) * times)
        top, hem, side = foot - (5.3 + grow) * times, foot + grow * times, grow * times
        coat = [(middle - 1.3 * times - side, top), (middle + 1.3 * times + side, top)]
        coat += [(middle + 2.5 * times + side, hem), (middle - 2.5 * times - side, hem)]
        pygame.draw.polygon(large, colour, coat)
        if training:
            brim = (3.6 + grow) * times, (1.0 + grow) * times
            pygame.draw.rect(large, colour, (middle - brim[0], foot - 10.9 * times - brim[1], 2 * brim[0], 2 * brim[1]))
    return pygame.transform.smoothscale(large, (round(12 * pen), round(16 * pen)))


def walker(
    surface: pygame.Surface, x: float, y: float, theme: Theme, training: bool = True, pen: float = 1.0
) -> None:  # fmt: skip
    """Draw a person in a coat, with a scholar's cap if on the way to training; the point is where they stand."""
    surface.blit(_walker(theme.name, training, pen), (round(x - 6 * pen), round(y - 14 * pen)))
