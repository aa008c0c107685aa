"""The glass over the map: how much it magnifies and where it lies; a changed view is a new lens."""

from dataclasses import dataclass, replace

Point = tuple[float, float]

NEAREST = 4.0
STEP = 1.25
"""How much one turn of the wheel magnifies."""


@dataclass(frozen=True)
class Lens:
    """What is seen of a sheet of some size; lengths on the sheet are pixels when nothing is magnified.

    Attributes:
        size: Width and height of the window on the sheet, and of the sheet itself.
        factor: How much is magnified, 1 to ``NEAREST``.
        left: The sheet's pixel at the left edge of what is seen.
        top: The same at its upper edge.
    """

    size: tuple[int, int]
    factor: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def whole(self) -> bool:
        """Whether everything is seen."""
        return self.factor == 1.0

    def seen(self, x: float, y: float) -> Point:
        """Return where a point of the sheet is seen."""
        return (x - self.left) * self.factor, (y - self.top) * self.factor

    def shows(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a point of the sheet is in view, so far from the edge at least."""
        across, down = self.seen(x, y)
        return margin <= across <= self.size[0] - margin and margin <= down <= self.size[1] - margin

    def nearer(self, by: float, about: Point | None = None) -> "Lens":
        """Magnify by a factor; what lies at a point of the view (its middle if none) stays there."""
        held = about or (self.size[0] / 2, self.size[1] / 2)
        factor = min(max(self.factor * by, 1.0), NEAREST)
        factor = 1.0 if factor < 1.02 else factor
        x, y = self.left + held[0] / self.factor, self.top + held[1] / self.factor
        return replace(self, factor=factor, left=x - held[0] / factor, top=y - held[1] / factor)._kept()

    def moved(self, dx: float, dy: float) -> "Lens":
        """Move by so many pixels of the view."""
        return replace(self, left=self.left + dx / self.factor, top=self.top + dy / self.factor)._kept()

    def centred(self, x: float, y: float) -> "Lens":
        """Bring a point of the sheet to the middle, as far as the sheet goes."""
        half = self.size[0] / 2 / self.factor, self.size[1] / 2 / self.factor
        return replace(self, left=x - half[0], top=y - half[1])._kept()

    def _kept(self) -> "Lens":
        """Never look beyond the sheet."""
        wide, tall = self.size
        return replace(
            self,
            left=min(max(self.left, 0.0), wide - wide / self.factor),
            top=min(max(self.top, 0.0), tall - tall / self.factor),
        )
