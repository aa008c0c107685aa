"""What a player has reached on each level, and what they meant to do next time; kept beside the saves."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from game.session import store

if TYPE_CHECKING:
    from game.session.goals import Outcome
    from game.session.session import Session

MOST_INTENTION = 200
"""Characters of an intention that are kept."""


Followed = Literal["", "whole", "part"]


@dataclass(frozen=True)
class Record:
    """The best of one level.

    Attributes:
        stars: Goals met at the end of the best play.
        won: Whether it was ever won.
        plays: How often it was played to its end.
        intention: "Next time I will …", as the player wrote it last.
        followed: How much of the worked example was followed to its end, at the latest: whole, or up to the last part.
    """

    stars: int = 0
    won: bool = False
    plays: int = 0
    intention: str = ""
    followed: Followed = ""


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


def over(session: "Session") -> None:
    """Keep what a run that has ended reached; one that a worked example began counts as followed, and no more.

    Raises:
        NotWritable: The player's folder cannot be written.
    """
    if session.worked:
        followed(session.level.id, "part")
    else:
        finished(session.level.id, session.outcome())


def finished(level: str, outcome: "Outcome") -> None:
    """Count a play that has ended, and keep what was best.

    Raises:
        NotWritable: The player's folder cannot be written.
    """
    before = of(level)
    best = max(before.stars, outcome.stars)
    _keep(level, replace(before, stars=best, won=before.won or outcome.won, plays=before.plays + 1))


def intend(level: str, text: str) -> None:
    """Keep what a player means to do next time on a level.

    Raises:
        NotWritable: The player's folder cannot be written.
    """
    _keep(level, replace(of(level), intention=text.strip()[:MOST_INTENTION]))


def followed(level: str, how: Followed) -> None:
    """Keep that the worked example of a level was followed.

    Raises:
        NotWritable: The player's folder cannot be written.
    """
    _keep(level, replace(of(level), followed=how))


def _keep(level: str, record: Record) -> None:
    kept = {name: asdict(one) for name, one in read().items()}
    store.write_json(path(), {**kept, level: asdict(record)})


def _record(kept: dict[str, Any]) -> Record:
    """Read one record; anything odd in it counts as nothing."""
    stars, plays, words = kept.get("stars"), kept.get("plays"), kept.get("intention")
    how = kept.get("followed")
    return Record(
        stars=min(max(stars, 0), 99) if isinstance(stars, int) else 0,
        won=kept.get("won") is True,
        plays=max(plays, 0) if isinstance(plays, int) else 0,
        intention=words[:MOST_INTENTION] if isinstance(words, str) else "",
        followed=how if how in ("whole", "part") else "",
    )
