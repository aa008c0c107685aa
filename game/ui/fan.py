"""Charts of what may come: a fan of futures, and the chance by when one acts."""

from collections.abc import Sequence

import pygame

from game.explain.forecast import Band, Window
from game.explain.speech import Speaker
from game.simulation.exact import Array, Mask
from game.ui.kit import Kit
from game.ui.map.lines import fill, stroke
from game.ui.theme import mix
from game.ui.typeset import SMALL, SMALL_BOLD

PAST = 60
"""Quarters of the past that are shown before the fan."""


def fan(
    kit: Kit, rect: pygame.Rect, speaker: Speaker, number: str, past: Sequence[float], band: Band, at: int,
    paths: Array | None = None, flourishes: Mask | None = None, goal: float | None = None,
) -> None:  # fmt: skip
    """Draw a number's past, and where four futures of five lie; single futures if there are any."""
    first, last = max(at - PAST, 0), at + len(band.p50) - 1
    shown = list(past[first : at + 1])
    values = [*shown, *band.p10, *band.p90, *([] if goal is None else [goal])]
    values += [] if paths is None else [float(paths.min()), float(paths.max())]
    plot = Plot(pygame.Rect(rect.x, rect.y, rect.width, rect.height - kit.line_height(SMALL)), first, last, values)
    _ground(kit, plot)
    _band(kit, plot, band, at)
    if paths is not None and flourishes is not None:
        _paths(kit, plot, paths, flourishes, at)
    if goal is not None:
        _dashed(kit, plot.at(first, goal), plot.at(last, goal), kit.theme.gain)
    _dashes(kit, [plot.at(at + k, float(value)) for k, value in enumerate(band.p50)])
    now_x = plot.at(at, plot.bottom)[0]
    pygame.draw.line(kit.surface, kit.theme.ink3, (now_x, plot.rect.y), (now_x, plot.rect.bottom), 1)
    points = [plot.at(first + k, value) for k, value in enumerate(shown)]
    if len(points) > 1:
        stroke(kit.surface, points, max(2.6 * kit.scale, 1.6), kit.theme.ink)
    pygame.draw.aacircle(kit.surface, kit.theme.ink, points[-1], max(kit.px(4), 3))
    _labels(kit, plot.rect, speaker, now_x, last)


class Plot:
    """Where quarters and values lie; the axis begins at nought where that is no waste of room."""

    def __init__(self, rect: pygame.Rect, first: int, last: int, values: Sequence[float]) -> None:
        low, high = min(values), max(values)
        self.rect, self.first, self.last = rect, first, last
        self.bottom = 0.0 if 0.0 <= low < 0.6 * high else low
        self.span = (high - self.bottom) or 1.0

    def at(self, quarter: float, value: float) -> tuple[float, float]:
        """Return the pixel of a value in a quarter."""
        across = (quarter - self.first) / max(self.last - self.first, 1)
        up = (self.rect.height - 4) * (value - self.bottom) / self.span
        return self.rect.x + self.rect.width * across, self.rect.bottom - up


def _ground(kit: Kit, plot: Plot) -> None:
    """Draw the axis and two hairlines."""
    for level in (0.5, 1.0):
        y = plot.rect.bottom - (plot.rect.height - 4) * level
        kit.hairline((plot.rect.x, y), (plot.rect.right, y))
    pygame.draw.line(kit.surface, kit.theme.ink3, plot.rect.bottomleft, plot.rect.bottomright, 1)


def _band(kit: Kit, plot: Plot, band: Band, at: int) -> None:
    """Tint where four futures of five lie."""
    upper = [plot.at(at + k, float(value)) for k, value in enumerate(band.p90)]
    lower = [plot.at(at + k, float(value)) for k, value in enumerate(band.p10)]
    fill(kit.surface, [*upper, *reversed(lower)], mix(kit.theme.panel, kit.theme.ink, 0.1 if kit.theme.soft else 0.3))


def _paths(kit: Kit, plot: Plot, paths: Array, flourishes: Mask, at: int) -> None:
    """Draw single futures; those that flourish in the colour of what matters now."""
    for path, flourish in zip(paths, flourishes, strict=True):
        colour = kit.theme.accent if flourish else kit.theme.ink3
        points = [plot.at(at + q, float(value)) for q, value in enumerate(path)]
        pygame.draw.aalines(kit.surface, mix(kit.theme.panel, colour, 0.55), False, points)


def _labels(kit: Kit, plot: pygame.Rect, speaker: Speaker, now_x: float, last: int) -> None:
    """Write *now* and the last year under the axis."""
    label, year = kit.words("ui.now"), str(speaker.level.date_of(last)[0])
    y, half = plot.bottom + kit.px(2), kit.width(label, SMALL) / 2
    x = min(max(now_x - half, plot.x), plot.right - kit.width(year, SMALL) - 2 * half - kit.px(8))
    kit.text(label, (x, y), SMALL, kit.theme.ink2)
    kit.text(year, (plot.right, y), SMALL, kit.theme.ink2, "right")


def _dashes(kit: Kit, points: Sequence[tuple[float, float]]) -> None:
    """Draw the middle future, dashed: it is a guess and not a promise."""
    for k in range(0, len(points) - 1, 2):
        pygame.draw.line(kit.surface, kit.theme.ink, points[k], points[k + 1], max(kit.px(2), 2))


def _dashed(kit: Kit, start: tuple[float, float], end: tuple[float, float], colour: tuple[int, int, int]) -> None:
    step = max(kit.px(10), 6)
    x = start[0]
    while x < end[0]:
        pygame.draw.line(kit.surface, colour, (x, start[1]), (min(x + step * 0.5, end[0]), end[1]), 2)
        x += step


def chance_by_acting(kit: Kit, rect: pygame.Rect, window: Window) -> None:
    """Draw the chance of success by the quarter in which the effort begins, and where it has halved."""
    theme = kit.theme
    first, last = window.moments[0], window.moments[-1]

    def point(quarter: float, share: float) -> tuple[float, float]:
        return rect.x + rect.width * (quarter - first) / max(last - first, 1), rect.bottom - (rect.height - 4) * share

    pygame.draw.line(kit.surface, theme.ink3, rect.bottomleft, rect.bottomright, 1)
    if window.closes is not None:
        closes = window.closes
        _closes(kit, rect, (point(closes.low, 0)[0], point(closes.value, 0)[0], point(closes.high, 0)[0]))
    waits = [point(quarter, share) for quarter, share in zip(window.moments, window.waiting, strict=True)]
    acts = [point(quarter, share) for quarter, share in zip(window.moments, window.acting, strict=True)]
    stroke(kit.surface, waits, max(1.6 * kit.scale, 1.2), theme.ink3)
    stroke(kit.surface, acts, max(2.8 * kit.scale, 1.8), theme.accent)


def _closes(kit: Kit, rect: pygame.Rect, ends: tuple[float, float, float]) -> None:
    """Tint where it closes, from the earliest to the latest that is likely, and mark the middle."""
    left, middle, right = ends
    tint = pygame.Rect(round(left), rect.y, max(round(right - left), 2), rect.height)
    tint.clamp_ip(rect)
    pygame.draw.rect(kit.surface, mix(kit.theme.panel, kit.theme.accent, 0.18 if kit.theme.soft else 0.4), tint)
    x = min(max(middle, rect.x), rect.right)
    pygame.draw.line(kit.surface, kit.theme.accent, (x, rect.y), (x, rect.bottom), max(kit.px(3), 2))


def share_bar(kit: Kit, rect: pygame.Rect, label: str, value: str, share: float, strong: bool = False) -> None:
    """Draw a labelled share as a bar."""
    kit.text(label, (rect.x, rect.y), SMALL, room=rect.width - kit.width(value, SMALL_BOLD) - kit.px(8))
    kit.text(value, (rect.right, rect.y), SMALL_BOLD, align="right")
    bar = pygame.Rect(rect.x, rect.y + kit.line_height(SMALL) + kit.px(2), rect.width, max(kit.px(6), 4))
    kit.bar(bar, share, kit.theme.accent if strong else kit.theme.ink)
