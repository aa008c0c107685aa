"""A slider: moved by a click on its track, by a button at either end, or by arrow keys; never by dragging."""

from collections.abc import Callable
from functools import partial

import pygame

from game.ui.kit import Kit
from game.ui.screen import Turn
from game.ui.typeset import HEADING

STEP = 0.1
"""How far one press moves it."""


def slider(
    kit: Kit, rect: pygame.Rect, key: str, share: float, move: Callable[[float], Turn | None], shown: str, name: str
) -> None:
    """Draw a slider from 0 to 1 with a button at either end.

    A click sets it where it falls, to the nearest step; left and right move it while it has the focus. Its name is
    what it is called where it is heard.
    """
    side = rect.height

    def by(step: int) -> Turn | None:
        return move(min(max(round(share + step * STEP, 3), 0.0), 1.0))

    room = kit.width("100 %", HEADING) + kit.tx(12)
    minus = pygame.Rect(rect.x, rect.y, side, side)
    plus = pygame.Rect(rect.right - room - side, rect.y, side, side)
    kit.symbol("minus", minus.center, f"{key} less", partial(by, -1), kit.words("entrance.less"), size=20)
    track = pygame.Rect(minus.right + kit.px(12), rect.y, plus.x - minus.right - kit.px(24), side)

    def jump() -> Turn | None:
        falls = (kit.pointer[0] - track.x) / track.width
        return None if kit.by_keys else move(round(round(falls / STEP) * STEP, 3))

    hot = kit.spot(track, key, jump, adjust=by, name=name, value=shown)
    kit.symbol("plus", plus.center, f"{key} more", partial(by, 1), kit.words("entrance.more"), size=20)
    line = pygame.Rect(track.x, track.centery - kit.px(4), track.width, max(kit.px(8), 4))
    kit.plate(line, kit.theme.ink3, line.height // 2)
    done = pygame.Rect(line.x, line.y, round(line.width * share), line.height)
    kit.plate(done, kit.theme.ink, line.height // 2)
    knob = (done.right, line.centery)
    pygame.draw.aacircle(kit.surface, kit.theme.ink, knob, kit.tx(13 if hot else 11))
    pygame.draw.aacircle(kit.surface, kit.theme.card, knob, kit.tx(6))
    kit.text(shown, (rect.right, rect.centery - kit.line_height(HEADING) / 2), HEADING, align="right")
