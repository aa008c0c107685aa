"""Every number with its past; each opens to its causes."""

from collections.abc import Sequence
from functools import partial

import pygame

from game.explain.real_course import real_line
from game.simulation.indicators import COUNTED, MEASURED, WATCHED
from game.ui import charts
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Push, Screen, Turn
from game.ui.screens.why import Why
from game.ui.tables import Cell, Column, Row, table
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD

TALLEST = 600
"""Height of the chart where there is room, in units of text."""
SHOWN = (*MEASURED, *COUNTED, *WATCHED)


class Numbers(Screen):
    """A sheet: a list of numbers at the left, the chosen one's history at the right."""

    sheet = True

    def __init__(self, playing: Playing, number: str = "firms") -> None:
        self.playing, self.number = playing, number

    def draw(self, kit: Kit) -> None:
        """Draw list and chart."""
        inner = sheet(kit, 1560, 920, kit.words("ui.every_number"))
        list_wide = min(kit.tx(460), round(inner.width * 0.46))
        room = pygame.Rect(inner.x, inner.y, list_wide, inner.height)
        with kit.scrolling("numbers", room) as drawn:
            place = pygame.Rect(room.x + kit.px(6), drawn[0], room.width - kit.px(26), 10)
            drawn.append(self._list(kit, place))
        right = pygame.Rect(room.right + kit.px(32), inner.y, inner.right - room.right - kit.px(32), inner.height)
        self._chart(kit, right)

    def _list(self, kit: Kit, room: pygame.Rect) -> int:
        """List every number with its past, where there is room for it, and its value."""
        playing, speaker, rows = self.playing, self.playing.speaker, []
        spark = kit.tx(70) if room.width > kit.tx(330) else 0
        for number in SHOWN:
            past = Cell(paint=partial(_past, playing.series(number)) if spark else None, wide=spark)
            cells = (
                Cell(speaker.name(number), role=BODY),
                past,
                Cell(speaker.value(number, playing.value(number)), role=SMALL_BOLD),
            )
            rows.append(Row(f"row {number}", cells, partial(self._choose, number), chosen=number == self.number))
        columns = (Column(), Column(), Column(align="right"))
        return table(kit, room, "numbers", columns, rows, least=kit.tx(42))

    def _choose(self, number: str) -> Turn | None:
        if number == self.number and number in MEASURED:
            return Push(Why(self.playing, number))
        self.number = number
        return None

    def _chart(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw the chosen number's history and the way to its causes."""
        playing, speaker = self.playing, self.playing.speaker
        y = rect.y
        y += kit.paragraph(speaker.name(self.number), (rect.x, y), rect.width, HEADING)
        y += kit.paragraph(
            kit.words(f"meaning.{self.number}"), (rect.x, y), rect.width, SMALL, kit.theme.ink2, 3
        ) + kit.px(16)
        series = playing.series(self.number)
        last = max(playing.session.level.quarters, playing.session.quarter)
        marks = [charts.Mark(step.quarter) for step in playing.session.branch.steps]
        real = real_line(playing.session.level, self.number, playing.session.quarter, speaker)
        below = kit.tx(180 if real else 90)  # the way to its causes, and what is said of the real course
        plot = pygame.Rect(rect.x, y, rect.width, min(kit.tx(TALLEST), rect.bottom - y - below))
        beside = [charts.Series(real.values, kit.words("real.line"), real.first, "dashed")] if real else []
        charts.history(kit, plot, series, speaker, self.number, last, marks, beside=beside)
        if real:
            under = plot.bottom + kit.px(28) + kit.line_height()
            kit.paragraph(real.caption, (rect.x, under), rect.width, SMALL, kit.theme.ink2, 4)
        if self.number in MEASURED:
            kit.link(
                kit.words("ui.why"), (rect.x, plot.bottom + kit.px(16)), "why", lambda: Push(Why(playing, self.number))
            )

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Page Up and Page Down go to the next number."""
        if key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            step = 1 if key == pygame.K_PAGEDOWN else -1
            self.number = SHOWN[(SHOWN.index(self.number) + step) % len(SHOWN)]
            return None
        return super().key(key, modifiers)


def _past(values: Sequence[float], kit: Kit, box: pygame.Rect) -> None:
    charts.spark(kit, box.inflate(0, -box.height // 2), values)
