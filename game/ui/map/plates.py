"""Printing plates: the ground drawn once for a size and theme, and once finer for whoever looks through the glass.

A plate is printed one pass a frame and shown as far as it is: nobody waits before a window that does not answer.
"""

import pygame

from game.content.level_map import Frame, Map
from game.ui.map.lens import Lens
from game.ui.map.terrain import pass_count, passes
from game.ui.theme import Theme

FINE = 2
"""How much larger the fine plate is."""
DRAWN_FOR = 1504, 744
"""The map's room for which houses, lines and trees have their sizes: of a window of 1920 by 1080."""
Made = tuple[tuple[int, int], str]


def scale_of(size: tuple[int, int]) -> float:
    """Return how much larger than that a map's room is."""
    return min(size[0] / DRAWN_FOR[0], size[1] / DRAWN_FOR[1])


def pen_for(size: tuple[int, int]) -> int:
    """Return how many times thicker every line and tree is on a very large map, which else would look empty."""
    return max(round(scale_of(size)), 1)


class Plate:
    """One ground, and how much of it has been printed."""

    def __init__(self, level_map: Map, frame: Frame, lens: Lens, theme: Theme, seed: int, finer: int = 1) -> None:
        self.made: Made = (lens.size, theme.name)
        size, pen = (lens.size[0] * finer, lens.size[1] * finer), pen_for(lens.size) * finer
        self._passes = passes(level_map, frame, size, theme, seed, pen)
        self._most = pass_count(theme)
        self.picture = next(self._passes)
        self.done = 1

    @property
    def share(self) -> float:
        """How much is printed: 1 when it is whole."""
        return self.done / self._most

    def print_on(self) -> None:
        """Print one pass more, if there is one."""
        if self.done < self._most:
            self.picture = next(self._passes)
            self.done += 1


class Plates:
    """Keeps the grounds of one map."""

    def __init__(self, level_map: Map, frame: Frame, seed: int) -> None:
        self._map, self._frame, self._seed = level_map, frame, seed
        self._plain: Plate | None = None
        self._fine: Plate | None = None

    @property
    def share(self) -> float:
        """How much of the ground is printed."""
        return self._plain.share if self._plain else 0.0

    def print_on(self, lens: Lens, theme: Theme) -> tuple[float, bool]:
        """Print one pass of the ground, then of the fine plate while somebody looks closer; says what can be shown."""
        # One theme at a time: whoever changes it does not change it back at once.
        if self._plain is None or self._plain.made != (lens.size, theme.name):
            self._plain = Plate(self._map, self._frame, lens, theme, self._seed)
        elif self._plain.share < 1:
            self._plain.print_on()
        elif not lens.whole and not self._fits(self._fine, lens, theme):
            self._fine = Plate(self._map, self._frame, lens, theme, self._seed, FINE)
        elif not lens.whole and self._fine is not None:
            self._fine.print_on()
        return self._plain.share, not lens.whole and self._ready(lens, theme) is not None

    def _fits(self, plate: Plate | None, lens: Lens, theme: Theme) -> bool:
        return plate is not None and plate.made == (lens.size, theme.name)

    def _ready(self, lens: Lens, theme: Theme) -> Plate | None:
        """Return the fine plate, if it is whole and fits."""
        return self._fine if self._fine and self._fits(self._fine, lens, theme) and self._fine.share == 1 else None

    def ground(self, lens: Lens, theme: Theme) -> pygame.Surface:
        """Return a picture of what the lens shows, as far as it is printed; it may be drawn on."""
        assert self._plain is not None, "a ground is printed before it is shown"
        if lens.whole:
            return self._plain.picture.copy()
        fine = self._ready(lens, theme)
        plate, times = (fine.picture, FINE) if fine else (self._plain.picture, 1)
        area = pygame.Rect(
            round(lens.left * times), round(lens.top * times),
            round(lens.size[0] / lens.factor * times), round(lens.size[1] / lens.factor * times),
        ).clip(plate.get_rect())  # fmt: skip
        return pygame.transform.smoothscale(plate.subsurface(area), lens.size)
