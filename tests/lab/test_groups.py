"""On every shipped level who knows more comes out better, measured and kept in ``groups.json`` (GR-02, SP-03)."""

import pytest

from tests.lab import groups

NOTE, LEVELS = groups.known(), groups.levels()


@pytest.mark.parametrize("name", LEVELS)
def test_the_note_is_of_the_level_as_it_is_and_of_the_rules_there_are(name: str) -> None:
    assert groups.current(NOTE, LEVELS[name]), "measure again: python -m tests.lab.groups"


MISSED = {
    "heuristics > random": (
        "birth", "overcompetition", "north_jutland", "sinos_valley", "taranto", "northern_italy", "hollywood",
        "milan",
    ),
    "random > nothing": ("spin_offs", "trust", "sameness", "detroit", "wall_street"),
}  # fmt: skip
"""Where the order does not surely hold: these levels are about the harm of doing too much, or of doing it by rule."""


def expected(step: str, name: str) -> object:
    """Return a case, marked where it is known to miss: one that begins to hold is told too."""
    missed = pytest.mark.xfail(reason="GR-02 asks for it on every level", strict=True)
    return pytest.param(step, name, marks=missed if name in MISSED.get(step, ()) else ())


@pytest.mark.parametrize(("step", "name"), [expected(step, name) for step in groups.STEPS for name in LEVELS])
def test_who_knows_more_is_surely_better(step: str, name: str) -> None:
    assert NOTE[name]["gains"][step][1] > 0


def test_nobody_of_one_idea_takes_all_three_stars_at_once_on_most_levels() -> None:
    """SP-03: in more than half of the dice, on more than half of the levels."""
    ideas = groups.STRATEGIES
    taken = [name for name in LEVELS if max(NOTE[name]["all_stars"][who] for who in ideas) > 0.5]
    assert len(taken) < len(LEVELS) / 2, taken


@pytest.mark.long
def test_measuring_again_gives_the_note() -> None:
    assert groups.measure(LEVELS["birth"]) == NOTE["birth"]
