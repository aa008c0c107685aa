"""A place and its firms."""

from functools import partial

import pygame

from game.content import numbers
from game.explain.course import course
from game.explain.scopes import PLACE_NUMBERS, AtPlace
from game.explain.speech import kind_of
from game.ui import charts
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.playing import Playing
from game.ui.screen import Push, Screen, Turn, later
from game.ui.screens.firm import FirmSheet, firm_tip, margin_of
from game.ui.typeset import BODY, HEADING, NAME


class PlaceSheet(Screen):
    """A sheet with the firms of one place."""

    sheet = True

    def __init__(self, playing: Playing, site: int) -> None:
        self.playing, self.site = playing, site
        self._courses: dict[str, list[float]] = {}

    def draw(self, kit: Kit) -> None:
        """Draw the list of firms; each opens."""
        playing, language = self.playing, kit.words.language
        place = playing.session.level.map.places[self.site]
        inner = sheet(kit, 1180, 1000, place.name[language], "place")
        state = playing.session.branch.region.state
        rows = [int(s) for s in (state.place == self.site).nonzero()[0]]
        rows.sort(key=lambda at: -float(state.size[at]))
        room = inner
        with kit.scrolling("place", room) as drawn:
            y = drawn[0]
            kind = kit.words(f"ui.place_kind.{place.kind}")
            y += kit.paragraph(kind, (room.x, y), inner.width, BODY, kit.theme.ink2) + kit.px(12)
            y = self._numbers(kit, pygame.Rect(room.x, y, room.width - kit.px(20), 10)) + kit.px(16)
            for at in rows:
                y = self._row(
                    kit, pygame.Rect(room.x + kit.px(4), y, room.width - kit.px(20), max(kit.tx(46), 36)), at
                )
            if not rows:
                y += kit.paragraph(kit.words("ui.no_firms"), (room.x, y), room.width)
            drawn.append(y)

    def _numbers(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw the place's numbers with their past; each opens to what moved it."""
        columns = 3 if room.width > kit.tx(900) else 2 if room.width > kit.tx(560) else 1
        wide, tall, y = room.width // columns, max(kit.tx(46), kit.line_height(NAME)), room.y
        for k, number in enumerate(PLACE_NUMBERS):
            cell = pygame.Rect(room.x + (k % columns) * wide, y + (k // columns) * tall, wide - kit.px(20), tall)
            self._number(kit, cell, number)
        return y + -(-len(PLACE_NUMBERS) // columns) * tall

    def _number(self, kit: Kit, cell: pygame.Rect, number: str) -> None:
        """Write one number of the place: name, past, value."""
        speaker, values = self.playing.speaker, self._course(number)
        tip = kit.words(f"meaning.{number}")
        if kit.spot(cell.inflate(kit.px(12), -kit.px(4)), f"why {number}", partial(self._why, number), tip):
            pygame.draw.rect(kit.surface, kit.theme.land, cell.inflate(kit.px(12), -kit.px(4)), border_radius=kit.px(8))
        middle = cell.centery - kit.line_height() / 2
        at = kit.text(speaker.value(number, values[-1]), (cell.right, middle), NAME, align="right")
        line = pygame.Rect(at.x - kit.tx(84), cell.y + cell.height // 4, kit.tx(70), cell.height // 2)
        charts.spark(kit, line, values)
        kit.text(speaker.name(number), (cell.x, middle), BODY, kit.theme.ink2, room=line.x - cell.x - kit.px(8))

    def _course(self, number: str) -> list[float]:
        """Return the number's past here; time waits while the sheet is open."""
        if number not in self._courses:
            self._courses[number] = course(self.playing.session.branch, number, AtPlace(self.site))[1]
        return self._courses[number]

    def _why(self, number: str) -> Turn | None:
        return Push(later("game.ui.screens.why").Why(self.playing, number, scope=AtPlace(self.site)))

    def _row(self, kit: Kit, row: pygame.Rect, at: int) -> int:
        """Write one firm."""
        state, speaker = self.playing.session.branch.region.state, self.playing.speaker
        firm = int(state.firm[at])
        if kit.spot(row, f"firm row {firm}", lambda: Push(FirmSheet(self.playing, firm))):
            kit.tip(firm_tip(self.playing, firm))
            pygame.draw.rect(kit.surface, kit.theme.land, row, border_radius=kit.px(8))
        style = float(state.style[at])
        side = max(kit.tx(24), 16)
        dx, dy = anchor_of(side)
        house = building(
            kind_of(style), side, round(min(max(margin_of(self.playing, at) / 0.18, 0), 1) * 6), 0, kit.theme
        )
        kit.surface.blit(house, (row.x + kit.tx(22) - dx, row.centery + kit.tx(11) - dy))
        y = row.centery - kit.line_height() / 2
        columns = (0.06, 0.42, 0.72, 0.86)
        years = (state.quarter - int(state.born[at])) // 4
        texts = (
            speaker.firm(firm), speaker.product(style), kit.words("unit.years", count=years),
            numbers.percent(margin_of(self.playing, at)),
        )  # fmt: skip
        for k, (share, text) in enumerate(zip(columns, texts, strict=True)):
            left = row.x + max(row.width * share, kit.tx(50) if k == 0 else 0)
            end = row.x + row.width * (columns[k + 1] if k + 1 < len(columns) else 1.0)
            kit.text(text, (left, y), HEADING if k == 0 else BODY, kit.theme.ink if k == 0 else kit.theme.ink2,
                     room=round(end - left - kit.px(10)))  # fmt: skip
        return row.bottom
