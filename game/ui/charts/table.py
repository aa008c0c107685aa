"""A chart's figures as a table, for those who would rather read than look."""

from collections.abc import Sequence
from typing import Protocol

import pygame

from game.explain.speech import Speaker
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.screen import Screen
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD

Table = tuple[tuple[str, ...], ...]


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


def rows(kit: Kit, room: pygame.Rect, table: Table) -> int:
    """Write a table, its figures flush right; returns where it ends."""
    y, lefts = room.y, _columns(kit, room, table)
    for k, row in enumerate(table):
        role, ink = (SMALL_BOLD, kit.theme.ink2) if k == 0 else (SMALL, kit.theme.ink)
        for column, text in enumerate(row):
            left, right = lefts[column], lefts[column + 1] - kit.px(16)
            at = (left, y) if column == 0 else (right, y)
            kit.text(text, at, role, ink, "left" if column == 0 else "right", max(right - left, 1))
        y += kit.line_height(HEADING)
        kit.hairline((room.x, y - kit.px(2)), (room.right, y - kit.px(2)))
    return y


def _columns(kit: Kit, room: pygame.Rect, table: Table) -> Sequence[int]:
    """Return where columns begin: the first takes what it needs, at most half, the others share the rest."""
    first = max(kit.width(row[0], SMALL_BOLD) for row in table) + kit.px(24)
    count = max(len(row) for row in table) - 1
    first = min(first, room.width // 2) if count else room.width
    step = (room.width - first) / max(count, 1)
    return [room.x, *(round(room.x + first + k * step) for k in range(count + 1))]
