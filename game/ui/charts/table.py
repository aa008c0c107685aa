"""A chart's figures as a table, for those who would rather read than look."""

from typing import Protocol

import pygame

from game.explain.speech import Speaker
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.screen import Screen
from game.ui.tables import Cell, Column, Row, table
from game.ui.typeset import BODY

Table = tuple[tuple[str, ...], ...]
MOST_LINES = 5
"""Lines that a name may take; some are sentences."""


class Tabled(Protocol):
    """What can be said and read as a table."""

    def describe(self, speaker: Speaker) -> str:
        """Say in one sentence what is to be seen."""

    def table(self, speaker: Speaker) -> Table:
        """Return its figures in rows; the first row holds the headings."""


class ChartTable(Screen):
    """A sheet with a chart's sentence and its rows."""

    sheet = True

    def __init__(self, chart: Tabled, speaker: Speaker) -> None:
        self.chart, self.speaker = chart, speaker

    def draw(self, kit: Kit) -> None:
        """Draw sentence and rows."""
        inner = sheet(kit, 900, 900, kit.words("chart.table"), "table")
        with kit.scrolling("table", inner) as drawn:
            room = pygame.Rect(inner.x, drawn[0], inner.width - kit.px(20), 10)
            y = room.y + kit.paragraph(self.chart.describe(self.speaker), room.topleft, room.width, BODY) + kit.px(16)
            drawn.append(rows(kit, pygame.Rect(room.x, y, room.width, 10), self.chart.table(self.speaker)))


def rows(kit: Kit, room: pygame.Rect, told: Table) -> int:
    """Write a chart's table: names at the left, in lines where they are sentences; figures at the right."""
    head, *lines = told
    columns = [Column(text, "right" if k else "left", lines=1 if k else MOST_LINES) for k, text in enumerate(head)]
    return table(kit, room, "table", columns,
                 [Row(f"line {k}", tuple(map(Cell, line))) for k, line in enumerate(lines)])  # fmt: skip
