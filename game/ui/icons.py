"""Icons on a 24 grid, one line weight, round caps; drawn large and made small, then kept."""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui.theme import Colour
from game.ui.typeset import face

Point = tuple[float, float]
_OVER = 4


def _arc(cx: float, cy: float, radius: float, start: float, end: float) -> list[Point]:
    """Points of an arc, angles in turns, clockwise from east."""
    steps = max(int(abs(end - start) * 40), 3)
    angles = [2 * math.pi * (start + (end - start) * k / steps) for k in range(steps + 1)]
    return [(cx + radius * math.cos(a), cy + radius * math.sin(a)) for a in angles]


def _ring(cx: float, cy: float, radius: float) -> list[Point]:
    return _arc(cx, cy, radius, 0, 1)


def _box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


_LEAF = [(12, 14), (7, 13), (4, 8), (9, 8.5), (12, 14)]

STROKES: dict[str, Sequence[Sequence[Point]]] = {
    "attract": [_arc(12, 9, 6, 1.0, 0.5), [(6, 9), (6, 4)], [(18, 9), (18, 4)], [(4, 4), (8, 4)], [(16, 4), (20, 4)],
                [(12, 16), (12, 22)], [(9, 19), (12, 22), (15, 19)]],
    "train": [[(2, 9), (12, 4), (22, 9), (12, 14), (2, 9)], [(6, 11.5), (6, 17), (12, 20), (18, 17), (18, 11.5)],
              [(22, 9), (22, 16)]],
    "trust": [_ring(8.5, 12, 5.5), _ring(15.5, 12, 5.5)],
    "share": [[(3, 9), (12, 3), (21, 9), (3, 9)], [(5, 9), (5, 18)], [(10, 9), (10, 18)], [(14, 9), (14, 18)],
              [(19, 9), (19, 18)], [(3, 21), (21, 21)]],
    "name": [_ring(12, 9, 6), [(8, 14), (6, 22), (12, 19), (18, 22), (16, 14)], _ring(12, 9, 2)],
    "renew": [[(12, 22), (12, 10)], [(12, 15), (7, 14), (4, 9), (9, 9.5), (12, 15)],
              [(12, 11), (13, 6), (19, 3), (18, 9), (12, 11)]],
    "treasury": [_ring(12, 12, 9), [(12, 7), (12, 17)], [(8, 10), (16, 10)], [(8, 14), (16, 14)]],
    "support": [_ring(9, 8, 3.5), _arc(9, 21, 7, 0.52, 0.98), _arc(16, 8, 3.2, -0.25, 0.3), [(18, 15),
               (21, 17.5), (22, 21)]],
    "attention": [[*_arc(12, 18, 11.5, 0.6, 0.9)], [*_arc(12, 6, 11.5, 0.4, 0.1)], _ring(12, 12, 3)],
    "pause": [[(8, 5), (8, 19)], [(16, 5), (16, 19)]],
    "play": [[(7, 4), (19, 12), (7, 20), (7, 4)]],
    "step": [[(5, 4), (15, 12), (5, 20), (5, 4)], [(19, 5), (19, 19)]],
    "undo": [[(9, 4), (4, 9), (9, 14)], [(4, 9), (14, 9), *_arc(14, 14, 5, -0.25, 0.25), (9, 19)]],
    "timeline": [_ring(6, 5, 2.2), _ring(6, 19, 2.2), _ring(18, 9, 2.2), [(6, 7.4), (6, 16.6)],
                 [(6, 15), (10, 14), (17, 13), (18, 11.4)]],
    "overlays": [[(2, 9), (12, 4), (22, 9), (12, 14), (2, 9)], [(2, 14), (12, 19), (22, 14)]],
    "help": [_ring(12, 12, 9.5), [*_arc(12, 9.5, 3, 0.5, 1.15), (12, 13), (12, 14)], [(12, 17.4), (12, 17.6)]],
    "menu": [[(3, 6), (21, 6)], [(3, 12), (21, 12)], [(3, 18), (21, 18)]],
    "event": [[(5, 17), (7, 14), (7, 10), *_arc(12, 10, 5, 0.5, 1.0), (17, 14), (19, 17),
               (5, 17)], _arc(12, 18.5, 2.5, 0, 0.5)],
    "council": [_box(3, 4, 14, 12), [(6, 12), (6, 15.5), (9.5, 12)], [(17, 9), (21, 9), (21, 17), (18, 17), (18, 20.5),
                (14.5, 17), (10, 17), (10, 15)]],
    "clock": [_ring(12, 12, 9), [(12, 7), (12, 12), (16, 14)]],
    "place": [[(12, 22), (6, 13), *_arc(12, 9, 6.3, 0.42, 1.08), (12, 22)], _ring(12, 9, 2.2)],
    "concept": [[(12, 6), (12, 20)],
               [(12, 6), (8, 4), (3, 4), (3, 18), (8, 18), (12, 20), (16, 18), (21, 18), (21, 4), (16, 4), (12, 6)]],
    "evidence": [[(9, 3), (15, 3)], [(10, 3), (10, 9), (5, 20), (19, 20), (14, 9), (14, 3)], [(7.5, 15), (16.5, 15)]],
    "close": [[(5, 5), (19, 19)], [(19, 5), (5, 19)]],
    "port": [_ring(12, 5, 2.2), [(12, 7.2), (12, 21)], [(7, 11), (17, 11)], _arc(12, 12, 9, 0.03, 0.47)],
    "estate": [[(3, 21), (3, 11), (9, 7), (9, 11), (15, 7), (15, 11), (21, 7), (21, 21), (3, 21)]],
    "market": [[(3, 9), (5, 4), (19, 4), (21, 9), (3, 9)], [(5, 9), (5, 20), (19, 20), (19, 9)],
               [(10, 20), (10, 14), (14, 14), (14, 20)]],
    "town": [_ring(12, 12, 5)],
    "lock": [_box(5, 11, 19, 21), [(8, 11), (8, 8), *_arc(12, 8, 4, 0.5, 1.0), (16, 11)]],
    "done": [[(4, 13), (10, 19), (21, 6)]],
    "world": [_ring(12, 12, 9.5), [(2.5, 12),
               (21.5, 12)], _arc(4, 12, 12.5, -0.13, 0.13), _arc(20, 12, 12.5, 0.37, 0.63)],
    "dice": [_box(4, 4, 20, 20), [(8, 8), (8.2, 8)], [(12, 12), (12.2, 12)], [(16, 16), (16.2, 16)]],
    "write": [[(4, 20), (5, 15), (16, 4), (20, 8), (9, 19), (4, 20)], [(14, 6), (18, 10)]],
    "sandbox": [_box(3, 13, 11, 21), _box(13, 13, 21, 21), _box(8, 4, 16, 12)],
    "paper": [_box(4, 4, 20, 20), [(8, 8), (16, 8)], [(8, 12), (11, 12)], [(8, 16), (11, 16)], _box(14, 12, 16, 16)],
    "family": [[(3, 5), (21, 5)], [(7, 5), (7, 12), (21, 12)], [(12, 12), (12, 19), (21, 19)]],
    "log": [[(9, 6), (21, 6)], [(9, 12), (21, 12)], [(9, 18), (21, 18)], [(4, 6), (4.2, 6)], [(4, 12), (4.2, 12)],
            [(4, 18), (4.2, 18)]],
    "star": [[(12 + r * math.sin(k * math.pi / 5), 12.5 - r * math.cos(k * math.pi / 5))
              for k, r in zip(range(11), (10, 4.2) * 5 + (10,), strict=True)]],
    "up": [[(5, 15), (12, 8), (19, 15)]],
    "down": [[(5, 9), (12, 16), (19, 9)]],
    "left": [[(15, 5), (8, 12), (15, 19)]],
    "right": [[(9, 5), (16, 12), (9, 19)]],
    "far_left": [[(12, 5), (5, 12), (12, 19)], [(20, 5), (13, 12), (20, 19)]],
    "far_right": [[(12, 5), (19, 12), (12, 19)], [(4, 5), (11, 12), (4, 19)]],
    "minus": [[(5, 12), (19, 12)]],
    "plus": [[(5, 12), (19, 12)], [(12, 5), (12, 19)]],
    "goal": [[(5, 22), (5, 3), (19, 3), (15, 8), (19, 13), (5, 13)]],
    "house": [[(3, 11), (12, 3), (21, 11)], [(5, 9.5), (5, 21), (19, 21), (19, 9.5)], [(10, 21), (10, 15), (14, 15),
              (14, 21)]],
    "jobs": [_box(3, 8, 21, 20), [(9, 8), (9, 4), (15, 4), (15, 8)], [(3, 13), (21, 13)]],
    "kinds": [[(2, 11), (7, 3), (12, 11), (2, 11)], _box(14, 3, 22, 11), _ring(12, 18, 4)],
    "links": [_box(2, 4, 8, 10), _box(16, 4, 22, 10), _box(9, 15, 15, 21), [(8, 7), (16, 7)], [(6, 10), (9, 16)],
              [(18, 10), (15, 16)]],
    "stairs": [[(2, 21), (2, 16), (8, 16), (8, 11), (14, 11), (14, 6), (22, 6)]],
    "pane": [_box(5, 3, 19, 21), [(12, 3), (12, 21)], [(5, 12), (19, 12)]],
    "gear": [_ring(12, 12, 3.4), *[[(12 + 7 * math.cos(a), 12 + 7 * math.sin(a)),
               (12 + 9.6 * math.cos(a), 12 + 9.6 * math.sin(a))]
             for a in [k * math.pi / 4 for k in range(8)]], _ring(12, 12, 7)],
    "chart": [[(3, 3), (3, 21), (21, 21)], [(6, 16), (10, 11), (14, 14), (20, 6)]],
    "save": [_box(4, 4, 20, 20), [(8, 4), (8, 10), (16, 10), (16, 4)], [(8, 20), (8, 15), (16, 15), (16, 20)]],
}  # fmt: skip


FULL = "_full"
"""Ends the name of an icon that is filled, as a star that was won."""


@lru_cache(maxsize=1024)
def icon(name: str, size: int, colour: Colour, weight: float = 2.0) -> pygame.Surface:
    """Return an icon as a square picture of this many pixels."""
    big = size * _OVER
    unit = big / 24
    surface = pygame.Surface((big, big), pygame.SRCALPHA)
    radius = max(weight * unit / 2, 1.0)
    for stroke in STROKES[name.removesuffix(FULL)]:
        points = [(x * unit, y * unit) for x, y in stroke]
        if name.endswith(FULL):
            pygame.draw.polygon(surface, colour, points)
        _stroke(surface, points, radius, colour)
    return pygame.transform.smoothscale(surface, (size, size))


def _stroke(surface: pygame.Surface, points: Sequence[Point], radius: float, colour: Colour) -> None:
    """Draw a line with round caps and joints."""
    for x, y in points:
        pygame.draw.circle(surface, colour, (x, y), radius)
    for (ax, ay), (bx, by) in pairwise(points):
        length = math.hypot(bx - ax, by - ay)
        if length:
            nx, ny = (ay - by) / length * radius, (bx - ax) / length * radius
            corners = [(ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)]
            pygame.draw.polygon(surface, colour, corners)


@lru_cache(maxsize=16)
def seal(size: int, ground: Colour, ink: Colour) -> pygame.Surface:
    """Return the game's seal: 荣 in white on cinnabar."""
    font = face("NotoSansSC-Bold.otf", round(size * _OVER * 0.68))
    surface = pygame.Surface((size * _OVER, size * _OVER), pygame.SRCALPHA)
    pygame.draw.rect(surface, ground, surface.get_rect(), border_radius=round(size * _OVER * 0.15))
    word = font.render("荣", True, ink)
    surface.blit(word, word.get_rect(center=(size * _OVER / 2, size * _OVER / 2 - size * 0.03)))
    return pygame.transform.smoothscale(surface, (size, size))
