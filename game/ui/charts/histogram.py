"""A histogram: how many lie where, how far from a line that must not be crossed, and where one's own lies."""

from dataclasses import dataclass

import pygame

from game.explain.speech import Speaker
from game.ui.charts.axes import written
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.typeset import SMALL, SMALL_BOLD

STEPS = 20


@dataclass(frozen=True)
class Histogram(Chart):
    """Many values of one number.

    Attributes:
        number: The indicator that says how values are written; any other word for a plain number.
        values: The values.
        name: What is counted, in words: *firms*, *futures*, *runs*.
        threshold: A line below which it is bad, as where a firm closes; none if left out.
        threshold_name: What this line is.
        own: One's own value, pointed out; none if left out.
        own_name: What it is called.
        title: What the values are, if not simply the number's name.
    """

    number: str
    values: tuple[float, ...]
    name: str
    threshold: float | None = None
    threshold_name: str = ""
    own: float | None = None
    own_name: str = ""
    title: str = ""

    def reach(self) -> tuple[float, float]:
        """Return the axis: from the lowest to the highest of all that is shown."""
        shown = [*self.values, *(one for one in (self.threshold, self.own) if one is not None)] or [0.0]
        low, high = min(shown), max(shown)
        room = (high - low) or max(abs(high) * 0.2, 0.1)
        return low - 0.02 * room, high + 0.02 * room

    def counts(self) -> list[int]:
        """Count the values in each step of the axis."""
        low, high = self.reach()
        found = [0] * STEPS
        for value in self.values:
            found[min(int((value - low) / (high - low) * STEPS), STEPS - 1)] += 1
        return found

    def below(self) -> int:
        """Count the values below the line."""
        return 0 if self.threshold is None else sum(value < self.threshold for value in self.values)

    def describe(self, speaker: Speaker) -> str:
        """Say how many there are, between what the middle half lies, and how many lie below the line."""
        say, name = speaker.words, self.title or speaker.name(self.number)
        if not self.values:
            return say("chart.no_values", name=name)
        ranked = sorted(self.values)
        low, high = (ranked[round(share * (len(ranked) - 1))] for share in (0.25, 0.75))
        said = say("chart.histogram", name=name, count=len(ranked), what=self.name,
                   low=written(speaker, self.number, low), high=written(speaker, self.number, high))  # fmt: skip
        if self.threshold is not None:
            line = self.threshold_name or written(speaker, self.number, self.threshold)
            said += say("chart.below", count=self.below(), line=line)
        if self.own is not None:
            more = sum(value > self.own for value in ranked)
            own = f"{self.own_name} {written(speaker, self.number, self.own)}".strip()
            said += say("chart.own", own=own, count=more)
        return said

    def table(self, speaker: Speaker) -> Table:
        """Return a row for each step of the axis that holds something."""
        low, high = self.reach()
        step = (high - low) / STEPS
        rows = [(self.title or speaker.name(self.number), self.name)]
        for k, count in enumerate(self.counts()):
            if count:
                ends = (written(speaker, self.number, low + (k + j) * step) for j in (0, 1))
                rows.append((" – ".join(ends), str(count)))
        return tuple(rows)

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint the columns, the line, and one's own."""
        pen, theme, counts = easel.pen, easel.theme, self.counts()
        tall = pen.line_height(SMALL)
        head = tall * (1 + (self.own is not None and self.threshold is not None))
        plot = pygame.Rect(2, head, easel.rect.width - 4, max(easel.rect.height - head - tall - pen.px(4), 4))
        low, high = self.reach()
        wide, most = plot.width / STEPS, max(*counts, 1)
        for k, count in enumerate(counts):
            left = plot.x + k * wide
            bad = self.threshold is not None and low + (k + 0.5) * (high - low) / STEPS < self.threshold
            colour = theme.accent if bad else easel.tinted(theme.ink, 0.62)
            if count:
                top = plot.bottom - plot.height * 0.94 * count / most
                easel.box(left + wide * 0.08, top, left + wide * 0.92, plot.bottom, colour, 2)
        easel.level(plot.x, plot.right, plot.bottom, theme.ink3, 1.4)
        for k, (value, name, colour) in enumerate(
            ((self.threshold, self.threshold_name, theme.accent), (self.own, self.own_name, theme.ink))
        ):
            if value is not None:
                x = plot.x + plot.width * (value - low) / (high - low)
                y = tall if k == 1 and self.threshold is not None else 0
                easel.upright(x, y + tall * 0.9, plot.bottom + easel.px(4), colour, 2.6)
                # A line that has a name needs no number; where it lies the axis tells.
                said = name if k == 0 and name else f"{name} {written(speaker, self.number, value)}".strip()
                easel.words(said, (x, y), SMALL_BOLD, colour, "middle")
        foot = plot.bottom + easel.px(3)
        easel.words(written(speaker, self.number, low), (plot.x, foot), SMALL, theme.ink2)
        easel.words(written(speaker, self.number, high), (plot.right, foot), SMALL, theme.ink2, "right")
