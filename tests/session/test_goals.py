"""Goals are met, missed or open exactly as their deadlines say, and the level ends as it should."""

from collections.abc import Sequence

import numpy as np
import pytest

from game.content import library
from game.content.authored import Bilingual
from game.content.level import Goal, Vote
from game.session.goals import by_need, figure, goals_by_need, outcome, progress, votes
from game.session.session import Session
from game.simulation.indicators import COLUMNS, INDEX, History
from tests.session.playing import level

QUARTERS = 8


def history(values: Sequence[float], name: str = "firms") -> History:
    """Return a run in which one number takes these values."""
    rows = []
    for value in values:
        row = np.zeros((len(COLUMNS), 1))
        row[INDEX[name]] = value
        row[INDEX["support"]] = row[INDEX["support"]] or 0.5
        rows.append(row)
    return History(rows)


def goal(**deadline: object) -> Goal:
    """Return a goal of ten firms."""
    text = Bilingual(en="ten", zh="十家")
    return Goal.model_validate({"id": "g", "text": text, "indicator": "firms", "op": ">=", "value": 10, **deadline})


@pytest.mark.parametrize(
    ("deadline", "values", "status"),
    [
        ({}, [0] * 8, "open"), ({}, [0] * 8 + [10], "met"), ({}, [10] * 8 + [9], "missed"),
        ({}, [10] * 8, "open"),
        ({"by": 3}, [0, 0, 10, 0], "met"), ({"by": 3}, [0, 0, 0], "open"),
        ({"by": 3}, [0, 0, 0, 0, 10], "missed"),
        ({"by": 3}, [0, 10, 0, 0, 0, 0], "met"), ({"at": 2}, [10, 10, 9, 10], "missed"),
        ({"at": 2}, [0, 0, 10, 0], "met"),
        ({"at": 2}, [10, 10], "open"), ({"for": 3}, [10, 10, 0, 10], "open"),
        ({"for": 3}, [0, 10, 10, 10, 0], "met"),
        ({"for": 3}, [10, 10, 0] * 3, "missed"), ({"for": 2, "by": 3}, [0, 0, 10, 10], "met"),
        ({"for": 2, "by": 3}, [0, 0, 0, 10, 10], "missed"), ({"until": 3}, [0, 10, 10], "open"),
        ({"until": 3}, [0, 10, 10, 10], "met"), ({"until": 3}, [0, 10, 9, 10], "missed"),
        ({"until": 3}, [0, 10, 10, 10, 0], "met"), ({"until": 0}, [0], "met"), ({"by": 0}, [10], "met"),
        ({"until": 4, "after": 3}, [0, 0, 0, 10, 10], "met"),
        ({"until": 4, "after": 3}, [0, 0, 0, 10, 9], "missed"),
        ({"until": 4, "after": 3}, [0, 0], "open"), ({"by": 4, "after": 3}, [10, 10, 10], "open"),
        ({"by": 4, "after": 3}, [10, 10, 10, 0, 0], "missed"), ({"by": 4, "after": 3}, [0, 0, 0, 10], "met"),
        ({"op": "<=", "value": 1}, [5] * 8 + [1], "met"), ({"op": "<=", "value": 1, "for": 1}, [5, 0], "met"),
    ],
)  # fmt: skip
def test_a_goal_is_judged_by_its_deadline(deadline: dict[str, object], values: list[float], status: str) -> None:
    item = progress(goal(**deadline), history(values), QUARTERS)
    assert item.status == status
    assert 0 <= item.share <= 1
    assert (item.share == 1) >= (item.status == "met")
    assert item.value == values[-1]


@pytest.mark.parametrize(
    ("deadline", "values", "told"),
    [
        ({}, [12, 3], 3), ({"at": 1}, [0, 9, 40], 9), ({"by": 2}, [0, 4, 9, 40], 9), ({"by": 2}, [0, 11, 3, 0], 11),
        ({"for": 2}, [0, 12, 8, 11, 40, 0], 11), ({"for": 2, "after": 4}, [50, 50, 50, 0, 6, 7, 5], 6),
        ({"by": 6, "after": 4}, [50, 50, 50, 0, 6, 7, 5], 7), ({"until": 4}, [0, 20, 9, 20, 20, 0], 9),
        ({"for": 4}, [5, 6], 6),
    ],
)  # fmt: skip
def test_the_figure_told_of_a_goal_is_the_one_it_was_judged_by(
    deadline: dict[str, object], values: list[float], told: float
) -> None:
    asked = goal(**deadline)
    assert figure(asked, values) == told
    judged = progress(asked, history(values), QUARTERS)
    assert judged.status != "met" or told >= asked.value
    assert judged.status != "missed" or told < asked.value


def test_a_goal_that_is_met_once_stays_met_when_the_run_goes_on_past_the_end() -> None:
    for deadline in ({"by": 3}, {"at": 3}, {"for": 2}, {"until": 3}, {}):
        values = [10.0] * (QUARTERS + 1) + [0.0] * 5
        assert progress(goal(**deadline), history(values), QUARTERS).status == "met"


def test_what_comes_after_the_end_does_not_count() -> None:
    for deadline in ({"by": 3}, {"at": 3}, {"for": 2}, {"until": 3}, {}):
        values = [0.0] * (QUARTERS + 1) + [10.0] * 5
        assert progress(goal(**deadline), history(values), QUARTERS).status == "missed"


def test_the_way_to_a_goal_is_measured_from_where_it_began() -> None:
    assert progress(goal(), history([4, 7]), QUARTERS).share == 0.5
    assert progress(goal(op="<=", value=2), history([6, 5]), QUARTERS).share == 0.25
    assert progress(goal(), history([4, 1]), QUARTERS).share == 0


def test_a_level_is_won_when_every_needed_goal_is_met_at_the_end() -> None:
    goals = [goal(), goal(id="h", value=5), goal(id="o", value=99, kind="optional")]
    won = outcome(goals, None, history([10] * (QUARTERS + 1)), QUARTERS)
    assert (won.ended, won.won, won.stars, won.reason) == (True, True, 2, "term")
    lost = outcome(goals, None, history([6] * (QUARTERS + 1)), QUARTERS)
    assert (lost.ended, lost.won, lost.stars) == (True, False, 1)


def test_a_level_goes_on_until_its_end() -> None:
    assert not outcome([goal(by=3)], None, history([10] * 5), QUARTERS).ended


def test_what_must_not_happen_ends_the_level_at_once() -> None:
    found = outcome([goal(kind="fail", **{"for": 1}), goal(value=1)], None, history([0, 10]), QUARTERS)
    assert (found.ended, found.won, found.reason) == (True, False, "failed")


def test_a_level_without_goals_is_neither_won_nor_cut_short() -> None:
    assert outcome([], None, history([1] * QUARTERS), QUARTERS).ended is False
    assert outcome([], None, history([1] * (QUARTERS + 1)), QUARTERS).won is False


def test_the_council_votes_every_so_many_quarters_and_may_turn_the_government_out() -> None:
    vote = Vote(every=3, threshold=0.4)
    support = [0.1, 0.9, 0.9, 0.4, 0.0, 0.0, 0.39, 0.9]
    held = votes(vote, history(support, "support"))
    assert held == [(3, 0.4, True), (6, 0.39, False)]
    found = outcome([goal()], vote, history(support, "support"), 20)
    assert (found.ended, found.won, found.reason) == (True, False, "voted_out")
    assert votes(None, history(support, "support")) == []


def test_what_is_needed_is_told_first_and_what_must_not_happen_last() -> None:
    here = level("chain")
    kinds = [one.kind for one in goals_by_need(here)]
    assert kinds == ["pass", "pass", "optional", "optional", "fail"] != [one.kind for one in here.goals]
    judged = by_need(Session.open(here, library.policies(), 1).progress())
    assert [item.goal.id for item in judged] == [one.id for one in goals_by_need(here)]
