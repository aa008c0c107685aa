"""How far the map is printed: a thin line along its foot and a few words, until the last pass."""

import pygame

from game.ui.kit import Kit
from game.ui.typeset import SMALL


def progress(kit: Kit, room: pygame.Rect, share: float) -> None:
    """Draw the line, and the words at the right above it; nothing once the map is whole."""
    if share >= 1:
        return
    tall = max(kit.px(4), 3)
    line = pygame.Rect(room.x, room.bottom - tall, room.width, tall)
    pygame.draw.rect(kit.surface, kit.theme.hairline, line)
    line.width = round(share * room.width)
    pygame.draw.rect(kit.surface, kit.theme.ink, line)
    middle, top = room.centerx, room.y + kit.px(20)
    text = kit.words("map.printing")
    plate = pygame.Rect(0, top, kit.width(text, SMALL) + kit.tx(40), kit.line_height(SMALL) + kit.px(14))
    plate.centerx = middle
    kit.card(plate)
    kit.text(text, (middle, top + kit.px(7)), SMALL, kit.theme.ink2, "middle")
