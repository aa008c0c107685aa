"""A street of little houses, one for each firm: what a region makes, at one look."""

from collections.abc import Sequence

import pygame

from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building

USUAL, NEAREST = 1.42, 1.22
"""How far apart houses stand, in widths of one, and how close they move up."""


def per_house(kit: Kit, counts: Sequence[int], room: int, rows: int = 1) -> int:
    """Return how many firms one house must stand for, so that the street fits."""
    fitting = max(room // _step(kit), 1) * rows
    return max(-(-sum(counts) // fitting), 1)


def _side(kit: Kit) -> int:
    return max(kit.tx(22), 16)


def _step(kit: Kit) -> int:
    return round(_side(kit) * USUAL)


def pace(kit: Kit, count: int, room: int) -> int:
    """Return how far apart so many houses stand: closer where that keeps them in one row."""
    usual, near = _step(kit), room // max(count, 1)
    return near if round(_side(kit) * NEAREST) <= near < usual else usual


def height(kit: Kit) -> int:
    """Return the height of one row of houses."""
    return round(_side(kit) * 1.5)


def street(kit: Kit, rect: pygame.Rect, counts: Sequence[int], each: int, lit: int = 4, stone: int = 0,
           step: int = 0) -> int:  # fmt: skip
    """Draw the houses, the most frequent kind first; returns where the street ends.

    Args:
        kit: Tools.
        rect: Room; it breaks into rows where it is too narrow.
        counts: Firms of each of the eight kinds.
        each: How many firms one house stands for.
        lit: How many of six windows shine.
        stone: How much of each house is covered, 0 to 5.
        step: How far apart they stand, if not as usual.
    """
    side, step, tall = _side(kit), step or _step(kit), height(kit)
    dx, dy = anchor_of(side)
    x, foot = rect.x, rect.y + tall
    for kind in sorted(range(len(counts)), key=lambda k: (-counts[k], k)):
        for k in range(-(-counts[kind] // each)):
            if x + step > rect.right and x > rect.x:
                x, foot = rect.x, foot + tall
            house = building(kind, side, lit, stone, kit.theme, k % 2)
            kit.surface.blit(house, (x + step // 2 - dx, foot - dy))
            x += step
    return foot + kit.px(6)
