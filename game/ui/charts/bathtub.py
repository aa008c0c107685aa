"""A bathtub: a stock stands where it stands because of all that ever flowed in and out."""

from dataclasses import dataclass

import pygame

from game.explain.speech import Speaker
from game.ui.charts.axes import written
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD


@dataclass(frozen=True)
class Flow:
    """What came in or went out in the span, by one cause; never below nought."""

    label: str
    amount: float


@dataclass(frozen=True)
class Bathtub(Chart):
    """One stock: its level before and now, and the flows between.

    Attributes:
        name: What the stock is called.
        number: The indicator that says how values are written.
        before: Its level at the beginning of the span.
        now: Its level now.
        high: The level at which the tub is full.
        inflows: What came in, the largest first.
        outflows: What went out, the largest first.
    """

    name: str
    number: str
    before: float
    now: float
    high: float
    inflows: tuple[Flow, ...]
    outflows: tuple[Flow, ...]

    @property
    def inflow(self) -> float:
        """All that came in."""
        return sum(flow.amount for flow in self.inflows)

    @property
    def outflow(self) -> float:
        """All that went out."""
        return sum(flow.amount for flow in self.outflows)

    def describe(self, speaker: Speaker) -> str:
        """Say the level, and whether more comes in than goes out."""
        more = "rises" if self.inflow > self.outflow else "falls" if self.inflow < self.outflow else "stays"
        inflow, outflow = (speaker.change(self.number, value).lstrip("+") for value in (self.inflow, self.outflow))
        now = written(speaker, self.number, self.now)
        said = speaker.words("chart.tub", name=self.name, now=now, inflow=inflow, outflow=outflow)
        return said + speaker.words(f"chart.tub_{more}")

    def table(self, speaker: Speaker) -> Table:
        """Return the level before, every flow, and the level now."""
        say, number = speaker.words, self.number
        return (
            (self.name, say("chart.amount")),
            (say("chart.before"), written(speaker, number, self.before)),
            *((flow.label, speaker.change(number, flow.amount)) for flow in self.inflows),
            *((flow.label, speaker.change(number, -flow.amount)) for flow in self.outflows),
            (say("ui.now"), written(speaker, number, self.now)),
        )

    # --- painting ----------------------------------------------------------------------------------------------

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Paint the tub with its level between an in-pipe at the left and an out-pipe at the right."""
        pen, rect = easel.pen, easel.rect
        side = min(round(rect.width * 0.34), pen.tx(260))
        tub = pygame.Rect(side, pen.line_height(HEADING) + pen.px(8), rect.width - 2 * side, 0)
        tub.height = max(rect.height - tub.y - pen.px(10), 20)
        self._water(easel, tub, speaker)
        widest = max(self.inflow, self.outflow, 1e-9)
        self._pipe(easel, tub, speaker, self.inflows, self.inflow / widest, True)
        self._pipe(easel, tub, speaker, self.outflows, self.outflow / widest, False)
        easel.words(self.name, (tub.centerx, 0), HEADING, align="middle", room=rect.width)

    def _water(self, easel: Easel, tub: pygame.Rect, speaker: Speaker) -> None:
        """Paint tub and level; a dashed line says where it stood before."""
        theme, wall = easel.theme, easel.px(4)
        full = max(self.high, self.now, self.before, 1e-9)
        inside = tub.height - wall
        level = tub.bottom - wall - inside * max(self.now, 0.0) / full
        before = tub.bottom - wall - inside * max(self.before, 0.0) / full
        easel.box(tub.x, level, tub.right, tub.bottom - wall, easel.tinted(theme.gain, 0.32))
        easel.level(tub.x, tub.right, level, theme.gain, 2.4)
        easel.line([(tub.x, before), (tub.right, before)], 1.6, theme.ink, 5)
        for x in (tub.x, tub.right):
            easel.box(x - wall / 2, tub.y, x + wall / 2, tub.bottom, theme.ink, 1)
        easel.box(tub.x - wall / 2, tub.bottom - wall, tub.right + wall / 2, tub.bottom, theme.ink, 1)
        tall = easel.pen.line_height(HEADING)
        deep = tub.bottom - level > tall + 2 * wall
        y = level + easel.px(4) if deep else min(level, before) - tall
        easel.words(written(speaker, self.number, self.now), (tub.centerx, y), HEADING, align="middle")

    def _pipe(
        self, easel: Easel, tub: pygame.Rect, speaker: Speaker, flows: tuple[Flow, ...], share: float, inward: bool
    ) -> None:
        """Paint a pipe as wide as what flows through it, an arrow, and what it is made of."""
        theme, pen = easel.theme, easel.pen
        colour = theme.gain if inward else theme.accent
        thick = max(easel.px(26) * share, 2.0)
        y = tub.y + pen.line_height(SMALL_BOLD) + easel.px(14) if inward else tub.bottom - easel.px(22)
        x = (0, tub.x + easel.px(14)) if inward else (tub.right, easel.rect.width - easel.px(12))
        easel.box(x[0], y - thick / 2, x[1], y + thick / 2, easel.tinted(colour, 0.85))
        tip, half = x[1] + easel.px(10), thick / 2 + easel.px(6)
        easel.area([(x[1] - 1, y - half), (tip, y), (x[1] - 1, y + half)], easel.tinted(colour, 0.85))
        total = self.inflow if inward else self.outflow
        left = 0 if inward else tub.right + easel.px(12)
        room = (tub.x if inward else easel.rect.width) - left - easel.px(12)
        lines = [(speaker.change(self.number, total if inward else -total), SMALL_BOLD, colour)]
        lines += [(flow.label, SMALL, theme.ink2) for flow in flows[:3] if flow.amount > 0]
        step = pen.line_height(SMALL)
        top = y + thick / 2 + easel.px(6) if inward else y - thick / 2 - easel.px(10) - len(lines) * step
        for k, (text, role, ink) in enumerate(lines):
            if 0 <= top + k * step <= easel.rect.height - pen.line_height(BODY) * 0.5:
                easel.words(text, (left, top + k * step), role, ink, room=room)
