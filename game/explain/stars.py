"""The three stars: three different goals of the level, never one threshold three times."""

from collections.abc import Sequence

from game.content.level import Goal, Level
from game.session.goals import Progress, goals_by_need

MOST = 3
OTHERWISE = ("employment", "trust", "treasury")
"""What runs are compared by where a level asks for less than three different numbers."""


def starred(level: Level) -> list[Goal]:
    """List the goals that are stars: those that must be met before those that may, each of another number."""
    wanted = [goal for goal in goals_by_need(level) if goal.kind != "fail"]
    first = {goal.indicator: goal for goal in reversed(wanted)}
    return [goal for goal in wanted if first[goal.indicator] is goal][:MOST]


def stars(level: Level, judged: Sequence[Progress]) -> list[Progress]:
    """Return how each starred goal stands."""
    chosen = {goal.id for goal in starred(level)}
    by_id = {item.goal.id: item for item in judged if item.goal.id in chosen}
    return [by_id[goal.id] for goal in starred(level)]


def compared(level: Level) -> list[tuple[str, int, bool]]:
    """List three numbers to compare runs by: each with the quarter it is read in, and whether more is better."""
    found = [(goal.indicator, _due(goal, level.quarters), goal.op == ">=") for goal in starred(level)]
    known = {number for number, _, _ in found}
    found += [(number, level.quarters, True) for number in OTHERWISE if number not in known]
    return found[:MOST]


def _due(goal: Goal, quarters: int) -> int:
    return min(next((day for day in (goal.at, goal.by, goal.until) if day is not None), quarters), quarters)
