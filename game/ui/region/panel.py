"""The panel at the right: the futures first, then goals, what the firms make, a few courses, how to read the map."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pygame

from game.ui import prints
from game.ui.charts import good, spark
from game.ui.charts.small import SHOWN
from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.playing import Playing
from game.ui.region import futures_part, goals_part, legend
from game.ui.screen import Turn
from game.ui.theme import Colour
from game.ui.typeset import HEADING, SMALL

NUMBERS = ("firms", "employment", "mean_margin", "variety", "trust", "lock_in")
"""Numbers whose course is in view, without figures; every figure is one press away."""

NAMES = 0.64
"""The most of the panel that names of products may take; bars need no more than the rest."""

Why = Callable[[str], Turn | None]
Press = Callable[[], Turn | None]


def width(kit: Kit) -> int:
    """Return the panel's width: it grows with the text, but leaves most of the window to the map."""
    return min(round(kit.px(416) * (0.55 + 0.45 * kit.type_scale / kit.scale)), round(kit.rect.width * 0.4))


def draw(kit: Kit, rect: pygame.Rect, playing: Playing, why: Why, open_futures: Press, open_goals: Press) -> None:
    """Draw the panel; what does not fit can be scrolled to."""
    room = pygame.Rect(rect.x + kit.px(10), rect.y + kit.px(14), rect.width - kit.px(14), rect.height - kit.px(22))
    inner = pygame.Rect(room.x + kit.px(14), room.y, room.width - kit.px(32), room.height)
    with kit.scrolling("panel", room) as drawn:
        y = drawn[0]
        if futures_part.asks_for_renewal(playing.session.level):
            y = futures_part.draw(kit, playing, inner, y, open_futures) + kit.px(12)
            y = goals_part.draw(kit, playing, inner, y, True, open_goals) + kit.px(12)
        else:
            y = goals_part.draw(kit, playing, inner, y, False, open_goals) + kit.px(14)
            y = futures_part.draw(kit, playing, inner, y, open_futures) + kit.px(14)
        y = _products(kit, playing, inner, y) + kit.px(12)
        y = _courses(kit, playing, inner, y, why) + kit.px(10)
        drawn.append(legend.draw(kit, inner, y))


def _courses(kit: Kit, playing: Playing, inner: pygame.Rect, y: int, why: Why) -> int:
    """Draw the last years of a few numbers as small lines, two in a row; each opens to its causes."""
    kit.text(kit.words("ui.courses"), (inner.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(2)
    figures = playing.session.figures
    if figures.rough:
        note = kit.words("learn.estimates", when=playing.speaker.date(figures.quarter))
        y += kit.paragraph(note, (inner.x, y), inner.width, SMALL, kit.theme.ink2) + kit.px(2)
    columns = 2 if inner.width > kit.tx(330) else 1
    wide, tall = inner.width // columns, kit.tx(34)
    for k, number in enumerate(NUMBERS):
        cell = pygame.Rect(inner.x + (k % columns) * wide, y + (k // columns) * tall, wide - kit.px(8), tall)
        _course(kit, playing, cell, number, why)
    return y + -(-len(NUMBERS) // columns) * tall


def _course(kit: Kit, playing: Playing, cell: pygame.Rect, number: str, why: Why) -> None:
    """Draw one number's name and course, its dot in the colour of its change in a year."""
    speaker = playing.speaker
    now, change, values = playing.once(f"course {number}", partial(_course_of, playing, number))
    hot = kit.spot(cell.inflate(kit.px(6), 0), f"number {number}", partial(why, number))
    if hot:
        kit.tip(kit.words("ui.course", name=speaker.name(number), value=speaker.told(number, now),
                          change=speaker.change(number, change), meaning=kit.words(f"meaning.{number}")))  # fmt: skip
    around = cell.inflate(kit.px(8), 0)
    prints.lay(kit, around, _paint_course, speaker.name(number), values, good(kit, number, change), hot)


def _course_of(playing: Playing, number: str) -> tuple[float, float, tuple[float, ...]]:
    """Return a number now, its change in a year, and its last years."""
    now = playing.value(number)
    return now, now - playing.value(number, 4), tuple(playing.series(number, SHOWN))


def _paint_course(
    kit: Kit, around: pygame.Rect, named: str, values: tuple[float, ...], dot: Colour, hot: bool
) -> None:  # fmt: skip
    if hot:
        kit.plate(around, kit.theme.land, kit.px(8))
    cell = around.inflate(-kit.px(8), 0)
    at = (cell.x, cell.centery - kit.line_height(SMALL) / 2)
    name = kit.text(named, at, SMALL, room=round(cell.width * 0.56))
    left = max(name.right + kit.px(10), cell.x + round(cell.width * 0.48))
    room = cell.right - kit.px(10) - left
    if room > kit.px(20):
        spark(kit, pygame.Rect(left, cell.y + cell.height // 4, room, cell.height // 2), values, dot=dot)


def _products(kit: Kit, playing: Playing, inner: pygame.Rect, y: int) -> int:
    """Show what the firms make: roof, colour, name, and a bar; the counts are told where one points."""
    kit.text(kit.words("ui.what_they_make"), (inner.x, y), HEADING)
    head = kit.line_height(HEADING) + kit.px(2)
    counts = playing.once("products", partial(counts_of, playing))
    names = tuple(name[kit.words.language] for name in playing.session.level.industry.products)
    rows = pygame.Rect(inner.x, y + head, inner.width, len(names) * kit.tx(31))
    prints.lay(kit, rows, _paint_products, names, counts)
    whole = pygame.Rect(inner.x, y, inner.width, rows.bottom - y)
    if kit.spot(whole.inflate(kit.px(8), 0), "products", lambda: None):
        made = zip(names, counts, strict=True)
        kit.tip("\n".join(kit.words("ui.made_by", product=name, count=count) for name, count in made))
    return rows.bottom


def _paint_products(kit: Kit, rows: pygame.Rect, names: tuple[str, ...], counts: tuple[int, ...]) -> None:
    most = max(*counts, 1)
    side, tall = max(kit.tx(20), 15), kit.tx(31)
    widest = max(kit.width(name, SMALL) for name in names) + kit.tx(14)
    bars = rows.x + kit.tx(40) + min(widest, round(NAMES * rows.width))
    for kind, (name, count) in enumerate(zip(names, counts, strict=True)):
        y = rows.y + kind * tall
        house = building(kind, side, 3, 0, kit.theme)
        dx, dy = anchor_of(side)
        kit.surface.blit(house, (rows.x + kit.tx(14) - dx, y + tall - kit.tx(4) - dy))
        ink = kit.theme.ink if count else kit.theme.ink2
        kit.text(name, (rows.x + kit.tx(40), y + tall / 2 - kit.line_height(SMALL) / 2), SMALL, ink,
                 room=bars - rows.x - kit.tx(48))  # fmt: skip
        long = max(round((rows.right - bars) * count / most), kit.px(4) if count else 2)
        bar = pygame.Rect(bars, y + tall // 2 - kit.px(4), long, kit.px(9))
        kit.plate(bar, kit.theme.products[kind], kit.px(3))


def counts_of(playing: Playing) -> tuple[int, ...]:
    """Count the firms of each of the eight kinds."""
    state = playing.session.branch.region.state
    kinds = (state.style * 8.0 + 0.5).astype(int) % 8
    return tuple(np.bincount(kinds, minlength=8).tolist())
