"""Every level can be won by its own solution, and is not won by doing nothing."""

import numpy as np
import pytest

from game.content import library
from game.content.build import setup_of
from game.content.level import Level
from game.lab import governing
from game.simulation.actions import Action
from game.simulation.dice import seeds_for
from game.simulation.rules import Rules

WORLDS = 32
SOLVED, LUCKY = 0.6, 0.2

LEVELS = {name: library.load_level(path).level for name in library.names_of_levels()
          if (path := library.find_level(name))}  # fmt: skip
WITH_SOLUTION = [name for name, level in LEVELS.items() if level and level.solution]
WITH_GOALS = [name for name, level in LEVELS.items() if level and any(goal.kind == "pass" for goal in level.goals)]


def wins(level: Level, plan: list[tuple[int, Action]]) -> float:
    """Return the share of worlds in which a plan wins."""
    cards = library.policies()
    played = governing.play(level, Rules(setup_of(level, cards)), cards, seeds_for(1, WORLDS), plan)
    return float(np.mean(played.won))


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_the_solution_of_a_level_wins(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert wins(level, governing.plan_of(level)) >= SOLVED


@pytest.mark.parametrize("name", WITH_GOALS)
def test_doing_nothing_does_not_win(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert wins(level, []) <= LUCKY


def test_every_level_that_can_be_lost_has_a_solution() -> None:
    assert set(WITH_GOALS) <= set(WITH_SOLUTION)
    assert len(WITH_SOLUTION) >= 2
