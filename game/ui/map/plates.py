"""Printing plates: the ground drawn once for a size and theme, and once finer for whoever looks through the glass."""

from collections.abc import Iterator

import pygame

from game.content.level_map import Frame, Map
from game.ui.map.lens import Lens
from game.ui.map.terrain import passes, terrain
from game.ui.theme import Theme

FINE = 2
"""How much larger the fine plate is."""
Made = tuple[tuple[int, int], str]


class Plates:
    """Keeps the grounds of one map."""

    def __init__(self, level_map: Map, frame: Frame, seed: int) -> None:
        self._map, self._frame, self._seed = level_map, frame, seed
        self._plain: dict[Made, pygame.Surface] = {}
        self._fine: dict[Made, pygame.Surface] = {}
        self._printing: tuple[Made, Iterator[pygame.Surface]] | None = None

    def print_on(self, lens: Lens, theme: Theme) -> bool:
        """Go on with the fine plate, one pass at a time, while somebody looks closer; true when it is ready."""
        made = lens.size, theme.name
        if lens.whole or made in self._fine:
            return not lens.whole
        if self._printing is None or self._printing[0] != made:
            size = lens.size[0] * FINE, lens.size[1] * FINE
            self._printing = made, passes(self._map, self._frame, size, theme, self._seed, FINE)
        for picture in self._printing[1]:
            self._last = picture
            return False
        self._fine = {made: self._last}
        self._printing = None
        return True

    def ground(self, lens: Lens, theme: Theme) -> pygame.Surface:
        """Return a picture of what the lens shows; it may be drawn on."""
        made = lens.size, theme.name
        if made not in self._plain:
            # One theme at a time: whoever changes it does not change it back at once.
            self._plain = {made: terrain(self._map, self._frame, lens.size, theme, self._seed)}
        if lens.whole:
            return self._plain[made].copy()
        plate, times = (self._fine[made], FINE) if made in self._fine else (self._plain[made], 1)
        area = pygame.Rect(
            round(lens.left * times), round(lens.top * times),
            round(lens.size[0] / lens.factor * times), round(lens.size[1] / lens.factor * times),
        ).clip(plate.get_rect())  # fmt: skip
        return pygame.transform.smoothscale(plate.subsurface(area), lens.size)
