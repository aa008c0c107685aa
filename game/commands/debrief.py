"""``debrief``: the one-page debrief of one run, or of a class, from recordings."""

import argparse
import sys
from pathlib import Path

from game.commands import progress_bar
from game.commands.opening import No, recording_at, refuse_empty, run_at, tell_oddities
from game.commands.parsing import Parser
from game.content import library
from game.content.level import Level
from game.content.words import Words
from game.explain.speech import Speaker
from game.lab import class_debrief, company, debriefing
from game.lab.workers import Workers
from game.plain import class_page, debrief_page
from game.session import many, store
from game.session.album import Album
from game.session.recording import Recording
from game.session.session import Session


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("records", type=Path, nargs="+")
    parser.option("out", type=Path, required=True, metavar="F.html")
    parser.whole("worlds", 8, 1000, 64)


def run(given: argparse.Namespace, say: Words) -> int:
    """Read the runs, compute, and write the page."""
    sessions, left_out = _read(given.records, say)
    if not sessions:
        print(say("debrief.none_left"), file=sys.stderr)
        return 1
    if left_out:
        print(say("debrief.left_out", count=left_out), file=sys.stderr)
    workers = Workers(patient=False)
    try:
        with progress_bar.bar(say("debrief.weighing")) as tick:
            text = _alone(sessions[0], given.worlds, say, workers, tick) if len(sessions) == 1 else class_text(
                sessions, say, workers, tick)  # fmt: skip
        store.write(given.out, text)
    except store.NotWritable as error:
        print(say("saves.not_writable", path=error.path, cause=error.cause), file=sys.stderr)
        return 1
    finally:
        workers.close()
    print(say("debrief.wrote", path=given.out, runs=len(sessions)))
    return 0


def _read(paths: list[Path], say: Words) -> tuple[list[Session], int]:
    """Open every run of the first one's level; what cannot be used is told and left out."""
    if len(paths) == 1:
        try:
            return [run_at(paths[0], say)], 0
        except No as no:
            print(no, file=sys.stderr)
            return [], 1
    found: list[tuple[Path, Recording, Level]] = []
    for path in paths:
        try:
            recording, level = recording_at(path, say)
            refuse_empty(path, recording, say)
            _refuse_other(path, level, found[0][2] if found else level, say)
            found.append((path, recording, level))
        except No as no:
            print(no, file=sys.stderr)
    if not found:
        return [], len(paths)
    sessions = many.replay(found[0][2], library.policies(), [recording for _, recording, _ in found])
    for (path, recording, _), session in zip(found, sessions, strict=True):
        tell_oddities(path, recording, session, say)
    return sessions, len(paths) - len(found)


def _refuse_other(path: Path, level: Level, first: Level, say: Words) -> None:
    """Refuse a run of another level than the first one's.

    Raises:
        No: It is.
    """
    if level.id != first.id:
        here, there = (one.title[say.language] for one in (level, first))
        raise No(say("debrief.other_levels", path=path, level=here, first=there))


def _alone(session: Session, worlds: int, say: Words, workers: Workers, tick: progress_bar.Tick) -> str:
    """Debrief one run."""
    found = workers.answer(debriefing.question(debriefing.Run.of(session), worlds), tick)
    if found.company is not None:
        company.keep(session.level, session.seed, found.company)
    own = session.branch.digests[session.quarter]
    album = Album.of(session.level.id)
    earlier = [one for one in album.runs if one.digest != own]
    return debrief_page.page(session, found, Speaker(say, session.level, library.policies()), "", earlier)


def class_text(sessions: list[Session], say: Words, workers: Workers, tick: progress_bar.Tick) -> str:
    """Debrief a class."""
    found = workers.answer(class_debrief.question(sessions), tick)
    return class_page.page(sessions, found, Speaker(say, sessions[0].level, library.policies()))
