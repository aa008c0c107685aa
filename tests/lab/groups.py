"""Known groups on every shipped level (GR-02): ``python -m tests.lab.groups`` measures what has changed since.

Who knows more must come out better, on the same dice, by the worth of whole runs. *Reference*: the better of the
level's own solution and the steady hand. *Heuristics*: the steady hand, who reads the goals, and the pupil, who does
what the level teaches, where it teaches anything. *Random*: cards by lot. *Nothing*: nobody. Beside it: how often each
named strategy takes all three stars at once.
"""

import json
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from game.content import library
from game.content.level import Level, digest
from game.explain.stars import starred
from game.lab import skill
from game.lab.reference import pupil
from game.lab.strategies import STRATEGIES
from game.lab.worth import met, wanted, worth
from game.simulation.dice import seeds_for
from game.simulation.exact import Array
from game.version import RULES

NOTE = Path(__file__).with_name("groups.json")
WORLDS, SEED = 64, 500
STEPS = ("reference > heuristics", "heuristics > random", "random > nothing", "heuristics > nothing")


def levels() -> dict[str, Level]:
    """Return every shipped level that asks for something."""
    found = {}
    for name in library.names_of_levels():
        path = library.find_level(name)
        level = library.load_level(path).level if path else None
        if level is not None and wanted(level):
            found[level.id] = level
    return found


def gain(more: Array, less: Array) -> list[float]:
    """Return the mean gain, dice by dice, and its interval of 95 %."""
    change = more - less
    half = 1.96 * float(change.std(ddof=1)) / np.sqrt(change.shape[0])
    return [round(float(value), 3) for value in (change.mean(), change.mean() - half, change.mean() + half)]


def plays(level: Level, worlds: int = WORLDS) -> tuple[dict[str, Array], dict[str, float]]:
    """Return what everybody's runs are worth, and how often all stars were taken."""
    cards, seeds = library.policies(), seeds_for(SEED, worlds)
    found, stars = {}, {}
    hows: dict[str, Any] = {name: skill.way(level, name) for name in (*skill.published(level), *STRATEGIES)}
    hows["pupil"] = pupil(level)
    for name, history in zip(hows, skill.wholes(level, cards, seeds, list(hows.values()), level.quarters), strict=True):
        found[name] = worth(level, history)
        reached = met(level, history, level.quarters)
        stars[name] = float(np.all([reached[goal.id] for goal in starred(level)], axis=0).mean())
    return found, stars


def measure(level: Level) -> dict[str, Any]:
    """Measure one level."""
    found, stars = plays(level)
    best = max(skill.published(level), key=lambda name: float(found[name].mean()))
    hands = (skill.REFERENCE, "pupil") if level.teaches else (skill.REFERENCE,)
    group = {
        "reference": found[best],
        "heuristics": np.mean([found[hand] for hand in hands], axis=0),
        "random": found["random"],
        "nothing": found["nothing"],
    }
    return {
        "level": digest(level),
        "rules": RULES,
        "worlds": WORLDS,
        "reference": best,
        "worth": {name: round(float(values.mean()), 3) for name, values in found.items()},
        "gains": {step: gain(*(group[name] for name in step.split(" > "))) for step in STEPS},
        "all_stars": {name: round(share, 3) for name, share in stars.items()},
    }


def known() -> dict[str, Any]:
    """Read what was measured."""
    note: dict[str, Any] = json.loads(NOTE.read_text(encoding="utf-8")) if NOTE.exists() else {}
    return note


def current(note: Mapping[str, Any], level: Level) -> bool:
    """Tell whether a level was measured as it is, by the rules there are."""
    row = note.get(level.id, {})
    return row.get("level") == digest(level) and row.get("rules") == RULES


def main() -> None:
    """Measure the levels that have changed, and those that are named, and keep what was found."""
    note, all_levels = known(), levels()
    todo = [level for id_, level in all_levels.items() if id_ in sys.argv or not current(note, level)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for level, row in zip(todo, pool.map(measure, todo), strict=True):
            note[level.id] = row
            kept = {id_: note[id_] for id_ in all_levels if id_ in note}
            NOTE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8", newline="\n")
            print(level.id, row["reference"], {step: found[1] for step, found in row["gains"].items()}, flush=True)


if __name__ == "__main__":
    main()
