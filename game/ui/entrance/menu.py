"""The left side of the title: seal, name, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.icons import seal
from game.ui.kit import Kit
from game.ui.screen import Press
from game.ui.typeset import NAME, PAGE, SMALL, TITLE

LOW = 980
"""Height of a window, in lengths that grow with the text, below which room is precious."""

COLUMN = 290
"""Width of one of two columns of the menu at least."""


@dataclass(frozen=True)
class Choice:
    """One line of the menu: its spot, its icon, its words, what stands at its right, and what it does."""

    name: str
    symbol: str
    label: str
    press: Press
    aside: str = ""


def name(kit: Kit, room: pygame.Rect, y: int) -> int:
    """Draw seal and title in both languages; returns where they end. In a low window they stand closer."""
    if kit.rect.height < kit.tx(LOW):
        return _close_name(kit, room, y - kit.px(20))
    side = kit.tx(60)
    kit.surface.blit(seal(side, kit.theme.accent, kit.theme.on_accent), (room.x, y))
    y += side + kit.px(18)
    y += kit.paragraph(kit.words("game.title"), (room.x, y), room.width, TITLE)
    return y + kit.paragraph(kit.words("game.other_title"), (room.x, y), room.width, PAGE, kit.theme.ink2)


def _close_name(kit: Kit, room: pygame.Rect, y: int) -> int:
    """Set the seal beside the title in the other language."""
    y += kit.paragraph(kit.words("game.title"), (room.x, y), room.width, TITLE)
    side = kit.line_height(PAGE)
    kit.surface.blit(seal(side, kit.theme.accent, kit.theme.on_accent), (room.x, y))
    left = room.x + side + kit.px(14)
    kit.text(kit.words("game.other_title"), (left, y), PAGE, kit.theme.ink2, room=room.right - left)
    return y + side


def choices(kit: Kit, room: pygame.Rect, y: int, listed: Sequence[Choice]) -> int:
    """Draw the menu, in two columns where they fit; returns where it ends."""
    tall, apart = max(kit.tx(46), kit.px(44), 36), kit.px(2 if kit.rect.height < kit.tx(LOW) else 4)
    left, gap = room.x - kit.px(12), kit.px(24)
    wide = room.right - left
    columns = 2 if wide > 2 * kit.tx(COLUMN) + gap else 1
    wide = (wide - (columns - 1) * gap) // columns
    for k, choice in enumerate(listed):
        row = pygame.Rect(left + k % columns * (wide + gap), y + k // columns * (tall + apart), wide, tall)
        _choice(kit, row, choice, k == 0)
    return y + -(-len(listed) // columns) * (tall + apart)


def _choice(kit: Kit, row: pygame.Rect, choice: Choice, first: bool) -> None:
    """Draw one line; the first choice is the one most people want."""
    tip = kit.words("read.pair", first=choice.label, second=choice.aside) if choice.aside else ""
    hot = kit.spot(row, choice.name, choice.press, tip, main=first)
    if first or hot:
        kit.card(row, kit.theme.card, "card" if first else "flat")
        edge = kit.theme.accent if first or hot else kit.theme.ink3
        kit.plate(row, edge, kit.px(8), max(kit.px(3 if first else 2), 2))
    colour = kit.theme.accent if first else kit.theme.ink
    kit.icon(choice.symbol, (row.x + kit.px(16), row.centery - kit.tx(11)), 22, colour)
    left = row.x + kit.px(16) + kit.tx(38)
    said = kit.text(choice.label, (left, row.centery - kit.line_height(NAME) / 2), NAME,
                    room=row.right - left - kit.px(12))  # fmt: skip
    free = row.right - said.right - kit.px(32)
    if choice.aside and free > kit.tx(60):
        at = (row.right - kit.px(14), row.centery - kit.line_height(SMALL) / 2)
        kit.text(choice.aside, at, SMALL, kit.theme.ink2, "right", free)
