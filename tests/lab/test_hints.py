"""Whoever does what a level's last hint says, and nothing more, wins about as often as not."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.content import library
from game.content.build import setup_of
from game.content.plan import Plan, actions_of
from game.content.yaml_lines import read
from game.lab.governing import play
from game.lab.prove import SEED
from game.simulation.dice import seeds_for
from game.simulation.rules import Rules
from tests.session.playing import level

WORLDS = 24
LEAST = 0.4
"""Half of the worlds, less the luck of so few."""


@cache
def hints() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(Path(__file__).with_name("hints.yaml")).content
    return found


def test_every_last_hint_was_taken_at_its_word() -> None:
    levels = [library.load_level(path).level for path in library.level_files()]
    last = {one.id: one.hints[-1] for one in levels if one is not None and one.solution}
    said = {name: hint["said"] for name, hint in hints().items()}
    assert said == {name: hint.en for name, hint in last.items()}, "a new hint needs its plan anew"
    for name, hint in last.items():
        deeds = {step.get("policy", step.get("event")) for step in hints()[name]["plan"]}
        assert set(hint.done) <= deeds, f"{name}: it waits for what it does not say"


LESSONS = [name for name in hints() if level(name).kind == "lesson"]
OTHERS = [pytest.param(name, marks=pytest.mark.long) for name in hints() if name not in LESSONS]


@pytest.mark.parametrize("name", [*LESSONS, *OTHERS])
def test_who_does_what_the_last_hint_says_wins_about_every_second_time(name: str) -> None:
    here, cards = level(name), library.policies()
    plan = actions_of(Plan.model_validate(hints()[name]["plan"]).steps, [place.id for place in here.map.places])
    assert play(here, Rules(setup_of(here, cards)), cards, seeds_for(SEED, WORLDS), plan).won.mean() >= LEAST
