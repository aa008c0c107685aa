"""Small multiples: the same small chart many times, so that the eye compares."""

from dataclasses import dataclass

import pygame

from game.explain.speech import Speaker
from game.ui.charts.chart import Chart, show
from game.ui.charts.line import Line
from game.ui.charts.table import Table
from game.ui.kit import Kit
from game.ui.theme import Colour
from game.ui.typeset import SMALL_BOLD


@dataclass(frozen=True)
class Multiples(Chart):
    """Lines of several numbers over the same quarters."""

    lines: tuple[Line, ...]

    def names(self, speaker: Speaker) -> list[str]:
        """Name every small chart."""
        return [line.title or speaker.name(line.number) for line in self.lines]

    def describe(self, speaker: Speaker) -> str:
        """Say every chart after the other."""
        joined = " " if speaker.language == "en" else ""
        return joined.join(line.describe(speaker) for line in self.lines)

    def table(self, speaker: Speaker) -> Table:
        """Return one table of all: a row for each quarter told, a column for each chart's first line."""
        rows: dict[str, dict[int, str]] = {}
        for k, line in enumerate(self.lines):
            for row in line.table(speaker)[1:]:
                rows.setdefault(row[0], {})[k] = row[1]
        body = [(date, *(cells.get(k, "–") for k in range(len(self.lines)))) for date, cells in rows.items()]
        return (speaker.words("chart.quarter"), *self.names(speaker)), *body


def multiples(
    kit: Kit, rect: pygame.Rect, chart: Multiples, speaker: Speaker, least: float = 240, ground: Colour | None = None
) -> int:
    """Draw small charts in as many columns as fit, each at least so wide, and no lower than can be read.

    Each is a spot ``chart <number>``. Returns where they end, which may be below ``rect`` where words are large.
    """
    columns = max(min(rect.width // max(kit.tx(least), 1), len(chart.lines)), 1)
    rows = -(-len(chart.lines) // columns)
    gap = kit.px(24)
    wide, tall = (rect.width + gap) // columns - gap, max((rect.height + gap) // rows - gap, kit.tx(130))
    for k, (line, name) in enumerate(zip(chart.lines, chart.names(speaker), strict=True)):
        x, y = rect.x + (k % columns) * (wide + gap), rect.y + (k // columns) * (tall + gap)
        kit.text(name, (x, y), SMALL_BOLD, room=wide)
        used = kit.line_height(SMALL_BOLD)
        show(kit, pygame.Rect(x, y + used, wide, tall - used), line, speaker, f"chart {line.number}", ground)
    return rect.y + rows * (tall + gap) - gap
