"""Charts as a good newspaper draws them: few lines, labelled where they end, causes that visibly add up."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.explain.quantities import HIGH_IS_GOOD
from game.explain.speech import Speaker
from game.ui.kit import Kit
from game.ui.map.lines import stroke
from game.ui.theme import Colour, mix
from game.ui.typeset import SMALL, SMALL_BOLD


def good(kit: Kit, number: str, amount: float) -> Colour:
    """Return the colour of a change: a gain, a loss, or neither."""
    welcome = HIGH_IS_GOOD.get(number)
    if welcome is None or not amount:
        return kit.theme.ink
    return kit.theme.gain if (amount > 0) == welcome else kit.theme.accent


def spark(kit: Kit, rect: pygame.Rect, values: Sequence[float], colour: Colour | None = None) -> None:
    """Draw the last part of a history as a small line with a dot at its end."""
    shown = values[-40:]
    if len(shown) < 2:
        shown = [*shown, *shown]
    low, high = min(shown), max(shown)
    span = (high - low) or 1.0
    step = rect.width / (len(shown) - 1)
    points = [
        (rect.x + k * step, rect.bottom - rect.height * ((value - low) / span if high > low else 0.5))
        for k, value in enumerate(shown)
    ]
    stroke(kit.surface, points, max(1.6 * kit.scale, 1.3), colour or kit.theme.ink2)
    pygame.draw.aacircle(kit.surface, kit.theme.ink, points[-1], max(kit.px(3), 2))


@dataclass(frozen=True)
class Mark:
    """A quarter to point out on a chart: something that was done, or that happened."""

    quarter: int
    accent: bool = False


def history(
    kit: Kit, rect: pygame.Rect, values: Sequence[float], speaker: Speaker, number: str, last: int,
    marks: Sequence[Mark] = (), span: tuple[int, int] | None = None,
) -> None:  # fmt: skip
    """Draw a number's history from the first quarter to ``last``; ``span`` is tinted."""
    theme = kit.theme
    low, high = min(values), max(values)
    room = (high - low) or max(abs(high) * 0.2, 0.1)
    bottom = 0.0 if 0 <= low < 0.5 * high else low - 0.08 * room
    top = high + 0.08 * room
    plot = pygame.Rect(rect.x, rect.y, rect.width - kit.tx(96), rect.height - kit.line_height(SMALL))

    def at(quarter: float, value: float) -> tuple[float, float]:
        return (
            plot.x + plot.width * quarter / max(last, 1),
            plot.bottom - plot.height * (value - bottom) / ((top - bottom) or 1.0),
        )

    if span is not None:
        left, right = at(span[0], bottom)[0], at(span[1], bottom)[0]
        tint = pygame.Rect(round(left), plot.y, max(round(right - left), 2), plot.height)
        pygame.draw.rect(kit.surface, theme.accent_tint if theme.soft else mix(theme.paper, theme.ink, 0.2), tint)
    for level in (0.5, 1.0):
        y = plot.bottom - plot.height * level
        kit.hairline((plot.x, y), (plot.right, y))
    pygame.draw.line(kit.surface, theme.ink3, plot.bottomleft, plot.bottomright, 1)
    for mark in marks:
        x = at(mark.quarter, bottom)[0]
        colour = theme.accent if mark.accent else theme.ink3
        pygame.draw.line(kit.surface, colour, (x, plot.bottom - kit.px(10)), (x, plot.bottom + kit.px(4)), 2)
    points = [at(quarter, value) for quarter, value in enumerate(values)]
    if len(points) > 1:
        stroke(kit.surface, points, max(2.8 * kit.scale, 1.6), theme.ink)
    pygame.draw.aacircle(kit.surface, theme.ink, points[-1], max(kit.px(5), 3))
    kit.text(speaker.value(number, values[-1]), (points[-1][0] + kit.px(12), points[-1][1] - kit.tx(14)), SMALL_BOLD)
    _axis(kit, plot, speaker, last)
    if high > low and points[-1][0] < plot.right - kit.tx(90):
        kit.text(speaker.value(number, high), (plot.right + kit.px(8), at(0, high)[1] - kit.tx(12)), SMALL, theme.ink2)


def _axis(kit: Kit, plot: pygame.Rect, speaker: Speaker, last: int) -> None:
    """Write the first and the last year."""
    first_year, last_year = speaker.level.date_of(0)[0], speaker.level.date_of(last)[0]
    kit.text(str(first_year), (plot.x, plot.bottom + kit.px(4)), SMALL, kit.theme.ink2)
    kit.text(str(last_year), (plot.right, plot.bottom + kit.px(4)), SMALL, kit.theme.ink2, "right")


def delay_curve(kit: Kit, rect: pygame.Rect, delay: int, ramp: int, decay: float, stop: bool = False) -> None:
    """Draw when a programme works: nothing, then more and more, and (``stop``) how it fades once it ends."""
    length = max(delay + ramp + 6, 16)
    fade = 14 if stop else 0
    points = []
    for k in range(length + fade + 1):
        level = min(max((k - delay) / max(ramp, 1), 0.0), 1.0)
        if k > length:
            level *= (1 - decay) ** (k - length)
        points.append((rect.x + rect.width * k / (length + fade), rect.bottom - 2 - (rect.height - 4) * level))
    ground = pygame.Rect(rect.x, rect.bottom - 1, rect.width, 1)
    pygame.draw.rect(kit.surface, kit.theme.hairline, ground)
    if stop:
        x = rect.x + rect.width * length / (length + fade)
        pygame.draw.line(kit.surface, kit.theme.ink3, (x, rect.y), (x, rect.bottom))
    stroke(kit.surface, points, max(2 * kit.scale, 1.5), kit.theme.ink)
