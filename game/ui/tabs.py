"""Words in a row of which one is chosen, underlined; they break into lines where there is no room."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.screen import Turn
from game.ui.typeset import SMALL, SMALL_BOLD


def tabs(
    kit: Kit, at: tuple[int, int], room: int, choices: Sequence[tuple[str, str]], chosen: str,
    press: Callable[[str], Turn | None],
) -> int:  # fmt: skip
    """Draw (key, label) pairs; returns the height used. Each is a spot ``tab <key>``."""
    x, y = at
    tall = max(kit.line_height(SMALL), SMALLEST_SPOT)
    for key, label in choices:
        wide = min(max(kit.width(label, SMALL_BOLD), kit.width(label, SMALL)), room)
        if x + wide > at[0] + room and x > at[0]:
            x, y = at[0], y + tall + kit.px(10)
        box = pygame.Rect(x, y, wide, tall)
        now = key == chosen
        hot = kit.spot(box.inflate(kit.px(16), kit.px(6)), f"tab {key}", partial(press, key),
                       value=kit.words("voice.chosen") if now else "")  # fmt: skip
        ink = kit.theme.ink if now or hot else kit.theme.ink2
        kit.text(label, (x, box.centery - kit.line_height(SMALL) / 2), SMALL_BOLD if now else SMALL, ink, room=wide)
        if now:
            pygame.draw.rect(kit.surface, kit.theme.accent, (x, box.bottom, wide, max(kit.px(3), 2)))
        x += wide + kit.px(32)
    return y + tall + kit.px(8) - at[1]
