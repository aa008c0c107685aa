"""How to read the map: eight signs in two columns, the whole sentence where one is pointed at."""

import pygame

from game.ui import prints
from game.ui.kit import Kit
from game.ui.map import threads
from game.ui.map.buildings import anchor_of, building
from game.ui.map.lines import stroke
from game.ui.pen import Pen
from game.ui.typeset import SMALL

SIGNS = ("light", "stone", "scaffold", "boards", "thread", "broken", "link", "walkers")

HOUSES = {"stone": 4, "scaffold": 0, "boards": 0}
"""Signs that are houses, and how far stone has climbed them."""


def draw(kit: Kit, inner: pygame.Rect, y: int) -> int:
    """Draw the signs, in two columns where they fit; returns where they end."""
    columns = 2 if inner.width > kit.tx(330) else 1
    tall = kit.px(8) + -(-len(SIGNS) // columns) * kit.tx(30)
    whole = pygame.Rect(inner.x - kit.px(6), y, inner.width + kit.px(6), tall)
    prints.lay(kit, whole, _paint, columns)
    if kit.spot(whole, "legend", lambda: None, name=kit.words("voice.legend")):
        kit.tip("\n".join(kit.words(f"ui.legend.{name}") for name in SIGNS))
    return whole.bottom


def _paint(pen: Pen, whole: pygame.Rect, columns: int) -> None:
    """Draw all signs."""
    left = whole.x + pen.px(6)
    pen.hairline((left, whole.y), (whole.right, whole.y))
    wide, tall = (whole.right - left) // columns, pen.tx(30)
    for k, name in enumerate(SIGNS):
        x, y = left + (k % columns) * wide, whole.y + pen.px(8) + (k // columns) * tall + tall // 2
        _sign(pen, name, (x, y))
        text = pen.words(f"ui.legend.{name}" if columns == 1 else f"ui.legend_short.{name}")
        pen.text(text, (x + pen.tx(46), y - pen.line_height(SMALL) // 2), SMALL, pen.theme.ink2, room=wide - pen.tx(50))


def _sign(kit: Pen, name: str, at: tuple[int, int]) -> None:
    """Draw one sign of the map."""
    x, y, theme, wide = at[0], at[1], kit.theme, kit.tx(34)
    a, b, pen = (x, y + kit.tx(6)), (x + wide, y + kit.tx(6)), max(kit.scale, 1.0)
    if name == "light":
        for k, colour in enumerate((theme.lit, theme.products[3])):
            box = pygame.Rect(x + kit.tx(6) + kit.tx(15) * k, y - kit.tx(5), kit.tx(10), kit.tx(10))
            pygame.draw.rect(kit.surface, colour, box)
            pygame.draw.rect(kit.surface, theme.ink3, box, 1)
    elif name == "thread":
        threads.thread(kit.surface, a, b, 0.9, theme, pen)
    elif name == "broken":
        threads.broken(kit.surface, a, b, theme, pen=pen)
    elif name in HOUSES:
        side = max(kit.tx(22), 16)
        dx, dy = anchor_of(side)
        house = building(0, side, 2, HOUSES[name], theme, closed=name == "boards", rising=name == "scaffold")
        kit.surface.blit(house, (x + kit.tx(16) - dx, y + kit.tx(10) - dy))
    elif name == "link":
        stroke(kit.surface, [(x, y + kit.tx(4)), (x + wide, y - kit.tx(4))], 2.2 * pen, theme.gain)
    else:
        threads.walker(kit.surface, x + kit.tx(11), y + kit.tx(8), theme, pen=pen)
        threads.walker(kit.surface, x + kit.tx(22), y + kit.tx(8), theme, pen=pen)
