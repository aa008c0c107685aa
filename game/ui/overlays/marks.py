"""The marks of overlays: each carries its value by shape or pattern as well as by colour."""

import math
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui.theme import THEMES, Colour, Theme, mix

Point = tuple[float, float]
SMALLEST, LARGEST = 22.0, 64.0
"""Radius of a place's disc."""
_HATCH = (0, 15, 10, 6)
"""Pixels between the stripes of each step; the first has none."""
_OVER = 3


def ramp(theme: Theme, level: int, most: int) -> Colour:
    """Return the colour of a step: from pale to deep, one hue."""
    return mix(theme.land, theme.gain, 0.7 + 0.3 * level / max(most, 1))


def disc(surface: pygame.Surface, at: Point, radius: float, level: int, theme: Theme) -> None:
    """Draw a disc whose stripes are closer together the higher the step."""
    side = round(2 * radius) + 4
    layer = pygame.Surface((side, side), pygame.SRCALPHA)
    layer.fill((*theme.land, 0))
    middle = side / 2, side / 2
    tone = ramp(theme, level, 3)
    pygame.draw.circle(layer, (*theme.land, 170), middle, radius)
    if _HATCH[min(level, 3)]:
        for start in range(-side, side, _HATCH[min(level, 3)]):
            pygame.draw.aaline(layer, tone, (start, side), (start + side, 0), 2)
        _outside_cleared(layer, middle, radius, theme)
    pygame.draw.aacircle(layer, tone, middle, radius, 3)
    surface.blit(layer, (round(at[0] - middle[0]), round(at[1] - middle[1])))


def _outside_cleared(layer: pygame.Surface, middle: Point, radius: float, theme: Theme) -> None:
    """Keep only what lies within a circle."""
    mask = pygame.Surface(layer.get_size(), pygame.SRCALPHA)
    pygame.draw.circle(mask, (255, 255, 255, 255), middle, radius)
    layer.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)


def plot(surface: pygame.Surface, box: pygame.Rect, level: int, theme: Theme) -> None:
    """Hatch the ground of a place, more densely the higher the step."""
    tone = ramp(theme, level, 3)
    layer = pygame.Surface(box.size, pygame.SRCALPHA)
    layer.fill((*theme.land, 0))
    pygame.draw.ellipse(layer, (*theme.land, 150), layer.get_rect())
    step = _HATCH[min(level, 3)]
    if step:
        for start in range(0, box.width + box.height, step):
            pygame.draw.aaline(layer, tone, (start, 0), (start - box.height, box.height), 2)
        mask = pygame.Surface(box.size, pygame.SRCALPHA)
        pygame.draw.ellipse(mask, (255, 255, 255, 255), mask.get_rect())
        layer.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    pygame.draw.ellipse(layer, tone, layer.get_rect(), 2)
    surface.blit(layer, box)


def ring(surface: pygame.Surface, at: Point, radius: float, level: int, theme: Theme) -> None:
    """Draw a dashed circle of true size; longer dashes where more can be learnt."""
    tone = ramp(theme, level, 3)
    dashes = max(round(radius / 5), 12)
    for dash in range(dashes):
        first = math.tau * dash / dashes
        last = first + math.tau / dashes * (0.3 + 0.2 * level)
        points = [
            (at[0] + radius * math.cos(first + (last - first) * k / 4),
             at[1] + radius * math.sin(first + (last - first) * k / 4))
            for k in range(5)
        ]  # fmt: skip
        for a, b in pairwise(points):
            pygame.draw.aaline(surface, tone, a, b, 2 + level // 2)


@lru_cache(maxsize=256)
def bars(width: int, level: int, name: str) -> pygame.Surface:
    """Return four bars, as many of them full as the step says."""
    theme = THEMES[name]
    chip, side = _chip(width, theme)
    step = chip.get_width() / 5.4
    for k in range(4):
        tall = (0.3 + 0.16 * k) * chip.get_height()
        box = pygame.Rect(0, 0, round(step * 0.8), round(tall))
        box.bottomleft = round(step * (0.75 + k)), round(chip.get_height() * 0.88)
        pygame.draw.rect(chip, theme.ink if k < level else mix(theme.card, theme.ink3, 0.9), box, 0 if k < level else 2)
    return pygame.transform.smoothscale(chip, side)


@lru_cache(maxsize=256)
def chevrons(width: int, level: int, name: str) -> pygame.Surface:
    """Return arrows: two or one down, a dash, one or two up."""
    theme = THEMES[name]
    chip, side = _chip(width, theme)
    wide, tall = chip.get_size()
    weight = max(wide // 12, 3)
    if level == 2:
        pygame.draw.line(chip, theme.ink2, (wide * 0.25, tall / 2), (wide * 0.75, tall / 2), weight)
        return pygame.transform.smoothscale(chip, side)
    tone, up = (theme.gain, -1) if level > 2 else (theme.accent, 1)
    count = abs(level - 2)
    for k in range(count):
        y = tall * (0.5 + 0.24 * (k - (count - 1) / 2))
        ends, tip = y - up * tall * 0.11, y + up * tall * 0.13
        lines = [(wide * 0.26, ends), (wide / 2, tip), (wide * 0.74, ends)]
        pygame.draw.lines(chip, tone, False, lines, weight)
    return pygame.transform.smoothscale(chip, side)


def _chip(width: int, theme: Theme) -> tuple[pygame.Surface, tuple[int, int]]:
    """Return a small card to draw on, larger than its final size, and that size."""
    side = width, round(width * 0.74)
    chip = pygame.Surface((side[0] * _OVER, side[1] * _OVER), pygame.SRCALPHA)
    chip.fill((*theme.card, 0))
    pygame.draw.rect(chip, theme.card, chip.get_rect(), border_radius=2 * _OVER)
    pygame.draw.rect(chip, theme.ink3, chip.get_rect(), _OVER, 2 * _OVER)
    return chip, side


def link(surface: pygame.Surface, box: pygame.Rect, there: bool, theme: Theme) -> None:
    """Draw one link of a chain: whole, or only dotted where it is missing."""
    radius = box.height // 2
    if there:
        pygame.draw.rect(surface, theme.gain, box, max(box.height // 5, 3), radius)
        return
    for k in range(0, box.width - 2, 6):
        for y in (box.top + 1, box.bottom - 2):
            pygame.draw.line(surface, theme.ink3, (box.x + k, y), (box.x + k + 2, y), 2)
    for y in range(box.top + 4, box.bottom - 4, 6):
        for x in (box.left, box.right - 2):
            pygame.draw.line(surface, theme.ink3, (x, y), (x, y + 2), 2)
