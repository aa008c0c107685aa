"""Lays a reading over the composed map: marks at places or at houses."""

from collections.abc import Callable, Sequence

import pygame

from game.ui.kit import Kit
from game.ui.map.houses import House
from game.ui.overlays import marks
from game.ui.overlays.reading import Reading
from game.ui.theme import Theme
from game.ui.typeset import SMALL_BOLD

Point = tuple[float, float]
VEIL = 150
"""How much of the map an overlay of places hides, of 255."""


def over_places(picture: pygame.Surface, reading: Reading, towns: Sequence[pygame.Rect], kilometre: float, theme: Theme
                ) -> None:  # fmt: skip
    """Draw the marks of places.

    Args:
        picture: The map.
        reading: What to draw.
        towns: The ground of each place on the picture.
        kilometre: Pixels of a kilometre.
        theme: The colours.
    """
    if not reading.places:
        return
    veil = pygame.Surface(picture.get_size())
    veil.fill(theme.land)
    veil.set_alpha(VEIL)
    picture.blit(veil, (0, 0))
    for site, value in reading.places.items():
        level, ground = reading.level(value), towns[site]
        if reading.look == "disc":
            share = reading.sizes.get(site, 1.0) ** 0.5
            marks.disc(picture, ground.center, marks.SMALLEST + (marks.LARGEST - marks.SMALLEST) * share, level, theme)
        elif reading.look == "stripes":
            marks.plot(picture, ground, level, theme)
        else:
            marks.ring(picture, ground.center, reading.km * kilometre, level, theme)


def over_houses(picture: pygame.Surface, reading: Reading, seen: Sequence[tuple[House, Point, int]], theme: Theme
                ) -> None:  # fmt: skip
    """Draw a chip over each house; one that stands for several shows their mean.

    Args:
        picture: The map.
        reading: What to draw.
        seen: Each house, its foot on the picture, and how wide it is drawn.
        theme: The colours.
    """
    chip: Callable[[int, int, str], pygame.Surface] = marks.bars if reading.look == "bars" else marks.chevrons
    for house, foot, width in seen:
        values = [reading.firms[firm] for firm in house.firms if firm in reading.firms]
        if values:
            sign = chip(max(round(width * 0.86), 17), reading.level(sum(values) / len(values)), theme.name)
            picture.blit(sign, sign.get_rect(midbottom=(round(foot[0]), round(foot[1]) + 2)))


def labels(kit: Kit, corner: Point, reading: Reading, towns: Sequence[pygame.Rect]) -> list[pygame.Rect]:
    """Write the number of each place in its middle; returns where they stand."""
    written = []
    for site, text in reading.labels.items():
        box = pygame.Rect(0, 0, kit.width(text, SMALL_BOLD) + kit.tx(14), kit.line_height(SMALL_BOLD))
        box.center = round(corner[0] + towns[site].centerx), round(corner[1] + towns[site].centery)
        kit.plate(box, kit.theme.card, kit.px(6))
        kit.plate(box, kit.theme.ink3, kit.px(6), 1)
        kit.text(text, (box.centerx, box.y), SMALL_BOLD, align="middle")
        written.append(box)
    return written
