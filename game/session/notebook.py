"""The player's notebook: what has been met, and when to ask again. One small file of the player's own.

It is written whole or not at all; a damaged one is kept aside and told, and a new one begun.
"""

import contextlib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.session import store

FORMAT = 1
MOST_BYTES = 200_000
LONGEST = 5
"""Boxes: a concept answered right waits 1, 2, 4, 8, 16 sessions until it is asked again."""


class Marks(BaseModel):
    """How far a concept has been met. Each stands for something done, none for a score."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seen: bool = False
    predicted: bool = False
    used: bool = False
    explained: bool = False

    def __or__(self, other: "Marks") -> "Marks":
        return Marks(**{name: getattr(self, name) or getattr(other, name) for name in Marks.model_fields})

    @property
    def count(self) -> int:
        """How many of the four."""
        return sum(getattr(self, name) for name in Marks.model_fields)


class Entry(BaseModel):
    """One concept: its marks, its box, and the session from which it may be asked again."""

    model_config = ConfigDict(extra="forbid")

    marks: Marks = Marks()
    box: int = Field(0, ge=0, le=LONGEST)
    due: int = Field(0, ge=0, le=10**6)


class Notebook(BaseModel):
    """Everything that is kept of a player, and nothing of who it is."""

    model_config = ConfigDict(extra="forbid")

    format: int = Field(FORMAT, ge=1, le=FORMAT)
    sessions: int = Field(0, ge=0, le=10**6)
    concepts: dict[str, Entry] = Field(default_factory=dict, max_length=500)
    known: set[str] = Field(default_factory=set, max_length=500)

    def meet(self, concepts: dict[str, Marks]) -> None:
        """Add marks; a concept met for the first time is asked again in the next session."""
        for concept, marks in concepts.items():
            fresh = concept not in self.concepts
            entry = self.concepts.setdefault(concept, Entry())
            entry.marks = entry.marks | marks
            if fresh:
                entry.due = self.sessions + 1

    def returning(self, apart_from: tuple[str, ...] = ()) -> str | None:
        """Return the concept to ask again in this session: the one that has waited longest; at most one."""
        waiting = [
            (entry.due, concept)
            for concept, entry in self.concepts.items()
            if entry.due <= self.sessions and concept not in apart_from
        ]
        return min(waiting)[1] if waiting else None

    def asked(self, concept: str, right: bool) -> None:
        """Note an answer: right waits longer, wrong comes back in the next session."""
        entry = self.concepts.setdefault(concept, Entry())
        entry.box = min(entry.box + 1, LONGEST) if right else 0
        entry.due = self.sessions + (2 ** (entry.box - 1) if right else 1)


def path() -> Path:
    """Return where the notebook lives."""
    return store.folder() / "notebook.json"


def load() -> tuple[Notebook, Path | None]:
    """Read the notebook; where it is damaged, keep it aside, return an empty one and where the old one is."""
    file = path()
    if not file.is_file():
        return Notebook(), None
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ValueError("too large")
        return Notebook.model_validate_json(file.read_bytes()), None
    except (OSError, ValueError, ValidationError, RecursionError):
        return Notebook(), _aside(file)


def knows(level: str) -> bool:
    """Tell whether a level is marked as known; a notebook that cannot be read knows nothing, and stays as it is."""
    found = store.read_json(path())
    known = found.get("known") if isinstance(found, dict) else None
    return isinstance(known, list) and level in known


def keep(notebook: Notebook, to: Path | None = None) -> None:
    """Write the notebook, or a copy of it somewhere else.

    Raises:
        NotWritable: The file cannot be written.
    """
    content = notebook.model_dump(mode="json")
    content["known"] = sorted(content["known"])
    store.write_json(to or path(), content)


def _aside(file: Path) -> Path:
    """Move a damaged notebook out of the way, never over another one."""
    places = (file.with_name(f"notebook.damaged-{number}.json") for number in range(1, 1000))
    free = next((place for place in places if not place.exists()), file)
    with contextlib.suppress(OSError):
        file.replace(free)
        return free
    return file
