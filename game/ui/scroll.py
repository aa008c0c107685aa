"""How far something longer than its room is scrolled, and the bar that shows it."""

import pygame

from game.ui.pen import Pen


def towards(pen: Pen, spot: pygame.Rect, clear: int, room: pygame.Rect, offset: float, most: float) -> float:
    """Return the offset that brings a focused spot into view, with so much ``clear`` above it."""
    margin = pen.px(12)
    if spot.bottom > room.bottom - margin:
        return min(offset + spot.bottom - room.bottom + margin, most)
    if spot.y < room.y + clear:
        return max(offset - (room.y + clear - spot.y), 0.0)
    return offset


def bar(pen: Pen, room: pygame.Rect, length: int, share: float) -> None:
    """Draw which part of a length is in view; ``share`` of the way is behind it."""
    track = pygame.Rect(room.right - pen.px(4), room.y, max(pen.px(4), 3), room.height)
    part = pygame.Rect(track.x, 0, track.width, max(round(room.height * room.height / length), 12))
    part.y = track.y + round((room.height - part.height) * share)
    pen.plate(part, pen.theme.ink3, 2)
