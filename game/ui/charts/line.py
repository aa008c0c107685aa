"""Numbers over time: one line or several, each with its band and its name at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pygame

from game.explain.speech import Speaker
from game.ui.charts.axes import Plot, apart, ground, told_quarters, written, years
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.theme import Colour
from game.ui.typeset import SMALL, SMALL_BOLD

Look = Literal["ink", "accent", "gain", "pale", "dashed", "drawn"]
WEIGHTS = {"ink": 2.8, "accent": 2.8, "gain": 2.8, "pale": 1.6, "dashed": 2.2, "drawn": 2.2}
DASHED = ("dashed", "drawn")
UNNAMED = " "
"""The label of a line that says nothing at its end: what leads to others that do."""


@dataclass(frozen=True)
class Mark:
    """A quarter to point out on a chart: something that was done, or that happened."""

    quarter: int
    accent: bool = False


@dataclass(frozen=True)
class Shade:
    """A span of quarters that is tinted, with a word at its top: a phase, a time that is being asked about.

    Neighbours take turns in being tinted: ``bare`` ones are only named.
    """

    first: int
    last: int
    label: str = ""
    accent: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Series:
    """One line.

    Attributes:
        values: Its values, quarter by quarter.
        label: Its name, written at its end; its last value if left out, nothing if ``UNNAMED``.
        first: The quarter it begins in.
        look: ``ink`` for what happened, ``drawn`` for what a player expected, ``dashed`` and ``pale`` for what
            might have been.
        low: Lower edge of its band, as long as the values; none if empty.
        high: Upper edge of its band.
    """

    values: tuple[float, ...]
    label: str = ""
    first: int = 0
    look: Look = "ink"
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()

    @property
    def last(self) -> int:
        """The quarter it ends in."""
        return self.first + len(self.values) - 1


@dataclass(frozen=True)
class Line(Chart):
    """One or several series of one number on one axis; the first is what the chart is about.

    Attributes:
        number: The indicator that says how values are written and named.
        series: The lines.
        last: Last quarter of the axis; that of the longest line if left out.
        marks: Quarters pointed out at the axis.
        shades: Tinted spans.
        now: The quarter in which we are, if an upright line is to say so.
        goal: A value to reach, drawn across.
        reach: Values that the axis holds at least: a chance goes from nought to one.
        title: What it shows, if not simply the number's name.
    """

    number: str
    series: tuple[Series, ...]
    last: int | None = None
    marks: tuple[Mark, ...] = ()
    shades: tuple[Shade, ...] = ()
    now: int | None = None
    goal: float | None = None
    reach: tuple[float, ...] = ()
    title: str = ""

    @property
    def end(self) -> int:
        """Last quarter of the axis."""
        return max(*(one.last for one in self.series), self.last or 0)

    @property
    def begin(self) -> int:
        """First quarter of the axis."""
        return min(one.first for one in self.series)

    def describe(self, speaker: Speaker) -> str:
        """Say where the first line began, where it ended, and between what it lay."""
        main, say = self.series[0], speaker.words
        high, low = max(main.values), min(main.values)
        said = say("chart.line", name=self.title or speaker.name(self.number),
                   first=written(speaker, self.number, main.values[0]), since=speaker.date(main.first),
                   last=written(speaker, self.number, main.values[-1]), until=speaker.date(main.last),
                   high=written(speaker, self.number, high), low=written(speaker, self.number, low))  # fmt: skip
        for one in self.series[1:]:
            if one.label.strip():
                end = written(speaker, self.number, one.values[-1])
                said += say("chart.beside", name=one.label, last=end, until=speaker.date(one.last))
        return said

    def table(self, speaker: Speaker) -> Table:
        """Return a row for each quarter, or for each year of a long run."""
        named = [one.label.strip() or speaker.name(self.number) for one in self.series]
        rows = [(speaker.words("chart.quarter"), *named)]
        for quarter in told_quarters(self.begin, self.end):
            told = [
                written(speaker, self.number, one.values[quarter - one.first])
                if one.first <= quarter <= one.last else "–" for one in self.series
            ]  # fmt: skip
            if any(cell != "–" for cell in told):
                rows.append((speaker.date(quarter), *told))
        return tuple(rows)

    # --- painting ----------------------------------------------------------------------------------------------

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint shades, bands, lines, and their names."""
        plot = self._plot(easel, speaker)
        self._behind(easel, plot, speaker)
        for one in reversed(self.series):
            # The band round what somebody drew is that of the futures, so it is not in the colour of the drawing.
            colour = easel.theme.ink if one.look == "drawn" else look_of(easel, one.look)
            if one.low:
                easel.area(plot.band(one.first, one.low, one.high), easel.tinted(colour, 0.16))
        for one in reversed(self.series):
            line = easel.cased if one.low else easel.line
            line(plot.curve(one.first, one.values), WEIGHTS[one.look], look_of(easel, one.look),
                 7.0 if one.look in DASHED else 0.0)  # fmt: skip
        main = self.series[0]
        easel.dot(plot.at(main.last, main.values[-1]), 5, look_of(easel, main.look))
        self._names(easel, plot, speaker)
        years(easel, plot, speaker, self.now)

    def _plot(self, easel: Easel, speaker: Speaker) -> Plot:
        pen = easel.pen
        names = [one.label or written(speaker, self.number, one.values[-1]) for one in self.series]
        right = min(max(pen.width(name, SMALL_BOLD) for name in names) + pen.px(16), easel.rect.width // 2)
        top = pen.line_height(SMALL) if any(shade.label for shade in self.shades) else pen.px(6)
        height = easel.rect.height - top - pen.line_height(SMALL) - pen.px(4)
        room = pygame.Rect(pen.px(6), top, easel.rect.width - right - pen.px(6), max(height, 4))
        values = [value for one in self.series for value in (*one.values, *one.low, *one.high)]
        values += [*self.reach, *([] if self.goal is None else [self.goal])]
        return Plot(room, self.begin, self.end, values).scaled(pen, speaker, self.number)

    def _behind(self, easel: Easel, plot: Plot, speaker: Speaker) -> None:
        """Paint what lies behind the lines."""
        rect, theme = plot.rect, easel.theme
        for shade in self.shades:
            tint = theme.accent_tint if shade.accent and theme.soft else easel.tinted(theme.ink, 0.07)
            left, right = plot.x(shade.first), plot.x(shade.last)
            if not shade.bare:
                easel.box(left, rect.y, max(right, left + 2), rect.bottom, tint)
        self._labels(easel, plot)
        ground(easel, plot, speaker, self.number)
        if self.now is not None:
            easel.upright(plot.x(self.now), rect.y, rect.bottom, theme.ink3)
        if self.goal is not None:
            easel.line([plot.at(plot.first, self.goal), plot.at(plot.last, self.goal)], 2, theme.gain, 6)
        for mark in self.marks:
            x = plot.x(mark.quarter)
            colour = theme.accent if mark.accent else theme.ink3
            easel.upright(x, rect.bottom - easel.px(10), rect.bottom + easel.px(4), colour, 2)

    def _labels(self, easel: Easel, plot: Plot) -> None:
        """Name the spans above them: whole, or not at all. A name may reach over its span while the next has room."""
        pen, gap, free = easel.pen, easel.px(10), plot.rect.x - easel.px(7)
        ends = [plot.x(shade.last) for shade in self.shades]
        for k, shade in enumerate(self.shades):
            left, wide = max(plot.x(shade.first) + easel.px(3), free + gap), pen.width(shade.label, SMALL)
            after = self.shades[k + 1].label if k + 1 < len(ends) else ""
            end = ends[k + 1] - pen.width(after, SMALL) - gap if after else easel.rect.width
            if shade.label and left + wide <= max(ends[k], end):
                easel.words(shade.label, (left, 0), SMALL, easel.theme.ink2)
                free = left + wide

    def _names(self, easel: Easel, plot: Plot, speaker: Speaker) -> None:
        """Write each line's name, or its last value, where it ends."""
        pen = easel.pen
        tall = pen.line_height(SMALL)
        named = [one for one in self.series if one.label != UNNAMED]
        wished = [self._beside(one, pen.width(one.label, SMALL_BOLD), plot, tall) for one in named]
        for one, y in zip(named, apart(wished, tall * 0.9, 0, plot.rect.bottom - tall), strict=True):
            text = one.label or written(speaker, self.number, one.values[-1])
            x = plot.x(one.last) + easel.px(10)
            colour = easel.theme.ink2 if one.look == "pale" else look_of(easel, one.look)
            role = SMALL if one.look == "pale" else SMALL_BOLD
            easel.box(
                x - easel.px(4), y, x + pen.width(text, role), y + tall * 0.92, easel.ground
            )  # no rung crosses it
            easel.words(text, (x, y), role, colour, room=easel.rect.width - x)

    def _beside(self, one: Series, wide: int, plot: Plot, tall: int) -> float:
        """Return the top of a line's name: at its end; above or below where another line goes on there."""
        end, left = plot.y(one.values[-1]), plot.x(one.last)
        others = [plot.curve(other.first, other.values) for other in self.series if other.last > one.last]
        tops = (end - tall / 2, end - 1.3 * tall, end + 0.3 * tall)
        return next((top for top in tops if not any(_lies_on(points, left, left + wide, top, top + tall)
                                                    for points in others)), tops[0])  # fmt: skip


def _lies_on(points: Sequence[tuple[float, float]], left: float, right: float, top: float, bottom: float) -> bool:
    """Whether a curve passes through a box."""
    return any(left <= x <= right and top <= y <= bottom for x, y in points)


def look_of(easel: Easel, look: Look) -> Colour:
    """Return the colour of a look."""
    theme = easel.theme
    return {"ink": theme.ink, "dashed": theme.ink, "accent": theme.accent, "drawn": theme.accent, "gain": theme.gain,
            "pale": theme.ink3}[look]  # fmt: skip
