"""The valley on the title: the first level's ground with a painter's box of houses."""

import pygame

from game.content import library
from game.ui.map.buildings import anchor_of, building
from game.ui.map.placing import chance, seats
from game.ui.map.projection import Projection
from game.ui.map.terrain import terrain, town_ground
from game.ui.theme import Theme


def valley(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """Paint the valley of the first level in full bloom; at its left it fades into the page."""
    path = library.find_level("birth")
    level = library.load_level(path).level if path else None
    picture = pygame.Surface(size)
    picture.fill(theme.paper)
    if level is None:
        return picture
    scale = min(max(size[1] / 1080, 0.6), 1.6)
    view = Projection.of(level.map, (0, 0, *size)).zoomed(1.35)
    picture.blit(terrain(level.map, view.frame, size, theme, 7), (0, 0))
    houses = []
    for site, place in enumerate(level.map.places):
        x, y = view.to_pixels(place.x_km, place.y_km)
        town_ground(picture, x, y, 118 * scale, 68 * scale, 0.0, theme, site)
        for k, (dx, dy) in enumerate(seats(11, 190 * scale, 106 * scale, scale, site)):
            houses.append(
                (y + dy, x + dx, int(8 * chance(site, k, 1)), round((23 + 10 * chance(site, k, 2)) * scale), k)
            )
    for foot, x, kind, width, k in sorted(houses):
        dx, dy = anchor_of(width)
        picture.blit(building(kind, width, 3 + k % 4, 0, theme, k), (round(x) - dx, round(foot) - dy))
    fade = pygame.Surface((max(size[0] // 4, 1), size[1]), pygame.SRCALPHA)
    for column in range(fade.get_width()):
        strength = round(255 * (1 - column / fade.get_width()) ** 1.6)
        pygame.draw.line(fade, (*theme.paper, strength), (column, 0), (column, size[1]))
    picture.blit(fade, (0, 0))
    return picture
