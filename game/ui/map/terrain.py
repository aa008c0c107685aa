"""The printed ground of the map: water, hills, fields, woods, rivers and roads, the same for the same seed."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pygame
from numpy.typing import NDArray

from game.content.level_map import Frame, Map, Water
from game.ui.map.placing import Grid, chance, chances, stretched, waves
from game.ui.map.projection import Projection, shore, stream
from game.ui.map.threads import Point, fill, ribbon, smooth, stroke
from game.ui.theme import Colour, Theme, mix

Mask = NDArray[np.bool_]
River = tuple[list[Point], list[float]]

WATERLINES = (7, 15, 25, 38, 55, 78)
"""How far from the coast the lines on the water lie, in pixels."""
FAR = 120
"""Beyond this many pixels the water is equally deep."""


def terrain(level_map: Map, frame: Frame, size: tuple[int, int], theme: Theme, seed: int) -> pygame.Surface:
    """Draw the ground without towns and labels.

    Args:
        level_map: Places, links, water and hills.
        frame: What is seen, in km; ``Projection.frame`` gives it.
        size: Width and height in pixels.
        theme: The colours.
        seed: Decides the small things: bends of the coast, where trees stand.

    Returns:
        A picture of the size asked for; keep it, as it takes a good part of a second.
    """
    view = Projection.of(level_map, (0, 0, *size), frame)
    lakes = [body for body in level_map.water if body.kind != "river"]
    shores = [shore(body, level_map, view, seed + n) for n, body in enumerate(lakes)]
    cover = _cover(shores, size)
    rivers = [_river(body, level_map, view, cover, seed) for body in level_map.water if body.kind == "river"]
    roads = [road(*ends) for ends in _link_ends(level_map, view)]
    surface = pygame.Surface(size)
    surface.fill(theme.land)
    if theme.soft:
        _nature(surface, _Land(level_map, view, cover, rivers, roads, seed), theme)
    for line, widths in rivers:
        fill(surface, ribbon(line, [width + 2.2 for width in widths]), _edge(theme))
    _water(surface, cover, theme)
    for line in shores:
        stroke(surface, [*line, line[0]], 1.6, _edge(theme))
    for line, widths in rivers:
        fill(surface, ribbon(line, widths), theme.water)
    for width, colour in ((5.4, theme.road_casing), (3.4, theme.road)):
        for points in roads:
            stroke(surface, points, width, colour)
    return surface


def road(a: Point, b: Point) -> list[Point]:
    """Return the bends of the road between two points; both directions share one road, at any magnification."""
    if b < a:
        return road(b, a)[::-1]
    dx, dy = b[0] - a[0], b[1] - a[1]
    turn = math.atan2(dy, dx)
    bow, wave = 0.075 * math.sin(5 * turn + 1), 0.035 * math.cos(7 * turn)
    pieces = max(8, int(math.hypot(dx, dy) / 7))
    points = []
    for piece in range(pieces + 1):
        t = piece / pieces
        aside = bow * math.sin(math.pi * t) + wave * math.sin(2 * math.pi * t)
        points.append((a[0] + dx * t - dy * aside, a[1] + dy * t + dx * aside))
    return points


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
    phases = [chance(seed, k) * math.tau for k in range(4)]
    edge = []
    for step in range(72):
        turn = math.tau * step / 72
        swell = 1 + sum((0.055, 0.04, 0.025, 0.012)[k] * math.sin((k + 2) * turn + phases[k]) for k in range(4))
        edge.append((x + rx * swell * math.cos(turn), y + ry * swell * math.sin(turn)))
    if not theme.soft:
        stroke(surface, [*edge, edge[0]], 1.4, theme.stone)
        return
    ground = mix(theme.town, theme.stone, 0.24 * locked)
    fill(surface, edge, ground)
    sett = mix(ground, theme.stone, 0.55)
    for k in range(round(rx * ry / 42 * locked)):
        turn, far = chance(seed, k, 1) * math.tau, math.sqrt(chance(seed, k, 2)) * 0.93
        left, top = round(x + rx * far * math.cos(turn)), round(y + ry * far * math.sin(turn))
        pygame.draw.rect(surface, sett, (left, top, 4, 2), border_radius=1)


def _edge(theme: Theme) -> Colour:
    return mix(theme.waterline, theme.water_text, 0.4)


def _link_ends(level_map: Map, view: Projection) -> Iterator[tuple[Point, Point]]:
    where = {place.id: view.to_pixels(place.x_km, place.y_km) for place in level_map.places}
    for a, b in level_map.links:
        if a in where and b in where:
            yield where[a], where[b]


def _cover(shores: Sequence[Sequence[Point]], size: tuple[int, int]) -> Grid:
    """Return how much of each pixel is water, 0 to 1; drawn double and shrunk, so that coasts are soft."""
    double = pygame.Surface((size[0] * 2, size[1] * 2))
    for line in shores:
        pygame.draw.polygon(double, (255, 255, 255), [(2 * x, 2 * y) for x, y in line])
    return pygame.surfarray.array_red(pygame.transform.smoothscale(double, size)).astype(np.float32) / 255


def _river(body: Water, level_map: Map, view: Projection, cover: Grid, seed: int) -> River:
    """Return a river's line and its widths: thin at the spring, wide at the mouth, and no further."""
    line = smooth(stream(body, level_map, view, seed), 7)
    mouth = min(15.0, max(3.5, (body.width_km or 0.3) / view.km_per_pixel))
    in_water = 0.0
    kept = [line[0]]
    for a, b in zip(line, line[1:], strict=False):
        x, y = round(b[0]), round(b[1])
        inside = 0 <= x < cover.shape[0] and 0 <= y < cover.shape[1] and cover[x, y] > 0.5
        in_water = in_water + math.dist(a, b) if inside else 0.0
        if in_water > 9:
            break
        kept.append(b)
    return kept, [2 + (mouth - 2) * (at / len(kept)) ** 0.7 for at in range(len(kept))]


def _distance(seeds: Mask, reach: int) -> Grid:
    """Return how many cells away the nearest marked cell is, never more than ``reach``."""
    along = np.where(seeds, 0, reach).astype(np.float32)
    for i in range(1, len(along)):
        np.minimum(along[i], along[i - 1] + 1, out=along[i])
    for i in range(len(along) - 2, -1, -1):
        np.minimum(along[i], along[i + 1] + 1, out=along[i])
    square = along * along
    best = square.copy()
    for k in range(1, reach):
        np.minimum(best[:, k:], square[:, :-k] + k * k, out=best[:, k:])
        np.minimum(best[:, :-k], square[:, k:] + k * k, out=best[:, :-k])
    return np.sqrt(best)


def _water(surface: pygame.Surface, cover: Grid, theme: Theme) -> None:
    """Lay the water over the land, deeper and with fainter lines away from the coast."""
    if not cover.any():
        return
    wide, tall = cover.shape
    coarse = _distance(cover[::2, ::2] < 0.5, FAR // 2) * 2
    across = np.arange(wide, dtype=np.float32) / 2
    far = stretched(coarse, across, np.arange(tall, dtype=np.float32) / 2)
    line = np.zeros_like(far)
    for number, distance in enumerate(WATERLINES):
        line += (0.85 - 0.12 * number) * np.clip(1.1 - np.abs(far - distance), 0, 1)
    deep = np.clip(far / FAR, 0, 1)
    pixels = pygame.surfarray.pixels3d(surface)
    for channel in range(3):
        tone = theme.water[channel] + deep * (theme.deep_water[channel] - theme.water[channel])
        tone += line * (theme.waterline[channel] - tone)
        pixels[:, :, channel] += ((tone - pixels[:, :, channel]) * cover + 0.5).astype(np.int16).astype(np.uint8)


class _Land:
    """The heights of the land, and which spots must stay clear."""

    def __init__(
        self, level_map: Map, view: Projection, cover: Grid, rivers: list[River], roads: list[list[Point]], seed: int
    ) -> None:
        self.seed, self.view, self.map = seed, view, level_map
        self.size = cover.shape
        self.xs = np.array([view.to_km(x, 0)[0] for x in range(0, self.size[0], 2)], dtype=np.float32)
        self.ys = np.array([view.to_km(0, y)[1] for y in range(0, self.size[1], 2)], dtype=np.float32)
        self.unit = np.float32((view.whole[2] - view.whole[0]) / 40)
        self.clear = self._clear(cover, rivers, roads)
        self.height = self._height()

    def waves(self, width: float, number: int) -> Grid:
        """Return disorder on the half-size grid; ``width`` in fortieths of the region."""
        step = self.unit * np.float32(width)
        return waves(self.xs / step, self.ys / step, self.seed * 97 + number)

    def _height(self) -> Grid:
        ridge = 1 - np.abs(2 * self.waves(2.2, 1) - 1)
        fine = 1 - np.abs(2 * self.waves(0.9, 2) - 1)
        sway = 0.7 + 0.6 * self.waves(3.1, 3)
        height = 0.25 * self.unit * self.waves(4.5, 4)
        for hill in self.map.relief:
            far = ((self.xs - hill.x_km) ** 2)[:, None] + ((self.ys - hill.y_km) ** 2)[None, :]
            bump = np.clip(1 - far * sway / hill.radius_km**2, 0, 1)
            height = height + bump * bump * hill.height * hill.radius_km * (0.45 + 0.4 * ridge + 0.2 * fine)
        return height.astype(np.float32)

    def _clear(self, cover: Grid, rivers: list[River], roads: list[list[Point]]) -> Mask:
        """Return on a quarter-size grid where nothing may grow: water, towns, rivers and roads."""
        wide, tall = -(-self.size[0] // 4), -(-self.size[1] // 4)
        sheet = pygame.Surface((wide, tall))
        for points, width in [(line, 7) for line, _ in rivers] + [(line, 4) for line in roads]:
            pygame.draw.lines(sheet, (255, 0, 0), False, [(x / 4, y / 4) for x, y in points], width)
        for place in self.map.places:
            x, y = self.view.to_pixels(place.x_km, place.y_km)
            pygame.draw.ellipse(sheet, (255, 0, 0), (x / 4 - 29, y / 4 - 17, 58, 34))
        wet = _distance(cover[::4, ::4] > 0.02, 4) < 3
        return (pygame.surfarray.array_red(sheet) > 0) | wet
