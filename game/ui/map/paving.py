"""The ground of towns: a wavy plot that greys and gets setts as a region locks in; dashed before anybody built."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.map.lines import stroke, wavy
from game.ui.map.placing import chance
from game.ui.theme import Colour, Theme, mix

REACH = 1.2
"""How far waves may carry the edge of a ground beyond its half width and height."""


@dataclass(frozen=True)
class Town:
    """A town's ground: its middle, half its width and height in pixels, its lock-in from 0 to 1."""

    x: float
    y: float
    rx: float
    ry: float
    locked: float
    built: bool = True

    @property
    def box(self) -> pygame.Rect:
        """The pixels it may cover."""
        corner = round(self.x - self.rx * REACH), round(self.y - self.ry * REACH)
        return pygame.Rect(corner, (2 * round(self.rx * REACH), 2 * round(self.ry * REACH)))


def town_ground(
    surface: pygame.Surface, x: float, y: float, rx: float, ry: float, locked: float, theme: Theme, seed: int
) -> None:
    """Draw the ground of a town with its wavy edge; stuck towns are greyer and paved.

    Args:
        surface: Where to draw.
        x: The middle of the town in pixels.
        y: The same, downwards.
        rx: Half its width.
        ry: Half its height.
        locked: Lock-in, 0 to 1.
        theme: The colours.
        seed: Which waves.
    """
    town_grounds(surface, [Town(x, y, rx, ry, locked)], theme, seed)


def town_grounds(surface: pygame.Surface, towns: Sequence[Town], theme: Theme, seed: int) -> None:
    """Draw the grounds of several towns, each as in ``town_ground``; where they meet they merge."""
    built = [(number, town) for number, town in enumerate(towns, start=seed) if town.built]
    for number, town in enumerate(towns, start=seed):
        if not town.built:
            _planned(surface, town, theme, number)
    if not theme.soft:
        for number, town in built:
            edge = wavy(town.x, town.y, town.rx, town.ry, number)
            stroke(surface, [*edge, edge[0]], 1.4, theme.stone)
        return
    seen = [(number, town) for number, town in built if town.box.colliderect(surface.get_rect())]
    if not seen:
        return
    area = seen[0][1].box.unionall([town.box for _, town in seen]).clip(surface.get_rect())
    whole = pygame.Surface(area.size)
    for number, town in seen:
        layer = _paving(surface, town, theme, number)
        whole.blit(layer, (town.box.x - area.x, town.box.y - area.y), special_flags=pygame.BLEND_RGB_MAX)
    # Added or taken away, not painted: roads and rivers show through.
    flag = pygame.BLEND_RGB_ADD if sum(theme.town) > sum(theme.land) else pygame.BLEND_RGB_SUB
    surface.blit(whole, area, special_flags=flag)


def _planned(surface: pygame.Surface, town: Town, theme: Theme, seed: int) -> None:
    """Draw a town without firms: a dashed outline, as on a plan."""
    edge = wavy(town.x, town.y, town.rx, town.ry, seed)
    for start in range(0, len(edge) - 2, 3):
        stroke(surface, edge[start : start + 3], 1.4, theme.ink3)


def _paving(surface: pygame.Surface, town: Town, theme: Theme, seed: int) -> pygame.Surface:
    """Return how far the ground of a town differs from open land, with its setts; drawn double and shrunk."""
    box, locked = town.box, town.locked
    ground = mix(theme.town, theme.stone, 0.24 * locked)
    layer = pygame.Surface((2 * box.width, 2 * box.height))
    edge = [(2 * (u - box.x), 2 * (v - box.y)) for u, v in wavy(town.x, town.y, town.rx, town.ry, seed)]
    pygame.draw.polygon(layer, _apart(theme.land, ground), edge)
    sett = _apart(theme.land, mix(ground, theme.stone, 0.5))
    for k in range(round(town.rx * town.ry / 26 * locked)):
        turn, far = chance(seed, k, 1) * math.tau, math.sqrt(chance(seed, k, 2)) * 0.92
        u, v = town.x + town.rx * far * math.cos(turn), town.y + town.ry * far * math.sin(turn)
        if _bare(surface, u, v, theme):
            spot = (2 * (u - box.x) - 4, 2 * (v - box.y) - 2, 7 + 3 * chance(seed, k, 3), 4)
            pygame.draw.rect(layer, sett, spot, border_radius=2)
    return pygame.transform.smoothscale_by(layer, 0.5)


def _apart(a: Colour, b: Colour) -> Colour:
    return abs(a[0] - b[0]), abs(a[1] - b[1]), abs(a[2] - b[2])


def _bare(surface: pygame.Surface, x: float, y: float, theme: Theme) -> bool:
    """Tell whether a pixel shows plain land: not road, not water."""
    spot = round(x), round(y)
    shown = surface.get_at(spot) if surface.get_rect().collidepoint(spot) else pygame.Color("red")
    return sum(_apart(theme.land, (shown.r, shown.g, shown.b))) < 26
