"""The futures in the panel: the chance of a second flourishing, when the window closes, and the fan of jobs."""

from collections.abc import Callable

import pygame

from game.content import numbers
from game.content.level import Level
from game.explain.forecast import Forecast, Window
from game.ui.charts import Closing, Fan, show
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.typeset import BODY, HEADING, HERO, SMALL, SMALL_BOLD

LONG = 80
"""Quarters from which a level lasts long enough for a second flourishing to be the question."""


def asks_for_renewal(level: Level) -> bool:
    """Tell whether a level is about what comes after maturity; a short one shows where its goal may end."""
    return level.quarters >= LONG


def draw(kit: Kit, playing: Playing, inner: pygame.Rect, y: int, open_futures: Callable[[], Turn | None]) -> int:
    """Draw the part; returns where it ends. Before the first answer has come it says that it is on its way."""
    if kit.workers is None and playing.futures.forecast is None:
        return y
    top, forecast = y, playing.futures.forecast
    kit.text(kit.words("ui.futures"), (inner.x, y), HEADING)
    y += kit.line_height(HEADING) - kit.px(2)
    if forecast is None:
        y += kit.paragraph(kit.words("ui.futures_wait"), (inner.x, y), inner.width, SMALL, kit.theme.ink2)
    elif asks_for_renewal(playing.session.level):
        y = _renewal(kit, playing, forecast, inner, y)
    else:
        y = _goal(kit, playing, forecast, inner, y)
    row = pygame.Rect(inner.x, top, inner.width, y - top)
    kit.spot(row.inflate(kit.px(8), 0), "futures", open_futures, kit.words("ui.futures_open"))
    return y


def _renewal(kit: Kit, playing: Playing, forecast: Forecast, inner: pygame.Rect, y: int) -> int:
    """Draw chance, window, the fan of jobs and, on the same axis of time, the chance by when one acts."""
    y += kit.paragraph(kit.words("ui.futures_about"), (inner.x, y), inner.width, SMALL, kit.theme.ink2)
    found = forecast.flourishing
    shown = kit.text(numbers.chance(found.value, found.low, found.high), (inner.x, y), HERO, kit.theme.accent)
    y = shown.bottom - kit.px(4)
    renewing = playing.value("p_renewal") >= 0.5
    y += kit.paragraph(kit.words("ui.chance_it_lasts" if renewing else "ui.chance_of_flourishing"), (inner.x, y),
                       inner.width, BODY)  # fmt: skip
    y = _window(kit, playing, inner, y) + kit.px(8)
    kit.text(playing.speaker.name("employment"), (inner.x, y), SMALL, kit.theme.ink2)
    y += kit.line_height(SMALL)
    chart = Fan(forecast, "employment", tuple(playing.series("employment")[: forecast.at + 1]))
    room = pygame.Rect(inner.x, y, inner.width, kit.tx(168))
    show(kit, room, chart, playing.speaker)
    y = room.bottom + kit.px(4)
    window = playing.futures.window
    if window is not None and window.state in ("closes", "open"):
        room = pygame.Rect(inner.x, y, inner.width, kit.tx(72))
        show(kit, room, Closing(window, chart.first, chart.last), playing.speaker)
        y = room.bottom
    return y


def _window(kit: Kit, playing: Playing, inner: pygame.Rect, y: int) -> int:
    """Say when the window closes, in one line."""
    window = playing.futures.window
    if window is None:
        kit.text(kit.words("ui.window.unknown"), (inner.x, y), SMALL, kit.theme.ink2, room=inner.width)
        return y + kit.line_height(SMALL)
    kit.icon("clock", (inner.x, y + kit.tx(2)), 20)
    text = window_said(kit, playing, window)
    return y + kit.paragraph(text, (inner.x + kit.tx(30), y), inner.width - kit.tx(30), SMALL_BOLD)


def window_said(kit: Kit, playing: Playing, window: Window) -> str:
    """Put the window in a few words."""
    if window.closes is None:
        flourishes = playing.value("p_renewal") >= 0.5
        return kit.words(f"ui.window.{'open' if flourishes else window.state}")
    closes = window.closes
    half = numbers.number(0.5 * (closes.high - closes.low))
    return kit.words("ui.window.closes", quarter=playing.speaker.date(int(closes.value)), half=half)


def _goal(kit: Kit, playing: Playing, forecast: Forecast, inner: pygame.Rect, y: int) -> int:
    """Draw where the first goal's number may go, with the goal as a line."""
    wanted = [goal for goal in playing.session.level.goals if goal.kind == "pass" and goal.indicator in forecast.bands]
    number = wanted[0].indicator if wanted else "firms"
    kit.text(kit.words("ui.futures_of", name=playing.speaker.name(number)), (inner.x, y), SMALL, kit.theme.ink2,
             room=inner.width)  # fmt: skip
    y += kit.line_height(SMALL)
    room = pygame.Rect(inner.x, y, inner.width, kit.tx(190))
    goal = wanted[0].value if wanted else None
    past = tuple(playing.series(number)[: forecast.at + 1])
    show(kit, room, Fan(forecast, number, past, goal, plain=True), playing.speaker)
    return room.bottom + kit.px(6)
