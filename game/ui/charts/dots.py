"""Rows of dots: each dot one whole history, and one's own an upright line through all rows."""

from dataclasses import dataclass

from game.explain.speech import Speaker
from game.ui.charts.axes import written
from game.ui.charts.chart import Chart
from game.ui.charts.easel import Easel
from game.ui.charts.table import Table
from game.ui.theme import Colour
from game.ui.typeset import SMALL, SMALL_BOLD

COLUMNS = 64
"""Steps of the axis on which dots are piled."""


@dataclass(frozen=True)
class Row:
    """One row of histories."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Dots(Chart):
    """Histories by how a number ended; the first row is one's own decisions, ``own`` one's own history."""

    number: str
    rows: tuple[Row, ...]
    own: float
    own_name: str

    def describe(self, speaker: Speaker) -> str:
        """Say where the middle of each row lies, and how many histories lie above one's own."""
        told = [f"{self.own_name}: {written(speaker, self.number, self.own)}."]
        for row in self.rows:
            ranked = sorted(row.values)
            above = sum(value > self.own for value in ranked)
            told.append(speaker.words("chart.dots", name=row.name, count=len(ranked), above=above,
                                      middle=written(speaker, self.number, ranked[len(ranked) // 2])))  # fmt: skip
        return " ".join(told)

    def table(self, speaker: Speaker) -> Table:
        """Return one's own, then a row for each row: lowest, tenth, middle, ninetieth, highest."""
        say = speaker.words
        heads = tuple(say(f"chart.rank.{name}") for name in ("lowest", "low", "middle", "high", "highest"))
        own = (self.own_name, "", "", written(speaker, self.number, self.own), "", "")
        rows: list[tuple[str, ...]] = [(speaker.name(self.number), *heads), own]
        for row in self.rows:
            ranked = sorted(row.values)
            picks = (ranked[round(share * (len(ranked) - 1))] for share in (0.0, 0.1, 0.5, 0.9, 1.0))
            rows.append((row.name, *(written(speaker, self.number, value) for value in picks)))
        return tuple(rows)

    def paint(self, easel: Easel, speaker: Speaker) -> None:
        """Pile dots up in rows."""
        pen, theme, rect = easel.pen, easel.theme, easel.rect
        names = min(max(pen.width(row.name, SMALL) for row in self.rows) + pen.px(20), round(rect.width * 0.42))
        head, left, right = pen.line_height(SMALL), names, rect.width - pen.px(8)
        values = [value for row in self.rows for value in row.values] + [self.own]
        low, high = min(values), max(values)
        span = (high - low) or 1.0
        foot = pen.line_height(SMALL)
        step = (rect.height - head - foot) / len(self.rows)

        def x(value: float) -> float:
            return left + (right - left) * (value - low) / span

        for k, row in enumerate(self.rows):
            floor = head + (k + 1) * step - easel.px(4)
            easel.level(left, right, floor, theme.hairline)
            colour = (theme.accent, theme.ink2, theme.ink3)[min(k, 2)]
            self._pile(easel, row, (left, right, floor, step), colour, (low, span))
            easel.words(row.name, (0, floor - pen.line_height(SMALL)), SMALL, room=names - easel.px(12))
        bottom = rect.height - foot
        easel.upright(x(self.own), head, bottom, theme.accent, 2)
        easel.words(self.own_name, (x(self.own) + easel.px(6), 0), SMALL_BOLD, theme.accent)
        easel.words(written(speaker, self.number, low), (left, bottom), SMALL, theme.ink2)
        easel.words(written(speaker, self.number, high), (right, bottom), SMALL, theme.ink2, "right")

    def _pile(
        self, easel: Easel, row: Row, room: tuple[float, float, float, float], colour: Colour,
        axis: tuple[float, float],
    ) -> None:  # fmt: skip
        """Pile one row; dots shrink where a pile would not fit."""
        left, right, floor, step = room
        piles: dict[int, int] = {}
        for value in row.values:
            column = round((value - axis[0]) / axis[1] * COLUMNS)
            piles[column] = piles.get(column, 0) + 1
        wide = (right - left) / COLUMNS
        gap = min(wide, (step - easel.px(10)) / max([*piles.values(), 1]))
        radius = max(min(wide, easel.px(11)) * 0.42, easel.px(1.6))  # where a pile is too high, dots overlap
        for column, count in piles.items():
            for k in range(count):
                at = left + column * wide, floor - easel.px(4) - gap * (k + 0.3)
                easel.dot(at, radius / max(easel.pen.scale, 0.6), colour)
