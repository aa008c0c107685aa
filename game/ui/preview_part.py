"""What a decision would change: the same futures with it and without it, the chance, and a few numbers."""

import pygame

from game.content import numbers
from game.explain.forecast import Estimate
from game.explain.quantities import HIGH_IS_GOOD
from game.explain.speech import Speaker
from game.lab.preview import Preview
from game.ui.charts import Line, Series, good, show
from game.ui.charts.line import UNNAMED
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.region.futures_part import asks_for_renewal
from game.ui.tables import Cell, Column, Row, table
from game.ui.typeset import HEADING, SMALL, SMALL_BOLD, STAT

MOST = 4
CLEAR = 0.7
"""Share of futures in which a number must move the same way to be worth a line."""
JOBS = "employment"
"""What is drawn where a decision moves nothing clearly."""
PAST = 24
"""Quarters of the past that lead to the two futures."""


def clearest(preview: Preview, speaker: Speaker) -> list[str]:
    """List the numbers a decision moves the same way in most futures, and by as much as can be written.

    What it moves farthest against what luck alone may do comes first; what it costs, which everybody knows, last.
    """
    sure = {name: max(preview.more[name], preview.less[name]) / preview.worlds for name in preview.bands}
    seen = {name: speaker.change(name, float(preview.bands[name].p50[-1])) for name in sure}
    worth = [name for name in sure if sure[name] >= CLEAR and any(figure in "123456789" for figure in seen[name])]
    return sorted(worth, key=lambda name: (name == "treasury", -standing_out(preview, name)))[:MOST]


def standing_out(preview: Preview, name: str) -> float:
    """Return how far a decision moves a number in the end, against how far its futures lie apart."""
    without, _ = preview.ways[name]
    apart = float(without.p90[-1] - without.p10[-1])
    return abs(float(preview.bands[name].p50[-1])) / max(apart, 1e-9)


def draw(kit: Kit, playing: Playing, preview: Preview | None, room: pygame.Rect, y: int) -> int:
    """Draw the part; returns where it ends."""
    if kit.workers is None:
        return y
    kit.text(kit.words("ui.preview"), (room.x, y), HEADING, room=room.width)
    y += kit.line_height(HEADING)
    if preview is None:
        kit.text(kit.words("ui.preview_wait"), (room.x, y), SMALL, kit.theme.ink2, room=room.width)
        return y + kit.line_height(SMALL) + kit.tx(330)  # what comes keeps its room: nothing jumps under the pointer
    about = kit.words("ui.preview_about", worlds=preview.worlds)
    y += kit.paragraph(about, (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(8)
    shown = clearest(preview, playing.speaker)
    number = next(iter(shown), JOBS)
    kit.text(playing.speaker.name(number), (room.x, y), SMALL, kit.theme.ink2)
    y += kit.line_height(SMALL)
    chart = pygame.Rect(room.x, y, room.width, kit.tx(210))
    show(kit, chart, both(playing, preview, number), playing.speaker, "chart preview")
    y = chart.bottom + kit.px(12)
    if asks_for_renewal(playing.session.level):
        y = _chances(kit, room, y, preview.chances) + kit.px(12)
    if not shown:
        return y + kit.paragraph(kit.words("ui.preview_nothing"), (room.x, y), room.width, SMALL) + kit.px(12)
    return _lines(kit, playing, preview, shown, pygame.Rect(room.x, y, room.width, 10)) + kit.px(8)


def both(playing: Playing, preview: Preview, number: str) -> Line:
    """Return a number so far, and where it may go with the decision and without it."""
    say, at = playing.speaker.words, preview.at
    first = max(at - PAST, 0)
    without, with_it = preview.ways[number]
    ways = [
        Series(_row(with_it.p50), say("ui.preview_with"), at, "accent", _row(with_it.p10), _row(with_it.p90)),
        Series(_row(without.p50), say("ui.preview_without"), at, "dashed", _row(without.p10), _row(without.p90)),
    ]
    past = [Series(tuple(playing.series(number)[first : at + 1]), UNNAMED, first)] if at else []
    return Line(number, (*ways, *past), now=at)


def _row(values: object) -> tuple[float, ...]:
    return tuple(float(value) for value in values)  # type: ignore[attr-defined]


def _chances(kit: Kit, room: pygame.Rect, y: int, chances: tuple[Estimate, Estimate]) -> int:
    """Draw the chance of a second flourishing without and with the decision, each in its interval, on one line."""
    theme = kit.theme
    kit.text(kit.words("ui.preview_chance"), (room.x, y), HEADING, room=room.width)
    y += kit.line_height(HEADING) + kit.px(14)
    room = room.inflate(-2 * kit.px(9), 0)  # the marks at both ends are whole
    line = pygame.Rect(room.x, y, room.width, max(kit.px(6), 4))
    kit.plate(line, theme.hairline, line.height // 2)
    for found, ink, ground in zip(chances, (theme.ink, theme.accent), (theme.ink3, theme.accent_tint), strict=True):
        left, right = (room.x + room.width * share for share in (found.low, found.high))
        reach = pygame.Rect(round(left), 0, max(round(right - left), kit.px(16)), kit.px(18))
        reach.centery = line.centery
        kit.plate(reach, ground if theme.soft else theme.paper, kit.px(9))
        if not theme.soft:
            kit.plate(reach, ink, kit.px(9), 1)
        at = (room.x + room.width * found.value, line.centery)
        pygame.draw.aacircle(kit.surface, ink, at, max(kit.px(8), 5))
    y = line.bottom + kit.px(10)
    named = ("ui.preview_without", numbers.percent(chances[0].value)), ("ui.preview_with", shown(chances[1]))
    texts = [kit.words("read.pair", first=kit.words(name), second=text) for name, text in named]
    said = list(zip(texts, (theme.ink, theme.accent), strict=True))
    wide = [kit.width(text, STAT) for text, _ in said]
    middles = [room.x + room.width * found.value for found in chances]
    lefts = [min(max(m - w / 2, room.x), room.right - w) for m, w in zip(middles, wide, strict=True)]
    first, second = (0, 1) if lefts[0] <= lefts[1] else (1, 0)
    gap = kit.px(16)
    lefts[second] = max(lefts[second], lefts[first] + wide[first] + gap)
    if lefts[second] + wide[second] > room.right:
        lefts[second] = room.right - wide[second]
        lefts[first] = min(lefts[first], lefts[second] - wide[first] - gap)
    for left, (text, ink) in zip(lefts, said, strict=True):
        kit.text(text, (left, y), STAT, ink)
    return y + kit.line_height(STAT)


def shown(found: Estimate) -> str:
    """Write a chance with half its interval."""
    return numbers.chance(found.value, found.low, found.high)


def _lines(kit: Kit, playing: Playing, preview: Preview, names: list[str], room: pygame.Rect) -> int:
    """Write numbers: by how much each moves, in how many of the futures, and between what."""
    speaker, rows = playing.speaker, []
    for name in names:
        band = preview.bands[name]
        low, middle, high = (speaker.change(name, float(series[-1])) for series in (band.p10, band.p50, band.p90))
        rises = preview.more[name] >= preview.less[name]
        count = preview.more[name] if rises else preview.less[name]
        welcome = HIGH_IS_GOOD.get(name)
        way = "moves" if welcome is None else "helps" if welcome == rises else "harms"
        moved = Cell(middle, role=SMALL_BOLD, ink=good(kit, name, 1.0 if rises else -1.0))
        told = kit.words(f"ui.preview_{way}", count=count, worlds=preview.worlds)
        if low != high:  # in round figures both ends may be one
            told = kit.words("read.aside", first=told, second=kit.words("ui.preview_between", low=low, high=high))
        said = Cell(told, ink=kit.theme.ink2)
        rows.append(Row(f"moved {name}", (Cell(speaker.name(name)), moved, said)))
    return table(kit, room, "preview", (Column(lines=2), Column(align="right"), Column(lines=2)), rows)
