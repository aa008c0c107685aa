"""The chart on which a player draws what will come, and on which it is later laid over what came."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.explain.speech import Speaker
from game.session.recording import Prediction
from game.ui.kit import Kit
from game.ui.map.lines import fill, stroke
from game.ui.theme import mix
from game.ui.typeset import SMALL, SMALL_BOLD

PAST = 20
"""Quarters of the past shown before the prediction begins."""

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Field:
    """Where quarters and values lie on a chart whose axis does not move."""

    rect: pygame.Rect
    first: int
    last: int
    low: float
    high: float

    @classmethod
    def of(cls, kit: Kit, room: pygame.Rect, quarters: tuple[int, int], ends: tuple[float, float]) -> "Field":
        """Lay a field into a room, leaving place for the names of the axes."""
        left = kit.tx(86)
        rect = pygame.Rect(room.x + left, room.y + kit.px(8), room.width - left - kit.tx(14), room.height)
        rect.height -= kit.line_height(SMALL) + kit.px(14)
        return cls(rect, quarters[0], quarters[1], ends[0], ends[1])

    def at(self, quarter: float, value: float) -> tuple[float, float]:
        """Return the pixel of a value in a quarter."""
        across = (quarter - self.first) / max(self.last - self.first, 1)
        up = (min(max(value, self.low), self.high) - self.low) / ((self.high - self.low) or 1.0)
        return self.rect.x + self.rect.width * across, self.rect.bottom - self.rect.height * up

    def value_at(self, y: float) -> float:
        """Return the value at a height in pixels."""
        up = min(max((self.rect.bottom - y) / max(self.rect.height, 1), 0.0), 1.0)
        return self.low + (self.high - self.low) * up


def ground(kit: Kit, field: Field, speaker: Speaker, number: str, now: int) -> None:
    """Draw the axes with their values and years, and where the player stands."""
    theme, rect = kit.theme, field.rect
    parts = round_parts(field.low, field.high)
    for k in range(parts + 1):
        value = field.low + (field.high - field.low) * k / parts
        y = field.at(field.first, value)[1]
        kit.hairline((rect.x, y), (rect.right, y), theme.ink3 if k == 0 else None)
        label = (rect.x - kit.px(10), y - kit.line_height(SMALL) / 2)
        kit.text(speaker.value(number, value), label, SMALL, theme.ink2, "right")
    x = field.at(now, field.low)[0]
    pygame.draw.line(kit.surface, theme.ink3, (x, rect.y), (x, rect.bottom), max(kit.px(2), 1))
    below = rect.bottom + kit.px(6)
    kit.text(speaker.date(now), (x, below), SMALL, theme.ink2, "middle" if x > rect.x + kit.tx(60) else "left")
    kit.text(speaker.date(field.last), (rect.right, below), SMALL, theme.ink2, "right")


def round_parts(low: float, high: float) -> int:
    """Return into how many parts an axis is cut: parts whose ends are round, where there are such."""
    for parts in (4, 5, 3):
        step = (high - low) / parts
        size = 10.0 ** math.floor(math.log10(step))
        if all(abs(value - round(value)) < 1e-6 for value in (step / size, low / step)):
            return parts
    return 4


def series(kit: Kit, field: Field, values: Sequence[float], first: int) -> None:
    """Draw what happened, from a quarter on."""
    points = [field.at(first + k, value) for k, value in enumerate(values) if field.first <= first + k <= field.last]
    if len(points) > 1:
        stroke(kit.surface, points, max(2.8 * kit.scale, 1.8), kit.theme.ink)
    if points:
        pygame.draw.aacircle(kit.surface, kit.theme.ink, points[-1], max(kit.px(4), 3))


def drawn(kit: Kit, field: Field, start: tuple[int, float], quarters: Sequence[int], values: Sequence[float],
          active: int | None = None) -> None:  # fmt: skip
    """Draw an expected line, dashed, with a ring on each of its points; the active one is full."""
    theme = kit.theme
    points = [field.at(*start), *(field.at(q, value) for q, value in zip(quarters, values, strict=True))]
    dashes(kit, points)
    for k, (x, y) in enumerate(points[1:]):
        radius = max(kit.px(8 if k == active else 6), 4)
        pygame.draw.aacircle(kit.surface, theme.accent, (x, y), radius)
        if k != active:
            pygame.draw.aacircle(kit.surface, theme.panel, (x, y), max(radius - kit.px(3), 2))


def dashes(kit: Kit, points: Points) -> None:
    """Draw a dashed line: it is expected and not known."""
    step = max(kit.px(16), 10)
    for (ax, ay), (bx, by) in pairwise(points):
        long = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1.0)
        for k in range(int(long / step) + 1):
            a, b = k * step / long, min((k + 0.6) * step / long, 1.0)
            if a < 1.0:
                start, end = ((ax + (bx - ax) * share, ay + (by - ay) * share) for share in (a, b))
                pygame.draw.line(kit.surface, kit.theme.accent, start, end, max(kit.px(3), 2))


def gap(kit: Kit, field: Field, guess: Prediction, series: Sequence[float]) -> None:
    """Tint the area between what was expected and what came, ``series`` being the number's whole history."""
    last = min(guess.quarters[-1], len(series) - 1)
    corners = [(guess.quarter, series[guess.quarter]), *zip(guess.quarters, guess.values, strict=True)]
    expected = [field.at(q, value) for q, value in corners if q <= last]
    came = [field.at(q, series[q]) for q in range(guess.quarter, last + 1)]
    if len(expected) < 2:
        return
    theme = kit.theme
    fill(kit.surface, [*expected, *reversed(came)], mix(theme.panel, theme.accent, 0.2 if theme.soft else 0.45))


def spread(kit: Kit, field: Field, guess: Prediction) -> None:
    """Draw where four futures of five lay, as a bar at each quarter."""
    wide = max(kit.px(5), 3)
    for quarter, low, high in zip(guess.quarters, guess.low, guess.high, strict=False):
        (x, top), (_, bottom) = field.at(quarter, high), field.at(quarter, low)
        bar = pygame.Rect(round(x) - wide // 2, round(top), wide, max(round(bottom - top), 2))
        kit.plate(bar, kit.theme.hairline if kit.theme.soft else kit.theme.ink3, 2)


def key(kit: Kit, at: tuple[int, int], room: int, futures: bool) -> int:
    """Say what the lines are; returns the height used."""
    x, y = at
    middle = y + kit.line_height(SMALL) / 2
    signs = ["real", "expected", *(["futures"] if futures else [])]
    for sign in signs:
        label, wide = kit.words(f"learn.key.{sign}"), kit.tx(34)
        if x + wide + kit.width(label, SMALL) > at[0] + room and x > at[0]:
            x, y = at[0], y + kit.line_height(SMALL)
            middle = y + kit.line_height(SMALL) / 2
        if sign == "expected":
            dashes(kit, [(x, middle), (x + wide, middle)])
        elif sign == "real":
            stroke(kit.surface, [(x, middle), (x + wide, middle)], max(2.8 * kit.scale, 1.8), kit.theme.ink)
        else:
            bar = pygame.Rect(x + wide // 2, y + kit.px(3), max(kit.px(5), 3), kit.line_height(SMALL) - kit.px(6))
            pygame.draw.rect(kit.surface, kit.theme.hairline if kit.theme.soft else kit.theme.ink3, bar)
        end = kit.text(label, (x + wide + kit.px(10), y), SMALL, kit.theme.ink2).right
        x = end + kit.px(30)
    return y + kit.line_height(SMALL) - at[1]


def label(kit: Kit, field: Field, at: tuple[float, float], text: str) -> None:
    """Write a value at a point, kept inside the chart."""
    half = kit.width(text, SMALL_BOLD) / 2
    x = min(max(at[0], field.rect.x + half), field.rect.right - half)
    y = at[1] - kit.line_height(SMALL_BOLD) - kit.px(10)
    y = at[1] + kit.px(12) if y < field.rect.y else y
    box = pygame.Rect(round(x - half) - kit.px(6), round(y), round(2 * half) + kit.px(12), kit.line_height(SMALL_BOLD))
    kit.plate(box, kit.theme.panel, kit.px(4))
    kit.text(text, (x, y), SMALL_BOLD, kit.theme.ink, "middle")
