"""Where a tip goes: beside what it tells about, inside the window, and on as little else as can be."""

from collections.abc import Sequence

import pygame

GAP = 6
"""Pixels between a tip and what it tells about."""


def place_for(box: pygame.Rect, about: pygame.Rect, others: Sequence[pygame.Rect], window: pygame.Rect) -> pygame.Rect:
    """Return the tip's box moved to the best of four sides; below is best where nothing lies there."""
    inside = window.inflate(-2 * GAP, -2 * GAP)
    places = []
    for side in ("below", "above", "right", "left"):
        tried = box.copy()
        if side == "below":
            tried.midtop = about.centerx, about.bottom + GAP
        elif side == "above":
            tried.midbottom = about.centerx, about.y - GAP
        elif side == "right":
            tried.midleft = about.right + GAP, about.centery
        else:
            tried.midright = about.x - GAP, about.centery
        places.append(tried.clamp(inside))
    return min(places, key=lambda place: _harm(place, about, others))


def _harm(place: pygame.Rect, about: pygame.Rect, others: Sequence[pygame.Rect]) -> float:
    """Say how much of other things a tip would hide; hiding what it tells about is worst."""
    own = place.clip(about)
    hidden = sum(_area(place.clip(other)) for other in others if not other.contains(about))
    return hidden + 50.0 * _area(own)


def _area(rect: pygame.Rect) -> int:
    return rect.width * rect.height
