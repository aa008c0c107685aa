"""The printed ground of the map: water, hills, fields, woods, rivers and roads; one seed, one picture."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pygame

from game.content.level_map import Frame, Map, Water
from game.ui.map.cover import Cover
from game.ui.map.landscape import exits
from game.ui.map.lines import Point, coverage, ribbon, smooth, stroke
from game.ui.map.paving import town_ground, town_grounds
from game.ui.map.placing import Grid, Mask, distance, stretched
from game.ui.map.projection import Heights, Projection, shore, stream, wet_ground
from game.ui.map.threads import road
from game.ui.theme import Theme, mix

__all__ = ["passes", "terrain", "town_ground", "town_grounds", "water"]

River = tuple[list[Point], list[float]]

WATERLINES = (7, 15, 25, 38, 55, 78)
"""How far from the coast the lines on the water lie, in pixels."""
FAR = 160
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
    *_, picture = passes(level_map, frame, size, theme, seed)
    return picture


def passes(
    level_map: Map, frame: Frame, size: tuple[int, int], theme: Theme, seed: int, pen: int = 1
) -> Iterator[pygame.Surface]:
    """Draw as ``terrain`` does, one pass after another, so that a large sheet need not stop the game.

    Args:
        level_map: Places, links, water and hills.
        frame: What is seen, in km.
        size: Width and height in pixels.
        theme: The colours.
        seed: Decides the small things.
        pen: How much larger every line and tree is: 2 draws the same picture at twice the size.

    Yields:
        The same surface after each of its ``pass_count``; at first bare land, whole after the last.
    """
    surface = pygame.Surface(size)
    surface.fill(theme.land)
    yield surface
    view = Projection.of(level_map, (0, 0, *size), frame)
    shores, rivers, roads = _lines(level_map, view, size, seed, pen)
    if theme.soft:
        for _ in _covered(surface, level_map, view, roads, theme, seed, pen):
            yield surface
    edge = mix(theme.waterline, theme.water_text, 0.2 if theme.name == "night" else 0.4)
    # Edges first: the water then covers their inner half, and rivers open into the sea without a seam.
    for line, widths in rivers:
        stroke(surface, line, [width + 3.0 * pen for width in widths], edge)
    for line in shores:
        stroke(surface, [*line, line[0]], 3.2 * pen, edge)
    yield surface
    wet = coverage([*shores, *(ribbon(*river) for river in rivers)], size)
    yield surface
    water(surface, wet, theme, pen=pen)
    for width, colour in ((5.4, theme.road_casing), (3.4, theme.road)):
        for points in roads:
            stroke(surface, points, width * pen, colour)
    yield surface


def pass_count(theme: Theme) -> int:
    """Return how many passes a ground takes: without soft cover there are no hills to light and nothing that grows."""
    return 8 if theme.soft else 4


def _covered(
    surface: pygame.Surface, level_map: Map, view: Projection, roads: Sequence[Sequence[Point]], theme: Theme,
    seed: int, pen: int,
) -> Iterator[None]:  # fmt: skip
    """Light the hills, then lay fields, hachures and woods, one after another."""
    heights = Heights(level_map, view, surface.get_size(), seed, 2 * pen)
    towns = [view.to_pixels(place.x_km, place.y_km) for place in level_map.places]
    clear = _clear(wet_ground(level_map, view, seed), towns, roads, pen)
    _light(surface, heights, theme)
    yield
    cover = Cover(surface, heights, clear, theme, seed, pen)
    for draw in (cover.fields, cover.hachures, cover.woods):
        draw()
        yield


def _lines(
    level_map: Map, view: Projection, size: tuple[int, int], seed: int, pen: int
) -> tuple[list[list[Point]], list[River], list[list[Point]]]:
    """Return shores, rivers and roads in pixels."""
    bodies = list(enumerate(level_map.water, start=seed))
    shores = [shore(body, level_map, view, bend) for bend, body in bodies if body.kind != "river"]
    rivers = [_river(body, level_map, view, bend, shores, pen) for bend, body in bodies if body.kind == "river"]
    where = {place.id: view.to_pixels(place.x_km, place.y_km) for place in level_map.places}
    roads = [road(where[a], where[b]) for a, b in level_map.links if a in where and b in where]
    return shores, rivers, roads + [road(a, b) for a, b in exits(list(where.values()), size, shores)]


def _river(body: Water, level_map: Map, view: Projection, seed: int, shores: Sequence[list[Point]], pen: int) -> River:
    """Return a river's line and its widths, thin at the spring and wide at the mouth."""
    line = smooth(stream(body, level_map, view, seed), 9)
    (a, b), reach = line[-2:], (view.whole[2] - view.whole[0]) * 0.025 / view.km_per_pixel
    if any(math.dist(b, point) < reach for shore_line in shores for point in shore_line):
        # The coast has bays that no author drew: flow on until the sea is sure.
        share = reach / max(1.0, math.dist(a, b))
        line.append((b[0] + (b[0] - a[0]) * share, b[1] + (b[1] - a[1]) * share))
    mouth = min(13.0, max(3.5, (body.width_km or 0.3) / view.km_per_pixel / pen))
    return line, [pen * (2 + (mouth - 2) * (at / len(line)) ** 0.7) for at in range(len(line))]


def water(surface: pygame.Surface, cover: Grid, theme: Theme, near: float = 1.0, pen: int = 1) -> None:
    """Lay the water over the land, deeper and with fainter lines away from the coast, nearer to it on a small map."""
    if not cover.any():
        return
    wide, tall = cover.shape
    step = 2 * pen
    coarse = distance(cover[::step, ::step] < 0.5, FAR // 2) * 2
    across, down = (np.arange(0, side, dtype=np.float32) / np.float32(step) for side in (wide, tall))
    far = stretched(coarse, across, down)
    line = np.zeros_like(far)
    for number, off in enumerate(WATERLINES):
        line += (0.85 - 0.12 * number) * np.clip(1.1 - np.abs(far - off * near), 0, 1)
    deep = np.clip(far / FAR, 0, 1)
    deep = deep * deep * (3 - 2 * deep)
    pixels = pygame.surfarray.pixels3d(surface)
    for channel in range(3):
        tone = theme.water[channel] + deep * (theme.deep_water[channel] - theme.water[channel])
        tone += line * (theme.waterline[channel] - tone)
        below = pixels[:, :, channel]
        pixels[:, :, channel] = (below + (tone - below) * cover + 0.5).astype(np.uint8)


def _clear(sheet: pygame.Surface, towns: Sequence[Point], roads: Sequence[Sequence[Point]], pen: int) -> Mask:
    """Return on a quarter-size grid where nothing may grow: water, towns and roads."""
    for line in roads:
        pygame.draw.lines(sheet, "white", False, [(x / 4, y / 4) for x, y in line], 4 * pen)
    for x, y in towns:
        pygame.draw.ellipse(sheet, "white", (x / 4 - 27 * pen, y / 4 - 16 * pen, 54 * pen, 32 * pen))
    return pygame.surfarray.array_red(sheet) > 0


def _light(surface: pygame.Surface, heights: Heights, theme: Theme) -> None:
    """Tint the hills, and light them from the north-west."""
    slope = np.clip((heights.east + heights.south) * 0.8, -1, 1)
    tint = np.clip((heights.km / max(0.1, float(heights.km.max())) - 0.14) * 0.26, 0, 0.22)
    day = theme.name == "day"
    bright, dim = (255 if day else 90), theme.hachure if day else theme.paper
    small = np.empty((*slope.shape, 3), dtype=np.float32)
    for channel in range(3):
        tone = theme.land[channel] + tint * (theme.hachure[channel] - theme.land[channel])
        tone += np.maximum(slope, 0) * (bright - tone) * (0.4 if day else 0.22)
        small[:, :, channel] = tone + np.minimum(slope, 0) * (tone - dim[channel]) * 0.36
    picture = pygame.surfarray.make_surface(small.astype(np.uint8))
    pygame.transform.smoothscale(picture, surface.get_size(), surface)
