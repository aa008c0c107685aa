"""Where quarters and values lie, the few lines behind them, and labels that keep clear of each other."""

import math
from collections.abc import Sequence

import pygame

from game.explain.quantities import KINDS
from game.explain.speech import Speaker
from game.simulation.exact import Array
from game.ui.charts.easel import Easel
from game.ui.map.lines import Point
from game.ui.pen import Pen
from game.ui.typeset import SMALL

ENOUGH = 24
"""Rows up to which a table has one for each quarter; beyond it one a year."""
RUNGS = 3
"""Round values up an axis, at most: more would be a ruler, and none would leave the line without a scale."""


class Plot:
    """Turns quarters and values into pixels; the axis begins at nought where that wastes little room."""

    has_scale = False
    """Whether values are written at its left."""

    def __init__(self, rect: pygame.Rect, first: int, last: int, values: Sequence[float]) -> None:
        low, high = min(values), max(values)
        room = (high - low) or max(abs(high) * 0.2, 0.1)
        self.rect, self.first, self.last = rect, first, max(last, first + 1)
        self.bottom = 0.0 if 0.0 <= low < 0.6 * high or low == high == 0.0 else low - 0.08 * room
        self.top = high + (0.06 * room if high > low else room)

    def x(self, quarter: float) -> float:
        """Return where a quarter stands."""
        return self.rect.x + self.rect.width * (quarter - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        """Return how high a value lies."""
        return self.rect.bottom - self.rect.height * (value - self.bottom) / (self.top - self.bottom)

    def at(self, quarter: float, value: float) -> Point:
        """Return the pixel of a value in a quarter."""
        return self.x(quarter), self.y(value)

    def curve(self, first: int, values: Sequence[float] | Array) -> list[Point]:
        """Return the pixels of a series that begins in a quarter."""
        step, (left, floor) = self.rect.width / (self.last - self.first), self.at(first, self.bottom)
        rise = self.rect.height / (self.top - self.bottom)
        return [(left + k * step, floor - rise * (float(value) - self.bottom)) for k, value in enumerate(values)]

    def scaled(self, pen: Pen, speaker: Speaker, number: str) -> "Plot":
        """Leave room at the left for the values of its rungs, where there is some to leave."""
        wide = max((pen.width(text, SMALL) for _, text in rungs(self, speaker, number)), default=0) + pen.px(14)
        if self.rect.height >= 3 * pen.line_height(SMALL) and self.rect.width >= 4 * wide:
            self.rect.update(self.rect.x + wide, self.rect.y, self.rect.width - wide, self.rect.height)
            self.has_scale = True
        return self

    def band(self, first: int, low: Sequence[float] | Array, high: Sequence[float] | Array) -> list[Point]:
        """Return the outline between two series."""
        return [*self.curve(first, high), *reversed(self.curve(first, low))]


def rungs(plot: Plot, speaker: Speaker, number: str) -> list[tuple[float, str]]:
    """Return the round values up an axis, as they are written; none is written twice."""
    span = plot.top - plot.bottom
    size = 10.0 ** math.floor(math.log10(span / RUNGS))
    step = next(size * k for k in (1, 2, 5, 10) if span / (size * k) <= RUNGS)
    steps = range(math.ceil(plot.bottom / step - 1e-9), math.floor(plot.top / step + 1e-9) + 1)
    said = {written(speaker, number, step * k): step * k for k in reversed(steps)}
    return [(value, text) for text, value in reversed(said.items())]


def ground(easel: Easel, plot: Plot, speaker: Speaker, number: str) -> None:
    """Draw the axis and the hairlines above it, each at a round value, which is written where there is room."""
    rect, half = plot.rect, easel.pen.line_height(SMALL) / 2
    for value, text in rungs(plot, speaker, number):
        y = plot.y(value)
        easel.level(rect.x, rect.right, y, easel.theme.hairline)
        if plot.has_scale:
            at = (rect.x - easel.px(8), max(y - half, 0.0))
            easel.words(text, at, SMALL, easel.theme.ink2, "right")
    easel.level(rect.x, rect.right, rect.bottom, easel.theme.ink3, 1.4)


def years(easel: Easel, plot: Plot, speaker: Speaker, now: int | None = None, end: str = "") -> None:
    """Write the first year, or *now*, and the last year (or another word for it) under the axis."""
    pen, y = easel.pen, plot.rect.bottom + easel.px(3)
    last = end or str(speaker.level.date_of(plot.last)[0])
    easel.words(last, (plot.rect.right, y), SMALL, easel.theme.ink2, "right")
    if now is None:
        easel.words(str(speaker.level.date_of(plot.first)[0]), (plot.rect.x, y), SMALL, easel.theme.ink2)
        return
    label = speaker.words("ui.now")
    half = pen.width(label, SMALL) / 2
    most = plot.rect.right - pen.width(last, SMALL) - half - easel.px(8)
    easel.words(label, (min(max(plot.x(now), plot.rect.x + half), most), y), SMALL, easel.theme.ink2, "middle")


def apart(wished: Sequence[float], tall: float, top: float, bottom: float) -> list[float]:
    """Move labels along a line so that none lies on another: in order, each at least so far below the last."""
    order = sorted(range(len(wished)), key=lambda k: wished[k])
    found = list(wished)
    floor = top
    for k in order:
        found[k] = max(wished[k], floor)
        floor = found[k] + tall
    ceiling = bottom
    for k in reversed(order):
        found[k] = min(found[k], ceiling)
        ceiling = found[k] - tall
    return found


def written(speaker: Speaker, number: str, value: float) -> str:
    """Write a value as its number is written; what is not an indicator is a plain number."""
    if number in KINDS:
        return speaker.value(number, value)
    return f"{value:,.0f}" if abs(value) >= 10 or value == round(value) else f"{value:.2f}"


def told_quarters(first: int, last: int) -> list[int]:
    """List the quarters a table tells: all of a short span, else one a year and the last."""
    if last - first <= ENOUGH:
        return list(range(first, last + 1))
    return sorted({*range(first, last + 1, 4), last})
