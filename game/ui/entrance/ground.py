"""The ground of a level before it begins: its map with the first firms' houses and the names of its places."""

from collections.abc import Sequence

import pygame

from game.content import library
from game.content.level import Level
from game.content.level_map import Map
from game.explain.speech import kind_of
from game.session.session import Session
from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.map.labels import SYMBOLS
from game.ui.map.landscape import completed, seed_of
from game.ui.map.lens import Lens
from game.ui.map.paving import town_ground
from game.ui.map.placing import seats
from game.ui.map.plates import Plates
from game.ui.map.printing import progress
from game.ui.map.projection import Projection
from game.ui.map.spreading import spread
from game.ui.theme import Theme
from game.ui.typeset import HEADING

MOST_HOUSES = 14
"""Houses drawn at one place; a street of more would hide its name."""


def first_firms(level: Level, seed: int) -> list[tuple[int, int]]:
    """Return place and product of every firm that is there before the first quarter, on these dice."""
    state = Session.open(level, library.policies(), seed).branch.region.state
    return [(int(place), kind_of(float(style))) for place, style in zip(state.place, state.style, strict=True)]


class Ground:
    """The map beside a brief, printed pass by pass."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self._ground: tuple[object, Plates, Map] | None = None
        self._picture: tuple[object, pygame.Surface] | None = None

    @property
    def unfinished(self) -> bool:
        """Whether it is still being printed."""
        return self._ground is not None and self._ground[1].share < 1

    def draw(self, kit: Kit, rect: pygame.Rect, firms: Sequence[tuple[int, int]]) -> None:
        """Draw the ground with the first houses and the names of places, as far as it is printed."""
        made_for = rect.size, kit.scale
        if self._ground is None or self._ground[0] != made_for:
            seed = seed_of(self.level.id)
            chart = completed(spread(self.level.map, rect.size, kit.scale * 0.8), seed)
            self._ground = made_for, Plates(chart, Projection.of(chart, (0, 0, *rect.size)).frame, seed), chart
        (_, plates, chart), lens = self._ground, Lens(rect.size)
        shown = plates.print_on(lens, kit.theme), made_for, kit.theme.name, tuple(firms)
        if self._picture is None or self._picture[0] != shown:
            picture = plates.ground(lens, kit.theme)
            self._picture = shown, settled(picture, chart, firms, kit.theme, kit.scale)
        kit.surface.blit(self._picture[1], rect)
        names(kit, chart, rect)
        progress(kit, rect, plates.share)


def settled(
    picture: pygame.Surface, chart: Map, firms: Sequence[tuple[int, int]], theme: Theme, scale: float
) -> pygame.Surface:
    """Paint the first houses on the ground."""
    view = Projection.of(chart, (0, 0, *picture.get_size()))
    houses = []
    for site, place in enumerate(chart.places):
        x, y = view.to_pixels(place.x_km, place.y_km)
        town_ground(picture, x, y, 62 * scale, 36 * scale, 0.0, theme, site)
        here = [kind for at, kind in firms if at == site]
        stands = seats(min(len(here), MOST_HOUSES), 84 * scale, 46 * scale, scale, site)
        houses += [(y + dy, x + dx, kind) for kind, (dx, dy) in zip(here, stands, strict=False)]
    side = max(round(26 * scale), 16)
    dx, dy = anchor_of(side)
    for foot, x, kind in sorted(houses):
        picture.blit(building(kind, side, 4, 0, theme, kind), (round(x) - dx, round(foot) - dy))
    return picture


def names(kit: Kit, chart: Map, rect: pygame.Rect) -> None:
    """Write the names of the places below them, each with a halo and never on another."""
    view = Projection.of(chart, (0, 0, *rect.size))
    taken: list[pygame.Rect] = []
    for place in sorted(chart.places, key=lambda place: -place.y_km):
        x, y = view.to_pixels(place.x_km, place.y_km)
        name = place.name[kit.words.language]
        wide = min(kit.width(name, HEADING) + kit.tx(26), rect.width - kit.px(16))
        box = pygame.Rect(0, 0, wide, kit.line_height(HEADING))
        box.midtop = (round(rect.x + x), round(rect.y + y + kit.px(20)))
        box.clamp_ip(rect.inflate(-kit.px(12), -kit.px(12)))
        while box.inflate(4, -2).collidelist(taken) >= 0 and box.bottom + 3 < rect.bottom:
            box.y += 3
        taken.append(box)
        left = box.x + kit.tx(24)
        kit.haloed(name, (left, box.y), HEADING, room=box.right - left)
        kit.icon(SYMBOLS[place.kind], (box.x, box.y + kit.tx(5)), 18)
