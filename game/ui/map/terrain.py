"""The printed ground of the map: water, hills, fields, woods, rivers and roads; one seed, one picture."""

import math
from collections.abc import Sequence

import numpy as np
import pygame

from game.content.level_map import Frame, Map, Water
from game.ui.map.lines import Point, coverage, fill, ribbon, smooth, stroke, wavy
from game.ui.map.placing import Grid, Mask, chance, distance, spots, stretched
from game.ui.map.projection import Heights, Projection, shore, stream, wet_ground
from game.ui.map.threads import road
from game.ui.theme import Colour, Theme, mix

__all__ = ["road", "terrain", "town_ground", "town_grounds", "water"]

River = tuple[list[Point], list[float]]
Town = tuple[float, float, float, float, float]
"""A town's middle across and down, half its width, half its height, its lock-in."""

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
    view = Projection.of(level_map, (0, 0, *size), frame)
    bodies = list(enumerate(level_map.water, start=seed))
    shores = [shore(body, level_map, view, bend) for bend, body in bodies if body.kind != "river"]
    rivers = [_river(body, level_map, view, bend, shores) for bend, body in bodies if body.kind == "river"]
    where = {place.id: view.to_pixels(place.x_km, place.y_km) for place in level_map.places}
    roads = [road(where[a], where[b]) for a, b in level_map.links if a in where and b in where]
    surface = pygame.Surface(size)
    surface.fill(theme.land)
    if theme.soft:
        heights = Heights(level_map, view, size, seed)
        clear = _clear(wet_ground(level_map, view, seed), list(where.values()), roads)
        _light(surface, heights, theme)
        _fields(surface, heights, clear, theme, seed)
        _hachures(surface, heights, clear, theme, seed)
        _woods(surface, heights, clear, theme, seed)
    edge = mix(theme.waterline, theme.water_text, 0.2 if theme.name == "night" else 0.4)
    # Edges first: the water then covers their inner half, and rivers open into the sea without a seam.
    for line, widths in rivers:
        stroke(surface, line, [width + 3.0 for width in widths], edge)
    for line in shores:
        stroke(surface, [*line, line[0]], 3.2, edge)
    water(surface, coverage([*shores, *(ribbon(*river) for river in rivers)], size), theme)
    for width, colour in ((5.4, theme.road_casing), (3.4, theme.road)):
        for points in roads:
            stroke(surface, points, width, colour)
    return surface


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
    town_grounds(surface, [(x, y, rx, ry, locked)], theme, seed)


def town_grounds(surface: pygame.Surface, towns: Sequence[Town], theme: Theme, seed: int) -> None:
    """Draw the grounds of several towns, each as in ``town_ground``; where they meet they merge."""
    whole = pygame.Surface(surface.get_size())
    for number, town in enumerate(towns, start=seed):
        if theme.soft:
            corner = round(town[0] - town[2] * 1.2), round(town[1] - town[3] * 1.2)
            layer = _paving(surface, town, corner, theme, number)
            whole.blit(layer, corner, special_flags=pygame.BLEND_RGB_MAX)
        else:
            edge = wavy(*town[:4], number)
            stroke(surface, [*edge, edge[0]], 1.4, theme.stone)
    # Added or taken away, not painted: roads and rivers show through.
    flag = pygame.BLEND_RGB_ADD if sum(theme.town) > sum(theme.land) else pygame.BLEND_RGB_SUB
    surface.blit(whole, (0, 0), special_flags=flag)


def _paving(surface: pygame.Surface, town: Town, corner: tuple[int, int], theme: Theme, seed: int) -> pygame.Surface:
    """Return how far the ground of a town differs from open land, with its setts."""
    x, y, rx, ry, locked = town
    left, top = corner
    ground = mix(theme.town, theme.stone, 0.24 * locked)
    layer = pygame.Surface((4 * round(rx * 1.2), 4 * round(ry * 1.2)))
    edge = [(2 * (u - left), 2 * (v - top)) for u, v in wavy(x, y, rx, ry, seed)]
    pygame.draw.polygon(layer, _apart(theme.land, ground), edge)
    for k in range(round(rx * ry / 42 * locked)):
        turn, far = chance(seed, k, 1) * math.tau, math.sqrt(chance(seed, k, 2)) * 0.92
        u, v = x + rx * far * math.cos(turn), y + ry * far * math.sin(turn)
        if _bare(surface, u, v, theme):
            spot = (2 * (u - left) - 4, 2 * (v - top) - 2, 7 + 3 * chance(seed, k, 3), 4)
            pygame.draw.rect(layer, _apart(theme.land, mix(ground, theme.stone, 0.5)), spot, border_radius=2)
    return pygame.transform.smoothscale_by(layer, 0.5)


def _apart(a: Colour, b: Colour) -> Colour:
    return abs(a[0] - b[0]), abs(a[1] - b[1]), abs(a[2] - b[2])


def _bare(surface: pygame.Surface, x: float, y: float, theme: Theme) -> bool:
    """Tell whether a pixel shows plain land: not road, not water."""
    spot = round(x), round(y)
    shown = surface.get_at(spot) if surface.get_rect().collidepoint(spot) else pygame.Color("red")
    return sum(_apart(theme.land, (shown.r, shown.g, shown.b))) < 26


def _river(body: Water, level_map: Map, view: Projection, seed: int, shores: Sequence[list[Point]]) -> River:
    """Return a river's line and its widths, thin at the spring and wide at the mouth."""
    line = smooth(stream(body, level_map, view, seed), 9)
    (a, b), reach = line[-2:], (view.whole[2] - view.whole[0]) * 0.025 / view.km_per_pixel
    if any(math.dist(b, point) < reach for shore_line in shores for point in shore_line):
        # The coast has bays that no author drew: flow on until the sea is sure.
        share = reach / max(1.0, math.dist(a, b))
        line.append((b[0] + (b[0] - a[0]) * share, b[1] + (b[1] - a[1]) * share))
    mouth = min(13.0, max(3.5, (body.width_km or 0.3) / view.km_per_pixel))
    return line, [2 + (mouth - 2) * (at / len(line)) ** 0.7 for at in range(len(line))]


def water(surface: pygame.Surface, cover: Grid, theme: Theme, near: float = 1.0) -> None:
    """Lay the water over the land, deeper and with fainter lines away from the coast, nearer to it on a small map."""
    if not cover.any():
        return
    wide, tall = cover.shape
    coarse = distance(cover[::2, ::2] < 0.5, FAR // 2) * 2
    across, down = (np.arange(0, side / 2, 0.5, dtype=np.float32) for side in (wide, tall))
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


def _clear(sheet: pygame.Surface, towns: Sequence[Point], roads: Sequence[Sequence[Point]]) -> Mask:
    """Return on a quarter-size grid where nothing may grow: water, towns and roads."""
    for line in roads:
        pygame.draw.lines(sheet, "white", False, [(x / 4, y / 4) for x, y in line], 4)
    for x, y in towns:
        pygame.draw.ellipse(sheet, "white", (x / 4 - 31, y / 4 - 20, 62, 38))
    return pygame.surfarray.array_red(sheet) > 0


def _light(surface: pygame.Surface, heights: Heights, theme: Theme) -> None:
    """Tint the hills, and light them from the north-west."""
    slope = np.clip((heights.east + heights.south) * 0.7, -1, 1)
    tint = np.clip((heights.km / max(0.1, float(heights.km.max())) - 0.2) * 0.22, 0, 0.2)
    day = theme.name == "day"
    bright, dim = (255 if day else 90), theme.hachure if day else theme.paper
    small = np.empty((*slope.shape, 3), dtype=np.float32)
    for channel in range(3):
        tone = theme.land[channel] + tint * (theme.hachure[channel] - theme.land[channel])
        tone += np.maximum(slope, 0) * (bright - tone) * (0.4 if day else 0.22)
        small[:, :, channel] = tone + np.minimum(slope, 0) * (tone - dim[channel]) * 0.32
    picture = pygame.surfarray.make_surface(small.astype(np.uint8))
    pygame.transform.smoothscale(picture, surface.get_size(), surface)


def _hachures(surface: pygame.Surface, heights: Heights, clear: Mask, theme: Theme, seed: int) -> None:
    """Stroke the slopes downhill: longer where steeper, heavier in the shade."""
    x, y, luck = spots(surface.get_size(), heights.origin, 6.5, clear, seed + 11)
    at = (x / 2).astype(np.int64), (y / 2).astype(np.int64)
    east, south, steep = heights.east[at], heights.south[at], heights.steep[at]
    kept = luck < (steep - 0.10) * 2.2
    x, y, east, south, steep = x[kept], y[kept], east[kept], south[kept], steep[kept]
    reach = np.minimum(11, 4 + 9 * steep) / 2 / steep
    shade = np.clip(0.62 - (east + south) * 0.5, 0.3, 1)
    tones = [mix(theme.land, theme.hachure, k / 10) for k in range(11)]
    for left, top, dx, dy, depth in np.stack((x, y, east * reach, south * reach, shade * 10), 1).tolist():
        pygame.draw.aaline(surface, tones[int(depth)], (left - dx, top - dy), (left + dx, top + dy))


def _woods(surface: pygame.Surface, heights: Heights, clear: Mask, theme: Theme, seed: int) -> None:
    """Plant trees in clumps: little discs with a shadow to the south-east."""
    x, y, luck = spots(surface.get_size(), heights.origin, 8.5, clear, seed + 23)
    clumps = heights.disorder(1.1, 7)[(x / 2).astype(np.int64), (y / 2).astype(np.int64)]
    kept = luck < (clumps - 0.66) * 3
    shadow, crown = mix(theme.wood, theme.shadow, 0.28), mix(theme.wood, theme.land, 0.25)
    south_last = np.argsort(y[kept], kind="stable")
    for left, top, size in np.stack((x[kept], y[kept], luck[kept]), 1)[south_last].tolist():
        centre, radius = (left, top), 3.0 + 3 * size
        pygame.draw.aacircle(surface, shadow, (centre[0] + 0.9, centre[1] + 1.0), radius)
        pygame.draw.aacircle(surface, theme.wood, centre, radius)
        pygame.draw.aacircle(surface, crown, (centre[0] - 0.8, centre[1] - 0.9), radius * 0.55)


def _fields(surface: pygame.Surface, heights: Heights, clear: Mask, theme: Theme, seed: int) -> None:
    """Lay small groups of ploughed parcels on the flat land, and keep trees off them."""
    ploughed: list[Mask] = []
    found = spots(surface.get_size(), heights.origin, 50, clear, seed + 37)
    for left, top, chosen in np.stack(found, 1).tolist():
        where, turn = pygame.Vector2(left, top), chosen * 17
        along, aside = pygame.Vector2(1, 0).rotate_rad(turn), pygame.Vector2(0, 1).rotate_rad(turn)
        for parcel in range(1 + int(chosen * 11) if chosen < 0.3 else 0):
            wide = along * (11 + 11 * chance(int(chosen * 1e6), parcel, 1))
            tall = aside * 4 * (3 + int(4 * chance(int(chosen * 1e6), parcel, 2)))
            i, j = (int(v) // 4 for v in where + (wide + tall) / 2)
            near = clear[max(0, i - 2) : i + 3, max(0, j - 2) : j + 3]
            if near.any() or near.size < 25 or heights.steep[2 * i, 2 * j] > 0.2:
                break
            _parcel(surface, where, wide, tall, theme)
            ploughed.append(near)
            where += wide + along * 2
    for near in ploughed:
        near[:] = True


def _parcel(
    surface: pygame.Surface, where: pygame.Vector2, wide: pygame.Vector2, tall: pygame.Vector2, theme: Theme
) -> None:
    ground, hatch = mix(theme.land, theme.field, 0.75), mix(theme.field, theme.hachure, 0.25)
    corners = [where, where + wide, where + wide + tall, where + tall]
    fill(surface, [(c.x, c.y) for c in corners], ground)
    rows = round(tall.length() / 4)
    for row in range(rows):
        start = where + tall * ((row + 0.5) / rows)
        pygame.draw.aaline(surface, hatch, start + wide * 0.07, start + wide * 0.93)
