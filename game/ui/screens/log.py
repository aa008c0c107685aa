"""The log: every notice and every decision in order; each leads to its place, its firm or its causes."""

from collections.abc import Sequence
from functools import partial

import pygame

from game.explain.chronicle import KINDS, Entry, chronicle
from game.simulation.indicators import MEASURED
from game.ui.frame import sheet
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.playing import Playing
from game.ui.region.news import SYMBOLS
from game.ui.screen import Push, Screen, Turn
from game.ui.screens.firm import FirmSheet
from game.ui.screens.numbers import Numbers
from game.ui.screens.place import PlaceSheet
from game.ui.screens.policy import PolicySheet
from game.ui.screens.why import Why
from game.ui.tabs import tabs
from game.ui.typeset import BODY, SMALL, SMALL_BOLD

SHOWN = ("all", *KINDS)


class Log(Screen):
    """A sheet with the whole run, the latest first."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.kind = "all"
        self._told: tuple[str, list[Entry]] | None = None
        self._kit: Kit | None = None

    @property
    def entries(self) -> Sequence[Entry]:
        """The lines of the chosen kind, the latest quarter first."""
        session = self.playing.session
        made_for = (
            f"{self.playing.preferences.language} {session.current} {session.quarter} {len(session.branch.steps)}"
        )
        if self._told is None or self._told[0] != made_for:
            told = chronicle(session, self.playing.speaker)
            self._told = (made_for, sorted(told, key=lambda entry: -entry.quarter))
        return [entry for entry in self._told[1] if self.kind in ("all", entry.kind)]

    def draw(self, kit: Kit) -> None:
        """Draw the kinds to choose from, and the list."""
        self._kit = kit
        inner = sheet(kit, 1240, 1010, kit.words("log.heading"))
        choices = [(kind, kit.words(f"log.kind.{kind}")) for kind in SHOWN]
        y = inner.y + tabs(kit, inner.topleft, inner.width, choices, self.kind, self._choose) + kit.px(8)
        room = pygame.Rect(inner.x, y, inner.width, inner.bottom - y)
        entries = self.entries
        with kit.scrolling("log", room) as drawn:
            y = drawn[0]
            before = -1
            for k, entry in enumerate(entries):
                y = self._row(kit, pygame.Rect(room.x, y, room.width - kit.px(16), 0), room, k, entry,
                              entry.quarter != before)  # fmt: skip
                before = entry.quarter
            if not entries:
                y += kit.paragraph(kit.words("log.nothing"), (room.x, y), room.width, BODY, kit.theme.ink2)
            drawn.append(y + kit.px(8))

    def _row(self, kit: Kit, row: pygame.Rect, room: pygame.Rect, k: int, entry: Entry, first: bool) -> int:
        """Write one line; the first of a quarter carries its date. What is out of sight is only measured."""
        if first and k:
            row.y += kit.px(8)
        left = row.x + max(kit.tx(128), kit.width("0000 Q0", SMALL) + kit.px(24))
        inside = row.right - left - kit.tx(44)
        row.height = max(kit.lines_of(entry.text, inside) * kit.line_height() + kit.px(6), SMALLEST_SPOT)
        press = self._leads(entry)
        line = pygame.Rect(left, row.y, row.right - left, row.height)
        hot = press is not None and kit.spot(line, f"line {k}", press)
        if not row.colliderect(room):
            return row.bottom
        if hot:
            kit.highlight(line)
        top = row.y + kit.px(3)
        if first:
            if k:
                kit.hairline((row.x, row.y - kit.px(4)), (row.right, row.y - kit.px(4)))
            kit.text(self.playing.speaker.date(entry.quarter), (row.x, top + kit.tx(1)), SMALL_BOLD, kit.theme.ink2)
        done = entry.kind == "decision"
        ink = kit.theme.accent if done else kit.theme.ink if entry.kind in ("event", "phase") else kit.theme.ink2
        kit.icon(SYMBOLS[entry.kind], (left + kit.px(4), top + kit.line_height() / 2 - kit.tx(9)), 18, ink)
        strong = kit.theme.ink if entry.kind != "firm" or hot else kit.theme.ink2
        kit.paragraph(entry.text, (left + kit.tx(34), top), inside, BODY, strong)
        return row.bottom

    def _leads(self, entry: Entry) -> partial[Turn | None] | None:
        """Return what a line opens."""
        if entry.firm is not None:
            return partial(self._push, FirmSheet, entry.firm)
        if entry.policy is not None:
            return partial(self._push, PolicySheet, entry.policy)
        if entry.number is not None:
            page = Why if entry.number in MEASURED else Numbers
            given = (entry.number, entry.quarter) if page is Why else (entry.number,)
            return partial(self._push, page, *given)
        return partial(self._push, PlaceSheet, entry.place) if entry.place is not None else None

    def _push(self, page: type[Screen], *given: object) -> Turn | None:
        return Push(page(self.playing, *given))  # type: ignore[call-arg]

    def _choose(self, kind: str) -> Turn | None:
        self.kind = kind
        if self._kit is not None:
            self._kit.scrolls["log"] = 0.0
        return None

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Page Up and Page Down scroll by a page."""
        if key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN) and self._kit is not None and "log" in self._kit.areas:
            room, most = self._kit.areas["log"]
            step = room.height * (0.9 if key == pygame.K_PAGEDOWN else -0.9)
            self._kit.scrolls["log"] = min(max(self._kit.scrolls.get("log", 0.0) + step, 0.0), most)
            return None
        return super().key(key, modifiers)
