"""How to read the map: six signs in two columns, the whole sentence where one is pointed at."""

import pygame

from game.ui.kit import Kit
from game.ui.map import threads
from game.ui.map.buildings import anchor_of, building
from game.ui.map.lines import stroke
from game.ui.typeset import SMALL

SIGNS = ("light", "thread", "broken", "stone", "link", "walkers")


def draw(kit: Kit, inner: pygame.Rect, y: int) -> int:
    """Draw the signs, in two columns where they fit; returns where they end."""
    kit.hairline((inner.x, y), (inner.right, y))
    y += kit.px(8)
    tall, columns = kit.tx(30), 2 if inner.width > kit.tx(330) else 1
    wide = inner.width // columns
    for k, name in enumerate(SIGNS):
        cell = pygame.Rect(inner.x + (k % columns) * wide, y + (k // columns) * tall, wide, tall)
        _sign(kit, name, (cell.x, cell.centery))
        text = kit.words(f"ui.legend.{name}" if columns == 1 else f"ui.legend_short.{name}")
        kit.text(text, (cell.x + kit.tx(46), cell.centery - kit.line_height(SMALL) / 2), SMALL, kit.theme.ink2,
                 room=cell.width - kit.tx(50))  # fmt: skip
    rows = -(-len(SIGNS) // columns)
    whole = pygame.Rect(inner.x, y, inner.width, rows * tall)
    kit.spot(whole, "legend", lambda: None, "\n".join(kit.words(f"ui.legend.{name}") for name in SIGNS))
    return whole.bottom


def _sign(kit: Kit, name: str, at: tuple[int, int]) -> None:
    """Draw one sign of the map."""
    x, y, theme, wide = at[0], at[1], kit.theme, kit.tx(34)
    a, b = (x, y + kit.tx(6)), (x + wide, y + kit.tx(6))
    if name == "light":
        for k, colour in enumerate((theme.lit, theme.products[3])):
            box = pygame.Rect(x + kit.tx(6) + kit.tx(15) * k, y - kit.tx(5), kit.tx(10), kit.tx(10))
            pygame.draw.rect(kit.surface, colour, box)
            pygame.draw.rect(kit.surface, theme.ink3, box, 1)
    elif name == "thread":
        threads.thread(kit.surface, a, b, 0.9, theme)
    elif name == "broken":
        threads.broken(kit.surface, a, b, theme)
    elif name == "stone":
        side = max(kit.tx(22), 16)
        dx, dy = anchor_of(side)
        kit.surface.blit(building(0, side, 2, 4, theme), (x + kit.tx(16) - dx, y + kit.tx(10) - dy))
    elif name == "link":
        stroke(kit.surface, [(x, y + kit.tx(4)), (x + wide, y - kit.tx(4))], 2.2, theme.gain)
    else:
        threads.walker(kit.surface, x + kit.tx(11), y + kit.tx(8), theme)
        threads.walker(kit.surface, x + kit.tx(22), y + kit.tx(8), theme)
