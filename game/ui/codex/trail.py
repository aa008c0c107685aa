"""The way by which a reader came: the last few pages, each to go back to."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.ui.kit import Kit
from game.ui.screen import Press, Turn
from game.ui.typeset import SMALL

SHOWN = 3
"""How many pages of the way are shown."""


def trail(kit: Kit, names: Sequence[str], room: pygame.Rect, back: Callable[[int], Turn | None]) -> int:
    """Draw the last pages as links, the oldest first; returns the height used.

    ``back`` is told how many pages to go back.
    """
    if not names:
        return 0
    x, y = room.x, room.y
    shown = names[-SHOWN:]
    for k, name in enumerate(shown):
        wide = kit.width(name, SMALL) + kit.tx(22)
        if x + wide > room.right and x > room.x:
            x, y = room.x, y + kit.line_height(SMALL) + kit.px(6)
        steps = len(shown) - k
        x = back_link(kit, name, (x, y), f"back {steps}", partial(back, steps), room.right - x) + kit.px(20)
    return y + kit.line_height(SMALL) + kit.px(12) - room.y


def back_link(kit: Kit, name: str, at: tuple[int, int], key: str, press: Press, room: int) -> int:
    """Draw the way back to a page; returns where it ends."""
    kit.icon("left", (at[0], at[1] + kit.line_height(SMALL) / 2 - kit.tx(7)), 14, kit.theme.accent)
    left = at[0] + kit.tx(22)
    return kit.link(name, (left, at[1]), key, press, SMALL, room=room - kit.tx(22)).right
