"""From kilometres to pixels: north is up, and a kilometre is as long one way as the other.

Coasts and rivers become lines of pixels here, and hills a grid of heights; their small bends belong to the
region, not to the view, so they stay when one magnifies.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pygame

from game.content.level_map import Frame, Map, Place, Water
from game.ui.map.placing import Grid, chance, waves

Point = tuple[float, float]
Box = tuple[float, float, float, float]

MARGIN = 0.22
"""Room left round the outermost places, as a share of their spread, when a level names no frame."""
LARGEST = 6.0


def edges_of(frame: Frame | None, places: tuple[Place, ...]) -> Box:
    """Return west, south, east and north in km: the frame, or room round the places."""
    if frame is not None:
        return float(frame.west), float(frame.south), float(frame.east), float(frame.north)
    xs = [float(place.x_km) for place in places]
    ys = [float(place.y_km) for place in places]
    spread = max(max(xs) - min(xs), max(ys) - min(ys), 4.0)
    room = spread * MARGIN
    return min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room


def _widened(edges: Box, width: float, height: float) -> Box:
    """Widen one side about its middle until the shape fits; a map is never stretched."""
    west, south, east, north = edges
    scale = max((east - west) / width, (north - south) / height)
    x, y = (west + east) / 2, (south + north) / 2
    half_x, half_y = scale * width / 2, scale * height / 2
    return x - half_x, y - half_y, x + half_x, y + half_y


@dataclass(frozen=True)
class Projection:
    """Where a point of the region lies on the screen; a changed view is a new projection.

    Attributes:
        whole: West, south, east and north in km when nothing is magnified.
        rect: Left, top, width and height in pixels.
        factor: How much the view is magnified, 1 or more.
        corner: West and north in km of what is seen.
    """

    whole: Box
    rect: Box
    factor: float
    corner: Point

    @classmethod
    def of(cls, level_map: Map, rect: Box, frame: Frame | None = None) -> "Projection":
        """Show the whole of a level's map in a rectangle of pixels.

        Args:
            level_map: The level's map; its frame is used if no other is given.
            rect: Left, top, width and height in pixels.
            frame: Other edges to show.
        """
        left, top, width, height = rect
        whole = _widened(edges_of(frame or level_map.frame, level_map.places), width, height)
        return cls(whole, (left, top, width, height), 1.0, (whole[0], whole[3]))

    @property
    def km_per_pixel(self) -> float:
        """Return how many km one pixel covers."""
        return (self.whole[2] - self.whole[0]) / self.rect[2] / self.factor

    @property
    def frame(self) -> Frame:
        """Return the edges of what is seen, in km."""
        west, north = self.corner
        step = self.km_per_pixel
        east, south = west + self.rect[2] * step, north - self.rect[3] * step
        return Frame(west=west, south=south, east=east, north=north)

    def to_pixels(self, x_km: float, y_km: float) -> Point:
        """Return the pixel of a point given east and north in km."""
        step = self.km_per_pixel
        return self.rect[0] + (x_km - self.corner[0]) / step, self.rect[1] + (self.corner[1] - y_km) / step

    def to_km(self, x: float, y: float) -> Point:
        """Return east and north in km of a pixel."""
        step = self.km_per_pixel
        return self.corner[0] + (x - self.rect[0]) * step, self.corner[1] - (y - self.rect[1]) * step

    def zoomed(self, factor: float, about: Point | None = None, pan: Point = (0.0, 0.0)) -> "Projection":
        """Magnify, and shift by pixels; the view never leaves the whole map.

        Args:
            factor: The new magnification against the whole map (1 shows all of it).
            about: The pixel that keeps its place; the middle if none.
            pan: How many pixels the picture is dragged to the right and down.
        """
        left, top, width, height = self.rect
        held = about or (left + width / 2, top + height / 2)
        x_km, y_km = self.to_km(*held)
        nearer = replace(self, factor=min(LARGEST, max(1.0, factor)))
        step = nearer.km_per_pixel
        west = x_km - (held[0] + pan[0] - left) * step
        north = y_km + (held[1] + pan[1] - top) * step
        west = min(max(west, self.whole[0]), self.whole[2] - width * step)
        north = max(min(north, self.whole[3]), self.whole[1] + height * step)
        return replace(nearer, corner=(west, north))


def shore(body: Water, level_map: Map, view: Projection, seed: int) -> list[Point]:
    """Return the outline of a sea or lake in pixels, with small bays and headlands.

    Args:
        body: The sea or lake.
        level_map: Its map; where the water reaches the edge it goes on for ever.
        view: What is seen.
        seed: Which bays.
    """
    outline: list[Point] = []
    count = len(body.points)
    outer = [beyond(point, level_map.frame) for point in body.points]
    for at, point in enumerate(body.points):
        before, after = (at - 1) % count, (at + 1) % count
        leaves = outer[at] != point
        enter = [point] if leaves and outer[before] == body.points[before] else []
        depart = [point] if leaves and outer[after] == body.points[after] else []
        outline += [*enter, outer[at], *depart]
    most = (view.whole[2] - view.whole[0]) * 0.012 / view.km_per_pixel
    line: list[Point] = []
    for at, (a, b) in enumerate(zip(outline, [*outline[1:], outline[0]], strict=True)):
        line += _rough(view.to_pixels(*a), view.to_pixels(*b), seed * 131 + at, 0.34, most)[:-1]
    return line


def stream(body: Water, level_map: Map, view: Projection, seed: int) -> list[Point]:
    """Return the corners of a river in pixels, from spring to mouth; draw a curve through them."""
    points = list(body.points)
    ends = [(0, points[0]), (len(points), points[-1])]
    for at, end in reversed(ends):
        out = beyond(end, level_map.frame)
        if out != end:
            points.insert(at, (end[0] + (out[0] - end[0]) / 3, end[1] + (out[1] - end[1]) / 3))
    line: list[Point] = []
    for at, (a, b) in enumerate(pairwise(points)):
        start, end = view.to_pixels(*a), view.to_pixels(*b)
        aside = (chance(seed, at) - 0.5) * 0.22
        middle = _aside(start, end, aside)
        line += [start, middle]
    return [*line, view.to_pixels(*points[-1])]


def beyond(point: Point, frame: Frame | None) -> Point:
    """Push a point on the frame or past it far outside: a wider view then shows no straight end of the sea."""
    if frame is None:
        return point
    x, y = point
    wide, tall = frame.east - frame.west, frame.north - frame.south
    if not frame.west + wide / 100 < x < frame.east - wide / 100:
        x += math.copysign(3 * wide, x - (frame.west + frame.east) / 2)
    if not frame.south + tall / 100 < y < frame.north - tall / 100:
        y += math.copysign(3 * tall, y - (frame.south + frame.north) / 2)
    return x, y


def _aside(a: Point, b: Point, share: float) -> Point:
    return (a[0] + b[0]) / 2 - (b[1] - a[1]) * share, (a[1] + b[1]) / 2 + (b[0] - a[0]) * share


def _rough(a: Point, b: Point, seed: int, bend: float, most: float, depth: int = 9) -> list[Point]:
    """Break a line again and again at its middle, each time a little aside."""
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    if depth == 0 or length < 5:
        return [a, b]
    middle = _aside(a, b, (chance(seed, depth) - 0.5) * min(bend, 2 * most / length))
    left = _rough(a, middle, seed * 2 + 1, bend, most, depth - 1)
    return left[:-1] + _rough(middle, b, seed * 2 + 2, bend, most, depth - 1)


def wet_ground(level_map: Map, view: Projection, seed: int, pen: int = 1) -> pygame.Surface:
    """Return a quarter-size picture, white where no house could stand: in the sea or close to a river."""
    _, _, wide, tall = view.rect
    moved = replace(view, rect=(0.0, 0.0, wide, tall))
    sheet = pygame.Surface((math.ceil(wide / 4), math.ceil(tall / 4)))
    for bend, body in enumerate(level_map.water, start=seed):
        river = body.kind == "river"
        line = (stream if river else shore)(body, level_map, moved, bend)
        points = [(x / 4, y / 4) for x, y in line]
        pygame.draw.lines(sheet, "white", not river, points, (8 if river else 5) * pen)
        if not river:
            pygame.draw.polygon(sheet, "white", points)
    return sheet


def dry_ground(level_map: Map, view: Projection, seed: int, pen: int = 1) -> Callable[[float, float], bool]:
    """Return a test whether a house, so many times larger, could stand at a pixel; the seed is the terrain's."""
    sheet = wet_ground(level_map, view, seed, pen)
    left, top = view.rect[:2]

    inside = sheet.get_rect()

    def dry(x: float, y: float) -> bool:
        # The foot, and the wall behind which a river could hide.
        spots = [(int((x - left) / 4), int((y - up - top) / 4)) for up in (0, 14 * pen)]
        return all(inside.collidepoint(spot) and sheet.get_at(spot).r == 0 for spot in spots)

    return dry


class Heights:
    """How high the land is, on a grid of every ``step`` pixels; the hills stay put when one magnifies."""

    def __init__(self, level_map: Map, view: Projection, size: tuple[int, int], seed: int, step: int = 2) -> None:
        """Raise the hills of a view over a rectangle that begins at 0, 0; the size is in pixels."""
        self._seed, self.step = seed, step
        self._xs = np.array([view.to_km(x, 0)[0] for x in range(0, size[0], step)], dtype=np.float32)
        self._ys = np.array([view.to_km(0, y)[1] for y in range(0, size[1], step)], dtype=np.float32)
        self.origin = view.corner[0] / view.km_per_pixel, -view.corner[1] / view.km_per_pixel
        frame = level_map.frame
        self._unit = ((frame.east - frame.west) if frame else view.whole[2] - view.whole[0]) / 40
        self.km = self._raised(level_map)
        down, across = np.gradient(self.km, step * view.km_per_pixel)[::-1]
        self.east: Grid = across.astype(np.float32)
        self.south: Grid = down.astype(np.float32)
        self.steep: Grid = np.hypot(self.east, self.south)

    def disorder(self, width: float, number: int) -> Grid:
        """Return smooth disorder on the same grid; its bumps are ``width`` fortieths of the region wide."""
        step = np.float32(self._unit * width)
        return waves(self._xs / step, self._ys / step, self._seed * 97 + number)

    def _raised(self, level_map: Map) -> Grid:
        # Two waves of different width: one alone would show the square grid it lives on.
        ridge = 1 - (1.1 * self.disorder(1.9, 1) + 0.9 * self.disorder(2.5, 8) - 1) ** 2
        fine = self.disorder(0.8, 2)
        sway = 0.45 + 0.8 * self.disorder(3.1, 3) + 0.4 * self.disorder(1.2, 6)
        km = self._unit * (0.36 * self.disorder(3.9, 4) + 0.1 * self.disorder(1.3, 5))
        for hill in level_map.relief:
            far = ((self._xs - hill.x_km) ** 2)[:, None] + ((self._ys - hill.y_km) ** 2)[None, :]
            bump = np.clip(1 - far * sway / hill.radius_km**2, 0, 1)
            km = km + bump * bump * hill.height * hill.radius_km * (0.4 + 0.32 * ridge + 0.16 * fine)
        return km.astype(np.float32)
