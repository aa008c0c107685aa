"""A place and its firms, and one firm with its parent and children."""

from functools import partial

import pygame

from game.content import numbers
from game.explain.speech import kind_of
from game.simulation.state import ORIGINS
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.playing import Playing
from game.ui.screen import Push, Replace, Screen
from game.ui.typeset import BODY, HEADING, NAME


def slot_of(playing: Playing, firm: int) -> int | None:
    """Return the seat of a living firm."""
    state = playing.session.branch.region.state
    found = (state.alive[0] & (state.firm[0] == firm)).nonzero()[0]
    return int(found[0]) if found.shape[0] else None


def margin_of(playing: Playing, slot: int) -> float:
    """Return a firm's profit as a share of its sales."""
    region = playing.session.branch.region
    return float(region.flows["profit"][0, slot]) / max(float(region.state.size[0, slot]), 1e-6)


def firm_tip(playing: Playing, firm: int) -> str:
    """Describe a firm in two lines: its name, what it makes, its age and margin."""
    slot = slot_of(playing, firm)
    if slot is None:
        return ""
    state, speaker = playing.session.branch.region.state, playing.speaker
    years = (state.quarter - int(state.born[0, slot])) // 4
    return speaker.words(
        "ui.firm_tip", firm=speaker.firm(firm), product=speaker.product(float(state.style[0, slot])), years=years,
        margin=numbers.percent(margin_of(playing, slot)),
    )  # fmt: skip


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


class FirmSheet(Screen):
    """A sheet with one firm: where it comes from, what it makes, and who came from it."""

    sheet = True

    def __init__(self, playing: Playing, firm: int) -> None:
        self.playing, self.firm = playing, firm

    def draw(self, kit: Kit) -> None:
        """Draw the firm."""
        speaker = self.playing.speaker
        inner = sheet(kit, 900, 1000, speaker.firm(self.firm), "firm")
        slot = slot_of(self.playing, self.firm)
        if slot is None:
            kit.paragraph(kit.words("ui.firm_gone"), inner.topleft, inner.width)
            return
        with kit.scrolling("firm", inner) as drawn:
            y = drawn[0]
            side = kit.tx(54)
            state = self.playing.session.branch.region.state
            margin = margin_of(self.playing, slot)
            lit = round(min(max(margin / 0.18, 0), 1) * 6)
            house = building(kind_of(float(state.style[0, slot])), min(side, 60), lit, 0, kit.theme, self.firm)
            kit.surface.blit(house, (inner.right - house.get_width() - kit.px(30), y - kit.px(20)))
            room = inner.width - house.get_width() - kit.px(40)
            y += kit.paragraph(self._origin(slot), (inner.x, y), room, BODY) + kit.px(16)
            for name, value in self._facts(kit, slot):
                kit.text(name, (inner.x, y), BODY, kit.theme.ink2)
                kit.text(value, (inner.x + kit.tx(300), y), NAME, room=room - kit.tx(300))
                y += kit.line_height(NAME)
            y = self._family(kit, pygame.Rect(inner.x, y + kit.px(18), room, 10), slot)
            drawn.append(y)

    def _origin(self, slot: int) -> str:
        """Say who founded it, where it came from, and when."""
        state, speaker = self.playing.session.branch.region.state, self.playing.speaker
        origin = ORIGINS[int(state.origin[0, slot])]
        parent = int(state.parent[0, slot])
        return speaker.words(
            f"ui.origin.{origin}", founder=speaker.founder(self.firm), firm=speaker.firm(self.firm),
            place=speaker.place(int(state.place[0, slot])), when=speaker.date(max(int(state.born[0, slot]), 0)),
            parent=speaker.firm(parent) if parent >= 0 else "",
        )  # fmt: skip

    def _facts(self, kit: Kit, slot: int) -> list[tuple[str, str]]:
        """List what can be seen from outside."""
        region, speaker, say = self.playing.session.branch.region, self.playing.speaker, kit.words
        state = region.state
        rung = round(float(state.rung[0, slot]))
        return [
            (say("ui.firm.product"), speaker.product(float(state.style[0, slot]))),
            (say("ui.firm.sales"), numbers.number(float(state.size[0, slot]), 1)),
            (say("ui.firm.margin"), numbers.percent(margin_of(self.playing, slot))),
            (say("ui.firm.cash"), speaker.money(float(state.cash[0, slot]))),
            (say("ui.firm.rung"), say(f"ui.rung.{rung}")),
            (say("ui.firm.ties"), numbers.percent(float(state.tie[0, slot]))),
        ]

    def _family(self, kit: Kit, room: pygame.Rect, slot: int) -> int:
        """Name its parent and its children; the living ones can be opened."""
        state, speaker, y = self.playing.session.branch.region.state, self.playing.speaker, room.y
        parent = int(state.parent[0, slot])
        kit.text(kit.words("ui.family"), (room.x, y), HEADING)
        y += kit.line_height(HEADING)
        children = [int(firm) for firm in state.firm[0][state.alive[0] & (state.parent[0] == self.firm)]]
        relatives = [("parent", parent)] if parent >= 0 else []
        relatives += [("child", child) for child in children]
        for role, firm in relatives:
            word = kit.text(kit.words(f"ui.{role}"), (room.x, y), BODY, kit.theme.ink2)
            at = (word.right + kit.px(12), y)
            if slot_of(self.playing, firm) is not None:
                kit.link(
                    speaker.firm(firm),
                    at,
                    f"relative {firm}",
                    partial(Replace, FirmSheet(self.playing, firm)),
                    BODY,
                )
            else:
                kit.text(f"{speaker.firm(firm)} {kit.words('ui.closed')}", at, BODY)
            y += kit.line_height()
        if not relatives:
            kit.text(kit.words("ui.no_family"), (room.x, y), BODY, kit.theme.ink2)
            y += kit.line_height()
        return y
