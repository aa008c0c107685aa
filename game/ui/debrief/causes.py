"""Second step, the causes: what each decision did, luck and skill, company, and whether the bands held."""

from functools import partial

import pygame

from game.explain.debrief import measures, ranked
from game.explain.luck_told import verdict
from game.lab.without import WORLDS
from game.ui import charts
from game.ui.charts import Effect, Ranked
from game.ui.debrief.facts import heading
from game.ui.debrief.talk import Talk
from game.ui.kit import Kit
from game.ui.screen import Push, Turn, later
from game.ui.typeset import BODY, SMALL

MOST_BARS, FEW_BARS = 14, 5
SPAN = 4
"""Quarters after a decision that are looked at for its evidence."""
MOST_LINES, FEW_LINES = 6, 2
"""Decisions whose verdict is written out."""


def decisions(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Rank what the decisions did; what has no clear effect is grey."""
    playing, say = talk.playing, kit.words
    measure = talk.measure()
    date = playing.speaker.date(measure.quarter)
    below = say("debrief.decisions_sub", number=measure.label, date=date, worlds=WORLDS)
    y = heading(kit, room, room.y, say("debrief.decisions"), below)
    if not playing.session.branch.steps:
        return y + kit.paragraph(say("debrief.no_decisions"), (room.x, y), room.width, BODY) + kit.px(16)
    y = _choices(kit, room, y, talk)
    if talk.found is None or not talk.found.decisions:
        return y + kit.tx(40)
    done = ranked(playing.session, talk.found, playing.speaker, measure)
    least = sorted((abs(one.effect.value) for one in done), reverse=True)[: FEW_BARS if talk.short else MOST_BARS][-1]
    done = [one for one in done if abs(one.effect.value) >= least]
    bars = tuple(
        Effect(one.name, one.effect.value, one.effect.low, one.effect.high, playing.speaker.date(one.quarter))
        for one in done
    )
    plot = pygame.Rect(room.x, y, room.width, len(bars) * kit.tx(36))
    charts.show(kit, plot, Ranked(measure.number, bars, measure.welcome), playing.speaker, "decisions", kit.theme.paper)
    return judged(kit, pygame.Rect(room.x, plot.bottom + kit.px(10), room.width, 10), talk)


def _choices(kit: Kit, room: pygame.Rect, y: int, talk: Talk) -> int:
    """Draw one small tab for each thing that effects can be ranked by."""
    chosen, x, tall = talk.measure().key, room.x, max(kit.tx(34), 28)
    for one in measures(talk.playing.session, talk.playing.speaker):
        wide = kit.width(one.label, SMALL) + 2 * kit.tx(12)
        if x + wide > room.right and x > room.x:
            x, y = room.x, y + tall + kit.px(6)
        box = pygame.Rect(x, y, wide, tall)
        hot = kit.spot(box, f"measure {one.key}", partial(_choose, talk, one.key))
        if one.key == chosen or hot:
            ground = kit.theme.ink if one.key == chosen else kit.theme.hairline
            kit.plate(box, ground, tall // 2)
        ink = kit.theme.paper if one.key == chosen else kit.theme.ink
        kit.text(one.label, (box.centerx, box.centery - kit.line_height(SMALL) / 2), SMALL, ink, "middle")
        x = box.right + kit.px(6)
    return y + tall + kit.px(10)


def _choose(talk: Talk, key: str) -> Turn | None:
    talk.chosen = key
    return None


def _evidence(talk: Talk, quarter: int) -> Turn | None:
    """Open what moved the number in the year after a decision: from there the what-if is one press away (GR-01)."""
    at = min(quarter + SPAN, talk.playing.session.quarter)
    return Push(later("game.ui.screens.why").Why(talk.playing, talk.measure().number, at=at))


def judged(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Write how quarters look from before, where that is clear."""
    speaker, y = talk.playing.speaker, room.y
    clear = [one for one in (talk.found.regrets if talk.found else ()) if one.verdict != "equal"]
    for one in clear[: FEW_LINES if talk.short else MOST_LINES]:
        opens = partial(_evidence, talk, one.quarter)
        date = kit.link(speaker.date(one.quarter), (room.x, y), f"judged {one.quarter}", opens, SMALL)
        x = date.right + kit.px(12)
        y += kit.paragraph(verdict(one, speaker), (x, y), room.right - x, SMALL, kit.theme.ink2) + kit.px(4)
    return y + kit.px(18)
