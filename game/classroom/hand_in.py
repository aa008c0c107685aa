"""A hand-in is a recording; collecting one means playing it again and looking whether it was so."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.content import library
from game.content.level import digest
from game.session import many, saves
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
        session: The run as it was played again.
    """

    path: Path
    mark: Mark
    recording: Recording | None = None
    detail: str = ""
    won: bool = False
    stars: int = 0
    goals: tuple[tuple[str, float, bool], ...] = ()
    session: Session | None = None

    @property
    def counts(self) -> bool:
        """Whether it can be compared with others: it happened as it says."""
        return self.mark in ("good", "unfinished")


def files_in(folder: Path) -> list[Path]:
    """List the files of a folder that may be hand-ins, in order of their names."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json" and path.is_file())


def verify(path: Path) -> HandIn:
    """Read one file and play it again; whatever is wrong is a mark, never an error."""
    return collect([path])[0]


def collect(paths: Sequence[Path]) -> list[HandIn]:
    """Read files and play them again, those of one level side by side; returned in the order given."""
    read = [(path, saves.read(path)) for path in paths]
    found = {path: HandIn(path, "unreadable", detail=one.reason) for path, one in read if isinstance(one, Unreadable)}
    kept = [(path, one) for path, one in read if isinstance(one, Recording)]
    for name in sorted({one.level.id for _, one in kept}):
        runs = [(path, one) for path, one in kept if one.level.id == name]
        where = library.find_level(name)
        level = library.load_level(where).level if where is not None else None
        if level is None:
            found |= {path: HandIn(path, "no_level", one, name) for path, one in runs}
            continue
        sessions = many.replay(level, library.policies(), [one for _, one in runs])
        found |= {path: _judged(path, one, session) for (path, one), session in zip(runs, sessions, strict=True)}
    return [found[path] for path in paths]


def _judged(path: Path, recording: Recording, session: Session) -> HandIn:
    """Compare a run with what was written down of it."""
    differs = first_difference(session, recording)
    outcome = session.outcome()
    goals = tuple((item.goal.id, round(item.value, 4), item.status == "met") for item in session.progress())
    mark: Mark = "good" if outcome.ended else "unfinished"
    if differs is not None:
        mark = _why_other(recording, session)
    elif recording.finished != outcome.ended:
        mark, differs = "edited", recording.quarter
    detail = "" if differs is None else str(differs)
    return HandIn(path, mark, recording, detail, outcome.won, outcome.stars, goals, session)


def _why_other(recording: Recording, session: Session) -> Mark:
    """Say why a run does not happen again."""
    if recording.rules != RULES:
        return "other_rules"
    return "edited" if recording.level.digest == digest(session.level) else "other_level"
