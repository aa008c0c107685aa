"""Two columns of a debrief, or one under the other where there is no room."""

import pygame

from game.ui.kit import Kit


def columns(kit: Kit, room: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
    """Return two columns, or the same one twice where there is no room for two."""
    if room.width < kit.tx(1000):
        return room.copy(), room.copy()
    wide, gap = round(room.width * 0.53), kit.px(56)
    return pygame.Rect(room.x, room.y, wide, 10), pygame.Rect(room.x + wide + gap, room.y, room.width - wide - gap, 10)
