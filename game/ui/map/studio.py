"""Where the map's next picture is painted, while the last one hangs: no frame has time for a whole picture."""

from collections.abc import Callable
from math import inf
from time import perf_counter

from game.ui.map.picture import Painting, Picture

A_WHILE = 0.004
"""Seconds of every frame in which the next picture is painted while time runs (design)."""


class Studio:
    """Paints one picture after the other."""

    def __init__(self) -> None:
        self._of: object = None
        self._painting: Painting | None = None

    @property
    def busy(self) -> bool:
        """Whether a picture was begun that is not done."""
        return self._painting is not None

    def paint(self, of: object, begin: Callable[[], Painting], patient: bool) -> Picture | None:
        """Return the picture once it is done.

        Args:
            of: What it shows; a picture of something else is put aside, and this begun.
            begin: Begins it.
            patient: Whether it may take some frames. The first of them does nothing: there a quarter passed.
        """
        if self._painting is None or self._of != of:
            self._of, self._painting = of, begin()
            if patient:
                return None
        until = perf_counter() + (A_WHILE if patient else inf)
        try:
            next(self._painting)
            while perf_counter() < until:
                next(self._painting)
        except StopIteration as done:
            self._painting = None
            picture: Picture = done.value
            return picture
        return None
