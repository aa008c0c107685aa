"""The little houses: roof and colour say what a firm makes, windows what it earns, stone how stuck it is."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui.map.placing import chance
from game.ui.map.roofs import BODY, ROOFS, Point
from game.ui.theme import THEMES, Colour, Theme, mix

UNIT = 96
"""Pixels of a front as it is drawn; it is then shrunk to its size on the map, which softens every edge."""
_HALO, _RAY = 0.048, 0.07
"""How wide the halo and the rays are, in house widths."""
DEPTH = (0.16, 0.09)
_BLACK: Colour = (0, 0, 0)
_WHITE: Colour = (255, 255, 255)
_REACH, _FOOT, _TALL = 1.24, 1.78, 2.46
"""Half the sprite's width, its foot from the top, its height; in house widths, rays included."""


@dataclass(frozen=True)
class _Tones:
    body: Colour
    roof: Colour
    sunlit: Colour
    shaded: Colour
    dark_window: Colour
    lit_window: Colour


def _tones(colour: Colour, theme: Theme) -> _Tones:
    if not theme.soft:
        return _Tones(colour, colour, colour, colour, _BLACK, theme.lit)
    night = theme.name == "night"
    body = mix(colour, theme.paper, 0.54) if night else colour
    return _Tones(
        body=body,
        roof=colour if night else mix(colour, _BLACK, 0.24),
        sunlit=mix(colour, _WHITE, 0.26),
        shaded=mix(body, _BLACK, 0.42),
        dark_window=mix(body, _BLACK, 0.55),
        lit_window=theme.lit,
    )


class _Easel:
    """A large clear sheet on which lengths are house widths above the foot."""

    def __init__(self, ground: Colour) -> None:
        self.unit = float(UNIT)
        self.size = (round(2 * _REACH * UNIT), round(_TALL * UNIT))
        self.left, self.foot = self.size[0] / 2 - self.unit / 2, _FOOT * UNIT
        self.sheet = pygame.Surface(self.size, pygame.SRCALPHA)
        self.sheet.fill((*ground, 0))

    def at(self, x: float, h: float) -> Point:
        """Return the pixel of a point of the house."""
        return self.left + x * self.unit, self.foot - h * self.unit

    def shape(self, points: Sequence[Point], colour: Sequence[int]) -> None:
        """Fill a shape given in house widths."""
        pygame.draw.polygon(self.sheet, tuple(colour), [self.at(x, h) for x, h in points])

    def block(self, x: float, h: float, across: float, up: float, colour: Sequence[int]) -> None:
        """Fill an upright rectangle from its lower left corner."""
        left, top = self.at(x, h + up)
        area = (round(left), round(top), max(1, round(across * self.unit)), max(1, round(up * self.unit)))
        pygame.draw.rect(self.sheet, tuple(colour), area)


def anchor_of(width: int) -> tuple[int, int]:
    """Return where the middle of the foot lies in a sprite of this width, from its upper left corner."""
    return round(2 * _REACH * width) // 2, round(_FOOT * width)


def building(
    kind: int, width: int, lit: int, stone: int, theme: Theme, seed: int = 0, fresh: bool = False,
    closed: bool = False, rising: bool = False,
) -> pygame.Surface:  # fmt: skip
    """Return the picture of one house; the same arguments give the same surface, so never draw on it.

    Args:
        kind: What the firm makes, 0 to 7: roof and colour.
        width: Width of the front in pixels, 16 to 60.
        lit: How many of the six windows shine.
        stone: How much of the house stone and ivy cover, 0 to 5.
        theme: The colours.
        seed: Which windows shine and where the ivy grows (four kinds are kept).
        fresh: Whether the firm is new and wears its rays.
        closed: Whether it has just closed: pale, with boards over its windows.
        rising: Whether it is being built: behind a scaffold.
    """
    lit, stone = min(6, max(0, lit)), min(5, max(0, stone))
    return _sized(width, kind % 8, 0 if closed else lit, stone, theme.name, seed % 4, fresh, closed, rising)


@lru_cache(maxsize=1024)
def _sized(width: int, kind: int, lit: int, stone: int, name: str, seed: int, fresh: bool, closed: bool, rising: bool
           ) -> pygame.Surface:  # fmt: skip
    large = _building(kind, lit, stone, name, seed, fresh, closed, rising)
    return pygame.transform.smoothscale(large, (round(2 * _REACH * width), round(_TALL * width)))


@lru_cache(maxsize=96)
def _building(kind: int, lit: int, stone: int, name: str, seed: int, fresh: bool, closed: bool, rising: bool
              ) -> pygame.Surface:  # fmt: skip
    theme = THEMES[name]
    colour = theme.products[kind]
    tones = _tones(colour, theme)
    house = _Easel(theme.land)
    _solid(house, kind, tones, theme)
    if stone:
        _stone(house, kind, stone / 5, theme, seed)
    _windows(house, tones, lit, seed, theme)
    if closed:
        _boards(house, theme)
    if rising:
        _scaffold(house, theme)
    if stone and theme.soft:
        _ivy(house, stone, theme, seed)
    whole = _Easel(theme.land)
    if fresh:
        _rays(whole, colour)
    if theme.soft:
        whole.shape(((0.2, 0.0), (1.0, 0.0), (1.18, 0.12), (1.62, -0.08), (1.3, -0.1)), (*theme.shadow, 38))
    _halo(whole, house, theme)
    whole.sheet.blit(house.sheet, (0, 0))
    return whole.sheet


def _outline(kind: int) -> list[Point]:
    """Return the whole front: the ground, then the roof from left to right."""
    return [(0.0, 0.0), (0.0, BODY), *ROOFS[kind], (1.0, BODY), (1.0, 0.0)]


def _solid(house: _Easel, kind: int, tones: _Tones, theme: Theme) -> None:
    dx, dh = DEPTH
    front = _outline(kind)
    for a, b in pairwise(front):
        run, rise = b[0] - a[0], b[1] - a[1]
        # An edge going down to the right, or level, shows its top; a plunging one shows a wall in shade.
        upright = abs(run) < 1e-6
        if rise < 0 or not upright:
            tone = tones.shaded if upright and a[1] <= BODY + 1e-6 else tones.sunlit
            house.shape((a, b, (b[0] + dx, b[1] + dh), (a[0] + dx, a[1] + dh)), tone)
    house.shape(((0, 0), (0, BODY + 0.03), (1, BODY + 0.03), (1, 0)), tones.body)
    house.shape(ROOFS[kind], tones.roof)
    if not theme.soft:
        house.block(0.0, BODY - 0.01, 1.0, 0.05, _BLACK)


def _stone(house: _Easel, kind: int, share: float, theme: Theme, seed: int) -> None:
    top = max(h for _, h in ROOFS[kind]) * share
    layer = _Easel(theme.stone)
    wave = [(x / 20, top + 0.05 * math.sin(x * 0.55 + seed * 1.7) * (share < 1)) for x in range(-5, 26)]
    layer.shape([(-0.25, 0.0), *wave, (1.25, 0.0)], theme.stone)
    joint = mix(theme.stone, _BLACK, 0.34)
    for course in range(9):
        for block in range(-2, 6):
            towards = _WHITE if chance(course, block, seed) > 0.5 else _BLACK
            tone = mix(theme.stone, towards, 0.1 * chance(block, course))
            x = (block + 0.5 * (course % 2)) * 0.26
            if course * 0.15 + 0.15 <= top + 0.02:
                layer.block(x, course * 0.15, 0.26, 0.15, joint)
                layer.block(x + 0.02, course * 0.15 + 0.02, 0.23, 0.12, tone)
    # White where clear too: hidden black would darken the edges when the sprite is shrunk.
    mask = _Easel(_WHITE)
    mask.shape(_outline(kind), (255, 255, 255, 255))
    layer.sheet.blit(mask.sheet, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    house.sheet.blit(layer.sheet, (0, 0))


def _windows(house: _Easel, tones: _Tones, lit: int, seed: int, theme: Theme) -> None:
    order = sorted(range(6), key=lambda k: chance(k, seed, 77))
    # Without shades a light window needs a dark frame to stand out from a light wall.
    frame = 0.0 if theme.soft else 0.025
    for place, number in enumerate(order):
        x, h = 0.10 + 0.285 * (number % 3), 0.085 + 0.225 * (number // 3)
        house.block(x, h, 0.23, 0.15, tones.dark_window)
        if place < lit:
            house.block(x + frame, h + frame, 0.23 - 2 * frame, 0.15 - 2 * frame, tones.lit_window)


def _boards(house: _Easel, theme: Theme) -> None:
    """Nail boards over the windows, and let the colours go pale."""
    pale = pygame.Surface(house.size, pygame.SRCALPHA)
    pale.fill((*theme.land, 118))
    mask = _Easel(_WHITE)
    mask.sheet.blit(house.sheet, (0, 0))
    mask.sheet.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    pale.blit(mask.sheet, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    house.sheet.blit(pale, (0, 0))
    for left, low, right, high in ((0.06, 0.08, 0.94, 0.40), (0.06, 0.40, 0.94, 0.08)):
        pygame.draw.line(house.sheet, theme.ink, house.at(left, low), house.at(right, high), round(0.07 * UNIT))


def _scaffold(house: _Easel, theme: Theme) -> None:
    """Put up poles and planks before the house."""
    for x in (-0.1, 0.5, 1.1):
        house.block(x - 0.035, 0.0, 0.07, 1.02, theme.ink2)
    for h in (0.36, 0.8):
        house.block(-0.16, h, 1.32, 0.075, theme.ink2)
    pygame.draw.line(house.sheet, theme.ink2, house.at(-0.1, 0.4), house.at(0.5, 0.8), round(0.05 * UNIT))
    pygame.draw.line(house.sheet, theme.ink2, house.at(1.1, 0.4), house.at(0.5, 0.8), round(0.05 * UNIT))


def _ivy(house: _Easel, stone: int, theme: Theme, seed: int) -> None:
    radius = 0.05 * house.unit
    for leaf in range(3 + 4 * stone):
        side, far = chance(leaf, seed, 5), chance(leaf, seed, 6)
        climbing = (0.02 + 0.1 * far, side * min(0.5, 0.14 * (stone + 1)))
        where = house.at(*(climbing if leaf % 2 else (side, 0.02 + 0.06 * far)))
        size = radius * (0.7 + 0.6 * chance(leaf, seed, 7))
        pygame.draw.circle(house.sheet, mix(theme.ivy, _BLACK, 0.25), where, size)
        light = (where[0] - size * 0.2, where[1] - size * 0.25)
        pygame.draw.circle(house.sheet, theme.ivy, light, size * 0.72)


def _rays(whole: _Easel, colour: Colour) -> None:
    for ray in range(8):
        turn = math.pi * (ray + 0.5) / 4
        ends = [(0.54 + far * math.cos(turn), 0.50 + far * math.sin(turn)) for far in (0.92, 1.14)]
        pygame.draw.line(whole.sheet, colour, whole.at(*ends[0]), whole.at(*ends[1]), round(_RAY * UNIT))


def _halo(whole: _Easel, house: _Easel, theme: Theme) -> None:
    radius = round(_HALO * UNIT)
    mask = pygame.mask.from_surface(house.sheet)
    disc = pygame.Surface((2 * radius + 1, 2 * radius + 1), pygame.SRCALPHA)
    pygame.draw.circle(disc, _WHITE, (radius, radius), radius)
    wide = mask.convolve(pygame.mask.from_surface(disc))
    ground = wide.to_surface(setcolor=theme.land if theme.soft else _WHITE, unsetcolor=(*theme.land, 0))
    whole.sheet.blit(ground, (-radius, -radius))
