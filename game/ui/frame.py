"""The frame of a sheet: a card over the blurred region, with a heading and a way out."""

import pygame

from game.ui.kit import Kit
from game.ui.screen import Pop, Turn
from game.ui.typeset import PAGE, SMALL


def sheet(kit: Kit, width: float, height: float, heading: str, *fits: str) -> pygame.Rect:
    """Draw a sheet in the middle of the window; returns the room inside it.

    Args:
        kit: Tools.
        width: Wished width at 1920 × 1080; grows with the text as far as the window allows.
        height: Wished height.
        heading: Words at the top, or none.
        fits: Keys of the scrolling areas that fill it, side by side: a sheet is no taller than what it holds.
    """
    margin = kit.px(40)
    wide = min(max(kit.px(width), kit.tx(width)), kit.rect.width - 2 * margin)
    tall = min(max(kit.px(height), kit.tx(height)), kit.rect.height - 2 * margin)
    padding = kit.px(48)
    known = [kit.lengths[key] for key in fits if key in kit.lengths]
    if known:
        lines = kit.lines_of(heading, wide - 2 * padding - kit.px(120), PAGE) if heading else 0
        above = lines * kit.line_height(PAGE) + (kit.px(16) if heading else 0)
        tall = min(tall, max(known) + above + 2 * kit.px(36) + kit.px(8))
    rect = pygame.Rect(0, 0, wide, tall)
    rect.center = kit.rect.center
    kit.card(rect, kit.theme.panel, "sheet", 12)
    inner = rect.inflate(-2 * padding, -2 * kit.px(36))
    kit.symbol("close", (rect.right - kit.px(48), rect.y + kit.px(44)), "close", close, "")
    escape = kit.words("ui.esc")
    kit.text(escape, (rect.right - kit.px(48) - kit.tx(30), rect.y + kit.px(44) - kit.line_height(SMALL) / 2), SMALL,
             kit.theme.ink2, "right")  # fmt: skip
    kit.heading = heading
    if heading:
        room = inner.width - kit.px(120)
        tall_heading = kit.paragraph(heading, inner.topleft, room, PAGE)
        inner.y += tall_heading + kit.px(16)
        inner.height -= tall_heading + kit.px(16)
    return inner


def close() -> Turn:
    """Close the sheet."""
    return Pop()


def section(kit: Kit, text: str, at: tuple[int, int], symbol: str = "") -> int:
    """Write a small heading, with an icon if one is given; returns the height used."""
    from_left = at[0]
    if symbol:
        kit.icon(symbol, (at[0], at[1] + kit.line_height(SMALL) / 2 - kit.tx(10)), 20, kit.theme.ink)
        from_left += kit.tx(30)
    kit.text(text, (from_left, at[1]), SMALL, kit.theme.ink2)
    return kit.line_height(SMALL) + kit.px(6)
