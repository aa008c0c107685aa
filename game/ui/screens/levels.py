"""Choosing a level: as a plain list, as the path of lessons, or on the world; broken files say what is wrong."""

from collections.abc import Sequence
from functools import partial

import pygame

from game.content.complaint_words import sentence
from game.ui.entrance import marks, path
from game.ui.entrance.shelf import KINDS, Entry, Shelf
from game.ui.entrance.world import World
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Pop, Push, Screen, Turn
from game.ui.screens.brief import Brief
from game.ui.tabs import tabs
from game.ui.typeset import HEADING, NAME, PAGE, SMALL

SYMBOLS = {"lesson": "concept", "history": "world", "contrast": "overlays", "sandbox": "sandbox"}
TWO_IN_A_ROW, PAD = 1400, 16
"""Width of the page from which two levels lie in a row, and the room within a card's edge, in units of text."""
VIEWS = ("list", "path", "world", "contrasts")


class Levels(Screen):
    """A page of levels."""

    def __init__(self, preferences: Preferences, home: Screen, shelf: Shelf | None = None) -> None:
        self.preferences, self.home = preferences, home
        self.shelf = shelf or Shelf()
        self.shelf.read_all()
        self.world = World(self.shelf)
        self.view = VIEWS[0]

    def draw(self, kit: Kit) -> None:
        """Draw the heading, the ways to look, and the levels."""
        kit.surface.fill(kit.theme.paper)
        margin = kit.px(72)
        wide = kit.rect.width - 2 * margin
        kit.text(kit.words("ui.levels"), (margin, kit.px(40)), PAGE, room=wide - kit.tx(60))
        y = kit.px(48) + kit.line_height(PAGE)
        labels = [(view, kit.words(f"entrance.view.{view}")) for view in self._views()]
        y += tabs(kit, (margin, y), wide, labels, self.view, self._show) + kit.px(14)
        room = pygame.Rect(margin - kit.px(16), y, wide + kit.px(32), kit.rect.height - y - kit.px(16))
        if self.view in ("world", "contrasts"):
            kind = "history" if self.view == "world" else "contrast"
            self.world.draw(kit, room.inflate(-2 * kit.px(16), 0), kind, self._brief)
        else:
            with kit.scrolling("levels", room) as drawn:
                inner = pygame.Rect(margin, drawn[0] + kit.px(8), wide, 10)
                drawn.append(self._path(kit, inner, room.height) if self.view == "path" else self._list(kit, inner))
        close = (kit.rect.width - margin, kit.px(40) + kit.line_height(PAGE) // 2)
        kit.symbol("close", close, "close", Pop, "")

    def _views(self) -> list[str]:
        """List the ways to look that would show something."""
        kinds = {"path": "lesson", "world": "history", "contrasts": "contrast"}
        return [view for view in VIEWS if view not in kinds or self.shelf.of(kinds[view])]

    def _show(self, view: str) -> Turn | None:
        self.view = view
        return None

    def _path(self, kit: Kit, room: pygame.Rect, tall: int) -> int:
        """Draw the path; where all of it can be seen at once, with the ideas of each lesson."""
        told = path.height(kit, room.width, max(len(self.shelf.of("lesson")), 1), True) <= tall
        return path.draw(kit, room, self.shelf, self._brief, told)

    def _list(self, kit: Kit, room: pygame.Rect) -> int:
        """List every level under its kind; returns where the list ends."""
        y = room.y
        for kind in KINDS:
            entries = self.shelf.of(kind)
            if entries:
                y = self._heading(kit, room, y, kind)
                y = self._rows(kit, room, y, entries) + kit.px(20)
        return self._broken(kit, room, y)

    def _heading(self, kit: Kit, room: pygame.Rect, y: int, kind: str) -> int:
        """Write what kind of levels follow."""
        kit.icon(SYMBOLS[kind], (room.x, y + kit.tx(3)), 22)
        head = kit.text(kit.words(f"kind.{kind}"), (room.x + kit.tx(34), y), HEADING)
        left = head.right + kit.px(14)
        about = kit.words(f"ui.kind_about.{kind}")
        kit.text(about, (left, y + kit.tx(2)), SMALL, kit.theme.ink2, room=room.right - left)
        return y + kit.line_height(HEADING) + kit.px(8)

    def _rows(self, kit: Kit, room: pygame.Rect, y: int, entries: Sequence[Entry]) -> int:
        """Draw the levels of a kind, two in a row where they fit; returns where they end."""
        beside, gap = 2 if room.width >= kit.tx(TWO_IN_A_ROW) else 1, kit.px(12)
        wide = (room.width - (beside - 1) * gap) // beside
        for row in (entries[k : k + beside] for k in range(0, len(entries), beside)):
            tall = max(self._tall(kit, wide, entry) for entry in row)
            for k, entry in enumerate(row):
                self._card(kit, pygame.Rect(room.x + k * (wide + gap), y, wide, tall), entry)
            y += tall + gap
        return y

    def _tall(self, kit: Kit, wide: int, entry: Entry) -> int:
        """Return how high a level's card must be."""
        inside, taught = wide - 2 * kit.tx(PAD), marks.taught(kit, entry)
        lines = kit.lines_of(taught, inside, SMALL) if taught else 0
        lines += kit.lines_of(marks.measures(kit, entry, self.shelf.record(entry)), inside, SMALL)
        return kit.line_height(NAME) + lines * kit.line_height(SMALL) + 2 * kit.tx(10)

    def _card(self, kit: Kit, rect: pygame.Rect, entry: Entry) -> None:
        """Draw one level: its name and marks, what it teaches, how long, how hard, what was reached."""
        record, language = self.shelf.record(entry), kit.words.language
        pad, side = kit.tx(PAD), kit.tx(140)
        taught, facts = marks.taught(kit, entry), marks.measures(kit, entry, record)
        inside = rect.width - 2 * pad
        kit.card(rect)
        if kit.spot(rect, f"level {entry.level.id}", partial(self._brief, entry), entry.level.title[language]):
            kit.plate(rect, kit.theme.accent, kit.px(8), max(kit.px(3), 2))
        x, y = rect.x + pad, rect.y + kit.tx(10)
        kit.text(entry.level.title[language], (x, y), NAME, room=inside - side)
        middle = y + kit.line_height(NAME) / 2
        marks.dots(kit, (rect.right - pad - marks.wide(kit, entry.most) / 2, middle), record.stars, entry.most)
        if entry.difficulty:
            marks.steps(kit, (rect.right - pad - side + kit.tx(10), middle + kit.tx(7)), entry.difficulty)
        y += kit.line_height(NAME)
        y += kit.paragraph(taught, (x, y), inside, SMALL) if taught else 0
        kit.paragraph(facts, (x, y), inside, SMALL, kit.theme.ink2)

    def _brief(self, entry: Entry) -> Turn | None:
        return Push(Brief(entry.level, self.preferences, self.home))

    def _broken(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Say what is wrong with files that cannot be played."""
        for file in self.shelf.broken:
            y += kit.paragraph(kit.words("command.level_errors", file=file.path.name), (room.x, y), room.width, HEADING)
            for complaint in file.complaints[:5]:
                y += kit.paragraph(sentence(complaint, kit.words), (room.x, y), room.width, SMALL, kit.theme.accent)
        return y + kit.px(12)
