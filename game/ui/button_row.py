"""Buttons in a row, which breaks into lines where there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.ui.kit import Kit
from game.ui.screen import Press
from game.ui.typeset import HEADING


@dataclass(frozen=True)
class Choice:
    """One button of a row."""

    label: str
    key: str
    press: Press
    main: bool = False
    symbol: str = ""
    tip: str = ""
    on: bool = True


def button_row(kit: Kit, at: tuple[int, int], room: int, choices: Sequence[Choice]) -> int:
    """Draw buttons from left to right; returns the height used."""
    x, y = at
    bottom = y
    for choice in choices:
        extra = kit.tx(34) if choice.symbol else 0
        wide = min(kit.width(choice.label, HEADING) + extra + 2 * kit.tx(24), room)
        if x + wide > at[0] + room and x > at[0]:
            x, y = at[0], bottom + kit.px(10)
        box = kit.button(choice.label, (x, y), choice.key, choice.press, main=choice.main, room=wide,
                         symbol=choice.symbol, tip=choice.tip, on=choice.on)  # fmt: skip
        x, bottom = box.right + kit.px(14), box.bottom
    return bottom - at[1]
