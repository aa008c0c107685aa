"""What lies around the map: beside it where there is room; else in drawers over it, opened when they are wanted."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.playing import Playing
from game.ui.region import doors, panel, topbar
from game.ui.region.desk import Desk
from game.ui.region.doors import Door
from game.ui.screen import Turn

if TYPE_CHECKING:
    from game.ui.screens.region import Region

WIDE, TALL, LARGE = 1300, 640, 1700
"""Size of a window in units of text, and its width whatever the text, from which panel and desk lie beside the map."""
DESK, OVERVIEW = "desk", "overview"


@dataclass(frozen=True)
class Rooms:
    """Where everything on the region's screen lies; what is shut has no size."""

    map: pygame.Rect
    free: pygame.Rect
    """The part of the map that no drawer covers."""
    panel: pygame.Rect
    desk: pygame.Rect
    doors: pygame.Rect
    """The row at the foot of a small window; without size in a large one."""

    @property
    def folded(self) -> bool:
        """Whether panel and desk lie in drawers."""
        return self.doors.height > 0

    @property
    def narrowed(self) -> bool:
        """Whether a drawer leaves only the left of the map."""
        return self.free.width < self.map.width


class Around:
    """The bar, the panel and the desk of one run; in a small window at most one drawer is open."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.desk = Desk(playing)
        self.drawer = ""
        """Which drawer is open."""
        self._folded = False

    def rooms(self, kit: Kit) -> Rooms:
        """Divide the window."""
        self._folded = kit.rect.width < max(kit.tx(WIDE), kit.px(LARGE)) or kit.rect.height < kit.tx(TALL)
        return self._folded_rooms(kit) if self._folded else self._open_rooms(kit)

    def _open_rooms(self, kit: Kit) -> Rooms:
        top, bar = topbar.height(kit, self.playing), topbar.bar_height(kit, self.playing)
        side, low = panel.width(kit), self.desk.height(kit)
        wide, tall = kit.rect.width - side, kit.rect.height - low
        room = pygame.Rect(0, top, wide, tall - top)
        beside = pygame.Rect(wide, bar, side, kit.rect.height - bar)
        return Rooms(room, room, beside, pygame.Rect(0, tall, wide, low), pygame.Rect(0, 0, 0, 0))

    def _folded_rooms(self, kit: Kit) -> Rooms:
        top, low = topbar.folded_height(kit), max(kit.tx(50), 36)
        room = pygame.Rect(0, top, kit.rect.width, max(kit.rect.height - top - low, 1))
        free, side, desk = room.copy(), pygame.Rect(room.topright, (0, 0)), pygame.Rect(room.bottomleft, (0, 0))
        if self.drawer == OVERVIEW:
            free.width -= panel.width(kit)
            side = pygame.Rect(free.right, room.y, panel.width(kit), room.height)
        elif self.drawer == DESK:
            free.height -= min(self.desk.cards_height(kit), room.height)
            desk = pygame.Rect(0, free.bottom, room.width, room.height - free.height)
        return Rooms(room, free, side, desk, pygame.Rect(0, room.bottom, room.width, low))

    def draw(self, kit: Kit, screen: "Region", rooms: Rooms) -> None:
        """Draw everything but the map and what lies on it."""
        # The panel's shadow falls on the desk, not the desk's on the panel; but the panel is read first.
        if rooms.desk.width:
            kit.card(rooms.desk, kit.theme.paper, "panel", 0)
        if rooms.panel.width:
            kit.card(rooms.panel, kit.theme.panel, "panel", 0)
            panel.draw(kit, rooms.panel, self.playing, screen.why, screen.futures, screen.goals)
        if rooms.desk.width:
            (self.desk.draw_cards if rooms.folded else self.desk.draw)(kit, rooms.desk, screen.open_card)
        if rooms.folded:
            self._doors(kit, screen, rooms.doors)
            topbar.draw_folded(kit, screen, screen.why)
        else:
            topbar.draw(kit, screen, screen.why, rooms.map.width)

    def _doors(self, kit: Kit, screen: "Region", row: pygame.Rect) -> None:
        """Draw the doors of the drawers: the families of cards at the left, the overview at the right."""
        kit.card(row, kit.theme.paper, "flat" if self.drawer else "panel", 0)
        row = row.inflate(0, -kit.px(12))
        say, margin, gap = kit.words, kit.px(24), kit.tx(24)
        shut = self.drawer != DESK
        if self.desk.tabs:
            left = self.desk.family_doors(kit, self.family, shut)
        else:
            left = [Door("desk", "write", say("ui.policies"), partial(self.turn, DESK), not shut)]
        over = Door("overview", "goal", say("ui.overview"), partial(self.turn, OVERVIEW), self.drawer == OVERVIEW,
                    say("ui.overview_tip"))  # fmt: skip
        right = doors.width(kit, [over], True, 0)
        room = row.width - 2 * margin - right - 2 * gap - kit.tx(44)
        named = doors.width(kit, left, True, gap) <= room
        doors.row(kit, row.move(margin, 0), left, named, gap)
        at = pygame.Rect(row.right - margin - right, row.y, right, row.height)
        topbar.draw_undo(kit, screen, (at.x - gap - max(kit.tx(22), SMALLEST_SPOT // 2), row.centery))
        doors.row(kit, at, [over], True, 0)

    # --- drawers -----------------------------------------------------------------------------------------------

    def turn(self, drawer: str) -> Turn | None:
        """Open a drawer instead of another, or shut it."""
        self.drawer = "" if self.drawer == drawer else drawer
        return None

    def family(self, family: str) -> Turn | None:
        """Open the drawer with a family's cards, or shut it."""
        if self.drawer == DESK and self.desk.family != family:
            return self.desk.open(family)
        self.desk.open(family)
        return self.turn(DESK)

    def shut(self) -> bool:
        """Shut the open drawer; false where none is."""
        open_ = self._folded and bool(self.drawer)
        self.drawer = "" if open_ else self.drawer
        return open_
