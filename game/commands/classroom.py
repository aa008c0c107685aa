"""``class``: a code that opens the same world on every computer, and hand-ins played again, merged and told."""

import argparse
import secrets
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from game.classroom import code, hand_in, tables
from game.classroom.hand_in import HandIn
from game.commands import progress_bar
from game.commands.debrief import class_text
from game.commands.opening import No, level_named
from game.commands.parsing import Parser, WrongUse
from game.content.words import Words
from game.explain.comprehension import understood
from game.explain.findings import LEAST
from game.lab.workers import Workers
from game.session import store

WORK = ("code", "open", "collect")


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("work", choices=WORK)
    parser.takes("what")
    parser.whole("seed", 0, code.MOST_SEED, None)
    parser.option("out", metavar="FOLDER", type=Path)


def run(given: argparse.Namespace, say: Words) -> int:
    """Do what is asked."""
    try:
        if given.work == "code":
            return _code(given.what, given.seed, say)
        if given.work == "open":
            return _open(given.what, say)
        return _collect(Path(given.what), given.out, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1


def _code(name: str, seed: int | None, say: Words) -> int:
    """Print the code of a level: with a seed of one's own, or one that nobody chose."""
    level = level_named(name, say)
    chosen = secrets.randbelow(code.MOST_SEED + 1) if seed is None else seed
    print(code.code_for(level, chosen))
    print(say("class.code.told", level=level.title[say.language], seed=chosen))
    return 0


def _open(text: str, say: Words) -> int:
    """Say what a code opens."""
    found = code.lesson_of(text)
    if isinstance(found, code.NotACode):
        raise No(say(f"class.code.{found.reason}", **dict(found.values)))
    print(say("class.code.opens", level=found.level.title[say.language], id=found.level.id, seed=found.seed))
    return 0


def _collect(folder: Path, out: Path | None, say: Words) -> int:
    """Play every hand-in again, flag what is not so, and write the tables."""
    if not folder.is_dir():
        raise WrongUse(say("class.collect.no_folder", folder=folder))
    files = hand_in.files_in(folder)
    if not files:
        raise No(say("class.collect.empty", folder=folder))
    found = hand_in.collect(files)
    for one in found:
        if one.mark != "good":
            print(say(f"class.mark.{one.mark}", file=one.path.name, detail=one.detail))
    where = out or folder / "class"
    try:
        written = [*tables.write_all(where, found), *_pages(where, found, say)]
    except store.NotWritable as error:
        raise No(say("saves.not_writable", path=error.path, cause=error.cause)) from error
    _tell(found, written, say)
    return 0 if any(one.counts for one in found) else 1


def _pages(where: Path, found: Sequence[HandIn], say: Words) -> list[Path]:
    """Write the debrief of the class, one page for each level that was played.

    Raises:
        NotWritable: The folder cannot be written.
    """
    counted = [one.session for one in found if one.counts and one.session is not None]
    counted = [session for session in counted if session.quarter >= LEAST]
    written = []
    workers = Workers(patient=False)
    try:
        for name in sorted({session.level.id for session in counted}):
            sessions = [session for session in counted if session.level.id == name]
            with progress_bar.bar(say("debrief.weighing")) as tick:
                text = class_text(sessions, say, workers, tick)
            store.write(where / f"class_{name}.html", text)
            written.append(where / f"class_{name}.html")
    finally:
        workers.close()
    return written


def _tell(found: Sequence[HandIn], written: Sequence[Path], say: Words) -> None:
    counted = Counter(one.counts for one in found)
    won = sum(one.won for one in found if one.counts)
    print(say("class.collect.told", runs=len(found), counted=counted[True], won=won))
    told = understood(said for one in found if one.counts and one.recording for said in one.recording.answers)
    if told.asked:
        print(say("class.collect.understood", **asdict(told)))
    for path in written:
        print(say("class.collect.wrote", path=path))
