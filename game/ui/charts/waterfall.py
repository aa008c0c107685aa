"""A waterfall: how causes lead from one value to the next, in bars that visibly add up."""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.explain.quantities import HIGH_IS_GOOD
from game.explain.speech import Speaker
from game.explain.why import Reason
from game.ui import typeset
from game.ui.charts.chart import Chart, picture
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.kit import Kit
from game.ui.screen import Turn
from game.ui.theme import Colour
from game.ui.typeset import SMALL, SMALL_BOLD, STAT, Role

MOST_BARS = 6
LABEL_LINES = 4
"""Lines that a bar's label has at most."""
LEAST_LINES = 2
"""Lines that are left for labels at least: a date may need two."""
CUT = 0.12
"""Where the change is a smaller part of the whole than this, the axis does not begin at nought."""


@dataclass(frozen=True)
class Bar:
    """One step of a waterfall."""

    label: str
    cause: str
    amount: float


def bars_of(reason: Reason, speaker: Speaker) -> list[Bar]:
    """Return the steps of a waterfall: the largest causes, and everything else as the last."""
    return [Bar(speaker.entry(part.cause), part.cause, part.amount) for part in reason.largest(MOST_BARS)]


@dataclass(frozen=True)
class Waterfall(Chart):
    """The causes of one change; ``chosen`` is the cause that is told."""

    reason: Reason
    chosen: str = ""

    def describe(self, speaker: Speaker) -> str:
        """Say how the number moved, and the largest cause."""
        return speaker.sentence(self.reason)

    def table(self, speaker: Speaker) -> Table:
        """Return the first value, every cause, and the last value."""
        reason, number = self.reason, self.reason.number
        steps = [(bar.label, speaker.change(number, bar.amount)) for bar in bars_of(reason, speaker)]
        return (
            (speaker.words("chart.cause"), speaker.name(number)),
            (speaker.date(reason.since), speaker.value(number, reason.before)),
            *steps,
            (speaker.date(reason.at), speaker.value(number, reason.after)),
        )

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint the two ends in ink, and the steps between them joined by hairlines."""
        fall = _Fall(easel, self.reason, bars_of(self.reason, speaker), speaker)
        easel.level(fall.plot.x, fall.plot.right, fall.y(fall.base), easel.theme.ink3, 1.4)
        for at, value, quarter in ((0, self.reason.before, self.reason.since), (len(fall.bars) + 1, self.reason.after,
                                                                              self.reason.at)):  # fmt: skip
            fall.end(at, value, speaker.value(self.reason.number, value))
            fall.label(at, speaker.date(quarter))
        for k, bar in enumerate(fall.bars):
            fall.step(k, speaker.change(self.reason.number, bar.amount))
            fall.label(k + 1, bar.label, bar.cause == self.chosen)


class _Fall:
    """Where the bars of one waterfall stand."""

    def __init__(self, easel: Easel, reason: Reason, bars: list[Bar], speaker: Speaker) -> None:
        self.easel, self.reason, self.bars = easel, reason, bars
        self.levels = [reason.before]
        for bar in bars:
            self.levels.append(self.levels[-1] + bar.amount)
        low, high = min(self.levels), max(self.levels)
        room = (high - low) or max(abs(high) * 0.2, 0.1)
        whole = high - low > CUT * max(abs(high), abs(low))
        self.floor = min(low, 0.0) if whole else low - 0.35 * room
        self.top = max(high, 0.0) if whole else high + 0.12 * room
        self.base = 0.0 if whole else self.floor
        self.slot = easel.rect.width / (len(bars) + 2)
        lines = max((len(self._lines(bar.label, SMALL_BOLD)) for bar in bars), default=1)
        below = max(lines, LEAST_LINES) * easel.pen.line_height(SMALL) + easel.pen.px(8)
        self.plot = pygame.Rect(0, 0, easel.rect.width, max(easel.rect.height - below, 8))
        self.wide = min(self.slot * 0.62, easel.px(96))
        self.margin = easel.pen.line_height(STAT)
        written = [speaker.value(reason.number, value) for value in (reason.before, reason.after)]
        written += [speaker.change(reason.number, bar.amount) for bar in bars]
        fits = max(easel.pen.width(text, STAT) for text in written) < self.slot - easel.px(8)
        self.role = STAT if fits else SMALL_BOLD
        """Of the numbers: small enough that neighbours do not touch."""

    def y(self, value: float) -> float:
        """Return how high a value lies; numbers above and below the bars have their room."""
        foot = self.margin if self.floor < self.base else 0
        span = (self.top - self.floor) or 1.0
        return self.plot.bottom - foot - (self.plot.height - self.margin - foot) * (value - self.floor) / span

    def middle(self, at: int) -> float:
        """Return where a bar stands."""
        return self.plot.x + self.slot * (at + 0.5)

    def end(self, at: int, value: float, label: str) -> None:
        """Paint the first or the last bar."""
        middle, top, foot = self.middle(at), self.y(value), self.y(self.base)
        self.easel.box(middle - self.wide / 2, top, middle + self.wide / 2, foot, self.easel.theme.ink, 3)
        self.easel.words(label, (middle, top if value < self.base else top - self.margin), self.role, align="middle")

    def step(self, k: int, amount: str) -> None:
        """Paint one cause: a bar from where the last one ended, its amount outside."""
        easel, bar = self.easel, self.bars[k]
        middle, start, end = self.middle(k + 1), self.y(self.levels[k]), self.y(self.levels[k + 1])
        half, gap = self.wide / 2, self.slot - self.wide
        easel.level(middle - half - gap, middle - half, start, easel.theme.ink3)
        easel.level(middle + half, middle + half + gap, end, easel.theme.ink3)
        top, bottom = sorted((start, end))
        easel.box(middle - half, top, middle + half, max(bottom, top + 2), welcome(easel, self.reason.number, bar), 3)
        if bottom - top > easel.pen.tx(24):
            ink = easel.theme.on_accent if easel.theme.soft else easel.theme.paper
            easel.icon("up" if bar.amount > 0 else "down", (middle, (top + bottom) / 2), 18, ink)
        easel.words(amount, (middle, bottom if bar.amount < 0 else top - self.margin), self.role, align="middle")

    def label(self, at: int, text: str, chosen: bool = False) -> None:
        """Write what a bar is, under it."""
        pen, role = self.easel.pen, SMALL_BOLD if chosen else SMALL
        ink = self.easel.theme.ink if chosen else self.easel.theme.ink2
        for k, one in enumerate(self._lines(text, role)):
            y = self.plot.bottom + pen.px(8) + k * pen.line_height(SMALL)
            self.easel.words(one, (self.middle(at), y), role, ink, "middle", self.slot * 0.94)

    def _lines(self, text: str, role: Role) -> list[str]:
        """Break a label; what does not fit is cut at its end."""
        scale, room = self.easel.pen.type_scale, round(self.slot * 0.94)
        lines = list(typeset.wrapped(text, role, scale, room))
        if len(lines) <= LABEL_LINES:
            return lines
        rest = lines[LABEL_LINES - 1] + "…"
        return [*lines[: LABEL_LINES - 1], typeset.shortened(rest, role, scale, room)]


def welcome(easel: Easel, number: str, bar: Bar) -> Colour:
    """Return the colour of a step: a gain, a loss, or neither."""
    more = HIGH_IS_GOOD.get(number)
    if more is None or not bar.amount:
        return easel.theme.ink2
    return easel.theme.gain if (bar.amount > 0) == more else easel.theme.accent


def waterfall(
    kit: Kit, rect: pygame.Rect, reason: Reason, speaker: Speaker, chosen: str, press: Callable[[str], Turn | None],
) -> None:  # fmt: skip
    """Draw a waterfall of which every bar can be pressed."""
    kit.surface.blit(picture(kit, Waterfall(reason, chosen), speaker, rect.size), rect)
    bars = bars_of(reason, speaker)
    slot = rect.width / (len(bars) + 2)
    for k, bar in enumerate(bars):
        area = pygame.Rect(round(rect.x + slot * (k + 1)), rect.y, round(slot), rect.height)
        tip = speaker.words("read.pair", first=bar.label, second=speaker.change(reason.number, bar.amount))
        hot = kit.spot(area, f"bar {bar.cause}", lambda cause=bar.cause: press(cause), tip)  # type: ignore[misc]
        if bar.cause == chosen or hot:
            colour = kit.theme.accent if bar.cause == chosen else kit.theme.ink3
            kit.plate(area.inflate(-2, 0), colour, kit.px(8), 2)
