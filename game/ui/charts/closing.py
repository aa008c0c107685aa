"""The closing window: the chance by the quarter in which one acts, on the fan's own axis of time."""

from dataclasses import dataclass

import pygame

from game.content import numbers
from game.explain import forecast as words_of
from game.explain.forecast import Window
from game.explain.speech import Speaker
from game.ui import typeset
from game.ui.charts.axes import Plot, apart, ground, years
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.typeset import SMALL, SMALL_BOLD

LINES = 11
"""Fading lines that say how sure the closing date is."""


@dataclass(frozen=True)
class Closing(Chart):
    """Chance of success when the effort begins in a quarter; ``first`` and ``last`` are the fan's axis."""

    window: Window
    first: int
    last: int

    def describe(self, speaker: Speaker) -> str:
        """Say until when acting still helps."""
        return words_of.closing(self.window, speaker)

    def table(self, speaker: Speaker) -> Table:
        """Return a row for each quarter that was tried."""
        say, found = speaker.words, self.window
        rows = [(say("chart.begun"), say("chart.acting"), say("chart.waiting"))]
        for quarter, acts, waits in zip(found.moments, found.acting, found.waiting, strict=True):
            rows.append((speaker.date(quarter), numbers.percent(acts), numbers.percent(waits)))
        return tuple(rows)

    @property
    def alone(self) -> bool:
        """Whether it stands for itself: without the past before it, and so without the fan's axis above it."""
        return self.first == self.window.moments[0]

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint the curve, and the closing line inside lines that fade; the words stand where the past lies."""
        theme, found, plot = easel.theme, self.window, self._plot(easel, speaker)
        if self.alone:
            ground(easel, plot, speaker, "p_renewal")
        base = plot.rect.bottom
        easel.level(plot.rect.x, plot.rect.right, base, theme.ink3, 1.4)
        acts = self._curve(plot, found.acting)
        easel.area([(acts[0][0], base), *acts, (acts[-1][0], base)], easel.tinted(theme.accent, 0.14))
        easel.line(self._curve(plot, found.waiting), 1.8, theme.ink, 5)
        if found.closes is not None:
            self._line(easel, plot)
        easel.cased(acts, 2.8, theme.accent)
        if self.alone:
            self._names(easel, plot, speaker)
            years(easel, plot, speaker, self.first)
        else:
            self._told(easel, plot, speaker.words("ui.chance_by_acting"))

    def _plot(self, easel: Easel, speaker: Speaker) -> Plot:
        pen, found, size = easel.pen, self.window, easel.rect.size
        values = [0.0, *found.acting, *found.waiting, 0.05]
        if not self.alone:
            return Plot(pygame.Rect(pen.px(2), pen.px(4), size[0] - pen.px(6), size[1] - pen.px(8)), self.first,
                        self.last, values)  # fmt: skip
        names = max(pen.width(speaker.words(f"chart.{name}"), SMALL_BOLD) for name in ("acting", "waiting"))
        room = pygame.Rect(pen.px(2), pen.px(8), max(size[0] - names - pen.px(20), 4), 0)
        room.height = max(size[1] - room.y - pen.line_height(SMALL) - pen.px(4), 4)
        return Plot(room, self.first, self.last, values).scaled(pen, speaker, "p_renewal")

    def _names(self, easel: Easel, plot: Plot, speaker: Speaker) -> None:
        """Write at the end of each line whether it is with an effort or without."""
        tall = easel.pen.line_height(SMALL)
        wished = [plot.y(shares[-1]) - tall / 2 for shares in (self.window.acting, self.window.waiting)]
        inks = (("acting", easel.theme.accent), ("waiting", easel.theme.ink))
        for (name, ink), y in zip(inks, apart(wished, tall * 0.9, 0, plot.rect.bottom - tall / 2), strict=True):
            easel.words(speaker.words(f"chart.{name}"), (plot.rect.right + easel.px(10), y), SMALL_BOLD, ink)

    def _told(self, easel: Easel, plot: Plot, label: str) -> None:
        """Write what the curve is, where the past lies."""
        pen = easel.pen
        room = round(plot.x(self.window.moments[0])) - plot.rect.x - pen.px(12)
        if room > pen.tx(70):
            lines = typeset.wrapped(label, SMALL, pen.type_scale, room)
            lines = lines[: max(plot.rect.height // pen.line_height(SMALL), 1)]
            top = plot.rect.bottom - len(lines) * pen.line_height(SMALL) - pen.px(4)
            for k, one in enumerate(lines):
                easel.words(one, (plot.rect.x, top + k * pen.line_height(SMALL)), SMALL, easel.theme.ink2)

    def _curve(self, plot: Plot, shares: tuple[float, ...]) -> list[tuple[float, float]]:
        return [plot.at(quarter, share) for quarter, share in zip(self.window.moments, shares, strict=True)]

    def _line(self, easel: Easel, plot: Plot) -> None:
        """Paint when it closes: one firm line, and fainter ones as far as it may lie off."""
        closes = self.window.closes
        assert closes is not None
        for k in range(LINES):
            share = k / (LINES - 1)
            quarter = closes.low + (closes.high - closes.low) * share
            near = 1.0 - abs(2.0 * share - 1.0)
            if plot.first <= quarter <= plot.last:
                tint = easel.tinted(easel.theme.accent, 0.15 + 0.35 * near)
                easel.upright(plot.x(quarter), plot.rect.y + easel.px(6), plot.rect.bottom, tint, 1.2)
        x = min(max(plot.x(closes.value), plot.rect.x), plot.rect.right)
        easel.upright(x, plot.rect.y, plot.rect.bottom + easel.px(4), easel.theme.accent, 2.6)
