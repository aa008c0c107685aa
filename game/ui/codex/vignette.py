"""Draws a picture of an idea with the game's own means: houses in a row, threads, broken threads, links outwards."""

import pygame

from game.content.picture import House, Picture
from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.map.threads import MOST_SAG, SAG, broken, outside_link, thread

_GROUND = 0.75
"""Room below the feet, in house widths."""


def vignette(kit: Kit, picture: Picture, at: tuple[int, int], room: int) -> int:
    """Draw the row on a strip of land; returns its height."""
    row = picture.row
    step = min(kit.tx(110), round(room / (len(row) + 0.8)))
    side = min(max(round(step * 0.58), 16), 56)
    sky = _sky(picture, step, side)
    strip = pygame.Rect(at[0], at[1], room, round(sky + _GROUND * side))
    ground = kit.theme.town if kit.theme.soft else kit.theme.paper
    kit.plate(strip, ground, kit.px(8))
    if not kit.theme.soft:
        kit.plate(strip, kit.theme.ink, kit.px(8), 1)
    foot = strip.y + round(sky)
    left = strip.x + (room - step * len(row)) // 2 + step // 2
    feet = [left + step * k for k in range(len(row))]
    before = kit.surface.get_clip()
    kit.surface.set_clip(strip.clip(before))
    _ties(kit, picture, strip, [(float(x), foot - side * (1.3 if _wide(row[k]) else 1.05)) for k, x in enumerate(feet)])
    for k, house in enumerate(row):
        if house is not None:
            _house(kit, house, (feet[k], foot), side, k)
    kit.surface.set_clip(before)
    return strip.height


def _sky(picture: Picture, step: int, side: int) -> float:
    """Return the room above the feet: for roofs, the highest arc, and a link that leaves the picture."""
    spans = [abs(b - a) for a, b in (*picture.threads, *picture.broken)]
    arcs = [min(MOST_SAG, SAG * span * step) for span in spans]
    roof = side * (1.65 if any(map(_wide, picture.row)) else 1.3)
    return roof + max([side * (1.1 if picture.outside else 0.6), *arcs]) + 0.1 * side


def _wide(house: House | None) -> bool:
    return house is not None and house.wide


def _house(kit: Kit, house: House, foot: tuple[int, int], side: int, seed: int) -> None:
    width = min(round(side * (1.35 if house.wide else 1.0)), 60)
    dx, dy = anchor_of(width)
    picture = building(house.kind, width, house.lit, house.stone, kit.theme, seed, house.fresh)
    kit.surface.blit(picture, (foot[0] - dx, foot[1] - dy))


def _ties(kit: Kit, picture: Picture, strip: pygame.Rect, roofs: list[tuple[float, float]]) -> None:
    """Draw what ties the houses, behind them."""
    for a, b in picture.threads:
        thread(kit.surface, roofs[a], roofs[b], 0.9, kit.theme)
    for a, b in picture.broken:
        broken(kit.surface, roofs[a], roofs[b], kit.theme)
    for k in picture.outside:
        x, y = roofs[k]
        aside = 2.4 * (y - strip.y) * (1 if x > strip.centerx else -1)
        outside_link(kit.surface, roofs[k], (x + aside, float(strip.y)), kit.theme)
