"""Small drawings beside words: the colour of a change, the end of a history, when a programme works."""

from collections.abc import Sequence

import pygame

from game.explain.quantities import HIGH_IS_GOOD
from game.ui.kit import Kit
from game.ui.map.lines import stroke
from game.ui.theme import Colour


def good(kit: Kit, number: str, amount: float) -> Colour:
    """Return the colour of a change: a gain, a loss, or neither."""
    welcome = HIGH_IS_GOOD.get(number)
    if welcome is None or not amount:
        return kit.theme.ink
    return kit.theme.gain if (amount > 0) == welcome else kit.theme.accent


def spark(kit: Kit, rect: pygame.Rect, values: Sequence[float], colour: Colour | None = None,
          dot: Colour | None = None) -> None:  # fmt: skip
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
    pygame.draw.aacircle(kit.surface, dot or kit.theme.ink, points[-1], max(kit.px(3.6), 2.5))


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
