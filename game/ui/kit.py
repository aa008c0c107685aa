"""What every screen is made with: a pen, buttons, and *spots* that can be pressed by pointer or key.

Each frame a screen draws itself and names its spots in reading order. The same list serves the pointer (what lies
under it), the keyboard (Tab and arrows go from spot to spot) and tooltips, so nothing can be reached by one alone.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

from game.ui import scroll, typeset
from game.ui.pen import Pen
from game.ui.screen import Press, Turn
from game.ui.spot import Spot, uppermost
from game.ui.tip import GAP, place_for
from game.ui.typeset import HEADING, Role

if TYPE_CHECKING:
    from game.lab.workers import Workers
    from game.ui.draft import Draft

SMALLEST_SPOT = 24
"""Pixels that whatever is pressed has each way, so that unsteady hands can hit it."""
EVERY = "*"
"""Stands for every tip: on a new screen none opens before pointer or focus has moved."""


@dataclass
class Kit(Pen):
    """One frame's tools: a pen, and everything that can be pressed."""

    motion: bool = True
    pointer: tuple[int, int] = (-1, -1)
    focus: str = ""
    by_keys: bool = False
    spots: list[Spot] = field(default_factory=list)
    scrolls: dict[str, float] = field(default_factory=dict)
    areas: dict[str, tuple[pygame.Rect, float]] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    workers: "Workers | None" = None
    """Who looks into the futures; nobody where there is no window to wait for."""
    hushed: str = ""
    """The spot whose tip was closed by Esc; it stays closed until pointer or focus goes elsewhere."""
    staying: tuple[str, pygame.Rect] | None = None
    """The spot whose tip was open a frame ago, and where the tip lay: the pointer may enter it."""
    heading: str = ""
    """What the sheet on top is about."""
    writing_at: pygame.Rect | None = None
    """Where the caret of a text field stands, so that an input method opens beside it."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._clip = self.rect

    # --- spots -------------------------------------------------------------------------------------------------

    def spot(
        self, rect: pygame.Rect, key: str, press: Press, tip: str = "", tab: bool = True, *,
        adjust: Callable[[int], Turn | None] | None = None, draft: "Draft | None" = None, clear: int | None = None,
        name: str = "", value: str = "", main: bool = False,
    ) -> bool:  # fmt: skip
        """Name a spot, draw its focus ring if it has the focus, and say whether it is pointed at or focused."""
        seen = rect.clip(self._clip)
        above = self.px(12) if clear is None else clear
        self.spots.append(Spot(rect, key, press, tip, seen, tab, adjust, draft, above, name, value, main))
        focused = self.by_keys and self.focus == key
        if focused:
            self._ring(rect)
        return focused or (seen.collidepoint(self.pointer) and not self.by_keys)

    def tip(self, text: str) -> None:
        """Give the last spot its tip: for tips that take time to write, and are only read where one points."""
        self.spots[-1] = self.spots[-1]._replace(tip=text)

    def several(self, spots: Sequence[Spot]) -> int | None:
        """Name many spots that keys do not stop at; says which of them is pointed at, the uppermost."""
        self.spots.extend(spots)
        return None if self.by_keys else uppermost(spots, self.pointer)

    def cover(self, *rects: pygame.Rect) -> None:
        """Take away the spots that lie under something: neither pointer nor keys reach what is not seen."""
        for rect in (one for one in rects if one.width):
            self.spots = [spot for spot in self.spots if not rect.collidepoint(spot.rect.center)]
            self.spot(rect, "cover", _nothing, tab=False)

    def _ring(self, rect: pygame.Rect) -> None:
        weight = max(self.px(self.theme.focus_width), 2)
        around = rect.inflate(2 * (weight + self.px(3)), 2 * (weight + self.px(3)))
        around.clamp_ip(self._clip if self._clip.width > around.width else self.rect)
        self.plate(around, self.theme.accent, self.px(10), weight)

    def button(self, label: str, at: tuple[int, int], key: str, press: Press, *, main: bool = False,
               room: int | None = None, symbol: str = "", tip: str = "", on: bool = True) -> pygame.Rect:  # fmt: skip
        """Draw a button at its top left corner; ``main`` is the one most people want. Returns its rect."""
        extra = self.tx(34) if symbol else 0
        width = room or self.width(label, HEADING) + extra + 2 * self.tx(24)
        rect = pygame.Rect(at[0], at[1], width, max(self.tx(48), self.px(44)))
        theme = self.theme
        hot = self.spot(rect, key, press if on else _nothing, tip, main=main and on)
        ground = theme.accent if main else theme.card
        ink = theme.on_accent if main else theme.ink if on else theme.ink2
        self.plate(rect, ground, self.px(8))
        if not main or hot:
            edge = theme.ink if hot else theme.ink3
            self.plate(rect, edge, self.px(8), 2 if hot else 1)
        middle = rect.centerx + extra // 2
        if symbol:
            self.icon(symbol, (middle - self.width(label, HEADING) / 2 - extra, rect.centery - self.tx(12)), 24, ink)
        top = rect.centery - self.line_height(HEADING) / 2
        self.text(label, (middle, top), HEADING, ink, "middle", rect.width - extra - self.tx(16))
        return rect

    def symbol(self, name: str, centre: tuple[int, int], key: str, press: Press, tip: str, *, size: float = 26,
               on: bool = True, chosen: bool = False) -> pygame.Rect:  # fmt: skip
        """Draw an icon that can be pressed."""
        side = max(self.tx(44), 32)
        rect = pygame.Rect(0, 0, side, side)
        rect.center = centre
        hot = self.spot(rect, key, press if on else _nothing, tip)
        colour = self.theme.ink if on else self.theme.ink3
        if chosen:
            self.plate(rect, self.theme.ink, side // 2)
            colour = self.theme.paper
        elif hot:
            self.plate(rect, self.theme.hairline, side // 2)
        half = self.tx(size) / 2
        self.icon(name, (rect.centerx - half, rect.centery - half), size, colour)
        return rect

    def link(self, label: str, at: tuple[float, float], key: str, press: Press, role: Role = HEADING,
             tip: str = "", room: int | None = None) -> pygame.Rect:  # fmt: skip
        """Draw words that can be pressed."""
        shown = label if room is None else typeset.shortened(label, role, self.type_scale, room)
        rect = pygame.Rect(round(at[0]), round(at[1]), self.width(shown, role), self.line_height(role))
        hot = self.spot(rect.inflate(0, max(SMALLEST_SPOT - rect.height, 0)), key, press, tip)
        self.text(shown, at, role, self.theme.accent)
        weight, foot = 2 if hot else 1, rect.bottom - 3
        pygame.draw.line(self.surface, self.theme.accent, (rect.x, foot), (rect.right, foot), weight)
        return rect

    @contextmanager
    def scrolling(self, key: str, rect: pygame.Rect) -> Iterator[list[int]]:
        """Draw something longer than its room. Yields ``[top]``; set ``[top, bottom]`` as far as it was drawn."""
        offset = self.scrolls.get(key, 0.0)
        before = self._clip
        self._clip = rect.clip(before)
        self.surface.set_clip(self._clip)
        drawn, first = [rect.y - round(offset)], len(self.spots)
        yield drawn
        length = drawn[-1] - (rect.y - round(offset))
        self.lengths[key] = length
        most = max(length - rect.height, 0)
        for spot in self.spots[first:]:
            if self.by_keys and spot.key == self.focus:
                offset = scroll.towards(self, spot.rect, spot.clear, rect, offset, most)
        self.scrolls[key] = min(max(offset, 0.0), most)
        self.areas[key] = (rect, most)
        self._clip = before
        self.surface.set_clip(before)
        if most > 0:
            scroll.bar(self, rect, length, self.scrolls[key] / most)

    @property
    def clip(self) -> pygame.Rect:
        """The part of the window that is drawn on now."""
        return self._clip

    @contextmanager
    def below(self, y: int) -> Iterator[None]:
        """Draw what slides under something that stays in sight above ``y``."""
        before = self._clip
        top = max(y, before.y)
        self._clip = pygame.Rect(before.x, top, before.width, max(before.bottom - top, 0))
        self.surface.set_clip(self._clip)
        yield
        self._clip = before
        self.surface.set_clip(before)

    def tooltip(self) -> None:
        """Draw the tip of what is pointed at or focused, next to it, inside the window."""
        spot = self._tipped()
        self.staying = None
        if spot is None or not spot.tip or self.hushed in (spot.key, EVERY):
            return
        room = min(self.tx(420), self.rect.width - self.px(40))
        lines = typeset.wrapped(spot.tip, typeset.SMALL, self.type_scale, room)
        wide = max(self.width(one, typeset.SMALL) for one in lines) + 2 * self.tx(14)
        tall = len(lines) * self.line_height(typeset.SMALL) + 2 * self.tx(10)
        box = place_for(pygame.Rect(0, 0, wide, tall), spot.rect, [s.seen for s in self.spots if s.tab], self.rect)
        self.staying = spot.key, box
        self.card(box, self.theme.ink, "card")
        for k, one in enumerate(lines):
            at = (box.x + self.tx(14), box.y + self.tx(10) + k * self.line_height(typeset.SMALL))
            self.text(one, at, typeset.SMALL, self.theme.paper)

    def _tipped(self) -> Spot | None:
        """Return the spot whose tip is to be shown; a tip stays open while the pointer is in it or on its way there."""
        if self.by_keys:
            return self.focused()
        under = self.spot_at(self.pointer)
        if under is None and self.staying is not None:
            key, box = self.staying
            owner = next((spot for spot in self.spots if spot.key == key), None)
            if owner is not None and box.inflate(4 * GAP, 4 * GAP).collidepoint(self.pointer):
                return owner
        return under

    def spot_at(self, at: tuple[int, int]) -> Spot | None:
        """Return the spot that lies on top here."""
        found = uppermost(self.spots, at)
        return None if found is None else self.spots[found]

    def focused(self) -> Spot | None:
        """Return the spot that has the keyboard's focus."""
        return next((spot for spot in self.spots if spot.key == self.focus), None)


def _nothing() -> None:
    """What an unavailable button does."""
