"""The living map: what a firm makes is its colour and roof, margin is light, trust is thread, lock-in is stone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from game.content.level import Level
from game.explain.speech import kind_of
from game.simulation.region import Region
from game.ui.kit import Kit
from game.ui.map import institutions, labels, threads
from game.ui.map.buildings import anchor_of, building
from game.ui.map.placing import Seating, chance
from game.ui.map.projection import Projection, dry_ground
from game.ui.map.spreading import spread
from game.ui.map.terrain import terrain, town_grounds
from game.ui.screen import Turn

WIDTHS = ((0.8, 23), (1.5, 27), (2.8, 30), (float("inf"), 33))
"""Sales of a firm up to which its house has this width."""

MARGIN_FOR_ALL_LIGHTS = 0.18
MOST_THREADS = 60
MOST_WALKERS = 12
WALKER_SPEED = 24.0


@dataclass(frozen=True)
class House:
    """A firm on the map."""

    firm: int
    parent: int
    place: int
    foot: tuple[float, float]
    width: int
    kind: int
    lit: int
    stone: int
    fresh: bool
    tie: float


class MapView:
    """Draws a region's map; layers that did not change are kept."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.seed = sum(ord(letter) * (k + 1) for k, letter in enumerate(level.id))
        self.houses: list[House] = []
        self._map = level.map
        self._view: Projection | None = None
        self._ground: tuple[object, pygame.Surface] | None = None
        self._picture: tuple[object, pygame.Surface] | None = None
        self._seating: Seating | None = None
        self._settled: object = None
        self._size = 1.0

    def draw(
        self, kit: Kit, rect: pygame.Rect, region: Region, digest: str, clock: float,
        open_place: Callable[[int], Turn | None], open_firm: Callable[[int], Turn | None], tips: Callable[[int], str],
    ) -> None:  # fmt: skip
        """Draw the region as it stands.

        Args:
            kit: Tools.
            rect: Where.
            region: What.
            digest: Changes whenever the region does.
            clock: Seconds the game has run, for what moves.
            open_place: Opens a place.
            open_firm: Opens a firm, by its number.
            tips: A firm's tip.
        """
        self._look(kit, rect)
        if self._settled != (digest, rect.size):
            self._settle(region)
            self._settled = digest, rect.size
        made_for = (digest, rect.size, kit.theme.name, kit.words.language, kit.type_scale)
        if self._picture is None or self._picture[0] != made_for:
            self._picture = made_for, self._compose(kit, rect, region)
        kit.surface.blit(self._picture[1], rect)
        self._move(kit, rect, region, clock)
        for house in self.houses:
            foot = (house.foot[0] + rect.x, house.foot[1] + rect.y)
            box = pygame.Rect(0, 0, house.width, house.width)
            box.midbottom = (round(foot[0]), round(foot[1]))
            number = house.firm
            tip = tips(number) if box.collidepoint(kit.pointer) else ""
            kit.spot(box, f"firm {number}", partial(open_firm, number), tip, tab=False)
        lowest = [self.place_at(site)[1] + 14 * self._size for site in range(len(self._map.places))]
        for house in self.houses:
            lowest[house.place] = max(lowest[house.place], house.foot[1])
        counts = [sum(house.place == site for house in self.houses) for site in range(len(lowest))]
        feet = [(self.place_at(site)[0], low) for site, low in enumerate(lowest)]
        names = labels.places(kit, rect, self._map.places, feet, counts, open_place)
        institutions.draw(kit, region, names)

    def place_at(self, site: int) -> tuple[float, float]:
        """Return where a place lies on the map's picture."""
        place = self._map.places[site]
        return self._view.to_pixels(place.x_km, place.y_km) if self._view else (0.0, 0.0)

    # --- layers ------------------------------------------------------------------------------------------------

    def _look(self, kit: Kit, rect: pygame.Rect) -> None:
        """Fit the map into its room; a changed room seats everybody anew."""
        if self._view is not None and self._view.rect[2:] == rect.size:
            return
        self._size = min(max(min(rect.width / 1504, rect.height / 744), 0.5), 1.3)
        self._map = spread(self.level.map, rect.size, self._size)
        self._view = Projection.of(self._map, (0, 0, *rect.size))
        dry = dry_ground(self._map, self._view, self.seed)
        margin = 18 * self._size

        def free(x: float, y: float) -> bool:
            inside = margin < x < rect.width - margin and 2.2 * margin < y < rect.height - margin
            return inside and dry(x, y)

        centres = [self._view.to_pixels(place.x_km, place.y_km) for place in self._map.places]
        self._seating = Seating(186 * self._size, 104 * self._size, self._size, centres, free)

    def _settle(self, region: Region) -> None:
        """Give every living firm its house."""
        state, flows = region.state, region.flows
        slots = [int(slot) for slot in state.alive[0].nonzero()[0]]
        slots.sort(key=lambda slot: int(state.firm[0, slot]))
        if self._seating is None:
            return
        seats = self._seating.update({int(state.firm[0, slot]): int(state.place[0, slot]) for slot in slots})
        best = float(flows["best_seller"][0])
        self.houses = []
        for slot in slots:
            firm, place = int(state.firm[0, slot]), int(state.place[0, slot])
            size = float(state.size[0, slot])
            margin = float(flows["profit"][0, slot]) / max(size, 1e-6)
            apart = abs((float(state.style[0, slot]) - best + 0.5) % 1.0 - 0.5)
            stone = float(state.lock_in[0]) * max(1.0 - 2.4 * apart, 0.25)
            middle, seat = self.place_at(place), seats[firm]
            self.houses.append(
                House(
                    firm,
                    int(state.parent[0, slot]),
                    place,
                    (middle[0] + seat[0], middle[1] + seat[1]),
                    max(round(next(width for most, width in WIDTHS if size <= most) * self._size), 16),
                    kind_of(float(state.style[0, slot])),
                    round(min(max(margin / MARGIN_FOR_ALL_LIGHTS, 0.0), 1.0) * 6),
                    round(5 * stone),
                    state.quarter > 0 and state.quarter - int(state.born[0, slot]) < 3,
                    float(state.tie[0, slot]),
                )
            )
        self.houses.sort(key=lambda house: (house.foot[1], house.firm))

    def _compose(self, kit: Kit, rect: pygame.Rect, region: Region) -> pygame.Surface:
        """Paint everything that stands still, from the ground up."""
        made_for = (rect.size, kit.theme.name)
        if self._view is None:
            raise RuntimeError("a map is drawn before it knows its room")
        if self._ground is None or self._ground[0] != made_for:
            self._ground = made_for, terrain(self._map, self._view.frame, rect.size, kit.theme, self.seed)
        picture = self._ground[1].copy()
        counts = [0] * len(self.level.map.places)
        for house in self.houses:
            counts[house.place] += 1
        locked = float(region.state.lock_in[0])
        grown = [min(0.42 + 0.045 * count, 1.0) * self._size for count in counts]
        towns = [(*self.place_at(site), 116 * size, 66 * size, locked) for site, size in enumerate(grown)]
        town_grounds(picture, towns, kit.theme, self.seed)
        self._threads(picture, kit, region)
        for house in self.houses:
            sprite = building(house.kind, house.width, house.lit, house.stone, kit.theme, house.firm, house.fresh)
            dx, dy = anchor_of(house.width)
            picture.blit(sprite, (round(house.foot[0]) - dx, round(house.foot[1]) - dy))
        self._broken(picture, kit, region)
        labels.land(picture, kit, self._map, self._view)
        return picture

    def _pairs(self) -> list[tuple[House, House]]:
        """Who is tied to whom: a spin-off to its parent, and neighbours in turn."""
        by_firm = {house.firm: house for house in self.houses}
        pairs = [(house, by_firm[house.parent]) for house in self.houses if house.parent in by_firm]
        last: dict[int, House] = {}
        for house in sorted(self.houses, key=lambda house: house.firm):
            if house.place in last:
                pairs.append((last[house.place], house))
            last[house.place] = house
        woven = [pair for pair in pairs if min(pair[0].tie, pair[1].tie) > 0.08]
        return sorted(woven, key=lambda pair: -min(pair[0].tie, pair[1].tie))[:MOST_THREADS]

    def _snapped(self, pair: tuple[House, House], region: Region) -> bool:
        """Whether somebody cheated between these two lately."""
        cheating = float(region.history.last("cheating")[0])
        return chance(pair[0].firm, pair[1].firm, region.state.quarter // 2) < cheating

    def _roof(self, house: House) -> tuple[float, float]:
        return house.foot[0], house.foot[1] - 0.8 * house.width

    def _threads(self, picture: pygame.Surface, kit: Kit, region: Region) -> None:
        """Draw the trust that holds, behind the houses."""
        trust = float(region.state.trust[0])
        for pair in self._pairs():
            if not self._snapped(pair, region):
                strength = trust * min(pair[0].tie, pair[1].tie) ** 0.5
                threads.thread(picture, self._roof(pair[0]), self._roof(pair[1]), strength, kit.theme)
        openness = float(region.history.last("openness")[0])
        largest = sorted(self.houses, key=lambda house: (-house.width, house.firm))
        for house in largest[: round(6 * openness)]:
            x, y = self._roof(house)
            wide, tall = picture.get_size()
            edge = (float(wide), y * 0.6) if x > wide / 2 else (x * 1.2, 0.0)
            threads.outside_link(picture, (x, y), edge if y < tall * 0.7 else (x, float(tall)), kit.theme)

    def _broken(self, picture: pygame.Surface, kit: Kit, region: Region) -> None:
        """Draw the threads that snapped, over the houses."""
        for pair in self._pairs():
            if self._snapped(pair, region):
                threads.broken(picture, self._roof(pair[0]), self._roof(pair[1]), kit.theme)

    # --- over the picture --------------------------------------------------------------------------------------

    def _move(self, kit: Kit, rect: pygame.Rect, region: Region, clock: float) -> None:
        """Let people walk the roads: more of them the more are being trained."""
        trained = float(region.state.strength[0].sum()) if region.state.strength.size else 0.0
        count = min(round(2 + 3 * trained), MOST_WALKERS) if len(self.houses) > 3 else 0
        sites = {place.id: k for k, place in enumerate(self.level.map.places)}
        links = self.level.map.links
        for k in range(count if links else 0):
            a, b = links[k % len(links)]
            way = threads.road(self.place_at(sites[a]), self.place_at(sites[b]))
            length = len(way) - 1
            gone = (clock * WALKER_SPEED / 7 + chance(k, self.seed) * 2 * length) % (2 * length)
            step = gone if gone <= length else 2 * length - gone
            whole, part = min(int(step), length - 1), step - min(int(step), length - 1)
            x = way[whole][0] + (way[whole + 1][0] - way[whole][0]) * part
            y = way[whole][1] + (way[whole + 1][1] - way[whole][1]) * part
            threads.walker(kit.surface, rect.x + x, rect.y + y, kit.theme)
