"""Where the columns of a table stand, and how words are set into one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import pygame

from game.ui import typeset
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.tables.model import Cell, Column, Row
from game.ui.theme import Colour
from game.ui.typeset import SMALL_BOLD, Role

HEAD_LINES = 2
ARROW = 22
"""Room of the arrow beside a head that sorts."""
LOOSEST = 140
"""How much wider than its words a column becomes where there is room: a line must still be read across."""


@dataclass(frozen=True)
class Grid:
    """The columns of one frame's table."""

    kit: Kit
    columns: Sequence[Column]
    role: Role
    lefts: Sequence[int]
    widths: Sequence[int]

    @classmethod
    def of(cls, kit: Kit, room: pygame.Rect, columns: Sequence[Column], rows: Sequence[Row], role: Role) -> "Grid":
        """Share a room among the columns."""
        gap = kit.tx(20)
        wished = [_wished(kit, role, k, column, rows) for k, column in enumerate(columns)]
        widths = shared(wished, room.width - gap * (len(columns) - 1), kit.tx(LOOSEST))
        return cls(kit, columns, role, list(accumulate((wide + gap for wide in widths[:-1]), initial=room.x)), widths)

    @property
    def width(self) -> int:
        """How wide the whole table is."""
        return self.lefts[-1] + self.widths[-1] - self.lefts[0]

    @property
    def head_height(self) -> int:
        """How high the head is; where no column has one, nothing."""
        if not any(column.head for column in self.columns):
            return 0
        lines = max(self.lines(k, column.head, SMALL_BOLD, self.aside(k)) for k, column in enumerate(self.columns))
        return max(min(lines, HEAD_LINES) * self.kit.line_height(SMALL_BOLD) + self.kit.px(8), SMALLEST_SPOT)

    def height(self, row: Row, least: int) -> int:
        """Return how high a row is."""
        taken = least
        for k, (column, cell) in enumerate(zip(self.columns, row.cells, strict=True)):
            role = cell.role or self.role
            lines = 1 if column.lines == 1 else min(self.lines(k, cell.text, role, cell.wide), column.lines)
            taken = max(taken, lines * self.kit.line_height(role) + self.kit.px(8))
        return max(taken, SMALLEST_SPOT)

    def aside(self, k: int) -> int:
        """Return how much of a head's room its arrow takes."""
        return self.kit.tx(ARROW) if self.columns[k].sorts else 0

    def lines(self, k: int, text: str, role: Role, aside: int = 0) -> int:
        """Count the lines words take in a column."""
        return self.kit.lines_of(text, max(self.widths[k] - aside, 1), role)

    def cell(self, k: int, cell: Cell, y: int, tall: int) -> bool:
        """Draw a cell of a row; says whether something of it had to be left out."""
        box = pygame.Rect(self.lefts[k], y, self.widths[k], tall)
        if cell.paint is not None:
            cell.paint(self.kit, pygame.Rect(box.x, y, cell.wide if cell.text else box.width, tall))
            box.width -= cell.wide
            box.x += cell.wide
        return self.words(k, cell.text, box, cell.role or self.role, cell.ink, self.columns[k].lines)[1]

    def words(self, k: int, text: str, box: pygame.Rect, role: Role, ink: Colour | None, most: int) -> tuple[int, bool]:
        """Set words into a box; returns their right edge, and whether something had to be left out."""
        room, step = max(box.width, 1), self.kit.line_height(role)
        lines = list(typeset.wrapped(text, role, self.kit.type_scale, room)) if most > 1 else [text]
        cut = len(lines) > most or any(self.kit.width(line, role) > room for line in lines)
        lines = [*lines[: most - 1], lines[most - 1] + "…"] if len(lines) > most else lines
        side, right = self.columns[k].align, box.x
        x = {"left": box.x, "middle": box.centerx, "right": box.right}[side]
        for j, line in enumerate(lines):
            at = (x, box.centery - len(lines) * step / 2 + j * step)
            right = max(right, self.kit.text(line, at, role, ink, side, room).right)
        return right, cut


def shared(wished: Sequence[int], room: int, loosest: int = 0) -> list[int]:
    """Share a width: narrow columns take what they wish, wide ones an equal part of the rest; what is left loosens."""
    count, left, found = len(wished), max(room, len(wished)), [0] * len(wished)
    for before, k in enumerate(sorted(range(count), key=lambda k: wished[k])):
        found[k] = min(wished[k], left // (count - before))
        left -= found[k]
    return [width + min(left // count, loosest) for width in found]


def _wished(kit: Kit, role: Role, k: int, column: Column, rows: Sequence[Row]) -> int:
    """Return the width in which nothing of a column is cut."""
    cells = [row.cells[k] for row in rows]
    head = kit.width(column.head, SMALL_BOLD) + (kit.tx(ARROW) if column.sorts else 0)
    return max([head, *(kit.width(cell.text, cell.role or role) + cell.wide for cell in cells)])
