"""The levels at the entrance: read one by one so that nobody waits, with what was measured and what was reached."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.language import Language
from game.session import progress
from game.session.progress import Record
from game.ui.screen import Turn, later

if TYPE_CHECKING:
    from pathlib import Path

    from game.content.level import Level
    from game.content.library import LevelFile
    from game.content.proof_note import ProofNote

KINDS = ("lesson", "history", "contrast", "sandbox")
EASY, FAIR = 2 / 3, 1 / 3
"""From which share of plays won by a slow or sparing hand a level is called gentle, and fair (design)."""


@dataclass(frozen=True)
class Entry:
    """A level that can be played.

    Attributes:
        level: The level.
        forgiving: Share of plays won by its solution late or in part, where it was measured for this very level.
    """

    level: "Level"
    forgiving: float | None

    def short(self, language: Language) -> str:
        """Return the name before the colon: the idea of a lesson, the place of a history."""
        title = self.level.title[language]
        return title.split("：")[0].split(": ")[0].strip() or title

    @property
    def most(self) -> int:
        """How many goals there are to meet."""
        return sum(goal.kind != "fail" for goal in self.level.goals)

    @property
    def difficulty(self) -> int:
        """How hard it is, 1 to 3; 0 where nobody has measured it."""
        return 0 if self.forgiving is None else 1 if self.forgiving >= EASY else 2 if self.forgiving >= FAIR else 3


OpenBrief = Callable[[Entry], Turn | None]
"""What pressing a level does."""


class Shelf:
    """Every level there is, read bit by bit."""

    def __init__(self) -> None:
        self._waiting: list[Path] | None = None
        self.entries: list[Entry] = []
        self.broken: list[LevelFile] = []
        self._records: tuple[object, dict[str, Record]] = (None, {})

    @property
    def complete(self) -> bool:
        """Whether every file has been read."""
        return self._waiting == []

    def read_one(self) -> None:
        """Read the next file."""
        library = later("game.content.library")
        if self._waiting is None:
            self._waiting = library.level_files()[::-1]
        if self._waiting:
            file: LevelFile = library.load_level(self._waiting.pop())
            if file.level is None:
                self.broken.append(file)
            else:
                self.entries.append(Entry(file.level, _measured(file.path, file.level)))

    def read_all(self) -> None:
        """Read what is left."""
        while not self.complete:
            self.read_one()

    def of(self, kind: str) -> list[Entry]:
        """Return the levels of a kind, in the order of their files."""
        return [entry for entry in self.entries if entry.level.kind == kind]

    def record(self, entry: Entry) -> Record:
        """Return what was reached on a level; the file is read again only where it has changed."""
        try:
            stamp: object = progress.path().stat().st_mtime_ns
        except OSError:
            stamp = None
        if stamp != self._records[0]:
            self._records = stamp, progress.read()
        return self._records[1].get(entry.level.id, Record()) if stamp else Record()

    def next_lesson(self) -> Entry | None:
        """Return the first lesson that was never won; the first of all where every one was."""
        lessons = self.of("lesson")
        return next((entry for entry in lessons if not self.record(entry).won), lessons[0] if lessons else None)


def _measured(path: "Path", level: "Level") -> float | None:
    """Return a level's difficulty, where it was proven as it is now."""
    note: ProofNote | None = later("game.content.proof_note").read(path)
    return note.forgiving if note is not None and note.level == later("game.content.level").digest(level) else None
