"""What was measured when a level was proven, kept beside it: its difficulty, and for which level and rules it holds."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class ProofNote:
    """The sum of a proof.

    Attributes:
        level: Digest of the level it was made for.
        course: Digest of one world played by the solution: another one means that a rule has changed.
        worlds: In how many worlds each strategy played.
        solution: Share of worlds the level's own solution won.
        nothing: Share won by doing nothing.
        forgiving: Share won by the solution a year late and by two thirds of it: the measured difficulty.
            None without a solution.
        beginner: Share won by those who have one plain idea.
        luck: Share of the scores' variance that no player has a hand in.
        broken: Rules of the promises that were not kept.
    """

    level: str
    course: str
    worlds: int
    solution: float
    nothing: float
    forgiving: float | None
    beginner: float
    luck: float
    broken: tuple[str, ...] = ()


def path_of(level: Path) -> Path:
    """Return where the note of a level file lies."""
    return level.with_suffix(".proof.json")


def read(level: Path) -> ProofNote | None:
    """Read the note of a level file; None where there is none that can be read."""
    try:
        content = json.loads(path_of(level).read_text(encoding="utf-8"))
        known = {field.name for field in fields(ProofNote)}
        note = ProofNote(**{key: value for key, value in content.items() if key in known})
        return ProofNote(**{**asdict(note), "broken": tuple(note.broken)})
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def write(level: Path, note: ProofNote) -> Path:
    """Write the note of a level file.

    Raises:
        OSError: The folder cannot be written.
    """
    path = path_of(level)
    path.write_text(json.dumps(asdict(note), indent=1) + "\n", encoding="utf-8", newline="\n")
    return path
