"""When a programme works: nothing at first, then more and more, and less and less once it is stopped."""

from dataclasses import dataclass

from game.content import numbers
from game.explain.speech import Speaker
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.map.lines import smooth
from game.ui.typeset import SMALL

FADE, LEAST = 14, 16
"""Quarters that are shown after it was stopped, and at least before."""


@dataclass(frozen=True)
class Working(Chart):
    """A card's course: quarters until it begins, quarters until it works fully, and what it loses once stopped."""

    delay: int
    ramp: int
    decay: float

    @property
    def stop(self) -> int:
        """The quarter in which it is stopped in the drawing."""
        return max(self.delay + self.ramp + 6, LEAST)

    def levels(self) -> list[float]:
        """Return how far it has taken hold, quarter by quarter."""
        held = [min(max((k - self.delay) / max(self.ramp, 1), 0.0), 1.0) for k in range(self.stop + 1)]
        return held + [held[-1] * (1.0 - self.decay) ** k for k in range(1, FADE + 1)]

    def describe(self, speaker: Speaker) -> str:
        """Say when it begins, when it works fully, and how it fades."""
        said = speaker.words("ui.begins_after", delay=self.delay, full=self.delay + self.ramp)
        if self.decay:
            joined = " " if speaker.language == "en" else ""
            said += joined + speaker.words("ui.fades", share=numbers.percent(self.decay))
        return said

    def table(self, speaker: Speaker) -> Table:
        """Return how far it has taken hold in each quarter."""
        say = speaker.words
        rows = [(str(k), numbers.percent(level)) for k, level in enumerate(self.levels())]
        return (say("chart.quarter"), say("chart.effect")), *rows

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint the course, filled, with a line where it is stopped."""
        pen, theme, levels = easel.pen, easel.theme, self.levels()
        foot = easel.rect.height - pen.line_height(SMALL) - pen.px(4)
        step = easel.rect.width / (len(levels) - 1)
        top = easel.px(6)
        points = [(k * step, foot - (foot - top) * level) for k, level in enumerate(levels)]
        curve = [(x, min(max(y, top), foot)) for x, y in smooth(points, 4)]
        easel.area([(0, foot), *curve, (curve[-1][0], foot)], easel.tinted(theme.ink, 0.09))
        easel.level(0, easel.rect.width, foot, theme.ink3, 1.4)
        easel.upright(self.stop * step, 0, foot, theme.ink3, 1.4)
        easel.line(curve, 2.8, theme.ink)
        easel.words(speaker.words("ui.start"), (0, foot + easel.px(3)), SMALL, theme.ink2)
        easel.words(
            speaker.words("ui.when_you_stop"), (easel.rect.width, foot + easel.px(3)), SMALL, theme.ink2, "right"
        )
