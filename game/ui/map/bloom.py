"""Blossom round the towns: what a second flourishing looks like before anybody opens a chart."""

import math
from collections.abc import Sequence

import pygame

from game.ui.map.paving import Town
from game.ui.map.placing import chance
from game.ui.theme import Theme, mix

FROM = 0.25
"""The probability of a second flourishing from which trees begin to blossom."""
TREES = 18
"""Trees that blossom round a town when it is certain."""


def bloom(surface: pygame.Surface, towns: Sequence[Town], probability: float, theme: Theme, seed: int) -> None:
    """Draw blossoming trees, more of them the likelier a second flourishing is.

    Args:
        surface: The map, before its houses.
        towns: The grounds of the towns; only built ones bloom.
        probability: Of a second flourishing, 0 to 1.
        theme: The colours.
        seed: Where the trees stand.
    """
    count = round(TREES * (probability - FROM) / (1 - FROM))
    if not theme.soft or count <= 0:
        return
    for number, town in enumerate(towns):
        for k in range(count if town.built else 0):
            turn = math.tau * chance(seed, number, k, 61)
            far = 1.04 + 0.3 * chance(seed, number, k, 62)
            _tree(surface, town.x + town.rx * far * math.cos(turn), town.y + town.ry * far * math.sin(turn), k, theme)


def _tree(surface: pygame.Surface, x: float, y: float, number: int, theme: Theme) -> None:
    """Draw one tree with blossoms of one product's colour, made pale."""
    petal = mix(theme.products[number % len(theme.products)], theme.card if theme.name == "day" else theme.ink, 0.22)
    pygame.draw.aacircle(surface, mix(theme.wood, theme.shadow, 0.28), (x + 1, y + 1.3), 6.2)
    pygame.draw.aacircle(surface, theme.wood, (x, y), 6.2)
    for leaf in range(6):
        turn = math.tau * leaf / 6 + number
        pygame.draw.aacircle(surface, petal, (x + 3.7 * math.cos(turn), y + 3.7 * math.sin(turn)), 2.0)
