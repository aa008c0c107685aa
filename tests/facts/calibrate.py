"""Searches defaults that meet more facts, by simulated moments: ``python -m tests.facts.calibrate [steps]``.

Every step tries other values of one to three numbers on the same dice and keeps them when the penalty falls: the
distance of each fact from the inner part of its band, in widths of its 95 % interval. It proposes, and changes no
file; what is taken is then measured on the facts' own worlds, which the search never sees.
"""

import sys
from collections.abc import Mapping

import numpy as np

from game.lab.facts import Measured, load_all, measure
from game.lab.facts_settings import Fact
from game.simulation.dice import seeds_for, unit
from game.simulation.registry import PARAMETERS

SEED = 450_000
SHARE = 0.5
"""Of the facts' own worlds, in the search."""

MARGIN = 1.0
"""How many half intervals inside its band a fact should lie."""

FREE: Mapping[str, tuple[float, float]] = {
    "spinoffs.rate": (0.09, 0.16),
    "spinoffs.cash": (4.0, 6.5),
    "entry.rate": (2.5, 4.5),
    "entry.floor": (0.03, 0.15),
    "entry.eagerness": (2.0, 4.0),
    "entry.copies": (0.5, 0.72),
    "entry.cash": (2.8, 3.8),
    "imitation.rate": (0.045, 0.065),
    "pricing.learning": (0.06, 0.09),
    "openness.pioneers": (0.0004, 0.0012),
    "demand.takeoff": (58.0, 70.0),
    "exploration.rate": (0.028, 0.055),
    "exploration.pride": (0.2, 0.5),
    "exploration.joint_programme": (2.0, 3.5),
    "labour.wage_slope": (0.12, 0.18),
}
"""The numbers that may move and how far; only what no source fixes."""

OUT = ("G1", "H1_contract", "H1_cost", "F1", "A4", "E2_age", "E2_size", "B1_electronics", "C1_electronics", "C5",
       "C5_projects")  # fmt: skip
"""Facts that these numbers hardly move, that an industry's own profile governs, or that take long."""

Numbers = dict[str, float]


def facts() -> list[Fact]:
    """Return the facts to meet, on dice of the search's own."""
    return [fact.model_copy(update={"seed": SEED}) for fact in load_all() if fact.id not in OUT]


def distance(item: Measured) -> float:
    """Return how far a fact is from the inner part of its band, in half intervals, at most 6."""
    fact, figure = item.fact, item.figure
    half = max((figure.high - figure.low) / 2.0, 1e-9)
    below = (fact.low - figure.value) / half if fact.low is not None else -np.inf
    above = (figure.value - fact.high) / half if fact.high is not None else -np.inf
    return float(min(max(below, above) + MARGIN, 6.0)) if max(below, above) > -MARGIN else 0.0


def penalty(found: list[Measured]) -> float:
    """Add squared distances up."""
    return sum(distance(item) ** 2 for item in found)


def stepped(numbers: Numbers, step: int, reach: float) -> Numbers:
    """Return other numbers: one to three moved by up to ``reach`` of their room, by the search's own dice."""
    throws = unit(seeds_for(SEED + step, 8, "calibrate"))
    names = list(FREE)
    moved = dict(numbers)
    for k in range(1 + int(throws[0] * 3)):
        name = names[int(throws[1 + k] * len(names))]
        low, high = FREE[name]
        moved[name] = float(np.clip(moved[name] + (2 * throws[4 + k] - 1) * reach * (high - low), low, high))
    return moved


def search(steps: int, start: Mapping[str, float] | None = None) -> Numbers:
    """Search from the present defaults (some of them changed) and return the best numbers found."""
    best: Numbers = {name: PARAMETERS[name].default for name in FREE} | dict(start or {})
    asked = facts()
    least = penalty(measure(asked, SHARE, best))
    print(f"start {least:.2f}", flush=True)
    for step in range(steps):
        tried = stepped(best, step, 0.5 if step < steps / 2 else 0.25)
        found = measure(asked, SHARE, tried)
        value = penalty(found)
        if value < least:
            best, least = tried, value
            missed = {item.fact.id: round(item.figure.value, 3) for item in found if not item.met}
            print(f"step {step} {value:.2f} missed {missed} {_short(best)}", flush=True)
    return best


def _short(numbers: Numbers) -> Numbers:
    return {name: float(f"{value:.4g}") for name, value in numbers.items() if value != PARAMETERS[name].default}


if __name__ == "__main__":
    print(_short(search(int(sys.argv[1]) if len(sys.argv) > 1 else 60)))
