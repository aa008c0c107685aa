"""The ground of towns: a wavy plot that greys and gets setts as a region locks in; dashed before anybody built."""

import math
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pygame

from game.ui.map.lines import stroke, wavy
from game.ui.map.placing import Grid, Mask, chances
from game.ui.theme import Colour, Theme, mix

REACH = 1.2
"""How far waves may carry the edge of a ground beyond its half width and height."""
GREY = 0.16
"""How far the ground of a town that is wholly stuck goes from its own colour to stone; setts tell the rest."""
SHADES, MOST_KEPT = 40, 24
"""Steps of lock-in that can be told apart, and how many towns' grounds are kept."""

_layers: OrderedDict[Hashable, pygame.Surface] = OrderedDict()


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


def ground_of(theme: Theme, locked: float) -> Colour:
    """Return the colour of a town's ground at a lock-in from 0 to 1; every product must stand out from it."""
    return mix(theme.town, theme.stone, GREY * locked) if theme.soft else theme.town


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
    # Added or taken away, not painted: roads and rivers show through.
    flag = pygame.BLEND_RGB_ADD if sum(theme.town) > sum(theme.land) else pygame.BLEND_RGB_SUB
    for area, layer in _merged([(_paved(surface, town, theme, number), town.box) for number, town in seen]):
        surface.blit(layer, area, special_flags=flag)


def _merged(layers: Sequence[tuple[pygame.Surface, pygame.Rect]]) -> Iterator[tuple[pygame.Rect, pygame.Surface]]:
    """Yield layers and where they lie; those that overlap as one, so that nothing is added twice."""
    boxes = [box for _, box in layers]
    alone = [len(box.collidelistall(boxes)) == 1 for box in boxes]
    yield from ((box, layer) for (layer, box), one in zip(layers, alone, strict=True) if one)
    crowded = [layer for layer, one in zip(layers, alone, strict=True) if not one]
    if crowded:
        area = crowded[0][1].unionall([box for _, box in crowded])
        whole = pygame.Surface(area.size)
        for layer, box in crowded:
            whole.blit(layer, (box.x - area.x, box.y - area.y), special_flags=pygame.BLEND_RGB_MAX)
        yield area, whole


def _paved(surface: pygame.Surface, town: Town, theme: Theme, seed: int) -> pygame.Surface:
    """Return a town's layer, from memory where neither the town nor its lock-in has changed to speak of."""
    rough = replace(town, locked=round(town.locked * SHADES) / SHADES)
    key = rough, theme.name, seed, surface.get_size()
    if key not in _layers:
        _layers[key] = _paving(surface, rough, theme, seed)
        if len(_layers) > MOST_KEPT:
            _layers.popitem(last=False)
    _layers.move_to_end(key)
    return _layers[key]


def _planned(surface: pygame.Surface, town: Town, theme: Theme, seed: int) -> None:
    """Draw a town without firms: a dashed outline, as on a plan."""
    edge = wavy(town.x, town.y, town.rx, town.ry, seed)
    for start in range(0, len(edge) - 2, 3):
        stroke(surface, edge[start : start + 3], 1.4, theme.ink3)


def _paving(surface: pygame.Surface, town: Town, theme: Theme, seed: int) -> pygame.Surface:
    """Return how far the ground of a town differs from open land, with its setts; drawn double and shrunk."""
    box, locked = town.box, town.locked
    ground = ground_of(theme, locked)
    layer = pygame.Surface((2 * box.width, 2 * box.height))
    edge = [(2 * (u - box.x), 2 * (v - box.y)) for u, v in wavy(town.x, town.y, town.rx, town.ry, seed)]
    pygame.draw.polygon(layer, _apart(theme.land, ground), edge)
    sett = _apart(theme.land, mix(ground, theme.stone, 0.5))
    count = np.arange(round(town.rx * town.ry / 26 * locked))
    turn, far, long = (chances(count, np.full_like(count, k), seed) for k in (1, 2, 3))
    u = town.x + town.rx * np.sqrt(far) * 0.92 * np.cos(turn * math.tau)
    v = town.y + town.ry * np.sqrt(far) * 0.92 * np.sin(turn * math.tau)
    bare = _bare(surface, u, v, theme)
    corners = np.stack((2 * (u - box.x) - 4, 2 * (v - box.y) - 2, 7 + 3 * long), axis=1)[bare].astype(int).tolist()
    layer.fblits([(_sett(wide, sett), (x, y)) for x, y, wide in corners])
    return pygame.transform.smoothscale_by(layer, 0.5)


@lru_cache(maxsize=64)
def _sett(wide: int, colour: Colour) -> pygame.Surface:
    """Return one paving stone, at double size."""
    stone = pygame.Surface((wide, 4), pygame.SRCALPHA)
    pygame.draw.rect(stone, colour, stone.get_rect(), border_radius=2)
    return stone


def _apart(a: Colour, b: Colour) -> Colour:
    return abs(a[0] - b[0]), abs(a[1] - b[1]), abs(a[2] - b[2])


def _bare(surface: pygame.Surface, xs: Grid, ys: Grid, theme: Theme) -> Mask:
    """Tell which pixels show plain land: not road, not water."""
    columns, rows = np.rint(xs).astype(np.int64), np.rint(ys).astype(np.int64)
    inside = (columns >= 0) & (rows >= 0) & (columns < surface.get_width()) & (rows < surface.get_height())
    shown = pygame.surfarray.pixels3d(surface)[np.where(inside, columns, 0), np.where(inside, rows, 0)].astype(np.int64)
    plain: Mask = inside & (np.abs(shown - np.array(theme.land)).sum(axis=1) < 26)
    return plain
