"""One firm: who founded it, what it makes, who it came from, and who came from it."""

from collections.abc import Sequence
from functools import partial
from math import exp

import pygame

from game.content import numbers
from game.explain.course import course
from game.explain.firm_story import firm_story
from game.explain.genealogy import Life, lives, tell
from game.explain.scopes import OfFirm
from game.explain.speech import kind_of
from game.simulation.state import ORIGINS
from game.ui import charts
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.map.buildings import building
from game.ui.playing import Playing
from game.ui.screen import Push, Replace, Screen, Turn, later
from game.ui.tables import Cell, Column, Row, table
from game.ui.typeset import BODY, HEADING, NAME


def row_of(playing: Playing, firm: int) -> int | None:
    """Return the row of a living firm."""
    state = playing.session.branch.region.state
    found = (state.firm == firm).nonzero()[0]
    return int(found[0]) if found.shape[0] else None


def margin_of(playing: Playing, row: int) -> float:
    """Return a firm's profit as a share of its sales."""
    region = playing.session.branch.region
    return float(region.flows["profit"][row]) / max(float(region.state.size[row]), 1e-6)


def firm_tip(playing: Playing, firm: int) -> str:
    """Tell a firm's story in one sentence."""
    row = row_of(playing, firm)
    return "" if row is None else firm_story(playing.session.branch.region, playing.speaker, row)


class FirmSheet(Screen):
    """A sheet with one firm: where it comes from, what it makes, and who came from it."""

    sheet = True

    def __init__(self, playing: Playing, firm: int) -> None:
        self.playing, self.firm = playing, firm
        self._known: dict[int, Life] | None = None
        self._sales: tuple[int, list[float]] | None = None

    @property
    def known(self) -> dict[int, Life]:
        """Every firm's life; time waits while the sheet is open."""
        if self._known is None:
            self._known = lives(self.playing.session.branch)
        return self._known

    def draw(self, kit: Kit) -> None:
        """Draw the firm."""
        speaker = self.playing.speaker
        inner = sheet(kit, 900, 1000, speaker.firm(self.firm), "firm")
        row = row_of(self.playing, self.firm)
        if row is None:
            self._closed(kit, inner)
            return
        with kit.scrolling("firm", inner) as drawn:
            y = drawn[0]
            side = kit.tx(54)
            state = self.playing.session.branch.region.state
            margin = margin_of(self.playing, row)
            lit = round(min(max(margin / 0.18, 0), 1) * 6)
            house = building(kind_of(float(state.style[row])), min(side, 60), lit, 0, kit.theme, self.firm)
            kit.surface.blit(house, (inner.right - house.get_width() - kit.px(30), y - kit.px(20)))
            room = inner.width - house.get_width() - kit.px(40)
            y += kit.paragraph(self._origin(row), (inner.x, y), room, BODY) + kit.px(16)
            y = self._list(kit, pygame.Rect(inner.x, y, room, 10), row)
            y = self._life_line(kit, pygame.Rect(inner.x, y + kit.px(12), room, kit.tx(130)))
            life = self.known.get(self.firm)
            family = (life.parent, life.children) if life else (None, [])
            y = self._family(kit, pygame.Rect(inner.x, y + kit.px(18), room, 10), *family)
            drawn.append(y)

    def _closed(self, kit: Kit, inner: pygame.Rect) -> None:
        """Tell the life of a firm that is no more, and name its family."""
        known, life = self.known, self.known.get(self.firm)
        if life is None:
            kit.paragraph(kit.words("ui.firm_gone"), inner.topleft, inner.width)
            return
        with kit.scrolling("firm", inner) as drawn:
            room = pygame.Rect(inner.x, drawn[0], inner.width - kit.px(16), 10)
            room.y += kit.paragraph(tell(life, known, self.playing.speaker), room.topleft, room.width) + kit.px(16)
            made = list(dict.fromkeys(self.playing.speaker.product(kind / 8) for _, kind in life.kinds))
            kit.text(kit.words("ui.firm.product"), room.topleft, BODY, kit.theme.ink2)
            used = kit.paragraph(kit.words("read.comma").join(made), (room.x + kit.tx(200), room.y),
                                 room.width - kit.tx(200), BODY)  # fmt: skip
            room.y += max(used, kit.line_height()) + kit.px(18)
            room.y = self._life_line(kit, pygame.Rect(room.x, room.y, room.width, kit.tx(130))) + kit.px(18)
            drawn.append(self._family(kit, room, life.parent, life.children))

    def _origin(self, row: int) -> str:
        """Say who founded it, where it came from, and when."""
        state, speaker = self.playing.session.branch.region.state, self.playing.speaker
        origin = ORIGINS[int(state.origin[row])]
        parent = int(state.parent[row])
        return speaker.words(
            f"ui.origin.{origin}", founder=speaker.founder(self.firm), firm=speaker.firm(self.firm),
            place=speaker.place(int(state.place[row])), when=speaker.date(max(int(state.born[row]), 0)),
            parent=speaker.firm(parent) if parent >= 0 else "",
        )  # fmt: skip

    def _list(self, kit: Kit, room: pygame.Rect, row: int) -> int:
        """List its facts; a number opens to what moved it."""
        told, rows = partial(kit.words, "why.of_a_firm"), []
        for name, value, number in self._facts(kit, row):
            cells = (Cell(name, ink=kit.theme.ink2), Cell(value, role=NAME))
            rows.append(Row(f"why {number}", cells, partial(self._why, number), told))
        return table(kit, room, "facts", (Column(), Column()), rows, role=BODY)

    def _life_line(self, kit: Kit, plot: pygame.Rect) -> int:
        """Draw its sales from its first quarter on."""
        branch, speaker = self.playing.session.branch, self.playing.speaker
        kit.text(kit.words("why.life"), plot.topleft, HEADING)
        plot.y += kit.line_height(HEADING)
        if self._sales is None:
            self._sales = course(branch, "revenue", OfFirm(self.firm))
        first, sales = self._sales
        title = speaker.scoped("revenue", OfFirm(self.firm))
        chart = charts.Line("revenue", (charts.Series(tuple(sales), first=first),), branch.quarter, title=title)
        charts.show(kit, plot, chart, speaker, "chart life")
        return plot.bottom

    def _why(self, number: str) -> Turn | None:
        return Push(later("game.ui.screens.why").Why(self.playing, number, scope=OfFirm(self.firm)))

    def _facts(self, kit: Kit, row: int) -> list[tuple[str, str, str]]:
        """List what can be seen from outside, and the number behind it that can be asked about."""
        region, speaker, say = self.playing.session.branch.region, self.playing.speaker, kit.words
        state = region.state
        rung = round(float(state.rung[row]))
        return [
            (say("ui.firm.product"), speaker.product(float(state.style[row])), "crowding"),
            (say("ui.firm.sales"), numbers.number(float(state.size[row]), 1), "revenue"),
            (say("ui.firm.margin"), numbers.percent(margin_of(self.playing, row)), "mean_margin"),
            (say("number.know_how"), numbers.number(exp(float(state.productivity[row])), 2), "know_how"),
            (say("ui.firm.cash"), speaker.money(float(state.cash[row])), "cash"),
            (say("ui.firm.rung"), say(f"ui.rung.{rung}"), "rung"),
            (say("ui.firm.ties"), numbers.percent(float(state.tie[row])), "ties"),
        ]

    def _family(self, kit: Kit, room: pygame.Rect, parent: int | None, children: Sequence[int]) -> int:
        """Name its parent and its children; each can be opened, also those that closed."""
        speaker, y = self.playing.speaker, room.y
        kit.text(kit.words("ui.family"), (room.x, y), HEADING)
        y += kit.line_height(HEADING)
        relatives = [("parent", parent)] if parent is not None else []
        relatives += [("child", child) for child in children]
        for role, firm in relatives:
            word = kit.text(kit.words(f"ui.{role}"), (room.x, y), BODY, kit.theme.ink2)
            at = (word.right + kit.px(12), y)
            press = partial(Replace, FirmSheet(self.playing, firm))
            link = kit.link(speaker.firm(firm), at, f"relative {firm}", press, BODY, room=room.right - word.right)
            if row_of(self.playing, firm) is None:
                kit.text(kit.words("ui.closed"), (link.right + kit.px(8), y), BODY, kit.theme.ink2)
            y += kit.line_height()
        if not relatives:
            kit.text(kit.words("ui.no_family"), (room.x, y), BODY, kit.theme.ink2)
            y += kit.line_height()
        y += kit.px(10)
        kit.link(kit.words("ui.open_tree"), (room.x, y), "tree", self._tree)
        return y + kit.line_height(HEADING) + kit.px(6)

    def _tree(self) -> Turn | None:
        return Replace(later("game.ui.screens.family_tree").FamilyTree(self.playing, self.firm))
