"""Every number with its past; each opens to its causes."""

import pygame

from game.explain.real_course import real_line
from game.simulation.indicators import COUNTED, MEASURED, WATCHED
from game.ui import charts
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Push, Screen, Turn
from game.ui.screens.why import Why
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD

SHOWN = (*MEASURED, *COUNTED, *WATCHED)


class Numbers(Screen):
    """A sheet: a list of numbers at the left, the chosen one's history at the right."""

    sheet = True

    def __init__(self, playing: Playing, number: str = "firms") -> None:
        self.playing, self.number = playing, number

    def draw(self, kit: Kit) -> None:
        """Draw list and chart."""
        inner = sheet(kit, 1560, 920, kit.words("ui.every_number"))
        list_wide = min(kit.tx(440), round(inner.width * 0.46))
        room = pygame.Rect(inner.x, inner.y, list_wide, inner.height)
        tall = max(kit.tx(42), kit.line_height())
        with kit.scrolling("numbers", room) as drawn:
            y = drawn[0]
            for number in SHOWN:
                self._row(kit, pygame.Rect(room.x + kit.px(4), y, room.width - kit.px(20), tall), number)
                y += tall
            drawn.append(y)
        right = pygame.Rect(room.right + kit.px(32), inner.y, inner.right - room.right - kit.px(32), inner.height)
        self._chart(kit, right)

    def _row(self, kit: Kit, row: pygame.Rect, number: str) -> None:
        """Write one number."""
        chosen = number == self.number
        hot = kit.spot(row, f"row {number}", lambda: self._choose(number))
        if chosen or hot:
            pygame.draw.rect(
                kit.surface,
                kit.theme.land if kit.theme.soft else kit.theme.hairline,
                row,
                0 if kit.theme.soft else 1,
                kit.px(8),
            )
        value = self.playing.speaker.value(number, self.playing.value(number))
        middle = row.centery - kit.line_height() / 2
        at = kit.text(value, (row.right - kit.px(8), middle), SMALL_BOLD, align="right")
        line = pygame.Rect(at.x - kit.tx(84), row.y + row.height // 4, kit.tx(70), row.height // 2)
        if row.width > kit.tx(330):
            charts.spark(kit, line, self.playing.series(number))
        name_room = (line.x if row.width > kit.tx(330) else at.x) - row.x - kit.px(20)
        kit.text(self.playing.speaker.name(number), (row.x + kit.px(8), middle), BODY, room=name_room)

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
        plot = pygame.Rect(rect.x, y, rect.width, min(kit.tx(420), rect.bottom - y - kit.tx(90)))
        marks = [charts.Mark(step.quarter) for step in playing.session.branch.steps]
        real = real_line(playing.session.level, self.number, playing.session.quarter, speaker)
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
