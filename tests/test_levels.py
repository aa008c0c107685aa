"""Every level can be won by its own solution, and is not won by doing nothing."""

import numpy as np
import pytest

from game.content import library
from game.content.build import setup_of
from game.content.level import Level
from game.lab import governing
from game.simulation.actions import Action
from game.simulation.dice import Words, seeds_for
from game.simulation.rules import Rules
from game.ui.rhythm import SECONDS
from game.ui.screens.brief import FIRST_DICE

WORLDS = 32
SOLVED, LUCKY = 0.6, 0.2
BUDGET, NEWS, QUESTION = 15.0, 10.0, 20.0
"""Seconds somebody spends on a year's budget, on reading what happened, and on what asks for an answer (design)."""

LEVELS = {name: library.load_level(path).level for name in library.names_of_levels()
          if (path := library.find_level(name))}  # fmt: skip
WITH_SOLUTION = [name for name, level in LEVELS.items() if level and level.solution]
WITH_GOALS = [name for name, level in LEVELS.items() if level and any(goal.kind == "pass" for goal in level.goals)]


def wins(level: Level, plan: list[tuple[int, Action]], seeds: Words | None = None) -> float:
    """Return the share of worlds in which a plan wins."""
    cards = library.policies()
    worlds = seeds_for(1, WORLDS) if seeds is None else seeds
    return float(np.mean(governing.play(level, Rules(setup_of(level, cards)), cards, worlds, plan).won))


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_the_solution_of_a_level_wins(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert wins(level, governing.plan_of(level)) >= SOLVED


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_whoever_watches_a_level_played_on_its_first_dice_sees_it_won(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert wins(level, governing.plan_of(level), seeds_for(FIRST_DICE, 1)) == 1


@pytest.mark.parametrize("name", WITH_GOALS)
def test_doing_nothing_does_not_win(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert wins(level, []) <= LUCKY


def test_every_level_that_can_be_lost_has_a_solution() -> None:
    assert set(WITH_GOALS) <= set(WITH_SOLUTION)
    assert len(WITH_SOLUTION) >= 2


@pytest.mark.parametrize("name", LEVELS)
def test_every_event_that_asks_has_an_answer_that_costs_nothing(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    asking = [event for event in level.events if event.choices]
    assert not [event.id for event in asking if min(choice.price for choice in event.choices) > 0.0]


def minutes(level: Level) -> float:
    """Return how long a level lasts at the speed it begins with, pauses of a reader counted."""
    reading = sum(QUESTION if event.choices else NEWS for event in level.events)
    return (level.quarters * SECONDS[1] + level.quarters / 4 * BUDGET + reading) / 60


@pytest.mark.parametrize("name", [name for name, level in LEVELS.items() if level and level.kind == "history"])
def test_a_history_lasts_ten_to_forty_minutes_at_normal_speed(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert 10 <= minutes(level) <= 40
