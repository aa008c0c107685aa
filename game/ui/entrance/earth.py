"""The Earth behind the histories: a coast on printed water, without borders and without names."""

import json
import math
from dataclasses import dataclass
from functools import cache

import numpy as np
import pygame

from game.ui.map.lines import coverage, stroke
from game.ui.map.terrain import water
from game.ui.theme import Theme, mix
from game.ui.typeset import FONTS

COAST = FONTS.parent / "world" / "coast.json"
WEST, EAST, SOUTH, NORTH = -128.0, 156.0, -44.0, 66.0
"""What is shown at least, in degrees."""

Point = tuple[float, float]


def _flat(lat: float, lon: float) -> Point:
    """Lay a point of the globe flat as James Gall did: shapes and sizes both bearable."""
    return math.radians(lon) / math.sqrt(2), (1 + math.sqrt(0.5)) * math.tan(math.radians(lat) / 2)


@dataclass(frozen=True)
class Globe:
    """Where a point of the Earth lies in a picture of this size."""

    size: tuple[int, int]
    west: float = WEST
    east: float = EAST

    def at(self, lat: float, lon: float) -> Point:
        """Return the pixel of a place."""
        left, right = _flat(0, self.west)[0], _flat(0, self.east)[0]
        scale = self.size[0] / (right - left)
        middle = (_flat(SOUTH, 0)[1] + _flat(NORTH, 0)[1]) / 2
        x, y = _flat(lat, lon)
        return (x - left) * scale, self.size[1] / 2 - (y - middle) * scale


@cache
def coast() -> tuple[tuple[Point, ...], ...]:
    """Return the outlines of the land as (east, north) in degrees; none where the file is missing or broken."""
    try:
        rings = json.loads(COAST.read_text(encoding="utf-8"))["rings"]
        return tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for ring in rings)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def painted(globe: Globe, theme: Theme) -> pygame.Surface:
    """Paint land and water."""
    outlines = [[globe.at(max(lat, -80.0), lon) for lon, lat in ring] for ring in coast()]
    land = coverage(outlines, globe.size) if outlines else np.zeros(globe.size, dtype=np.float32)
    picture = pygame.Surface(globe.size)
    picture.fill(theme.land)
    water(picture, 1 - land, theme, 0.45)
    edge = mix(theme.waterline, theme.water_text, 0.35 if theme.soft else 0.9)
    for outline in outlines:
        stroke(picture, [*outline, outline[0]], 1.4, edge)
    return picture
