"""One firm: who founded it, what it makes, who it came from, and who came from it."""

from functools import partial

import pygame

from game.content import numbers
from game.explain.speech import kind_of
from game.simulation.state import ORIGINS
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.map.buildings import building
from game.ui.playing import Playing
from game.ui.screen import Replace, Screen
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
