"""On every shipped level who knows more comes out better, measured and kept in ``groups.json`` (GR-02, SP-03)."""

import pytest

from tests.lab import groups

NOTE, LEVELS = groups.known(), groups.levels()


@pytest.mark.parametrize("name", LEVELS)
def test_the_note_is_of_the_level_as_it_is_and_of_the_rules_there_are(name: str) -> None:
    assert groups.current(NOTE, LEVELS[name]), "measure again: python -m tests.lab.groups"


@pytest.mark.parametrize("name", LEVELS)
@pytest.mark.parametrize("step", ["reference > heuristics", "heuristics > nothing"])
def test_who_knows_the_level_is_surely_better(name: str, step: str) -> None:
    assert NOTE[name]["gains"][step][1] > 0


@pytest.mark.parametrize(("step", "at_least"), [("heuristics > random", 0.6), ("random > nothing", 0.8)])
def test_rules_of_thumb_beat_the_lot_and_the_lot_beats_nothing_on_most_levels(step: str, at_least: float) -> None:
    """Not on all: where a level is about the harm of doing too much, cards by lot do worse than nobody."""
    holds = [name for name in LEVELS if NOTE[name]["gains"][step][1] > 0]
    assert len(holds) >= at_least * len(LEVELS), sorted(set(LEVELS) - set(holds))


def test_nobody_of_one_idea_takes_all_three_stars_at_once_on_most_levels() -> None:
    """SP-03: in more than half of the dice, on more than half of the levels."""
    ideas = groups.STRATEGIES
    taken = [name for name in LEVELS if max(NOTE[name]["all_stars"][who] for who in ideas) > 0.5]
    assert len(taken) < len(LEVELS) / 2, taken


@pytest.mark.long
def test_measuring_again_gives_the_note() -> None:
    assert groups.measure(LEVELS["birth"]) == NOTE["birth"]
