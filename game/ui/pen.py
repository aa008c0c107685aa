"""What everything is drawn with: sizes that fit the window, type, cards, bars."""

from dataclasses import dataclass

import pygame

from game.content.words import Words
from game.ui import shapes, typeset
from game.ui.icons import icon
from game.ui.theme import Colour, Theme
from game.ui.typeset import BODY, SMALL, Role

WIDE, TALL = 1920, 1080
SMALLEST_SCALE = 0.62
SMALLEST_TYPE = 0.76
_BEFORE = {"left": 0.0, "middle": 0.5, "right": 1.0}
"""Share of a line that stands before the point it is set at."""


@dataclass
class Pen:
    """Sizes are given at 1920 × 1080 and 100 % text; ``px`` and ``tx`` turn them into pixels."""

    surface: pygame.Surface
    theme: Theme
    words: Words
    text_size: float = 1.0
    least_type: float = 0.0
    """Pixels that the smallest type has at least: a projector is read from afar."""
    written: list[tuple[pygame.Rect, str]] | None = None
    """What is written in this frame and where, if somebody wants to hear it."""
    apart: float = 1.0
    """How far lines stand apart, against the usual."""

    def __post_init__(self) -> None:
        width, height = self.surface.get_size()
        self.scale = max(min(width / WIDE, height / TALL), SMALLEST_SCALE)
        self.type_scale = max(max(self.scale, SMALLEST_TYPE) * self.text_size, self.least_type / SMALL.size)
        self.rect = self.surface.get_rect()

    # --- sizes -------------------------------------------------------------------------------------------------

    def px(self, length: float) -> int:
        """Turn a length into pixels; it does not grow with the text."""
        return round(length * self.scale)

    def tx(self, length: float) -> int:
        """Turn a length that must hold text into pixels."""
        return round(length * self.type_scale)

    def line_height(self, role: Role = BODY) -> int:
        """Return the height of a line of text."""
        return typeset.leaded(role, self.type_scale, self.apart)

    def width(self, text: str, role: Role = BODY) -> int:
        """Return how wide a line of text is."""
        return typeset.width(text, role, self.type_scale)

    def aside(self, surface: pygame.Surface) -> "Pen":
        """Return a pen for another surface, with the same sizes: for what is drawn once and kept."""
        other = Pen(surface, self.theme, self.words, self.text_size)
        other.scale, other.type_scale = self.scale, self.type_scale
        return other

    # --- type --------------------------------------------------------------------------------------------------

    def text(
        self, text: str, at: tuple[float, float], role: Role = BODY, colour: Colour | None = None, align: str = "left",
        room: int | None = None,
    ) -> pygame.Rect:  # fmt: skip
        """Set one line; ``align`` says whether ``at`` is its left, middle or right. Returns where it stands."""
        shown = text if room is None else typeset.shortened(text, role, self.type_scale, room)
        picture = typeset.line(shown, role, self.type_scale, colour or self.theme.ink)
        x = at[0] - picture.get_width() * _BEFORE[align]
        whole = picture.get_rect(topleft=(round(x), round(at[1]) + self._lower(role)))
        self.surface.blit(picture, whole)
        if self.written is not None:
            self.written.append((whole, text))
        return whole  # what was drawn may be less: the rest is out of sight

    def haloed(
        self, text: str, at: tuple[float, float], role: Role = BODY, colour: Colour | None = None, reach: int = 2,
        room: int | None = None,
    ) -> pygame.Rect:  # fmt: skip
        """Set one line with a halo of land, so that it reads on any ground; returns where it stands."""
        shown = text if room is None else typeset.shortened(text, role, self.type_scale, room)
        ink = colour or self.theme.ink
        picture = typeset.haloed(shown, role, self.type_scale, ink, self.theme.land, reach)
        whole = picture.get_rect(topleft=(round(at[0]) - reach, round(at[1]) - reach + self._lower(role)))
        self.surface.blit(picture, whole)
        whole = whole.inflate(-2 * reach, -2 * reach)
        if self.written is not None:
            self.written.append((whole, text))
        return whole

    def _lower(self, role: Role) -> int:
        return (self.line_height(role) - typeset.height(role, self.type_scale)) // 2

    def paragraph(
        self, text: str, at: tuple[float, float], room: int, role: Role = BODY, colour: Colour | None = None,
        most: int | None = None, align: str = "left",
    ) -> int:  # fmt: skip
        """Set a text in lines; returns its height. At most so many lines, the last one shortened."""
        lines = list(typeset.wrapped(text, role, self.type_scale, room))
        if most is not None and len(lines) > most:
            rest = lines[most - 1].rstrip(" ,.;:，。；：、") + "…"
            lines = [*lines[: most - 1], typeset.shortened(rest, role, self.type_scale, room)]
        step, heard = self.line_height(role), self.written
        self.written = None
        for k, one in enumerate(lines):
            self.text(one, (at[0], at[1] + k * step), role, colour, align)
        self.written = heard
        if heard is not None:
            heard.append((pygame.Rect(round(at[0]), round(at[1]), room, max(len(lines), 1) * step), text))
        return len(lines) * step

    def lines_of(self, text: str, room: int, role: Role = BODY) -> int:
        """Count the lines a text takes."""
        return len(typeset.wrapped(text, role, self.type_scale, room))

    def icon(self, name: str, at: tuple[float, float], size: float = 24, colour: Colour | None = None) -> None:
        """Draw an icon with its top left corner here; ``size`` grows with the text."""
        picture = icon(name, max(self.tx(size), 8), colour or self.theme.ink, 2.0)
        self.surface.blit(picture, (round(at[0]), round(at[1])))

    # --- surfaces ----------------------------------------------------------------------------------------------

    def card(self, rect: pygame.Rect, ground: Colour | None = None, depth: str = "card", radius: int = 8) -> None:
        """Draw a card, panel or sheet with its shadow; in high contrast with an outline instead."""
        blur, share = {"card": (6, 10), "panel": (16, 18), "sheet": (22, 27), "flat": (0, 0)}[depth]
        shade = None
        if self.theme.soft and blur:
            shade = (max(self.px(blur), 2), share if self.theme.name == "day" else share + 14, self.theme.shadow)
        shapes.card(self.surface, rect, ground or self.theme.card, self.px(radius), shade)
        if not self.theme.soft and depth != "flat":
            self.plate(rect, self.theme.ink, self.px(radius), 2)

    def plate(self, rect: pygame.Rect, colour: Colour, radius: int, weight: int = 0) -> None:
        """Draw a rectangle with round corners: filled, or its outline where it is given a weight."""
        shapes.plate(self.surface, colour, rect, radius, weight)

    def highlight(self, rect: pygame.Rect) -> None:
        """Draw the ground of a line that is pointed at or chosen; in high contrast an outline instead."""
        soft = self.theme.soft
        self.plate(rect, self.theme.land if soft else self.theme.ink3, self.px(8), 0 if soft else 1)

    def hairline(self, start: tuple[float, float], end: tuple[float, float], colour: Colour | None = None) -> None:
        """Draw a thin line."""
        pygame.draw.line(self.surface, colour or self.theme.hairline, start, end)

    def bar(self, rect: pygame.Rect, share: float, colour: Colour | None = None) -> None:
        """Draw a bar filled to a share of its length."""
        radius = rect.height // 2
        self.plate(rect, self.theme.hairline, radius)
        full = rect.copy()
        full.width = max(round(rect.width * min(max(share, 0.0), 1.0)), 0)
        if full.width:
            self.plate(full, colour or self.theme.ink, radius)
