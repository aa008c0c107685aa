"""The futures in the panel: the chance of a second flourishing, when the window closes, and the fan of jobs."""

from collections.abc import Callable

import pygame

from game.content import numbers
from game.content.level import Level
from game.explain.forecast import Forecast, Window
from game.ui.fan import chance_by_acting, fan
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.typeset import BODY, HEADING, PAGE, SMALL, SMALL_BOLD

LONG = 80
"""Quarters from which a level lasts long enough for a second flourishing to be the question."""


def asks_for_renewal(level: Level) -> bool:
    """Tell whether a level is about what comes after maturity; a short one shows where its goal may end."""
    return level.quarters >= LONG


def draw(kit: Kit, playing: Playing, inner: pygame.Rect, y: int, open_futures: Callable[[], Turn | None]) -> int:
    """Draw the part; returns where it ends. Nothing is drawn before the first answer has come."""
    forecast = playing.futures.forecast
    if forecast is None:
        return y
    top = y
    kit.text(kit.words("ui.futures"), (inner.x, y), HEADING)
    y += kit.line_height(HEADING)
    y += kit.paragraph(kit.words("ui.futures_about", worlds=forecast.worlds), (inner.x, y), inner.width, SMALL,
                       kit.theme.ink2)  # fmt: skip
    if asks_for_renewal(playing.session.level):
        y = _renewal(kit, playing, forecast, inner, y)
    else:
        y = _goal(kit, playing, forecast, inner, y)
    row = pygame.Rect(inner.x, top, inner.width, y - top)
    kit.spot(row.inflate(kit.px(8), 0), "futures", open_futures, kit.words("ui.futures_open"))
    return y


def _renewal(kit: Kit, playing: Playing, forecast: Forecast, inner: pygame.Rect, y: int) -> int:
    """Draw chance, window, the fan of jobs and the chance by when one acts."""
    found = forecast.flourishing
    half = numbers.number(50.0 * (found.high - found.low))
    shown = kit.text(f"{numbers.percent(found.value)} ± {half}", (inner.x, y), PAGE, kit.theme.accent)
    y = shown.bottom
    y += kit.paragraph(kit.words("ui.chance_of_flourishing"), (inner.x, y), inner.width, BODY)
    y = _window(kit, playing, inner, y) + kit.px(8)
    kit.text(playing.speaker.name("employment"), (inner.x, y), SMALL, kit.theme.ink2)
    y += kit.line_height(SMALL)
    room = pygame.Rect(inner.x, y, inner.width, kit.tx(150))
    fan(kit, room, playing.speaker, "employment", playing.series("employment"), forecast.bands["employment"],
        forecast.at, forecast.paths, forecast.flourishes)  # fmt: skip
    y = room.bottom + kit.px(8)
    window = playing.futures.window
    if window is not None and window.state in ("closes", "open"):
        label = kit.words("ui.chance_by_acting")
        wide = round(inner.width * 0.36)
        tall = kit.paragraph(label, (inner.x, y), wide - kit.px(10), SMALL, kit.theme.ink2)
        chance_by_acting(kit, pygame.Rect(inner.x + wide, y, inner.width - wide, kit.tx(60)), window)
        y += max(tall, kit.tx(60)) + kit.px(6)
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
        return kit.words(f"ui.window.{window.state}")
    return kit.words("ui.window.closes", quarter=playing.speaker.date(int(window.closes.value)))


def _goal(kit: Kit, playing: Playing, forecast: Forecast, inner: pygame.Rect, y: int) -> int:
    """Draw where the first goal's number may go, with the goal."""
    wanted = [goal for goal in playing.session.level.goals if goal.kind == "pass" and goal.indicator in forecast.bands]
    number = wanted[0].indicator if wanted else "firms"
    kit.text(playing.speaker.name(number), (inner.x, y), SMALL, kit.theme.ink2)
    y += kit.line_height(SMALL)
    room = pygame.Rect(inner.x, y, inner.width, kit.tx(150))
    fan(kit, room, playing.speaker, number, playing.series(number), forecast.bands[number], forecast.at,
        goal=wanted[0].value if wanted else None)  # fmt: skip
    return room.bottom + kit.px(6)
