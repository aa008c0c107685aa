"""How earlier runs of a level ended, for a player to be measured by: one small file a level."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.session import store
from game.session.recording import MOST_QUARTERS
from game.session.session import Session

MOST_RUNS = 12
EVERY = 4
"""Quarters between two points that are kept of a run's course."""
GHOST = "employment"
BANDS = 4
"""Counts kept of how often bands held."""


@dataclass(frozen=True)
class Kept:
    """An earlier run.

    Attributes:
        digest: Fingerprint of its end: the same run is kept once.
        seed: Its dice.
        won: Whether it was won.
        values: How it ended, by indicator.
        held: How often the forecast's bands held, as four counts.
        course: Its jobs, a point a year, to be laid beside a later run.
    """

    digest: str
    seed: int
    won: bool
    values: Mapping[str, float]
    held: tuple[int, ...] = (0,) * BANDS
    course: tuple[float, ...] = ()


@dataclass
class Album:
    """Everything kept of one level."""

    level: str
    runs: list[Kept] = field(default_factory=list)

    @classmethod
    def of(cls, level: str) -> "Album":
        """Open what was kept; anything odd is forgotten."""
        found = store.read_json(_path(level))
        if not isinstance(found, dict):
            return cls(level)
        runs = found.get("runs")
        kept = [_read(one) for one in runs[-MOST_RUNS:]] if isinstance(runs, list) else []
        return cls(level, [one for one in kept if one is not None])

    def add(self, session: Session, numbers: tuple[tuple[str, int], ...], held: tuple[int, ...]) -> None:
        """Add a run, once; the oldest go."""
        branch = session.branch
        last = branch.quarter
        values = {name: float(branch.region.history[name][min(at, last), 0]) for name, at in numbers}
        course = tuple(round(float(value), 1) for value in branch.region.history[GHOST][::EVERY, 0])
        one = Kept(branch.digests[last], session.seed, session.outcome().won, values, held, course)
        self.runs = [*(run for run in self.runs if run.digest != one.digest), one][-MOST_RUNS:]

    def save(self) -> None:
        """Keep it, whole or not at all.

        Raises:
            NotWritable: The player's folder cannot be written.
        """
        runs = [{"digest": one.digest, "seed": one.seed, "won": one.won, "values": dict(one.values),
                 "held": list(one.held), "course": list(one.course)} for one in self.runs]  # fmt: skip
        store.write_json(_path(self.level), {"runs": runs})


def _path(level: str) -> Path:
    return store.folder() / "album" / f"{level}.json"


class _Line(BaseModel):
    """One run as it is written down."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False)
    digest: str = Field(max_length=80)
    seed: int
    won: bool = False
    values: dict[str, float] = Field(max_length=20)
    held: list[int] = Field(min_length=BANDS, max_length=BANDS)
    course: list[float] = Field(default_factory=list, max_length=MOST_QUARTERS)


def _read(one: Any) -> Kept | None:
    """Read one run; None where it is not as it should be."""
    try:
        line = _Line.model_validate(one)
    except ValidationError:
        return None
    return Kept(line.digest, line.seed, line.won, line.values, tuple(line.held), tuple(line.course))
