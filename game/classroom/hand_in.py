"""A hand-in is a recording; collecting one means playing it again and looking whether it was so."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from game.content import library
from game.session import saves, store
from game.session.recording import Recording
from game.session.saves import Unreadable
from game.session.session import Session, first_difference
from game.version import RULES

Mark = Literal["good", "unfinished", "unreadable", "no_level", "other_level", "other_rules", "edited"]
"""What collecting found: ``edited`` is a run that does not happen again as it was written down."""


@dataclass(frozen=True)
class HandIn:
    """One file of a folder.

    Attributes:
        path: The file.
        mark: What was found.
        recording: What it holds, if it could be read.
        detail: What is wrong, or the first quarter that differs.
        won: Whether the replay won the level.
        stars: How many of its goals the replay met.
        goals: The value of every goal and whether it was met, by id.
    """

    path: Path
    mark: Mark
    recording: Recording | None = None
    detail: str = ""
    won: bool = False
    stars: int = 0
    goals: tuple[tuple[str, float, bool], ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it can be compared with others: it happened as it says."""
        return self.mark in ("good", "unfinished")


def path_for(session: Session) -> Path:
    """Return where this run's hand-in is written."""
    who = session.player.replace(" ", "_") or "nobody"
    return store.folder() / "hand_ins" / f"{session.level.id}_{session.seed}_{who}.json"


def write(session: Session) -> Path:
    """Write the hand-in of a run.

    Raises:
        NotWritable: The folder cannot be written.
    """
    path = path_for(session)
    saves.write(session.record(), path)
    return path


def files_in(folder: Path) -> list[Path]:
    """List the files of a folder that may be hand-ins, in order of their names."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json" and path.is_file())


def verify(path: Path) -> HandIn:
    """Read one file and play it again; whatever is wrong is a mark, never an error."""
    recording = saves.read(path)
    if isinstance(recording, Unreadable):
        return HandIn(path, "unreadable", detail=recording.reason)
    where = library.find_level(recording.level.id)
    level = library.load_level(where).level if where is not None else None
    if level is None:
        return HandIn(path, "no_level", recording, recording.level.id)
    session = Session.replay(level, library.policies(), recording)
    differs = first_difference(session, recording)
    outcome = session.outcome()
    judged = tuple((item.goal.id, round(item.value, 4), item.status == "met") for item in session.progress())
    mark: Mark = "good" if outcome.ended else "unfinished"
    if differs is not None:
        mark = "edited" if _same_game(recording, session) else _changed(recording, session)
    elif recording.finished != outcome.ended:
        mark, differs = "edited", recording.quarter
    detail = "" if differs is None else str(differs)
    return HandIn(path, mark, recording, detail, outcome.won, outcome.stars, judged)


def _same_game(recording: Recording, session: Session) -> bool:
    return recording.rules == RULES and recording.level.digest == session.record().level.digest


def _changed(recording: Recording, session: Session) -> Mark:
    return "other_rules" if recording.rules != RULES else "other_level"


def collect(paths: Sequence[Path], processes: int = 1) -> list[HandIn]:
    """Verify many files; in several processes when there are many."""
    if processes <= 1 or len(paths) < 4:
        return [verify(path) for path in paths]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return list(pool.map(verify, paths, chunksize=2))
