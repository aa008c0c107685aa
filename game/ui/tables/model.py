"""What a table holds: columns, rows of cells, and the order its rows stand in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.kit import Kit
from game.ui.screen import Press
from game.ui.theme import Colour
from game.ui.typeset import Role

Align = Literal["left", "middle", "right"]
Paint = Callable[[Kit, pygame.Rect], object]
"""Draws a cell's picture into the room it is given."""


@dataclass(frozen=True)
class Column:
    """One column: its head, the side it keeps to, whether it sorts, and how many lines a cell of it may take."""

    head: str = ""
    align: Align = "left"
    sorts: bool = False
    lines: int = 1


@dataclass(frozen=True)
class Cell:
    """Words, with a picture before them or instead of them.

    Attributes:
        text: What is written.
        value: What it is sorted by, where that is not the text.
        ink: Its colour.
        role: Its kind of type, where it is not the table's.
        paint: Draws the picture.
        wide: Room of the picture.
    """

    text: str = ""
    value: float | None = None
    ink: Colour | None = None
    role: Role | None = None
    paint: Paint | None = None
    wide: int = 0


@dataclass(frozen=True)
class Row:
    """One line: the key of its spot, its cells, what pressing it does, and what is told where it is pointed at."""

    key: str
    cells: tuple[Cell, ...]
    press: Press | None = None
    tip: Callable[[], str] | None = None
    chosen: bool = False


@dataclass
class Order:
    """By which column a table is sorted; its screen keeps it. Without a column, rows stand as they come."""

    column: int | None = None
    falling: bool = False

    def press(self, column: int, falling: bool) -> None:
        """Sort by a column, beginning ``falling`` or not; or turn it round if it was sorted by it."""
        self.falling = not self.falling if column == self.column else falling
        self.column = column

    def sort(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the rows in order; equal ones stay as they came."""
        if self.column is None:
            return rows
        at = self.column
        if of_figures(rows, at):
            return sorted(rows, key=lambda row: row.cells[at].value or 0.0, reverse=self.falling)
        return sorted(rows, key=lambda row: row.cells[at].text, reverse=self.falling)


def of_figures(rows: Sequence[Row], column: int) -> bool:
    """Whether a column is sorted by figures: then the largest come first."""
    return all(row.cells[column].value is not None for row in rows)
