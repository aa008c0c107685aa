"""What lies below the sheets: drawn once, blurred, and kept until something about it changes."""

from collections.abc import Callable

import pygame

from game.ui import shapes
from game.ui.kit import Kit
from game.ui.screen import Screen

SOFT, HARD = 0.74, 0.9
"""How much of it paper covers, in a soft theme and in high contrast (design)."""


class Backdrop:
    """The picture below the sheets."""

    def __init__(self) -> None:
        self._kept: tuple[object, pygame.Surface] | None = None

    def forget(self) -> None:
        """Let it be drawn anew."""
        self._kept = None

    def of(self, screen: Screen, look: tuple[object, ...], kit_of: Callable[[], Kit]) -> pygame.Surface:
        """Return the picture of a screen in some look; while it is unfinished, it is drawn every time."""
        made_for = (id(screen), *look)
        if self._kept is None or self._kept[0] != made_for or screen.unfinished:
            kit = kit_of()
            kit.pointer, kit.focus = (-1, -1), ""
            screen.draw(kit)
            cover = SOFT if kit.theme.soft else HARD
            self._kept = made_for, shapes.blurred(kit.surface, kit.theme.paper, cover, max(kit.px(3), 2))
        return self._kept[1]
