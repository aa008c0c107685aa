"""Where a card may lie on the map without covering what one wants to see: houses, names, other cards."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

import pygame

Box = tuple[int, ...]
STEPS = 24
"""How finely a place is looked for: so many steps across the room and down it."""


def clearing(wished: pygame.Rect, room: pygame.Rect, taken: Sequence[pygame.Rect]) -> pygame.Rect:
    """Return the place nearest to the wished one where nothing is covered; where there is none, the least is.

    Args:
        wished: Where the card would like to lie.
        room: It stays within.
        taken: What it keeps off.
    """
    return pygame.Rect(_found(tuple(wished), tuple(room), tuple(tuple(one) for one in taken)))


@lru_cache(maxsize=32)
def _found(wish: Box, space: Box, taken: tuple[Box, ...]) -> Box:
    """Look for the place once for as long as nothing moves: it takes longer than a frame has for it."""
    wished, best, least = pygame.Rect(wish), wish, math.inf
    for box in sorted(_places(wished, pygame.Rect(space)), key=lambda box: math.dist(box.center, wished.center)):
        touched = [box.clip(taken[k]) for k in box.collidelistall(list(taken))]
        covered = sum(one.width * one.height for one in touched)
        if covered < least:
            best, least = tuple(box), covered
        if not covered:
            break
    return best


def _places(wished: pygame.Rect, room: pygame.Rect) -> Iterator[pygame.Rect]:
    """Yield the wished place and a net of others."""
    yield wished
    across, down = room.width - wished.width, room.height - wished.height
    for column in range(STEPS + 1):
        for row in range(STEPS + 1):
            yield wished.move(
                room.x + across * column // STEPS - wished.x, room.y + down * row // STEPS - wished.y
            )  # fmt: skip
