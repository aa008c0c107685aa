"""What grows and is ploughed: hachures down the slopes, woods in clumps, parcels of fields on the flat."""

import numpy as np
import pygame

from game.ui.map.lines import fill
from game.ui.map.placing import Mask, chance, spots
from game.ui.map.projection import Heights
from game.ui.theme import Theme, mix

SPARSE = 0.035
"""The slope from which there are hachures: few on gentle ground, many on steep."""


class Cover:
    """Draws what covers the land of one view."""

    def __init__(
        self, surface: pygame.Surface, heights: Heights, clear: Mask, theme: Theme, seed: int, pen: float
    ) -> None:
        """Take up a pen.

        Args:
            surface: The ground, already lit.
            heights: How high the land is.
            clear: Where nothing may grow, on a quarter-size grid.
            theme: The colours.
            seed: Where the small things stand.
            pen: How much larger than usual everything is drawn.
        """
        self.surface, self.heights, self.clear, self.theme = surface, heights, clear, theme
        self.seed, self.pen = seed, pen

    def hachures(self) -> None:
        """Stroke the slopes downhill: longer where steeper, heavier in the shade."""
        pen, heights = self.pen, self.heights
        x, y, luck = spots(self.surface.get_size(), heights.origin, 6.0 * pen, self.clear, self.seed + 11)
        at = (x / heights.step).astype(np.int64), (y / heights.step).astype(np.int64)
        east, south, steep = heights.east[at], heights.south[at], heights.steep[at]
        kept = luck < np.maximum((steep - 0.10) * 2.3, np.minimum((steep - SPARSE) * 1.1, 0.13))
        x, y, east, south, steep = x[kept], y[kept], east[kept], south[kept], steep[kept]
        reach = pen * np.minimum(11, 4.5 + 9 * steep) / 2 / steep
        shade = np.clip(0.66 - (east + south) * 0.5, 0.34, 1)
        tones = [mix(self.theme.land, self.theme.hachure, k / 10) for k in range(11)]
        strokes = np.stack((x, y, east * reach, south * reach, shade * 10), 1).tolist()
        for left, top, dx, dy, depth in strokes:
            ends = (left - dx, top - dy), (left + dx, top + dy)
            pygame.draw.aaline(self.surface, tones[int(depth)], *ends, *((2,) if pen > 1.5 else ()))

    def woods(self) -> None:
        """Plant trees in clumps: little discs with a shadow to the south-east."""
        pen, heights, theme = self.pen, self.heights, self.theme
        x, y, luck = spots(self.surface.get_size(), heights.origin, 8.5 * pen, self.clear, self.seed + 23)
        clumps = heights.disorder(1.1, 7)[(x / heights.step).astype(np.int64), (y / heights.step).astype(np.int64)]
        kept = luck < (clumps - 0.64) * 2.2
        shadow, crown = mix(theme.wood, theme.shadow, 0.28), mix(theme.wood, theme.land, 0.25)
        south_last = np.argsort(y[kept], kind="stable")
        for left, top, size in np.stack((x[kept], y[kept], luck[kept]), 1)[south_last].tolist():
            radius = (2.7 + 2.2 * size) * pen
            pygame.draw.aacircle(self.surface, shadow, (left + 0.9 * pen, top + pen), radius)
            pygame.draw.aacircle(self.surface, theme.wood, (left, top), radius)
            pygame.draw.aacircle(self.surface, crown, (left - 0.8 * pen, top - 0.9 * pen), radius * 0.55)

    def fields(self) -> None:
        """Lay small groups of ploughed parcels on the flat land, and keep trees off them."""
        ploughed: list[Mask] = []
        pen = self.pen
        found = spots(self.surface.get_size(), self.heights.origin, 50 * pen, self.clear, self.seed + 37)
        for left, top, chosen in np.stack(found, 1).tolist():
            where, turn = pygame.Vector2(left, top), chosen * 17
            along, aside = pygame.Vector2(pen, 0).rotate_rad(turn), pygame.Vector2(0, pen).rotate_rad(turn)
            for parcel in range(1 + int(chosen * 11) if chosen < 0.3 else 0):
                wide = along * (11 + 11 * chance(int(chosen * 1e6), parcel, 1))
                tall = aside * 4 * (3 + int(4 * chance(int(chosen * 1e6), parcel, 2)))
                near = self._flat(where + (wide + tall) / 2)
                if near is None:
                    break
                self._parcel(where, wide, tall)
                ploughed.append(near)
                where += wide + along * 2
        for near in ploughed:
            near[:] = True

    def _flat(self, middle: pygame.Vector2) -> Mask | None:
        """Return the cells of ``clear`` round a parcel, if it is flat, free and wholly on the map."""
        reach = round(2 * self.pen)
        i, j = (int(v) // 4 for v in middle)
        near = self.clear[max(0, i - reach) : i + reach + 1, max(0, j - reach) : j + reach + 1]
        if near.any() or near.size < (2 * reach + 1) ** 2:
            return None
        step = 4 / self.heights.step
        return None if self.heights.steep[int(i * step), int(j * step)] > 0.2 else near

    def _parcel(self, where: pygame.Vector2, wide: pygame.Vector2, tall: pygame.Vector2) -> None:
        theme = self.theme
        ground, hatch = mix(theme.land, theme.field, 0.75), mix(theme.field, theme.hachure, 0.25)
        corners = [where, where + wide, where + wide + tall, where + tall]
        fill(self.surface, [(c.x, c.y) for c in corners], ground)
        rows = round(tall.length() / self.pen / 4)
        for row in range(rows):
            start = where + tall * ((row + 0.5) / rows)
            pygame.draw.aaline(self.surface, hatch, start + wide * 0.07, start + wide * 0.93)
