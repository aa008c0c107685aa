"""Ranked effects: a bar from nought for each, a whisker for how sure it is, its number clear of both."""

from dataclasses import dataclass

from game.content import numbers
from game.explain.quantities import KINDS
from game.explain.speech import Speaker
from game.ui.charts.axes import written
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.typeset import SMALL, SMALL_BOLD


@dataclass(frozen=True)
class Effect:
    """One effect, and the interval it lies in; ``note`` stands pale behind the label, as a date."""

    label: str
    value: float
    low: float
    high: float
    note: str = ""

    @property
    def clear(self) -> bool:
        """Whether the interval keeps clear of nought."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Ranked(Chart):
    """Effects on one number, in the order given; ``welcome`` says whether more is good."""

    number: str
    effects: tuple[Effect, ...]
    welcome: bool = True

    def describe(self, speaker: Speaker) -> str:
        """Say which effect is largest."""
        if not self.effects:
            return speaker.words("chart.no_values", name=speaker.name(self.number))
        largest = max(self.effects, key=lambda one: abs(one.value))
        return speaker.words("chart.ranked", label=largest.label, name=speaker.name(self.number),
                             value=self._signed(speaker, largest.value), low=self._signed(speaker, largest.low),
                             high=self._signed(speaker, largest.high))  # fmt: skip

    def table(self, speaker: Speaker) -> Table:
        """Return a row for each effect with its interval."""
        say = speaker.words
        rows = [(say("chart.cause"), speaker.name(self.number), say("chart.low"), say("chart.high"))]
        for one in self.effects:
            cells = [self._signed(speaker, value) for value in (one.value, one.low, one.high)]
            rows.append((one.label, cells[0], cells[1], cells[2]))
        return tuple(rows)

    def _signed(self, speaker: Speaker, value: float) -> str:
        if self.number in KINDS:
            return speaker.change(self.number, value)
        sign = "+" if value > 0 else numbers.MINUS if value < 0 else ""
        return sign + written(speaker, self.number, abs(value))

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint the rows on one scale around nought."""
        if not self.effects:
            return
        pen, rect = easel.pen, easel.rect
        notes = max(pen.width(one.note, SMALL) + pen.px(14) if one.note else 0 for one in self.effects)
        names = max(pen.width(one.label, SMALL) for one in self.effects) + notes + pen.px(16)
        names = min(names, round(rect.width * (0.5 if notes else 0.42)))
        figures = max(pen.width(self._signed(speaker, one.value), SMALL_BOLD) for one in self.effects) + pen.px(14)
        low = min(0.0, *(one.low for one in self.effects))
        high = max(0.0, *(one.high for one in self.effects))
        left = names + (figures if low < 0 else 0)
        right = rect.width - (figures if high > 0 else 0)
        scale = max(right - left, 1) / ((high - low) or 1.0)
        step = rect.height / len(self.effects)
        nought = left - low * scale
        easel.upright(nought, 0, rect.height, easel.theme.ink3, 1.4)
        for k, one in enumerate(self.effects):
            self._row(
                easel, speaker, one, (nought, scale), (k + 0.5) * step, min(step * 0.5, easel.px(18)), (names, notes)
            )

    def _row(
        self,
        easel: Easel,
        speaker: Speaker,
        one: Effect,
        axis: tuple[float, float],
        y: float,
        tall: float,
        columns: tuple[int, int],
    ) -> None:
        """Paint one effect; the whisker wears a casing so that it stands out from its bar."""
        nought, scale = axis
        theme, half = easel.theme, easel.pen.line_height(SMALL) / 2
        names, notes = columns
        colour = theme.gain if (one.value >= 0) == self.welcome else theme.accent
        colour = colour if one.clear else theme.ink3
        easel.box(nought, y - tall / 2, nought + one.value * scale, y + tall / 2, colour, 2)
        ends = [(nought + one.low * scale, y), (nought + one.high * scale, y)]
        easel.line(ends, 5, easel.ground)
        easel.line(ends, 2, theme.ink)
        easel.words(one.label, (0, y - half), SMALL, room=names - notes - easel.px(12))
        if one.note:
            easel.words(one.note, (names - easel.px(14), y - half), SMALL, theme.ink2, "right")
        figure, ink = self._signed(speaker, one.value), colour if one.clear else theme.ink2
        if one.value >= 0:
            easel.words(figure, (max(ends[1][0], nought) + easel.px(10), y - half), SMALL_BOLD, ink)
        else:
            easel.words(figure, (min(ends[0][0], nought) - easel.px(10), y - half), SMALL_BOLD, ink, "right")
