"""Looks over the pen's shoulder: every line that is set, where, in what colour, on what ground, and how much of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui import prints, typeset
from game.ui.pen import Pen
from game.ui.theme import Colour
from game.ui.typeset import BODY, Role


@dataclass
class Line:
    """One line of text on the window."""

    text: str
    shown: str
    role: Role
    pixels: float
    colour: Colour
    whole: pygame.Rect
    seen: pygame.Rect
    ground: NDArray[np.uint8]

    @property
    def cut(self) -> bool:
        """Whether less stands there than was meant."""
        return self.shown != self.text


@contextmanager
def all_painted() -> Iterator[None]:
    """Let every frame be painted whole, so that whoever looks on sees everything."""
    most, prints.MOST = prints.MOST, 0
    prints.forget()
    try:
        yield
    finally:
        prints.MOST = most


@contextmanager
def observed() -> Iterator[list[Line]]:
    """Collect every line that is set."""
    lines: list[Line] = []
    plain, haloed = Pen.text, Pen.haloed

    def note(pen: Pen, text: str, at: tuple[float, float], role: Role, colour: Colour | None, align: str,
             room: int | None) -> None:  # fmt: skip
        shown = text if room is None else typeset.shortened(text, role, pen.type_scale, room)
        wide = typeset.width(shown, role, pen.type_scale)
        x = at[0] - {"left": 0, "middle": wide / 2, "right": wide}[align]
        whole = pygame.Rect(round(x), round(at[1]), wide, pen.line_height(role))
        seen = whole.clip(pen.surface.get_clip())
        if text.strip() and all(seen.size):
            ground = pygame.surfarray.array3d(pen.surface.subsurface(seen))
            ink = colour or pen.theme.ink
            lines.append(Line(text, shown, role, role.size * pen.type_scale, ink, whole, seen, ground))

    def text(pen: Pen, text: str, at: tuple[float, float], role: Role = BODY, colour: Colour | None = None,
             align: str = "left", room: int | None = None) -> pygame.Rect:  # fmt: skip
        note(pen, text, at, role, colour, align, room)
        return plain(pen, text, at, role, colour, align, room)

    def with_halo(pen: Pen, text: str, at: tuple[float, float], role: Role = BODY, colour: Colour | None = None,
                  reach: int = 2, room: int | None = None) -> pygame.Rect:  # fmt: skip
        haloed(pen, text, at, role, pen.theme.land, reach, room)  # the halo is the ground the letters stand on
        note(pen, text, at, role, colour, "left", room)
        return haloed(pen, text, at, role, colour, reach, room)

    Pen.text, Pen.haloed = text, with_halo  # type: ignore[method-assign]
    try:
        with all_painted():
            yield lines
    finally:
        Pen.text, Pen.haloed = plain, haloed  # type: ignore[method-assign]


def light(colours: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return relative luminance of many colours, 0 to 255 each."""
    shares = colours / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    found: NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return found


def worst_contrast(line: Line) -> float:
    """Return how far a line stands apart from the least favourable tenth of its ground."""
    ink = float(light(np.array([line.colour], dtype=np.float64))[0])
    ground = light(line.ground.reshape(-1, 3).astype(np.float64))
    ratios = (np.maximum(ground, ink) + 0.05) / (np.minimum(ground, ink) + 0.05)
    return float(np.quantile(ratios, 0.1))


def _beside(a: Line, b: Line) -> bool:
    return a.shown == b.shown and abs(a.whole.x - b.whole.x) <= 4 and abs(a.whole.y - b.whole.y) <= 4


def overlapping(lines: list[Line]) -> list[str]:
    """List pairs of lines whose letters lie on each other."""
    found = []
    boxes = [(line, line.seen.inflate(-2, -round(line.seen.height * 0.42))) for line in lines]
    for (a, box), (b, other) in combinations(boxes, 2):
        if box.colliderect(other) and not _beside(a, b):
            found.append(f"“{a.shown}” and “{b.shown}”")
    return found
