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
from game.commands import class_pages
from game.commands.opening import No, level_named
from game.commands.parsing import Parser, WrongUse
from game.content import grading, library
from game.content.complaint_words import sentence
from game.content.grading import Grading, Weights
from game.content.words import Words
from game.explain.comprehension import understood
from game.explain.evidence import ROWS
from game.session import store

WORK = ("code", "open", "collect", "grading")


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
        if given.work == "grading":
            return _template(Path(given.what), say)
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


def _template(folder: Path, say: Words) -> int:
    """Write the weights as a file to change; one that is there already is never touched."""
    if not folder.is_dir():
        raise WrongUse(say("class.collect.no_folder", folder=folder))
    path = folder / grading.FILE
    if path.exists():
        raise No(say("grading.exists", path=path))
    weights = {name: f"{value:g}" for name, value in Weights().model_dump().items() if name in grading.PARTS}
    try:
        store.write(path, say("grading.template", rows=", ".join(ROWS), **weights).rstrip() + "\n")
    except store.NotWritable as error:
        raise No(say("saves.not_writable", path=error.path, cause=error.cause)) from error
    print(say("grading.wrote", path=path, folder=folder))
    return 0


def _weights(folder: Path, say: Words) -> Grading:
    """Read how the folder is weighed, or take the usual weights.

    Raises:
        No: The file has errors.
    """
    path = folder / grading.FILE
    if not path.exists():
        return Grading()
    found, complaints = library.load_grading(path)
    lines = [sentence(one, say) for one in complaints]
    if found is None:
        raise No("\n".join([say("grading.errors", path=path), *lines]))
    return found


def _collect(folder: Path, out: Path | None, say: Words) -> int:
    """Play every hand-in again, flag what is not so, and write the tables and the pages."""
    if not folder.is_dir():
        raise WrongUse(say("class.collect.no_folder", folder=folder))
    files = hand_in.files_in(folder)
    if not files:
        raise No(say("class.collect.empty", folder=folder))
    weighed, found, where = _weights(folder, say), hand_in.collect(files), out or folder / "class"
    for one in found:
        if one.mark != "good":
            print(say(f"class.mark.{one.mark}", file=one.path.name, detail=one.detail))
    _tell_unused(folder, weighed, found, say)
    try:
        graded, pages = class_pages.write(where, found, weighed, say)
        written = [*tables.write_all(where, found, graded), *pages]
    except store.NotWritable as error:
        raise No(say("saves.not_writable", path=error.path, cause=error.cause)) from error
    _tell(found, written, say)
    return 0 if any(one.counts for one in found) else 1


def _tell_unused(folder: Path, weighed: Grading, found: Sequence[HandIn], say: Words) -> None:
    """Say which marks by hand are for nobody here."""
    here = {name for one in found if one.recording for name in (one.recording.player, one.path.name)}
    for pupil in sorted({one.pupil for one in weighed.overrides} - here):
        print(say("grading.nobody", path=folder / grading.FILE, pupil=pupil))


def _tell(found: Sequence[HandIn], written: Sequence[Path], say: Words) -> None:
    counted = Counter(one.counts for one in found)
    won = sum(one.won for one in found if one.counts)
    print(say("class.collect.told", runs=len(found), counted=counted[True], won=won))
    told = understood(said for one in found if one.counts and one.recording for said in one.recording.answers)
    if told.asked:
        print(say("class.collect.understood", **asdict(told)))
    for path in written:
        print(say("class.collect.wrote", path=path))
