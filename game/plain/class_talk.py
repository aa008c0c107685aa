"""What a class is to talk about: its weakest concepts, three questions, room for an intention."""

from collections.abc import Sequence

from game.content import library, numbers
from game.explain.class_findings import ClassFindings
from game.explain.learned import NONE, share
from game.explain.speech import Speaker
from game.plain.html import paragraphs, section, table, to_write
from game.session.session import Session

QUESTIONS, LOWEST = 3, 2


def discuss(sessions: Sequence[Session], found: ClassFindings, speaker: Speaker) -> str:
    """Ask three questions, from what is weakest in this class."""
    say, asked = speaker.words, []
    if found.concepts:
        name = library.concepts()[_lowest(found)[0]].name[say.language]
        asked.append(say("debrief.class.question.weak", concept=name))
    if found.cards:
        asked.append(say("debrief.class.question.separated", policy=speaker.policy(found.cards[0].policy)))
    won = [session.outcome().won for session in sessions]
    asked.append(say("debrief.class.question.luck" if all(won) else "debrief.class.question.turning"))
    if len(asked) < QUESTIONS:
        asked.append(say("debrief.class.question.luck"))
    lines = [f"{k + 1}. {text}" for k, text in enumerate(asked[:QUESTIONS])]
    _, turn = found.weakest_turn
    hint = say("debrief.class.turn", date=speaker.date(turn)) if turn is not None and not all(won) else ""
    return section(5, say("debrief.class.discuss"), paragraphs([*lines, hint]),
                   paragraphs([say("debrief.class.next")]), to_write(""), to_write(""))  # fmt: skip


def _lowest(found: ClassFindings) -> list[str]:
    """Return the concepts that were done least with."""
    return sorted(found.concepts, key=lambda name: sum(found.concepts[name].values()))[:LOWEST]


def concepts(found: ClassFindings, speaker: Speaker) -> str:
    """Show in how many runs each concept was met, and how far; say which to talk about first."""
    say = speaker.words
    checks = {one.concept: (share(one.before), share(one.after)) for one in found.checks}
    shown = dict(found.concepts) | {id_: {} for id_ in checks if id_ not in found.concepts}
    named = {id_: library.concepts()[id_].name[say.language] for id_ in shown}
    columns = ("seen", "predicted", "used", "explained")
    asked = ("before", "after") if checks else ()
    heads = [say(f"debrief.concept_columns.{name}") for name in columns]
    rows = [(say("debrief.class.concept"), *(say(f"debrief.check_columns.{name}") for name in asked), *heads)]
    for id_, shares in shown.items():
        marks = [numbers.percent(shares[name]) if shares else NONE for name in columns]
        rows.append((named[id_], *(checks.get(id_, (NONE, NONE)) if asked else ()), *marks))
    least = say("read.comma").join(named[id_] for id_ in _lowest(found))
    line = say("debrief.class.concepts_line", names=least)
    return section(6, say("debrief.class.concepts"), table(rows), paragraphs([line]))
