"""The timeline: every quarter can be looked at and gone back to; what came after stays as a line of its own."""

from collections.abc import Mapping
from functools import partial

import pygame

from game.explain.tale import decisions
from game.session.lanes import Lane, lanes
from game.session.recording import MOST_NAME
from game.ui.draft import Draft
from game.ui.frame import sheet
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Push, Screen, Turn
from game.ui.screens.compare import Compare
from game.ui.text_field import field
from game.ui.timeline.preview import preview, street_of
from game.ui.timeline.tracks import Tracks, widest
from game.ui.typeset import BODY, HEADING, NAME, SMALL

FAR = 1_000_000
"""Quarters beyond any run's ends."""


class Rewind(Screen):
    """A sheet with the tree of time; left and right arrows move through it."""

    sheet = True
    own_keys = frozenset({pygame.K_LEFT, pygame.K_RIGHT})
    steps: Mapping[int, int] = {
        pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_PAGEUP: -4, pygame.K_PAGEDOWN: 4, pygame.K_HOME: -FAR,
        pygame.K_END: FAR,
    }  # fmt: skip

    def __init__(self, playing: Playing, quarter: int | None = None) -> None:
        self.playing = playing
        last = playing.session.quarter
        self.quarter = last if quarter is None else min(max(quarter, 0), last)
        self.number = "employment"
        self._pointed: int | None = None
        self._lanes: tuple[object, list[Lane]] | None = None
        self.name = Draft(playing.session.branch.name, MOST_NAME, done=self._rename)

    def draw(self, kit: Kit) -> None:
        """Draw the chosen quarter, the tree of time, and what was done."""
        inner = sheet(kit, 1640, 1010, kit.words("ui.rewind"), "rewind")
        with kit.scrolling("rewind", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            y = self._choose(kit, inner.x, y, room) + kit.px(10)
            block = pygame.Rect(inner.x, y, room, 10)
            looked_at = self.quarter if self._pointed is None else self._pointed
            y = preview(kit, self.playing, block, looked_at, self.number, self._show) + kit.px(6)
            y = self._tree(kit, pygame.Rect(inner.x, y, room, 10)) + kit.px(14)
            y = self._line(kit, pygame.Rect(inner.x, y, room, 10)) + kit.px(14)
            y = street_of(kit, self.playing, pygame.Rect(inner.x, y, room, 10), looked_at) + kit.px(10)
            y += kit.paragraph(kit.words("ui.rewind_about"), (inner.x, y), room, SMALL, kit.theme.ink2) + kit.px(12)
            drawn.append(self._done(kit, inner.x, y, room))

    def _tree(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw curves and lines on one axis; returns where they end."""
        session = self.playing.session
        last = max(branch.quarter for branch in session.branches)
        names = min(widest(kit, self.playing), round(0.4 * room.width))
        axis = pygame.Rect(room.x + kit.px(8), room.y, room.width - kit.px(16) - names, 10)
        tracks = Tracks(kit, self.playing, axis, last, self.lanes, names)
        plot = pygame.Rect(axis.x, room.y + kit.px(8), axis.width, kit.tx(180))
        self._point(kit, tracks, plot)
        tracks.curves(plot, self.number, self.quarter)
        first, final = session.level.date_of(0)[0], session.level.date_of(last)[0]
        years = plot.bottom + kit.px(4)
        kit.text(str(first), (plot.x, years), SMALL, kit.theme.ink2)
        kit.text(str(final), (plot.right, years), SMALL, kit.theme.ink2, "right")
        lanes_top = years + kit.line_height(SMALL) + kit.px(4)
        end = tracks.lanes(lanes_top, self._switch)
        tracks.cursor(self.quarter, plot.y, end, True)
        if self._pointed is not None and self._pointed != self.quarter:
            tracks.cursor(self._pointed, plot.y, plot.bottom, False)
        return end

    @property
    def lanes(self) -> list[Lane]:
        """The lines of time laid out; worked out anew when one of them has changed."""
        made_for = tuple((id(one), one.quarter, len(one.steps)) for one in self.playing.session.branches)
        if self._lanes is None or self._lanes[0] != made_for:
            self._lanes = made_for, lanes(self.playing.session.branches)
        return self._lanes[1]

    def _line(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw the name of the line being played, and the way to lay it beside another."""
        tall = max(kit.tx(48), kit.px(44))
        label = kit.words("timeline.name_of_line")
        kit.text(label, (room.x, room.y + (tall - kit.line_height(SMALL)) // 2), SMALL, kit.theme.ink2)
        left = room.x + kit.width(label, SMALL) + kit.px(16)
        box = pygame.Rect(left, room.y, min(kit.tx(420), room.right - left - kit.px(8)), tall)
        hint = kit.words("timeline.unnamed", number=self.playing.session.current + 1)
        field(kit, box, "name", self.name, hint, kit.words("timeline.name_tip"))
        if self.name.text != self.playing.session.branch.name:
            self._rename()
        others = [k for k in range(len(self.playing.session.branches)) if k != self.playing.session.current]
        if not others:
            return box.bottom
        words = kit.words("timeline.compare")
        beside = box.right + kit.px(24)
        fits = beside + kit.width(words, HEADING) + kit.tx(48) <= room.right
        at = (beside, room.y) if fits else (room.x + kit.px(4), box.bottom + kit.px(10))
        button = kit.button(words, at, "compare", lambda: Push(Compare(self.playing, others[-1])))
        return max(box.bottom, button.bottom)

    def _rename(self) -> Turn | None:
        self.playing.session.branch.name = self.name.text
        return None

    def _point(self, kit: Kit, tracks: Tracks, plot: pygame.Rect) -> None:
        """Let the pointer choose a quarter; keys do it with left and right."""
        at = min(max(tracks.quarter_at(kit.pointer[0]), 0), self.playing.session.quarter)
        box = plot.inflate(kit.px(16), kit.px(8))
        hot = kit.spot(box, "scrub", partial(self._pick, at), self.playing.speaker.date(at), tab=False)
        self._pointed = at if hot else None

    def _show(self, number: str) -> Turn | None:
        self.number = number
        return None

    def _choose(self, kit: Kit, x: int, y: int, room: int) -> int:
        """Draw the steps back and forth and the button."""
        say, last = kit.words, self.playing.session.quarter
        side = max(kit.tx(44), 34)
        middle = y + side // 2
        back, on = self.quarter > 0, self.quarter < last
        kit.symbol(
            "far_left", (x + side // 2, middle), "year back", lambda: self._move(-4), say("ui.year_back"), on=back
        )
        kit.symbol("left", (x + side + side // 2, middle), "quarter back", lambda: self._move(-1),
                   say("ui.quarter_back"), on=back)  # fmt: skip
        date = self.playing.speaker.date(self.quarter)
        at = kit.text(date, (x + 2 * side + kit.tx(16), middle - kit.line_height(NAME) / 2), NAME)
        after = at.right + kit.tx(16)
        kit.symbol(
            "right", (after + side // 2, middle), "quarter on", lambda: self._move(1), say("ui.quarter_on"), on=on
        )
        kit.symbol("far_right", (after + side + side // 2, middle), "year on", lambda: self._move(4), say("ui.year_on"),
                   on=on)  # fmt: skip
        left = after + 2 * side + kit.tx(24)
        label = say("ui.go_back_to", date=date) if on else say("timeline.branch_here")
        if left + kit.width(label, HEADING) + kit.tx(60) > x + room:
            left, y = x, y + side + kit.px(10)
        button = kit.button(label, (left, y), "rewind", self._go, main=on, tip=say("ui.rewind_about"))
        return max(button.bottom, y + side)

    def _move(self, by: int) -> Turn | None:
        self.quarter = min(max(self.quarter + by, 0), self.playing.session.quarter)
        return None

    def _pick(self, quarter: int) -> Turn | None:
        self.quarter = quarter
        return None

    def _go(self) -> Turn | None:
        if self.quarter == self.playing.session.quarter:
            self.playing.session.branch_off()
            self.name = Draft("", MOST_NAME, done=self._rename)
            return None
        self.playing.rewind(self.quarter)
        return Pop()

    def _done(self, kit: Kit, x: int, y: int, room: int) -> int:
        """List what was done; each leads to its quarter."""
        done = decisions(self.playing.session, self.playing.speaker)
        if not done:
            return y
        kit.text(kit.words("ui.what_was_done"), (x, y), HEADING)
        y += kit.line_height(HEADING)
        for k, (quarter, text) in enumerate(done):
            row = pygame.Rect(x + kit.px(4), y, room - kit.px(8), max(kit.line_height() + kit.px(4), SMALLEST_SPOT))
            whole = text if kit.width(text) > room - kit.tx(190) else ""
            if kit.spot(row, f"step {k}", partial(self._pick, quarter), whole):
                kit.plate(row, kit.theme.land, kit.px(6))
            kit.text(self.playing.speaker.date(quarter), (x + kit.px(8), y), BODY, kit.theme.ink2)
            kit.text(text, (x + kit.tx(180), y), BODY, room=room - kit.tx(190))
            y += row.height
        return y + kit.px(16)

    def _switch(self, number: int) -> Turn | None:
        self.playing.session.switch(number)
        self.playing.notices = []
        self.quarter = self.playing.session.quarter
        return Pop()

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Left and right go a quarter, with Shift a year; so do the Page keys; Home and End go to the ends."""
        if key in self.steps:
            far = 4 if modifiers & pygame.KMOD_SHIFT and key in self.own_keys else 1
            return self._move(far * self.steps[key])
        return super().key(key, modifiers)
