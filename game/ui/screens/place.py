"""A place and its firms."""

import pygame

from game.content import numbers
from game.explain.speech import kind_of
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.playing import Playing
from game.ui.screen import Push, Screen
from game.ui.screens.firm import FirmSheet, firm_tip, margin_of
from game.ui.typeset import BODY, HEADING


class PlaceSheet(Screen):
    """A sheet with the firms of one place."""

    sheet = True

    def __init__(self, playing: Playing, site: int) -> None:
        self.playing, self.site = playing, site

    def draw(self, kit: Kit) -> None:
        """Draw the list of firms; each opens."""
        playing, language = self.playing, kit.words.language
        place = playing.session.level.map.places[self.site]
        inner = sheet(kit, 1180, 1000, place.name[language], "place")
        state = playing.session.branch.region.state
        slots = [int(s) for s in (state.alive[0] & (state.place[0] == self.site)).nonzero()[0]]
        slots.sort(key=lambda slot: -float(state.size[0, slot]))
        wage = playing.session.branch.region.flows["log_wage_place"][0, self.site]
        facts = kit.words("ui.place_facts", kind=kit.words(f"ui.place_kind.{place.kind}"), count=len(slots),
                          wage=numbers.number(2.718281828 ** float(wage), 2))  # fmt: skip
        room = inner
        with kit.scrolling("place", room) as drawn:
            y = drawn[0]
            y += kit.paragraph(facts, (room.x, y), inner.width, BODY, kit.theme.ink2) + kit.px(12)
            for slot in slots:
                y = self._row(
                    kit, pygame.Rect(room.x + kit.px(4), y, room.width - kit.px(20), max(kit.tx(46), 36)), slot
                )
            if not slots:
                y += kit.paragraph(kit.words("ui.no_firms"), (room.x, y), room.width)
            drawn.append(y)

    def _row(self, kit: Kit, row: pygame.Rect, slot: int) -> int:
        """Write one firm."""
        state, speaker = self.playing.session.branch.region.state, self.playing.speaker
        firm = int(state.firm[0, slot])
        if kit.spot(row, f"firm row {firm}", lambda: Push(FirmSheet(self.playing, firm))):
            kit.tip(firm_tip(self.playing, firm))
            pygame.draw.rect(kit.surface, kit.theme.land, row, border_radius=kit.px(8))
        style = float(state.style[0, slot])
        side = max(kit.tx(24), 16)
        dx, dy = anchor_of(side)
        house = building(
            kind_of(style), side, round(min(max(margin_of(self.playing, slot) / 0.18, 0), 1) * 6), 0, kit.theme
        )
        kit.surface.blit(house, (row.x + kit.tx(22) - dx, row.centery + kit.tx(11) - dy))
        y = row.centery - kit.line_height() / 2
        columns = (0.06, 0.42, 0.72, 0.86)
        years = (state.quarter - int(state.born[0, slot])) // 4
        texts = (
            speaker.firm(firm), speaker.product(style), kit.words("unit.years", count=years),
            numbers.percent(margin_of(self.playing, slot)),
        )  # fmt: skip
        for k, (share, text) in enumerate(zip(columns, texts, strict=True)):
            left = row.x + max(row.width * share, kit.tx(50) if k == 0 else 0)
            end = row.x + row.width * (columns[k + 1] if k + 1 < len(columns) else 1.0)
            kit.text(text, (left, y), HEADING if k == 0 else BODY, kit.theme.ink if k == 0 else kit.theme.ink2,
                     room=round(end - left - kit.px(10)))  # fmt: skip
        return row.bottom
