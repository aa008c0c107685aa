"""Second step, beside the decisions: luck and skill, company, and whether the bands held."""

from dataclasses import dataclass

import pygame

from game.content import numbers
from game.explain.company_told import company_lines, comparable, held_line
from game.explain.learned import lines as learned_lines
from game.explain.luck_told import luck_lines, luck_rows
from game.explain.speech import Speaker
from game.explain.stars import compared
from game.ui import charts
from game.ui.charts import Dots, Histogram, Row
from game.ui.charts.table import ChartTable, Table
from game.ui.debrief.facts import heading
from game.ui.debrief.talk import Talk
from game.ui.kit import Kit
from game.ui.screen import Push
from game.ui.tables.concept_marks import concept_marks
from game.ui.typeset import BODY, SMALL


def luck(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Draw luck and skill as dots, and say both."""
    found, speaker, say = talk.found, talk.playing.speaker, kit.words
    if found is None or found.histories is None:
        return heading(kit, room, room.y, say("debrief.luck")) + kit.tx(40)
    one = found.histories
    below = say("debrief.luck_sub", number=speaker.name(one.number), date=speaker.date(one.quarter))
    y = heading(kit, room, room.y, say("debrief.luck"), below)
    rows = (("yours", one.yours), ("others", one.others), ("nobody", one.nobody))
    dots = Dots(one.number, tuple(Row(say(f"debrief.{name}"), tuple(values)) for name, values in rows),
                one.you, say("debrief.you"))  # fmt: skip
    plot = pygame.Rect(room.x, y, room.width, kit.tx(250))
    charts.show(kit, plot, dots, speaker, "luck", kit.theme.paper)
    y = plot.bottom + kit.px(10)
    told = luck_lines(found, speaker)
    for k, line in enumerate(told[:1] if talk.short else told):
        role, ink = (BODY, kit.theme.ink) if k == 0 else (SMALL, kit.theme.ink2)
        y += kit.paragraph(line, (room.x, y), room.width, role, ink) + kit.px(4)
    box = LuckBox(tuple(luck_rows(found, speaker)), told[0])
    table = lambda: Push(ChartTable(box, speaker))  # noqa: E731
    return kit.link(say("debrief.table"), (room.x, y), "luck table", table, SMALL, room=room.width).bottom + kit.px(18)


@dataclass(frozen=True)
class LuckBox:
    """Luck and skill as a table, with what is said of them."""

    rows: Table
    said: str

    def describe(self, speaker: Speaker) -> str:
        """Say what choices were worth, and what the dice gave."""
        return self.said

    def table(self, speaker: Speaker) -> Table:
        """Return its rows."""
        return self.rows


def company(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Draw three histograms of the company with you and your earlier runs, each with its sentence."""
    found, playing, say = talk.found, talk.playing, kit.words
    if found is None or found.company is None:
        return room.y
    count = numbers.number(len(found.company.strategies))
    y = heading(kit, room, room.y, say("debrief.company_head"), say("debrief.company_sub", count=count))
    columns = 3 if room.width > kit.tx(1000) else 1
    wide, tall = (room.width - (columns - 1) * kit.px(40)) // columns, kit.tx(190)
    lines = company_lines(playing.session, found.company, playing.speaker)
    bottom = y
    for k, (number, at, _) in enumerate(compared(playing.session.level)):
        if k % columns == 0:
            y = bottom
        box = pygame.Rect(room.x + (k % columns) * (wide + kit.px(40)), y, wide, tall)
        own = comparable(playing.session, number, at)
        chart = Histogram(number, found.company.values[k], say("debrief.runs"), own=own, own_name=say("debrief.you"))
        charts.show(kit, box, chart, playing.speaker, f"company {number}", kit.theme.paper)
        _ghosts(kit, box, chart, talk, number)
        said = kit.paragraph(lines[k], (box.x, box.bottom + kit.px(4)), wide, SMALL)
        bottom = max(bottom, box.bottom + said + kit.px(18))
    return bottom


def _ghosts(kit: Kit, box: pygame.Rect, chart: Histogram, talk: Talk, number: str) -> None:
    """Mark where earlier runs ended, as small rings below the axis."""
    low, high = chart.reach()
    y = box.bottom - kit.line_height(SMALL) - kit.px(2)
    for one in talk.earlier:
        if number in one.values:
            share = min(max((one.values[number] - low) / ((high - low) or 1.0), 0.0), 1.0)
            centre = (box.x + 2 + (box.width - 4) * share, y)
            pygame.draw.aacircle(kit.surface, kit.theme.accent if one.won else kit.theme.ink2, centre, kit.px(6))
            pygame.draw.aacircle(kit.surface, kit.theme.paper, centre, kit.px(3))


def bands(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Say how often the forecast's bands held, in this run and in all that were kept; then what questions showed."""
    if talk.found is None:
        return learned(kit, room, talk)
    say = kit.words
    y = heading(kit, room, room.y, say("debrief.held.heading"))
    y += kit.paragraph(held_line(talk.found, talk.playing.speaker), (room.x, y), room.width, SMALL)
    runs = [one.held for one in talk.album.runs if one.held[1]]
    if len(runs) > 1:
        kept, among = (sum(one[k] for one in runs) for k in (0, 1))
        text = say("debrief.held.earlier", runs=len(runs), kept=kept, among=among)
        y += kit.paragraph(text, (room.x, y), room.width, SMALL)
    return learned(kit, pygame.Rect(room.x, y + kit.px(18), room.width, 10), talk)


def learned(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Say what questions and diagnoses showed, where there were any."""
    told = learned_lines(talk.playing.session, talk.playing.speaker)
    if not told:
        return room.y
    y = heading(kit, room, room.y, kit.words("debrief.learned.heading"))
    for line in told:
        y += kit.paragraph(line, (room.x, y), room.width, SMALL)
    return y + kit.px(18)


def concepts(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """List the concepts that were met most, and how far."""
    met = sorted(talk.marks().items(), key=lambda item: -item[1].count)[: 4 if talk.short else 12]
    if not met:
        return room.y
    y = heading(kit, room, room.y, kit.words("debrief.concepts"))
    return concept_marks(kit, pygame.Rect(room.x, y, room.width, 10), met, kit.theme.paper) + kit.px(18)
