"""Small drawings beside words: the colour of a change, the end of a history, when a programme works."""

from collections.abc import Sequence
from functools import lru_cache

import pygame

from game.explain.quantities import HIGH_IS_GOOD
from game.explain.speech import Speaker
from game.ui.kit import Kit
from game.ui.map.lines import Point, stroke
from game.ui.theme import Colour

FINE = 2
"""How many times larger they are drawn before they are shrunk."""
SHOWN = 40
"""Quarters of a history that are shown."""


def good(kit: Kit, number: str, amount: float) -> Colour:
    """Return the colour of a change: a gain, a loss, or neither."""
    welcome = HIGH_IS_GOOD.get(number)
    if welcome is None or not amount:
        return kit.theme.ink
    return kit.theme.gain if (amount > 0) == welcome else kit.theme.accent


def moved(kit: Kit, speaker: Speaker, number: str, amount: float) -> tuple[str, Colour]:
    """Return a change as it is written, and its colour: what is too small to be written is neither gain nor loss."""
    text = speaker.change(number, amount)
    return text, good(kit, number, amount if text[0] in "+−" else 0.0)


def spark(kit: Kit, rect: pygame.Rect, values: Sequence[float], colour: Colour | None = None,
          dot: Colour | None = None) -> None:  # fmt: skip
    """Draw the last part of a history as a small line with a dot at its end."""
    shown = tuple(values[-SHOWN:])
    margin = max(kit.px(5), 3)
    size = (rect.width + 2 * margin, rect.height + 2 * margin)
    inks = (colour or kit.theme.ink2, dot or kit.theme.ink, _below(kit, rect))
    kit.surface.blit(_spark(shown, size, inks, kit.scale), (rect.x - margin, rect.y - margin))


def delay_curve(kit: Kit, rect: pygame.Rect, delay: int, ramp: int, decay: float, stop: bool = False) -> None:
    """Draw when a programme works: nothing, then more and more, and (``stop``) how it fades once it ends."""
    inks = (kit.theme.ink, kit.theme.hairline, _below(kit, rect))
    kit.surface.blit(_delay((delay, ramp, decay), stop, rect.size, inks, kit.scale), rect)


def _below(kit: Kit, rect: pygame.Rect) -> Colour:
    """Return the colour it lies on."""
    if not kit.surface.get_rect().collidepoint(rect.topleft):
        return kit.theme.panel
    red, green, blue, _ = kit.surface.get_at(rect.topleft)
    return red, green, blue


@lru_cache(maxsize=256)
def _spark(
    values: tuple[float, ...], size: tuple[int, int], inks: tuple[Colour, Colour, Colour], scale: float
) -> pygame.Surface:
    values = values if len(values) > 1 else (*values, *values)
    low, high = min(values), max(values)
    margin = max(round(5 * scale), 3)
    wide, tall = size[0] - 2 * margin, size[1] - 2 * margin
    points = [
        (margin + wide * k / (len(values) - 1), margin + tall * (1 - ((v - low) / (high - low) if high > low else 0.5)))
        for k, v in enumerate(values)
    ]
    large = _large(size, inks[2])
    _line(large, points, max(1.8 * scale, 1.3), inks[0])
    at = (points[-1][0] * FINE, points[-1][1] * FINE)
    pygame.draw.circle(large, inks[1], at, max(3.8 * scale, 2.6) * FINE)
    return pygame.transform.smoothscale(large, size)


@lru_cache(maxsize=128)
def _delay(
    course: tuple[int, int, float], stop: bool, size: tuple[int, int], inks: tuple[Colour, Colour, Colour], scale: float
) -> pygame.Surface:
    delay, ramp, decay = course
    length = max(delay + ramp + 6, 16)
    levels = [min(max((k - delay) / max(ramp, 1), 0.0), 1.0) for k in range(length + 1)]
    levels += [levels[-1] * (1 - decay) ** k for k in range(1, 15)] if stop else []
    step = size[0] / (len(levels) - 1)
    points = [(k * step, size[1] - 2 - (size[1] - 4) * level) for k, level in enumerate(levels)]
    large = _large(size, inks[2])
    pygame.draw.rect(large, inks[1], (0, (size[1] - 1) * FINE, size[0] * FINE, FINE))
    if stop:
        pygame.draw.rect(large, inks[1], (round(length * step * FINE), 0, FINE, size[1] * FINE))
    _line(large, points, max(2 * scale, 1.5), inks[0])
    return pygame.transform.smoothscale(large, size)


def _large(size: tuple[int, int], ground: Colour) -> pygame.Surface:
    large = pygame.Surface((max(size[0], 1) * FINE, max(size[1], 1) * FINE))
    large.fill(ground)
    return large


def _line(large: pygame.Surface, points: Sequence[Point], weight: float, colour: Colour) -> None:
    stroke(large, [(x * FINE, y * FINE) for x, y in points], weight * FINE, colour)
