"""What a player has reached on each level, and what they meant to do next time; kept beside the saves."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.session import store

if TYPE_CHECKING:
    from game.session.goals import Outcome

MOST_INTENTION = 200
"""Characters of an intention that are kept."""


@dataclass(frozen=True)
class Record:
    """The best of one level.

    Attributes:
        stars: Goals met at the end of the best play.
        won: Whether it was ever won.
        plays: How often it was played to its end.
        intention: "Next time I will …", as the player wrote it last.
    """

    stars: int = 0
    won: bool = False
    plays: int = 0
    intention: str = ""


def path() -> Path:
    """Return where the records live."""
    return store.folder() / "progress.json"


def read() -> dict[str, Record]:
    """Read the record of every level played; what cannot be understood is left out."""
    found = store.read_json(path())
    items = found.items() if isinstance(found, dict) else ()
    return {level: _record(kept) for level, kept in items if isinstance(kept, dict)}


def of(level: str) -> Record:
    """Return the record of a level, an empty one where it was never played."""
    return read().get(level, Record())


def finished(level: str, outcome: "Outcome") -> None:
    """Count a play that has ended, and keep what was best.

    Raises:
        NotWritable: The player's folder cannot be written.
    """
    before = of(level)
    best = max(before.stars, outcome.stars)
    _keep(level, Record(best, before.won or outcome.won, before.plays + 1, before.intention))


def intend(level: str, text: str) -> None:
    """Keep what a player means to do next time on a level.

    Raises:
        NotWritable: The player's folder cannot be written.
    """
    before = of(level)
    _keep(level, Record(before.stars, before.won, before.plays, text.strip()[:MOST_INTENTION]))


def _keep(level: str, record: Record) -> None:
    kept = {name: asdict(one) for name, one in read().items()}
    store.write_json(path(), {**kept, level: asdict(record)})


def _record(kept: dict[str, Any]) -> Record:
    """Read one record; anything odd in it counts as nothing."""
    stars, plays, words = kept.get("stars"), kept.get("plays"), kept.get("intention")
    return Record(
        stars=min(max(stars, 0), 99) if isinstance(stars, int) else 0,
        won=kept.get("won") is True,
        plays=max(plays, 0) if isinstance(plays, int) else 0,
        intention=words[:MOST_INTENTION] if isinstance(words, str) else "",
    )
