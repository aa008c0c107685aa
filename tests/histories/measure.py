"""Plays a history as it went, in many worlds, and measures what its sources say happened.

One file a history. A check names a number of the game, a quarter (``at``), perhaps an earlier one to divide by
(``over``), and a band. ``without`` plays it again without some cards or answers to events. What is missed says so:
``met: false``.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from game.content import library
from game.content.build import setup_of
from game.content.level import Level
from game.content.plan import actions_of
from game.lab import ensemble
from game.simulation.indicators import History
from game.simulation.rules import Rules

FOLDER = Path(__file__).parent
SEED, WORLDS = 40_000, 24
"""The worlds in which the values in the files were measured."""


@dataclass(frozen=True)
class Check:
    """One thing that happened."""

    id: str
    says: str
    number: str
    at: int
    low: float
    high: float
    source: str
    measured: float
    met: bool
    over: int | None = None
    without: tuple[str, ...] = ()

    def holds(self, value: float) -> bool:
        """Tell whether a value lies in the band."""
        return self.low <= value <= self.high


def names() -> list[str]:
    """List the histories that have checks."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def checks(name: str) -> list[Check]:
    """Read the checks of a history."""
    content: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [Check(**{**one, "without": tuple(one.get("without", ()))}) for one in content]


def level_of(name: str) -> Level:
    """Return a level that ships with the game."""
    path = library.find_level(name)
    assert path is not None
    level = library.load_level(path).level
    assert level is not None
    return level


def played(level: Level, worlds: int, quarters: int, without: tuple[str, ...] = ()) -> History:
    """Play a history as it went, without some cards and answers."""
    places = [place.id for place in level.map.places]
    steps = [step for step in level.history if step.policy not in without and step.event not in without]
    plan = actions_of(steps, places)
    return ensemble.run(Rules(setup_of(level, library.policies())), SEED, worlds, quarters, plan).region.history


def measure(name: str, worlds: int) -> dict[str, float]:
    """Return the median of every check over many worlds."""
    asked = checks(name)
    level, last = level_of(name), max(check.at for check in asked)
    courses = {without: played(level, worlds, last, without) for without in {check.without for check in asked}}
    return {check.id: _median(courses[check.without], check) for check in asked}


def _median(history: History, check: Check) -> float:
    values = history[check.number][check.at]
    if check.over is not None:
        values = values / np.maximum(history[check.number][check.over], 1e-9)
    return round(float(np.median(values)), 3)
