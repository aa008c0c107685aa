"""What a run is worth: its goals, measured so that nothing done at the last moment can buy them.

A goal counts by how far its number has come from where it began. The number is read over the closing two years and
again over the two years after, in which nobody governs: what was only put up for the last day has gone by then, and
what was built is still there. Money is read before the end only: it cannot be left behind and spent as well.
"""

import numpy as np

from game.content.level import Goal, Level
from game.lab.alone import each_alone
from game.lab.governing import goal_holds
from game.session.goals import progress
from game.simulation.exact import Array, Mask
from game.simulation.indicators import History

TAIL = 8
"""Quarters read before the end, and as many after it (design)."""

PASS_WEIGHT = 3.0
"""How much more a goal counts that must be met than one that may (design)."""

MOST = {"pass": 1.25, "optional": 1.0}
"""How far a goal may be passed and still count: a better run than the reference shows."""


def wanted(level: Level) -> list[Goal]:
    """List the goals to be reached."""
    return [goal for goal in level.goals if goal.kind != "fail"]


def due(goal: Goal, quarters: int) -> int:
    """Return the quarter a goal is read in."""
    days = (goal.at, goal.by, goal.until)
    return min(next((day for day in days if day is not None), quarters), quarters)


def worth(level: Level, history: History, end: int | None = None) -> Array:
    """Return what each world is worth, ``[world]``: 1 where every goal is just reached.

    Args:
        level: With at least one goal to be reached.
        history: As long as the run; what follows its end, up to ``TAIL`` quarters, counts too.
        end: Where the run ends, if not at the level's end.
    """
    total, weights = np.zeros(history.last("firms").shape), 0.0
    for goal in wanted(level):
        weight = goal.weight * (PASS_WEIGHT if goal.kind == "pass" else 1.0)
        total = total + weight * _share(goal, history[goal.indicator], end if end is not None else level.quarters)
        weights += weight
    return total / (weights or 1.0)


def _share(goal: Goal, series: Array, end: int) -> Array:
    before = _reached(goal, series[max(end - TAIL + 1, 0) : end + 1].mean(axis=0), series[0])
    after = series[end + 1 : end + 1 + TAIL]
    if goal.indicator == "treasury" or not after.shape[0]:
        return before
    return 0.5 * before + 0.5 * _reached(goal, after.mean(axis=0), series[0])


def _reached(goal: Goal, value: Array, start: Array) -> Array:
    """Return how far a number has come to its goal; where it began there, how much of it is kept."""
    up = 1.0 if goal.op == ">=" else -1.0
    way = goal.value - start
    come = (value - start) / np.where(np.abs(way) < 1e-9, 1.0, way)
    kept = 1.0 + up * (value - goal.value) / max(abs(goal.value), 1e-9)
    return np.clip(np.where(goal_holds(goal, start), kept, come), 0.0, MOST.get(goal.kind, 1.0))


def met(level: Level, history: History, quarters: int) -> dict[str, Mask]:
    """Judge every goal in every world as the game judges a player, by the goal's id."""
    goals = wanted(level)
    worlds = each_alone(history.until(quarters), [goal.indicator for goal in goals])
    judged = [[progress(goal, world, quarters).status == "met" for world in worlds] for goal in goals]
    return {goal.id: np.array(marks, dtype=bool) for goal, marks in zip(goals, judged, strict=True)}
