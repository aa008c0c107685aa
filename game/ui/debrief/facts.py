"""First step, the facts: what happened with phases shaded, the last turn, what was drawn and what came, the stars."""

from functools import partial
from itertools import pairwise

import numpy as np
import pygame

from game.explain.company_told import turning_line
from game.explain.comprehension import deepest, fall
from game.explain.drawn import drawn
from game.explain.ghost import best, course
from game.explain.stars import stars
from game.explain.style import evidence, government
from game.explain.tale import decisions, phases, tale
from game.explain.tale import untried as left_untried
from game.session.goals import Progress, by_need, figure
from game.ui import charts
from game.ui.charts import Line, Mark, Series, Shade
from game.ui.debrief.talk import Talk
from game.ui.kit import Kit
from game.ui.rich import Reader
from game.ui.screen import Press, Push, Turn, later
from game.ui.typeset import BODY, HEADING, SMALL

NUMBER = "employment"


def heading(kit: Kit, room: pygame.Rect, y: int, text: str, below: str = "") -> int:
    """Write a section's heading and what it shows; returns where it goes on."""
    y += kit.paragraph(text, (room.x, y), room.width, HEADING)
    if below:
        y += kit.paragraph(below, (room.x, y), room.width, SMALL, kit.theme.ink2)
    return y + kit.px(6)


def story(kit: Kit, room: pygame.Rect, talk: Talk, go_back: Press) -> int:
    """Draw what happened, and say until when it could still be turned."""
    playing, say = talk.playing, kit.words
    session, speaker = playing.session, playing.speaker
    y = heading(kit, room, room.y, say("debrief.facts"), say("debrief.facts_sub"))
    marks = tuple(Mark(quarter) for quarter in sorted({step.quarter for step in session.branch.steps}))
    last = talk.found.turning.last if talk.found and talk.found.turning else None
    if last is not None and last <= session.quarter:
        marks = (*(mark for mark in marks if mark.quarter != last), Mark(last, accent=True))
    own = Series(tuple(playing.series(NUMBER)), speaker.value(NUMBER, playing.value(NUMBER)))
    ghost = best(session.level, talk.earlier)
    lines = (own,) if ghost is None else (own, Series(course(ghost), say("debrief.ghost"), look="dashed"))
    line = Line(NUMBER, lines, max(one.last for one in lines), marks, shades(talk))
    plot = pygame.Rect(room.x, y, room.width, kit.tx(300))
    charts.show(kit, plot, line, speaker, "story", kit.theme.paper)
    y = plot.bottom + kit.px(10)
    if talk.found is None or talk.found.turning is None:
        return y
    y += kit.paragraph(turning_line(session, talk.found, speaker), (room.x, y), room.width, BODY) + kit.px(8)
    if last is not None and last < session.quarter:
        label = say("debrief.go_there", date=speaker.date(last))
        y = kit.button(label, (room.x + kit.px(4), y), "go to the turn", go_back, symbol="timeline").bottom + kit.px(12)
    return y


def steady_hand(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Draw the chance that a steady hand taking over would have had, by the quarter."""
    turning = talk.found.turning if talk.found else None
    if turning is None or len(turning.quarters) < 2 or talk.short:
        return room.y
    y = room.y + kit.paragraph(kit.words("debrief.turning_sub"), room.topleft, room.width, SMALL, kit.theme.ink2)
    first, last = turning.quarters[0], turning.quarters[-1]
    between = tuple(map(float, np.interp(range(first, last + 1), turning.quarters, turning.chances)))
    marks = () if turning.last is None else (Mark(turning.last, accent=True),)
    line = Line("support", (Series(between, first=first),), talk.playing.session.quarter, marks, reach=(0.0, 1.0),
                title=kit.words("debrief.turning_sub"))  # fmt: skip
    plot = pygame.Rect(room.x, y + kit.px(4), room.width, kit.tx(170))
    charts.show(kit, plot, line, talk.playing.speaker, "steady hand", kit.theme.paper)
    return plot.bottom + kit.px(16)


def shades(talk: Talk) -> tuple[Shade, ...]:
    """Shade the phases in turn; the petrified one in the colour of loss."""
    session, say = talk.playing.session, talk.playing.speaker.words
    ends = [*phases(session), (session.quarter, "")]
    return tuple(
        Shade(start, end, say(f"phase.{name}"), accent=name == "p_petrified",
              bare=k % 2 == 0 and name != "p_petrified")
        for k, ((start, name), (end, _)) in enumerate(pairwise(ends)) if end > start
    )  # fmt: skip


def predictions(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Lay what was drawn over what came; nothing where nothing was sealed."""
    playing, say, y = talk.playing, kit.words, room.y
    session, speaker = playing.session, playing.speaker
    for one in session.predictions[: 1 if talk.short else 3]:
        came = playing.series(one.indicator)
        line = drawn(one, came)
        if line is None:
            continue
        date = speaker.date(one.quarter)
        below = say("debrief.predictions_sub", number=speaker.name(one.indicator), date=date)
        y = heading(kit, room, y, say("debrief.predictions"), below)
        chart = Line(
            one.indicator,
            (Series(tuple(came), say("debrief.it_came")),
             Series(line.values, say("debrief.you_drew"), line.first, "drawn", line.low, line.high)),
            max(session.quarter, line.last), marks=(Mark(one.quarter, accent=True),),
        )  # fmt: skip
        plot = pygame.Rect(room.x, y, room.width, kit.tx(220))
        charts.show(kit, plot, chart, speaker, f"prediction {one.quarter} {one.indicator}", kit.theme.paper)
        y = plot.bottom + kit.px(20)
    return y


def three_stars(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Draw three different goals as three stars, and below them what else was asked."""
    session = talk.playing.session
    judged = by_need(session.progress())
    shown = stars(session.level, judged)
    if not shown:
        return room.y
    y = heading(kit, room, room.y, kit.words("debrief.stars"))
    others = [item for item in judged if item.goal.kind != "fail" and item not in shown]
    for item, symbol in [*((one, "star") for one in shown), *((one, "plus") for one in others)]:
        y = _goal(kit, pygame.Rect(room.x, y, room.width, 10), talk, item, symbol)
    return y + kit.px(14)


def _goal(kit: Kit, room: pygame.Rect, talk: Talk, item: Progress, symbol: str) -> int:
    """Write one goal with its value, and whether it was reached; returns where it ends."""
    met, side = item.status == "met", kit.tx(26) + kit.px(10)
    series = talk.playing.session.branch.region.history[item.goal.indicator][:, 0].tolist()
    value = talk.playing.speaker.told(item.goal.indicator, figure(item.goal, series))
    text = kit.words("read.aside", first=item.goal.text[kit.words.language], second=value)
    said = kit.words(f"debrief.star_{item.status}")
    shape = "star_full" if met and symbol == "star" else symbol
    kit.icon(shape, (room.x, room.y + kit.tx(1)), 24, kit.theme.accent if met else kit.theme.ink3)
    line, ink = kit.words("read.pair", first=text, second=said), kit.theme.ink if met else kit.theme.ink2
    return room.y + kit.paragraph(line, (room.x + side, room.y), room.width - side, BODY, ink) + kit.px(4)


def done(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """List everything that was done, unless the page is shown short."""
    session, speaker = talk.playing.session, talk.playing.speaker
    steps = [] if talk.short else decisions(session, speaker)
    y = heading(kit, room, room.y, kit.words("ui.what_was_done")) if steps else room.y
    for quarter, text in steps:
        kit.text(speaker.date(quarter), (room.x, y), SMALL, kit.theme.ink2)
        y += kit.paragraph(text, (room.x + kit.tx(140), y), room.width - kit.tx(140), SMALL)
    return y


def untried(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Say what a run that was not won left untried; returns where the page goes on."""
    text = left_untried(talk.playing.session, talk.playing.speaker)
    return room.y + (kit.paragraph(text, room.topleft, room.width, BODY) + kit.px(14) if text else 0)


def told(kit: Kit, room: pygame.Rect, talk: Talk, sentences: list[str]) -> int:
    """Tell the run in sentences, and name the style of government with its evidence."""
    y, reader = room.y, Reader(kit)
    for sentence in sentences[: 2 if talk.short else len(sentences)]:
        y += reader.paragraph(sentence, (room.x, y), room.width, BODY) + kit.px(6)
    return y + kit.px(8)


def why_fell(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Offer the question about the largest fall of jobs, until it has been answered; returns where the page goes on."""
    session, speaker = talk.playing.session, talk.playing.speaker
    since, at = deepest(talk.playing.series(NUMBER))
    if since == at or any(said.kind == "fall" for said in session.said):
        return room.y
    label = kit.words("learn.why_fell", number=speaker.name(NUMBER), date=speaker.date(at))
    y = room.y + kit.px(8)
    return kit.link(label, (room.x, y), "why fell", partial(_ask_fall, talk), room=room.width).bottom + kit.px(4)


def _ask_fall(talk: Talk) -> Turn | None:
    """Open the question; where too few causes moved it, say so."""
    prompt = fall(talk.playing.session, talk.playing.explainer)
    if prompt is None:
        talk.trouble = talk.playing.speaker.words("learn.no_fall")
        return None
    return Push(later("game.ui.screens.prompt").PromptSheet(talk.playing, prompt))


def sentences_of(talk: Talk) -> list[str]:
    """Write the run's tale."""
    playing = talk.playing
    return tale(playing.session, playing.speaker, playing.explainer)


def styled(talk: Talk) -> str:
    """Name the style of government and what shows it."""
    speaker = talk.playing.speaker
    found = government(talk.playing.session)
    style = speaker.words(f"debrief.style.name.{found.style}")
    return speaker.words("debrief.styled", style=style, evidence=evidence(found, speaker))
