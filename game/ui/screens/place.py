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
from game.ui.tables import Cell, Column, Order, Row, table
from game.ui.typeset import BODY, HEADING, NAME

SALES = 2
"""The column that firms are sorted by at first."""


class PlaceSheet(Screen):
    """A sheet with the firms of one place."""

    sheet = True

    def __init__(self, playing: Playing, site: int) -> None:
        self.playing, self.site = playing, site
        self.order = Order(SALES, falling=True)
        self._courses: dict[str, list[float]] = {}

    def draw(self, kit: Kit) -> None:
        """Draw the list of firms; each opens."""
        playing, language = self.playing, kit.words.language
        place = playing.session.level.map.places[self.site]
        inner = sheet(kit, 1180, 1000, place.name[language], "place")
        state = playing.session.branch.region.state
        rows = [int(s) for s in (state.place == self.site).nonzero()[0]]
        room = inner
        with kit.scrolling("place", room) as drawn:
            y = drawn[0]
            kind = kit.words(f"ui.place_kind.{place.kind}")
            y += kit.paragraph(kind, (room.x, y), inner.width, BODY, kit.theme.ink2) + kit.px(12)
            y = self._numbers(kit, pygame.Rect(room.x, y, room.width - kit.px(20), 10)) + kit.px(16)
            if rows:
                y = self._firms(kit, pygame.Rect(room.x + kit.px(8), y, room.width - kit.px(36), 10), rows)
            else:
                y += kit.paragraph(kit.words("ui.no_firms"), (room.x, y), room.width)
            drawn.append(y + kit.px(12))

    def _numbers(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw the place's numbers with their past; each opens to what moved it."""
        columns = 3 if room.width > kit.tx(900) else 2 if room.width > kit.tx(560) else 1
        wide, tall, y = room.width // columns, max(kit.tx(46), kit.line_height(NAME)), room.y
        told = [self.playing.speaker.value(number, self._course(number)[-1]) for number in PLACE_NUMBERS]
        widest = max(kit.width(value, NAME) for value in told)
        for k, number in enumerate(PLACE_NUMBERS):
            cell = pygame.Rect(room.x + (k % columns) * wide, y + (k // columns) * tall, wide - kit.px(44), tall)
            self._number(kit, cell, number, told[k], widest)
        return y + -(-len(PLACE_NUMBERS) // columns) * tall

    def _number(self, kit: Kit, cell: pygame.Rect, number: str, value: str, widest: int) -> None:
        """Write one number of the place: name, past, value, with room for the ``widest``."""
        tip = kit.words(f"meaning.{number}")
        if kit.spot(cell.inflate(kit.px(12), -kit.px(4)), f"why {number}", partial(self._why, number), tip):
            kit.highlight(cell.inflate(kit.px(12), -kit.px(4)))
        middle = cell.centery - kit.line_height() / 2
        kit.text(value, (cell.right, middle), NAME, align="right")
        line = pygame.Rect(0, cell.y + cell.height // 4, kit.tx(70), cell.height // 2)
        line.right = cell.right - widest - kit.tx(22)
        charts.spark(kit, line, self._course(number))
        name = self.playing.speaker.name(number)
        kit.text(name, (cell.x, middle), BODY, kit.theme.ink2, room=line.x - cell.x - kit.px(8))

    def _course(self, number: str) -> list[float]:
        """Return the number's past here; time waits while the sheet is open."""
        if number not in self._courses:
            self._courses[number] = course(self.playing.session.branch, number, AtPlace(self.site))[1]
        return self._courses[number]

    def _why(self, number: str) -> Turn | None:
        return Push(later("game.ui.screens.why").Why(self.playing, number, scope=AtPlace(self.site)))

    def _firms(self, kit: Kit, room: pygame.Rect, rows: list[int]) -> int:
        """List the firms; each opens."""
        state, speaker, say = self.playing.session.branch.region.state, self.playing.speaker, kit.words
        columns = [Column(say("table.firm"), sorts=True), Column(say("ui.firm.product"), sorts=True)]
        columns += [Column(say(key), "right", sorts=True) for key in ("ui.firm.sales", "table.age", "ui.firm.margin")]
        listed = []
        for at in rows:
            firm, style, sales = int(state.firm[at]), float(state.style[at]), float(state.size[at])
            quarters, margin = state.quarter - int(state.born[at]), margin_of(self.playing, at)
            age = say("unit.years", count=quarters // 4)
            cells = (
                Cell(speaker.firm(firm), role=HEADING, paint=partial(_house, style, margin), wide=kit.tx(46)),
                Cell(speaker.product(style)), Cell(numbers.number(sales, 1), sales), Cell(age, quarters),
                Cell(numbers.percent(margin), margin),
            )  # fmt: skip
            opens = partial(_open, self.playing, firm)
            listed.append(Row(f"firm row {firm}", cells, opens, partial(firm_tip, self.playing, firm)))
        return table(kit, room, "firms", columns, listed, self.order, role=BODY, least=kit.tx(46))


def _open(playing: Playing, firm: int) -> Turn | None:
    return Push(FirmSheet(playing, firm))


def _house(style: float, margin: float, kit: Kit, box: pygame.Rect) -> None:
    """Draw a firm's house, lit by its margin."""
    side = max(kit.tx(24), 16)
    dx, dy = anchor_of(side)
    house = building(kind_of(style), side, round(min(max(margin / 0.18, 0), 1) * 6), 0, kit.theme)
    kit.surface.blit(house, (box.x + kit.tx(20) - dx, box.centery + kit.tx(11) - dy))
