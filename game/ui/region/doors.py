"""Words with icons in a row, one of them underlined: the families of the desk, the doors to what lies in drawers."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.screen import Press
from game.ui.typeset import HEADING


@dataclass(frozen=True)
class Door:
    """One of the row: its spot, its icon, its word, and whether it is the open one."""

    key: str
    symbol: str
    label: str
    press: Press
    open: bool = False
    tip: str = ""


def width(kit: Kit, doors: Sequence[Door], named: bool, gap: int) -> int:
    """Return how long a row is; where it is not ``named`` only the open door has its word."""
    return sum(_wide(kit, door, named) for door in doors) + gap * (len(doors) - 1)


def row(kit: Kit, rect: pygame.Rect, doors: Sequence[Door], named: bool, gap: int) -> None:
    """Draw a row from the left of its room."""
    x = rect.x
    for door in doors:
        box = pygame.Rect(x, rect.y, _wide(kit, door, named), rect.height)
        tip = door.tip or ("" if named or door.open else door.label)  # a word that is read needs no tip
        hot = kit.spot(box, door.key, door.press, tip, name=door.label)
        ink = kit.theme.ink if door.open or hot else kit.theme.ink2
        kit.icon(door.symbol, (x, box.centery - kit.tx(12)), 24, ink)
        if named or door.open:
            kit.text(door.label, (x + kit.tx(32), box.centery - kit.line_height(HEADING) / 2), HEADING, ink)
        if door.open:
            under = pygame.Rect(x, box.bottom - kit.px(3), box.width, max(kit.px(4), 2))
            kit.plate(under, kit.theme.accent, 2)
        x += box.width + gap


def _wide(kit: Kit, door: Door, named: bool) -> int:
    word = kit.width(door.label, HEADING) if named or door.open else 0
    return max(kit.tx(32) + word, SMALLEST_SPOT)
