"""The pages of a class: for each level one to talk about, without a name, and one of marks for the teacher."""

from collections.abc import Sequence
from pathlib import Path

from game.classroom.hand_in import HandIn
from game.commands import progress_bar
from game.content import library
from game.content.grading import Grading
from game.content.words import Words
from game.explain.evidence import gather
from game.explain.findings import LEAST
from game.explain.grading import Graded, Run, of_class
from game.explain.speech import Speaker
from game.lab import class_debrief
from game.lab.workers import Workers
from game.plain import class_page, marks_page
from game.session import store


def write(where: Path, found: Sequence[HandIn], grading: Grading, say: Words) -> tuple[list[Graded], list[Path]]:
    """Grade what counts and write the pages of every level that was played.

    Raises:
        NotWritable: The folder cannot be written.
    """
    runs = runs_of(found)
    graded, written = list[Graded](), list[Path]()
    workers = Workers(patient=False)
    try:
        for name in sorted({run.session.level.id for run in runs}):
            some, pages = _of_level(name, runs, grading, say, workers)
            graded += some
            for kind, text in pages.items():
                written.append(where / f"{kind}_{name}.html")
                store.write(written[-1], text)
    finally:
        workers.close()
    return graded, written


def runs_of(found: Sequence[HandIn]) -> list[Run]:
    """Take the hand-ins that count and are long enough to be talked about, with what they show."""
    return [
        Run(one.recording.player if one.recording else "", one.path.name, one.session, gather(one.session))
        for one in found
        if one.counts and one.session is not None and one.session.quarter >= LEAST
    ]


def _of_level(
    name: str, runs: Sequence[Run], grading: Grading, say: Words, workers: Workers
) -> tuple[list[Graded], dict[str, str]]:  # fmt: skip
    """Debrief and grade the runs of one level; returns the marks, and its pages by their kind."""
    mine = [run for run in runs if run.session.level.id == name]
    sessions = [run.session for run in mine]
    with progress_bar.bar(say("debrief.weighing")) as tick:
        told = workers.answer(class_debrief.question(sessions), tick)
    graded = of_class(mine, told.decisions, told.dice, grading, runs)
    speaker = Speaker(say, sessions[0].level, library.policies())
    return graded, {
        "class": class_page.page(sessions, told, speaker, marks_page.summary(graded, grading, speaker)),
        "marks": marks_page.page(graded, grading, speaker),
    }
