"""The debrief of one run as one page."""

from collections.abc import Sequence

from game.content import library
from game.explain import learned, mastery, worked
from game.explain.company_told import held_line
from game.explain.findings import Findings
from game.explain.speech import Speaker
from game.explain.style import evidence, government
from game.plain import debrief_causes, debrief_story
from game.plain.html import beside, column, document, paragraphs, section, table, to_write
from game.session.album import Kept
from game.session.session import Session
from game.version import RULES, VERSION

MARKS = ("seen", "predicted", "used", "explained")
MOST_CONCEPTS = 8


def page(
    session: Session, found: Findings | None, speaker: Speaker, intention: str = "", earlier: Sequence[Kept] = ()
) -> str:
    """Write the page; what has not been computed is left out."""
    say, level = speaker.words, session.level
    held = paragraphs([held_line(found, speaker)]) if found is not None else ""
    side = [
        debrief_story.goals(session, speaker), section(12, say("debrief.intention"), to_write(intention)),
        section(12, say("debrief.held.heading"), held) if held else "", _learned(session, speaker),
    ]  # fmt: skip
    below = beside(debrief_story.prediction(session, speaker, 0) if session.predictions else "",
                   _concepts(session, speaker))  # fmt: skip
    parts = [debrief_story.story(session, found, speaker, earlier)]
    if found is not None and found.decisions:
        parts.append(debrief_causes.decisions(session, found, speaker))
    parts.append(column(3, *side))
    if found is not None and found.histories is not None:
        parts.append(debrief_causes.luck(found, speaker))
    company = debrief_causes.company_of(session, found, speaker, earlier) if found and found.company else ""
    parts.append(column(7, company, below))
    foot = say("debrief.made_by", version=VERSION, rules=RULES, level=level.id, seed=session.seed)
    title = say("debrief.title", level=level.title[say.language])
    return document(say, title, _below(session, speaker), [part for part in parts if part], foot)


def _below(session: Session, speaker: Speaker) -> str:
    """Say when it was, and how it was governed."""
    say, style = speaker.words, government(session)
    span = say("debrief.span", first=speaker.date(0), last=speaker.date(session.quarter)) + say("debrief.stop")
    name = say(f"debrief.style.name.{style.style}")
    styled = say("debrief.styled", style=name, evidence=evidence(style, speaker))
    told = say("read.sentences", first=span, second=styled)
    shown = worked.until(session, speaker)
    return say("read.sentences", first=told, second=shown) if shown else told


def _concepts(session: Session, speaker: Speaker) -> str:
    """List the concepts that were met, and how far."""
    say, met = speaker.words, mastery.of_one(session.record())
    if not met:
        return ""
    rows = [("", *(say(f"debrief.concept_columns.{name}") for name in MARKS))]
    for concept, marks in sorted(met.items(), key=lambda item: -item[1].count)[:MOST_CONCEPTS]:
        name = library.concepts()[concept].name[say.language]
        rows.append((name, *("●" if getattr(marks, mark) else "○" for mark in MARKS)))
    return section(6, say("debrief.concepts"), table(rows))


def _learned(session: Session, speaker: Speaker) -> str:
    """Say what answers and diagnoses show, where there were any."""
    told = learned.lines(session, speaker)
    return section(12, speaker.words("debrief.learned.heading"), paragraphs(told)) if told else ""
