"""The region in small: its ground, and a dot for every place, larger where something acts."""

from collections.abc import Collection
from functools import lru_cache

import pygame

from game.content.level import Level
from game.ui.kit import Kit
from game.ui.map.landscape import completed, seed_of
from game.ui.map.projection import Projection
from game.ui.map.terrain import terrain
from game.ui.theme import THEMES

_levels: dict[str, Level] = {}


@lru_cache(maxsize=8)
def _ground(level: str, size: tuple[int, int], theme: str) -> pygame.Surface:
    """Draw the ground once for each level, size and theme: it takes longer than a frame."""
    seed = seed_of(level)
    chart = completed(_levels[level].map, seed)
    view = Projection.of(chart, (0, 0, *size))
    return terrain(chart, view.frame, size, THEMES[theme], seed)


def minimap(kit: Kit, rect: pygame.Rect, level: Level, acting: Collection[int], ready: bool = True) -> None:
    """Draw the small map.

    Args:
        kit: Tools.
        rect: Room.
        level: The level.
        acting: Places with a large dot in the accent; all of them where something acts everywhere.
        ready: Whether there is time to draw the ground if it has not been drawn yet.
    """
    pygame.draw.rect(kit.surface, kit.theme.land, rect)
    _levels[level.id] = level
    if ready:
        kit.surface.blit(_ground(level.id, rect.size, kit.theme.name), rect)
    view = Projection.of(level.map, (rect.x, rect.y, rect.width, rect.height))
    for site, place in enumerate(level.map.places):
        at = view.to_pixels(place.x_km, place.y_km)
        radius, colour = (kit.px(8), kit.theme.accent) if site in acting else (kit.px(4), kit.theme.ink2)
        pygame.draw.aacircle(kit.surface, kit.theme.land, at, radius + max(kit.px(2), 1))
        pygame.draw.aacircle(kit.surface, colour, at, max(radius, 3))
    pygame.draw.rect(kit.surface, kit.theme.hairline, rect, 1)
