"""Every level can be won by its own solution, and is not won by doing nothing."""

import numpy as np
import pytest

from game.content import library
from game.content.build import setup_of
from game.content.level import Level
from game.lab import ensemble
from game.session import goals
from game.simulation.actions import Action
from game.simulation.rules import Rules

SEEDS = range(1, 11)
SOLVED, LUCKY = 0.7, 0.1

LEVELS = {name: library.load_level(path).level for name in library.names_of_levels()
          if (path := library.find_level(name))}  # fmt: skip
WITH_SOLUTION = [name for name, level in LEVELS.items() if level and level.solution]
WITH_GOALS = [name for name, level in LEVELS.items() if level and any(goal.kind == "pass" for goal in level.goals)]


def wins(level: Level, plan: list[tuple[int, Action]]) -> float:
    """Return the share of seeds in which a plan wins."""
    rules = Rules(setup_of(level, library.policies()))
    won = []
    for seed in SEEDS:
        region = ensemble.run(rules, seed, 1, level.quarters, plan).region
        won.append(goals.outcome(level.goals, level.government.vote, region.history, level.quarters).won)
    return float(np.mean(won))


def solution(level: Level) -> list[tuple[int, Action]]:
    """Read a level's own solution."""
    places = [place.id for place in level.map.places]
    return [(step.quarter, ensemble.action_of(step, places)) for step in level.solution]


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_the_solution_of_a_level_wins(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert wins(level, solution(level)) >= SOLVED


@pytest.mark.parametrize("name", WITH_GOALS)
def test_doing_nothing_does_not_win(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert wins(level, []) <= LUCKY


def test_every_level_that_can_be_lost_has_a_solution() -> None:
    assert set(WITH_GOALS) <= set(WITH_SOLUTION)
    assert len(WITH_SOLUTION) >= 2
