"""Charts as a good newspaper draws them: few lines, named where they end, each able to say itself and be a table.

A chart is a frozen value; ``show`` draws it, remembers the picture, and names the spot that opens its table.
"""

from collections.abc import Sequence

import pygame

from game.explain.speech import Speaker
from game.ui.charts.bathtub import Bathtub, Flow
from game.ui.charts.chart import Chart, picture, show
from game.ui.charts.closing import Closing
from game.ui.charts.dots import Dots, Row
from game.ui.charts.fan import Fan
from game.ui.charts.histogram import Histogram
from game.ui.charts.line import Line, Mark, Series, Shade
from game.ui.charts.multiples import Multiples, multiples
from game.ui.charts.ranked import Effect, Ranked
from game.ui.charts.small import delay_curve, good, moved, spark
from game.ui.charts.table import ChartTable, Table
from game.ui.charts.waterfall import Bar, Waterfall, bars_of, waterfall
from game.ui.charts.working import Working
from game.ui.kit import Kit
from game.ui.theme import Colour

__all__ = [
    "Bar", "Bathtub", "Chart", "ChartTable", "Closing", "Dots", "Effect", "Fan", "Flow", "Histogram", "Line", "Mark",
    "Multiples", "Ranked", "Row", "Series", "Shade", "Table", "Waterfall", "Working", "bars_of", "delay_curve",
    "good", "history", "moved", "multiples", "picture", "show", "spark", "waterfall",
]  # fmt: skip


def history(
    kit: Kit, rect: pygame.Rect, values: Sequence[float], speaker: Speaker, number: str, last: int,
    marks: Sequence[Mark] = (), span: tuple[int, int] | None = None, ground: Colour | None = None,
    beside: Sequence[Series] = (),
) -> None:  # fmt: skip
    """Draw a number's history from the first quarter to ``last``; ``span`` is tinted, other lines lie behind."""
    shades = () if span is None else (Shade(*span, accent=True),)
    chart = Line(number, (Series(tuple(values)), *beside), last, tuple(marks), shades)
    show(kit, rect, chart, speaker, f"chart {number}", ground)
