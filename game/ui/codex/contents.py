"""The contents of the codex: a line to search with, and the pages by theme, one theme open at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.session.notebook import Marks
from game.ui import shapes
from game.ui.codex.links import Open, Way
from game.ui.codex.pages import Group
from game.ui.draft import Draft
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.region.desk import FAMILIES
from game.ui.screen import Turn
from game.ui.text_field import field
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD


@dataclass(frozen=True)
class Contents:
    """What the list shows, and what pressing does.

    Attributes:
        groups: The pages.
        here: Kind and id of the page that lies open.
        unfolded: The group that is open; all are where there is no heading to press.
        turn: Opens a page.
        unfold: Opens a group, or closes it.
        met: What the player has done with each idea.
    """

    groups: Sequence[Group]
    here: tuple[str, str]
    unfolded: str | None
    turn: Open
    unfold: Callable[[str], Turn | None]
    met: Mapping[str, Marks]

    def draw(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw headings and entries; returns where they end."""
        y = room.y + kit.px(4)
        for group, heading, ways in self.groups:
            if heading:
                y = self._heading(kit, pygame.Rect(room.x, y, room.width, 0), group, heading, len(ways))
            if not heading or self.unfolded in (None, group):
                for way in ways:
                    y = self._entry(kit, pygame.Rect(room.x, y, room.width, 0), way)
                y += kit.px(8)
        return y

    def _heading(self, kit: Kit, row: pygame.Rect, group: str, heading: str, count: int) -> int:
        """Write the heading of a group; where groups can be folded it is pressed."""
        row.height = max(kit.line_height(SMALL_BOLD) + kit.px(12), SMALLEST_SPOT)
        x, top = row.x, row.centery - kit.line_height(SMALL_BOLD) / 2
        opened = self.unfolded in (None, group)
        hot = self.unfolded is not None and kit.spot(row, f"group {group}", partial(self.unfold, group))
        ink = kit.theme.ink if opened or hot else kit.theme.ink2
        symbol = group if group in FAMILIES else ""
        if self.unfolded is not None:
            symbol = "down" if opened else "right"
        if symbol:
            kit.icon(symbol, (x, row.centery - kit.tx(9)), 18, ink)
            x += kit.tx(26)
        number = kit.text(str(count), (row.right, top), SMALL, kit.theme.ink2, "right")
        kit.text(heading, (x, top), SMALL_BOLD, ink, room=number.x - x - kit.px(8))
        return row.bottom

    def _entry(self, kit: Kit, row: pygame.Rect, way: Way) -> int:
        """Write one name."""
        kind, id_, name = way
        room = row.width - (kit.tx(44) if kind == "ideas" else kit.px(28))
        tall = kit.lines_of(name, room, HEADING) * kit.line_height()  # bold or not, so that nothing moves when chosen
        row.height = max(tall + kit.px(6), SMALLEST_SPOT)
        hot = kit.spot(row, f"entry {kind} {id_}", partial(self.turn, kind, id_))
        now = (kind, id_) == self.here
        if now or hot:
            kit.highlight(row)
        if now:
            mark = pygame.Rect(row.x, row.y + kit.px(6), max(kit.px(4), 3), row.height - kit.px(12))
            kit.plate(mark, kit.theme.accent, 2)
        kit.paragraph(name, (row.x + kit.px(18), row.centery - tall // 2), room, HEADING if now else BODY)
        if kind == "ideas" and id_ in self.met:
            share = 1.0 if self.met[id_].explained else 0.5
            centre = (row.right - kit.tx(12), row.centery)
            shapes.pip(kit.surface, centre, kit.tx(5), kit.theme.ink2, share, kit.theme.panel)
        return row.bottom


def search_line(kit: Kit, room: pygame.Rect, draft: Draft, clear: Callable[[], Turn | None]) -> int:
    """Draw the field to search with, and a way to empty it; returns the height used."""
    box = pygame.Rect(room.x, room.y, room.width, max(kit.tx(40), SMALLEST_SPOT))
    if draft.text:
        side = max(kit.tx(36), SMALLEST_SPOT)
        box.width -= side + kit.px(6)
        kit.symbol("close", (room.right - side // 2, box.centery), "clear", clear, kit.words("codex.clear"), size=16)
    field(kit, box, "search", draft, kit.words("codex.search"))
    return box.height + kit.px(10)
