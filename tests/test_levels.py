"""Every level can be won by its own solution, and is not won by doing nothing."""

from collections.abc import Sequence

import numpy as np
import pytest

from game.content import library, proof_note
from game.content.build import setup_of
from game.content.level import Level
from game.content.plan import PlanStep, actions_of
from game.lab import governing
from game.lab.refused import refused
from game.lab.verdict import REFUSED
from game.simulation.actions import Action
from game.simulation.dice import Words, seeds_for
from game.simulation.rules import Rules
from game.ui.rhythm import NORMAL, SECONDS
from game.ui.screens.brief import FIRST_DICE

WORLDS, SOME, FEW = 32, 16, 8
SOLVED, LUCKY = 0.6, 0.2
BUDGET, NEWS, QUESTION = 15.0, 10.0, 20.0
"""Seconds somebody spends on a year's budget, on reading what happened, and on what asks for an answer (design)."""

LEVELS = {name: library.load_level(path).level for name in library.names_of_levels()
          if (path := library.find_level(name))}  # fmt: skip
WITH_SOLUTION = [name for name, level in LEVELS.items() if level and level.solution]
WITH_HISTORY = [name for name, level in LEVELS.items() if level and level.history]
WITH_GOALS = [name for name, level in LEVELS.items() if level and any(goal.kind == "pass" for goal in level.goals)]


def wins(level: Level, plan: list[tuple[int, Action]], seeds: Words | None = None) -> float:
    """Return the share of worlds in which a plan wins."""
    cards = library.policies()
    worlds = seeds_for(1, WORLDS) if seeds is None else seeds
    return float(np.mean(governing.play(level, Rules(setup_of(level, cards)), cards, worlds, plan).won))


def vain(level: Level, steps: Sequence[PlanStep], worlds: int) -> list[tuple[int, str | None]]:
    """List the steps of a plan that most worlds refuse: who reads them is told what cannot be done."""
    plan = actions_of(steps, [place.id for place in level.map.places])
    shares = refused(level, library.policies(), seeds_for(1, worlds), plan)
    return [(s.quarter, s.policy or s.event) for s, share in zip(steps, shares, strict=True) if share > REFUSED]


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_the_solution_of_a_level_wins(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert wins(level, governing.plan_of(level)) >= SOLVED


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_no_step_of_a_solution_is_refused_in_most_worlds(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert not vain(level, level.solution, SOME)


@pytest.mark.parametrize("name", WITH_HISTORY)
def test_no_step_of_what_was_done_in_history_is_refused_in_most_worlds(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert not vain(level, level.history, FEW)


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


@pytest.mark.parametrize("name", LEVELS)
def test_whoever_closes_the_sheet_of_an_event_spends_nothing(name: str) -> None:
    """Closing it takes the first answer at the end of the quarter."""
    level = LEVELS[name]
    assert level is not None
    free_first = [event for event in level.events if any(choice.price == 0.0 for choice in event.choices)]
    assert not [event.id for event in free_first if event.choices[0].price > 0.0]


def minutes(level: Level) -> float:
    """Return how long a level lasts at normal speed, pauses of a reader counted."""
    reading = sum(QUESTION if event.choices else NEWS for event in level.events)
    return (level.quarters * SECONDS[NORMAL] + level.quarters / 4 * BUDGET + reading) / 60


@pytest.mark.parametrize("name", [name for name, level in LEVELS.items() if level and level.kind == "history"])
def test_a_history_lasts_ten_to_forty_minutes_at_normal_speed(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert 10 <= minutes(level) <= 40


TABLE = library.LEVELS / "README.md"
"""What people read about the levels."""


@pytest.mark.parametrize("name", WITH_GOALS)
def test_the_table_of_levels_says_what_was_proven(name: str) -> None:
    path = library.find_level(name)
    assert path is not None
    note, lines = proof_note.read(path), TABLE.read_text(encoding="utf-8").splitlines()
    row = next(line.split(" | ") for line in lines if f"`{path.stem}`" in line)
    assert note is not None
    assert row[3:6] == [f"{100 * share:.0f} %" for share in (note.beginner, note.solution, note.luck)]
