"""Where charts are painted: shapes twice as large and then shrunk, so that every edge is soft; words at their own size.

Lengths are those of the finished picture. Words are kept until the shapes have been shrunk.
"""

from collections.abc import Callable, Sequence

import pygame

from game.ui import shapes, typeset
from game.ui.map.lines import Point, fill, stroke
from game.ui.pen import Pen
from game.ui.theme import Colour, mix
from game.ui.typeset import SMALL, Role

FINE = 2
"""How many times larger shapes are drawn."""


class Easel:
    """One chart's paper; ``pen`` measures words and lengths, ``rect`` is the room."""

    def __init__(self, pen: Pen, size: tuple[int, int], ground: Colour) -> None:
        self.pen, self.theme, self.ground = pen, pen.theme, ground
        self.rect = pygame.Rect(0, 0, *size)
        self._fine = pygame.Surface((size[0] * FINE, size[1] * FINE))
        self._fine.fill(ground)
        self._words: list[Callable[[pygame.Surface], object]] = []

    def finished(self) -> pygame.Surface:
        """Shrink the shapes and set the words on them."""
        picture = pygame.transform.smoothscale(self._fine, self.rect.size)
        for write in self._words:
            write(picture)
        return picture

    # --- lengths -----------------------------------------------------------------------------------------------

    def px(self, length: float) -> float:
        """Turn a length at 1920 × 1080 into pixels, not rounded: what is drawn fine may lie between them."""
        return max(length * self.pen.scale, length * 0.6)

    def tinted(self, colour: Colour, share: float) -> Colour:
        """Return a colour thinned with the ground; in high contrast tints are stronger."""
        return mix(self.ground, colour, share if self.theme.soft else min(2.5 * share, 1.0))

    # --- shapes ------------------------------------------------------------------------------------------------

    def line(self, points: Sequence[Point], weight: float, colour: Colour, dash: float = 0.0) -> None:
        """Draw a line, dashed if ``dash`` is the length of a dash."""
        large = [(x * FINE, y * FINE) for x, y in points]
        if dash:
            shapes.dashed(self._fine, large, colour, self.px(weight) * FINE, self.px(dash) * FINE)
        else:
            stroke(self._fine, large, self.px(weight) * FINE, colour)

    def cased(self, points: Sequence[Point], weight: float, colour: Colour, dash: float = 0.0) -> None:
        """Draw a line with a casing in the ground's colour, so that it stands clear of what it crosses."""
        self.line(points, weight * 2.2, self.ground)
        self.line(points, weight, colour, dash)

    def texture(self, points: Sequence[Point], colour: Colour) -> None:
        """Draw one thin line of many."""
        if len(points) > 1:
            pygame.draw.aalines(self._fine, colour, False, [(x * FINE, y * FINE) for x, y in points])

    def area(self, outline: Sequence[Point], colour: Colour) -> None:
        """Fill a shape."""
        if len(outline) > 2:
            fill(self._fine, [(x * FINE, y * FINE) for x, y in outline], colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour, radius: float = 0.0) -> None:
        """Fill a rectangle given by its sides, in any order."""
        (left, right), (top, bottom) = sorted((left, right)), sorted((top, bottom))
        sides = (left * FINE, top * FINE, max((right - left) * FINE, FINE), max((bottom - top) * FINE, FINE))
        pygame.draw.rect(self._fine, colour, pygame.Rect(*(round(side) for side in sides)),
                         border_radius=round(self.px(radius) * FINE))  # fmt: skip

    def dot(self, at: Point, radius: float, colour: Colour) -> None:
        """Draw a dot."""
        pygame.draw.aacircle(self._fine, colour, (at[0] * FINE, at[1] * FINE), self.px(radius) * FINE)

    def upright(self, x: float, top: float, bottom: float, colour: Colour, weight: float = 1.0) -> None:
        """Draw an upright line; exactly upright lines stay crisp."""
        half = self.px(weight) / 2
        self.box(x - half, top, x + half, bottom, colour)

    def level(self, left: float, right: float, y: float, colour: Colour, weight: float = 1.0) -> None:
        """Draw a level line."""
        half = self.px(weight) / 2
        self.box(left, y - half, right, y + half, colour)

    # --- words -------------------------------------------------------------------------------------------------

    def words(
        self, text: str, at: Point, role: Role = SMALL, colour: Colour | None = None, align: str = "left",
        room: float | None = None,
    ) -> None:  # fmt: skip
        """Write one line; ``at`` is its upper left, middle or right."""
        if room is not None:
            text = typeset.shortened(text, role, self.pen.type_scale, max(round(room), 1))
        picture = typeset.line(text, role, self.pen.type_scale, colour or self.theme.ink)
        x = at[0] - {"left": 0.0, "middle": 0.5, "right": 1.0}[align] * picture.get_width()
        x = min(max(x, 0.0), max(self.rect.width - picture.get_width(), 0))
        self._words.append(lambda surface: surface.blit(picture, (round(x), round(at[1]))))

    def icon(self, name: str, middle: Point, size: float, colour: Colour) -> None:
        """Draw an icon around a point."""
        half = self.pen.tx(size) / 2
        at = (middle[0] - half, middle[1] - half)
        self._words.append(lambda surface: self.pen.aside(surface).icon(name, at, size, colour))
