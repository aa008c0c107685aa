"""The fan of futures: the past is one solid line, the future many thin ones in two families, with two medians."""

from dataclasses import dataclass

import numpy as np
import pygame

from game.explain.forecast import Band, Forecast
from game.explain.speech import Speaker
from game.simulation.exact import Array
from game.ui.charts.axes import Plot, apart, ground, told_quarters, written, years
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.typeset import SMALL, SMALL_BOLD

PAST = 40
"""Quarters of the past that are shown before the fan."""

WIDE = 640
"""Pixels at 1920 × 1080 from which the two families have names at their ends."""


@dataclass(frozen=True)
class Fan(Chart):
    """One number's past, and where it may go.

    Attributes:
        forecast: The futures; jobs are known future by future, other numbers by their band.
        number: The indicator.
        past: Its whole history.
        goal: A value to reach, drawn across.
        plain: Whether the end of the axis is said in a word, not as a year.
    """

    forecast: Forecast
    number: str
    past: tuple[float, ...]
    goal: float | None = None
    plain: bool = False

    @property
    def first(self) -> int:
        """First quarter of the axis."""
        return max(self.forecast.at - min(PAST, self.forecast.horizon), 0)

    @property
    def last(self) -> int:
        """Last quarter of the axis."""
        return self.forecast.at + len(self.band.p50) - 1

    @property
    def band(self) -> Band:
        """Where four futures of five lie."""
        return self.forecast.bands[self.number]

    def families(self) -> tuple[Array, Array] | None:
        """Return the single futures that flourish and those that do not; None where they are not known."""
        if self.number != "employment":
            return None
        found = self.forecast
        return found.paths[found.flourishes], found.paths[~found.flourishes]

    def describe(self, speaker: Speaker) -> str:
        """Say the value now, and where four futures of five end."""
        low, middle, high = (written(speaker, self.number, float(p[-1])) for p in self._ways())
        return speaker.words("chart.fan", name=speaker.name(self.number), until=speaker.date(self.last),
                             now=written(speaker, self.number, self.past[-1]),
                             low=low, middle=middle, high=high)  # fmt: skip

    def table(self, speaker: Speaker) -> Table:
        """Return a row a year: the lower edge, the middle, the upper edge."""
        say = speaker.words
        rows = [(say("chart.quarter"), say("chart.low"), say("chart.middle"), say("chart.high"))]
        for quarter in told_quarters(self.forecast.at, self.last):
            cells = [written(speaker, self.number, float(p[quarter - self.forecast.at])) for p in self._ways()]
            rows.append((speaker.date(quarter), cells[0], cells[1], cells[2]))
        return tuple(rows)

    def _ways(self) -> tuple[Array, Array, Array]:
        return self.band.p10, self.band.p50, self.band.p90

    # --- painting ----------------------------------------------------------------------------------------------

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint the ground, the futures, the past and *now*."""
        at, theme, plot = self.forecast.at, easel.theme, self._plot(easel, speaker)
        ground(easel, plot, speaker, self.number)
        families = self.families()
        if families is None:
            easel.area(plot.band(at, self.band.p10, self.band.p90), easel.tinted(theme.ink, 0.12))
            easel.cased(plot.curve(at, self.band.p50), 2.4, theme.ink, 7)
        else:
            self._families(easel, plot, families, speaker)
        if self.goal is not None:
            easel.line([plot.at(plot.first, self.goal), plot.at(plot.last, self.goal)], 2, theme.gain, 6)
        easel.upright(plot.x(at), plot.rect.y, plot.rect.bottom, theme.ink3, 1.4)
        easel.line(plot.curve(self.first, self.past[self.first : at + 1]), 2.8, theme.ink)
        known = min(len(self.past) - 1, at)  # statistics may come late
        easel.dot(plot.at(known, self.past[known]), 5.5, easel.ground)
        easel.dot(plot.at(known, self.past[known]), 4.5, theme.ink)
        years(easel, plot, speaker, at, speaker.words("chart.later") if self.plain else "")

    def _plot(self, easel: Easel, speaker: Speaker) -> Plot:
        pen = easel.pen
        names = [speaker.words("chart.flourishes"), speaker.words("chart.declines")]
        labelled = self._labelled(easel)
        right = max(pen.width(name, SMALL_BOLD) for name in names) + pen.px(16) if labelled else pen.px(4)
        room = pygame.Rect(pen.px(2), pen.px(4), easel.rect.width - right - pen.px(2), 0)
        room.height = max(easel.rect.height - room.y - pen.line_height(SMALL) - pen.px(4), 4)
        values = [*self.past[self.first : self.forecast.at + 1], *self.band.p10, *self.band.p90]
        if self.families() is not None and len(self.forecast.paths):
            values += [float(self.forecast.paths.min()), float(self.forecast.paths.max())]
        values += [] if self.goal is None else [self.goal]
        plot = Plot(room, self.first, self.last, [float(value) for value in values])
        return plot.scaled(pen, speaker, self.number) if labelled else plot

    def _labelled(self, easel: Easel) -> bool:
        return self.families() is not None and easel.rect.width > easel.pen.px(WIDE)

    def _families(self, easel: Easel, plot: Plot, families: tuple[Array, Array], speaker: Speaker) -> None:
        """Paint both families as texture, and their medians so that they can be read."""
        theme, at = easel.theme, self.forecast.at
        flourish, decline = families
        for family, colour, share in ((decline, theme.ink, 0.42), (flourish, theme.accent, 0.62)):
            for path in family:
                easel.texture(plot.curve(at, path), easel.tinted(colour, share))
        medians = []
        for family, colour, dash in ((decline, theme.ink, 7.0), (flourish, theme.accent, 0.0)):
            if len(family):
                middle = np.median(family, axis=0)
                easel.cased(plot.curve(at, middle), 2.5, colour, dash)
                medians.append((plot.y(float(middle[-1])), colour, "flourishes" if not dash else "declines"))
        if self._labelled(easel):
            tall = easel.pen.line_height(SMALL)
            ys = apart([y - tall / 2 for y, _, _ in medians], tall, 0, plot.rect.bottom - tall / 2)
            for y, (_, colour, name) in zip(ys, medians, strict=True):
                easel.words(speaker.words(f"chart.{name}"), (plot.rect.right + easel.px(10), y), SMALL_BOLD, colour)
