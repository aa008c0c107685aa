"""What separated the runs of a class on paper: cards, one thing tried otherwise, dice."""

from collections.abc import Sequence

import numpy as np

from game.content import numbers
from game.explain.class_findings import CardUse, ClassFindings
from game.explain.company_told import own_value
from game.explain.speech import Speaker
from game.explain.stars import compared
from game.explain.tale import decision
from game.plain import svg, svg_course, svg_rows
from game.plain.html import hidden_table, paragraphs, section, table
from game.plain.svg_course import Stroke
from game.plain.wording import changes, writer, year
from game.session.session import Session

NARROW, MOST_CARDS, MOST_DICE = 430.0, 3, 8
Table = list[tuple[str, ...]]


def separated(sessions: Sequence[Session], found: ClassFindings, speaker: Speaker) -> str:
    """Name the three cards that did most."""
    say, (number, _, up) = speaker.words, compared(sessions[0].level)[0]
    cards, change = list(found.cards[:MOST_CARDS]), changes(speaker, number)
    if not cards:
        return section(4, say("debrief.class.separated"), paragraphs([say("debrief.no_decisions")]))
    lines = [_used(one, len(sessions), speaker, number) for one in cards]
    bars = [(speaker.policy(one.policy), f"{one.runs}/{len(sessions)}", one.effect.value, *_ends(one),
             (one.effect.value > 0) == up) for one in cards]  # fmt: skip
    rows: Table = [(say("chart.cause"), speaker.name(number), say("chart.low"), say("chart.high"))]
    rows += [(speaker.policy(one.policy), change(one.effect.value), *map(change, _ends(one))) for one in cards]
    chart = svg_rows.bars(NARROW, bars, lines[0], change)
    sub = say("debrief.class.separated_sub")
    return section(4, say("debrief.class.separated"), chart, paragraphs(lines), hidden_table(say, rows), sub=sub)


def _ends(one: CardUse) -> tuple[float, float]:
    """Return the interval; of a single run there is none, so it reaches to nought."""
    if one.runs > 1:
        return one.effect.low, one.effect.high
    return min(one.effect.value, 0.0), max(one.effect.value, 0.0)


def _used(one: CardUse, runs: int, speaker: Speaker, number: str) -> str:
    effect, low, high = (speaker.change(number, value) for value in (one.effect.value, *_ends(one)))
    said = speaker.words("debrief.class.separated_line", policy=speaker.policy(one.policy), used=one.runs, runs=runs,
                         number=speaker.name(number), effect=effect, low=low, high=high)  # fmt: skip
    if not one.better + one.costly:
        return said
    judged = speaker.words("debrief.class.separated_judged", better=one.better, costly=one.costly)
    return speaker.words("read.sentences", first=said, second=judged)


def otherwise(sessions: Sequence[Session], found: ClassFindings, speaker: Speaker) -> str:
    """Draw one decision of one run, as it was made and a year later."""
    one, say, number = found.otherwise, speaker.words, compared(sessions[0].level)[0][0]
    if one is None:
        return ""
    session, written = sessions[one.run], writer(speaker, number)
    step = session.branch.steps[one.step]
    said = say("debrief.class.counterfactual_line", decision=decision(session, speaker, step),
               date=speaker.date(step.quarter), number=speaker.name(number),
               effect=speaker.change(number, one.instead[-1] - one.played[-1]))  # fmt: skip
    strokes = [Stroke(one.played, say("debrief.class.as_played"), weight=2.2),
               Stroke(one.instead, say("debrief.class.otherwise"), dash="6 4", colour=svg.GAIN)]  # fmt: skip
    chart = svg_course.course(NARROW, 160, strokes, said, written, year(speaker), last=len(one.played) - 1,
                       marks=[(step.quarter, True)])  # fmt: skip
    rows = [(say("chart.quarter"), say("debrief.class.as_played"), say("debrief.class.otherwise"))]
    rows += [(speaker.date(q), written(one.played[q]), written(one.instead[q])) for q in range(0, len(one.played), 4)]
    return section(4, say("debrief.class.counterfactual"), chart, paragraphs([said]), hidden_table(say, rows))


def luck(sessions: Sequence[Session], found: ClassFindings, speaker: Speaker) -> str:
    """Say how much dice account for, and show how kind each were and how its runs ended."""
    say, (number, at, _) = speaker.words, compared(sessions[0].level)[0]
    line = say("debrief.class.luck_same") if found.luck is None else say(
        "debrief.class.luck_line", share=numbers.percent(found.luck))  # fmt: skip
    heads = (say(f"debrief.class.luck_columns.{name}", number=speaker.name(number)) for name in ("runs", "end", "kind"))
    rows: Table = [(say("debrief.class.luck_columns.dice"), *heads)]
    for seed, kind in sorted(found.dice.items(), key=lambda one: one[1])[:MOST_DICE]:
        ends = [own_value(one, number, at) for one in sessions if one.seed == seed]
        middle = speaker.value(number, float(np.median(ends)))
        rows.append((str(seed), str(len(ends)), middle, speaker.change(number, kind)))
    shown = table(rows) if len(rows) > 1 else ""
    return section(6, say("debrief.class.luck"), paragraphs([line]), shown, paragraphs([say("debrief.limits")]))
