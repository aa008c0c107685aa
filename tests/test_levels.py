"""Every level can be won by its own solution, and is not won by doing nothing."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest

from game.content import library, proof_note
from game.content.build import setup_of
from game.content.level import Level
from game.content.plan import PlanStep, actions_of
from game.lab import governing
from game.lab.governing import Plan, Played
from game.lab.verdict import REFUSED
from game.simulation.dice import Words, seeds_for
from game.simulation.rules import Rules
from game.ui.rhythm import NORMAL, SECONDS

WORLDS, FEW = 32, 8
SOLVED, LUCKY = 0.6, 0.2
BUDGET, NEWS, QUESTION = 15.0, 10.0, 20.0
"""Seconds somebody spends on a year's budget, on reading what happened, and on what asks for an answer (design)."""

LEVELS = {name: library.load_level(path).level for name in library.names_of_levels()
          if (path := library.find_level(name))}  # fmt: skip
WITH_SOLUTION = [name for name, level in LEVELS.items() if level and level.solution]
WITH_HISTORY = [name for name, level in LEVELS.items() if level and level.history]
WITH_GOALS = [name for name, level in LEVELS.items() if level and any(goal.kind == "pass" for goal in level.goals)]


def played(level: Level, seeds: Words, *plans: Plan) -> list[Played]:
    """Let plans play a level in the same worlds, side by side."""
    cards = library.policies()
    return governing.play_beside(level, Rules(setup_of(level, cards)), cards, seeds, plans)


@cache
def solved_and_left_alone(name: str) -> list[Played]:
    """Play a level by its solution and by doing nothing, in many worlds; the last has the dice it begins on."""
    level = LEVELS[name]
    assert level is not None
    seeds = np.concatenate([seeds_for(1, WORLDS), seeds_for(level.dice, 1)])
    return played(level, seeds, governing.plan_of(level), [])


def vain(steps: Sequence[PlanStep], play: Played) -> list[tuple[int, str | None]]:
    """List the steps of a plan that most worlds refuse: who reads them is told what cannot be done."""
    asked = zip(sorted(steps, key=lambda step: step.quarter), play.refused, strict=True)
    return [(step.quarter, step.policy or step.event) for step, share in asked if share > REFUSED]


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_the_solution_of_a_level_wins(name: str) -> None:
    solved, _ = solved_and_left_alone(name)
    assert solved.won[:WORLDS].mean() >= SOLVED


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_no_step_of_a_solution_is_refused_in_most_worlds(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    assert not vain(level.solution, solved_and_left_alone(name)[0])


@pytest.mark.parametrize("name", WITH_HISTORY)
def test_no_step_of_what_was_done_in_history_is_refused_in_most_worlds(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    plan = actions_of(level.history, [place.id for place in level.map.places])
    assert not vain(level.history, *played(level, seeds_for(1, FEW), plan))


@pytest.mark.parametrize("name", WITH_SOLUTION)
def test_whoever_watches_a_level_played_on_its_first_dice_sees_it_won(name: str) -> None:
    solved, _ = solved_and_left_alone(name)
    assert solved.won[WORLDS]


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=() if "dice" in LEVELS[name].model_fields_set else pytest.mark.long)  # type: ignore[union-attr]
     for name in WITH_SOLUTION],
)  # fmt: skip
def test_on_its_first_dice_no_step_of_a_solution_is_refused(name: str) -> None:
    level = LEVELS[name]
    assert level is not None
    (alone,) = played(level, seeds_for(level.dice, 1), governing.plan_of(level))
    assert alone.won.all()
    assert not any(alone.refused)


@pytest.mark.parametrize("name", WITH_GOALS)
def test_doing_nothing_does_not_win(name: str) -> None:
    _, alone = solved_and_left_alone(name)
    assert alone.won[:WORLDS].mean() <= LUCKY


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
    measured = (note.forgiving, note.beginner, note.solution, note.luck)
    assert row[3:7] == [f"{100 * share:.0f} %" for share in measured]
