"""Drawing a table. Every row is a spot, so that keys go through a long one line by line and it scrolls along.

The head stays at the top of the scrolling room as long as rows of it are to be seen. What does not fit is shortened,
and the tip of its row, or of its head, holds the whole of it.
"""

from collections.abc import Sequence
from functools import partial

import pygame

from game.ui.kit import Kit
from game.ui.tables.grid import HEAD_LINES, Grid
from game.ui.tables.model import Column, Order, Row, of_figures
from game.ui.typeset import SMALL, SMALL_BOLD, Role


def table(
    kit: Kit, room: pygame.Rect, name: str, columns: Sequence[Column], rows: Sequence[Row], order: Order | None = None,
    *, role: Role = SMALL, least: int = 0,
) -> int:  # fmt: skip
    """Draw a table; returns where it ends.

    Args:
        kit: Tools.
        room: Its left, top and width.
        name: Its heads are spots ``<name> head <number>``; a row names itself.
        columns: What stands in each.
        rows: Every line.
        order: By what it is sorted, where its columns can be.
        role: Kind of type.
        least: How high a row is at least.
    """
    grid = Grid.of(kit, room, columns, rows, role)
    rows = order.sort(rows) if order else rows
    heights = [grid.height(row, least) for row in rows]
    end = room.y + grid.head_height + sum(heights)
    lowest = end - sum(heights[-1:]) - grid.head_height
    head = pygame.Rect(room.x, min(max(room.y, kit.clip.y), lowest), grid.width, grid.head_height)
    if head.height:
        _heads(grid, head, name, rows, order)
    y = room.y + head.height
    with kit.below(head.bottom):
        for row, tall in zip(rows, heights, strict=True):
            _row(grid, row, pygame.Rect(room.x, y, head.width, tall), head.height)
            y += tall
    return y


def _heads(grid: Grid, head: pygame.Rect, name: str, rows: Sequence[Row], order: Order | None) -> None:
    """Draw the heads; one that sorts can be pressed, one that is cut tells itself."""
    kit = grid.kit
    for k, column in enumerate(grid.columns):
        box = pygame.Rect(grid.lefts[k], head.y, grid.widths[k], head.height)
        if order is not None and column.sorts:
            _sorting_head(grid, k, box, f"{name} head {k}", order, of_figures(rows, k))
        elif grid.words(k, column.head, box, SMALL_BOLD, kit.theme.ink2, HEAD_LINES)[1]:
            kit.spot(box, f"{name} head {k}", _nothing, column.head, clear=0)
    kit.hairline((head.x, head.bottom - 1), (head.right, head.bottom - 1), kit.theme.ink3)


def _sorting_head(grid: Grid, k: int, box: pygame.Rect, key: str, order: Order, figures: bool) -> None:
    """Draw a head with an arrow: dark where the table is sorted by it, and up where the least come first."""
    kit, text, now = grid.kit, grid.columns[k].head, order.column == k
    tip = kit.words("table.sort", column=text)
    hot = kit.spot(box.inflate(kit.px(12), 0), key, partial(order.press, k, figures), tip, clear=0)
    box.width -= grid.aside(k)
    ink = kit.theme.ink if hot or now else kit.theme.ink2
    right, _ = grid.words(k, text, box, SMALL_BOLD, ink, HEAD_LINES)
    arrow = "up" if now and not order.falling else "down"
    kit.icon(arrow, (right + kit.tx(3), box.centery - kit.tx(8)), 17, kit.theme.accent if now else kit.theme.ink3)


def _row(grid: Grid, row: Row, box: pygame.Rect, head: int) -> None:
    """Draw a row; one that is out of sight is only named, so that keys can go there."""
    kit = grid.kit
    hot = kit.spot(box, row.key, row.press or _nothing, clear=head + kit.px(12))
    if not box.colliderect(kit.clip):
        return
    if hot or row.chosen:
        kit.highlight(box.inflate(kit.px(12), 0))
    kit.hairline((box.x, box.bottom - 1), (box.right, box.bottom - 1))
    told = []
    for k, cell in enumerate(row.cells):
        if grid.cell(k, cell, box.y, box.height):
            told.append(cell.text)
    if hot:
        kit.tip("\n".join([*told, *([row.tip()] if row.tip else [])]))


def _nothing() -> None:
    """What pressing a row does that opens nothing."""
