"""Where everybody stands: houses get seats in their towns, towns get ground as large as their houses need."""

from collections.abc import Sequence

import pygame

from game.content.level_map import Map
from game.session.branch import Branch
from game.ui.map.crowding import Crowding, crowding
from game.ui.map.houses import House, closed, counts, houses
from game.ui.map.landscape import completed
from game.ui.map.lens import Lens
from game.ui.map.paving import Town
from game.ui.map.placing import Seating
from game.ui.map.plates import pen_for, scale_of
from game.ui.map.projection import Projection, dry_ground
from game.ui.map.spreading import spread

ELLIPSE = (186.0, 104.0)
"""A town's room from west to east and from north to south, in pixels at scale 1."""
SCALES = 0.5, 2.9
"""The least and the most by which everything is drawn smaller or larger; a house is sharp up to the most."""
LEAST = (49.0, 28.0)
"""Half the ground of the smallest town."""


class Sheet:
    """A level's map laid out on a sheet of some size, with everybody who stands on it."""

    def __init__(self, level_map: Map, size: tuple[int, int], seed: int) -> None:
        self.size = size
        self.scale = min(max(scale_of(size), SCALES[0]), SCALES[1])
        self.pen = max(self.scale, 1.0)
        """How many times thicker threads and people are than on a usual map; never thinner."""
        self.map = completed(spread(level_map, size, self.scale), seed)
        self.view = Projection.of(self.map, (0, 0, *size))
        self.centres = [self.view.to_pixels(place.x_km, place.y_km) for place in self.map.places]
        self.houses: list[House] = []
        self.closed: list[House] = []
        self.counts = [0] * len(self.centres)
        """How many firms each place has."""
        self.lowest = self._lowest()
        """For each place where its name may hang: below its lowest house."""
        self.crowd = Crowding(1, 1.0)
        self._dry = dry_ground(self.map, self.view, seed, pen_for(size))
        self._seatings: dict[float, Seating] = {}

    def settle(self, branch: Branch, zoom: float) -> None:
        """Give every living firm its house, and show those that have just closed."""
        number = counts(branch.region)
        self.crowd = crowding(max(number, default=0), zoom)
        living = houses(branch, self.crowd)
        gone = list(closed(branch)) if self.crowd.each == 1 else []
        known = {house.seat for house in living}
        gone = [house for house in gone if house.seat not in known]
        seats = self._seating().update({house.seat: house.place for house in [*living, *gone]})
        standing = [*living, *gone]
        for house in standing:
            self._seat(house, seats[house.seat])
        standing.sort(key=lambda house: (house.foot[1], house.firm))
        self.houses = [house for house in standing if not house.closed]
        self.closed = [house for house in standing if house.closed]
        self.counts, self.lowest = number, self._lowest()

    def away(self, lens: Lens) -> list[bool]:
        """Return which towns are out of view."""
        return [not lens.shows(*centre) for centre in self.centres]

    def towns(self, locked: float) -> list[Town]:
        """Return the ground of each town, as large as its houses need."""
        found = []
        for site, (x, y) in enumerate(self.centres):
            feet = [house.foot for house in self.houses if house.place == site]
            if not feet:
                rx, ry = (LEAST[0] * self.scale, LEAST[1] * self.scale)
                found.append(Town(x, y, rx, ry, locked, built=False))
                continue
            found.append(self._ground(feet, (x, y), locked))
        return found

    def _ground(self, feet: Sequence[tuple[float, float]], middle: tuple[float, float], locked: float) -> Town:
        pad = 30 * self.scale, 24 * self.scale
        least = LEAST[0] * self.scale, LEAST[1] * self.scale
        xs = [x for x, _ in feet] + [middle[0] - least[0] + pad[0], middle[0] + least[0] - pad[0]]
        ys = [y - 8 * self.scale for _, y in feet] + [middle[1] - least[1] + pad[1], middle[1] + least[1] - pad[1]]
        x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        # An ellipse round a full rectangle would be too large; the corners of a town are rarely built.
        return Town(x, y, (max(xs) - min(xs)) / 2 * 1.06 + pad[0], (max(ys) - min(ys)) / 2 * 1.06 + pad[1], locked)

    def _lowest(self) -> list[tuple[float, float]]:
        low = [y + 14 * self.scale for _, y in self.centres]
        for house in self.houses:
            low[house.place] = max(low[house.place], house.foot[1])
        return [(x, low[site]) for site, (x, _) in enumerate(self.centres)]

    def _seat(self, house: House, seat: tuple[float, float]) -> None:
        x, y = self.centres[house.place]
        house.foot = x + seat[0], y + seat[1]
        house.width = max(round(house.width * self.scale), 16)

    def _seating(self) -> Seating:
        """Return who sits where at the present crowding; each crowding has its own seats."""
        scale = self.scale * self.crowd.scale
        if scale not in self._seatings:
            wide, tall = ELLIPSE[0] * self.scale, ELLIPSE[1] * self.scale
            self._seatings[scale] = Seating(wide, tall, scale, self.centres, self._free)
        return self._seatings[scale]

    def _free(self, x: float, y: float) -> bool:
        """Whether a house may stand at a pixel: on dry land, not at the very edge."""
        margin = 18 * self.scale
        inside = pygame.Rect((0, 0), self.size).inflate(-2 * margin, -4.4 * margin).collidepoint(x, y)
        return bool(inside) and self._dry(x, y)
