"""What a person did is done again in its quarter; what was answered is answered again whenever it is asked."""

import numpy as np

from game.lab.forecast_effort import EFFORT, own_cards, with_effort
from game.lab.replaying import _due
from game.session.branch import Step
from game.simulation.actions import Action, Answer, Enact
from tests.lab.test_strategies import rules

CARD = Enact("incubator", 0)
STEPS = [
    Step(2, Answer("offer", "go")), Step(2, CARD), Step(6, Answer("offer", "no")), Step(6, Answer("strike", "pay")),
]  # fmt: skip


def due(quarter: int) -> list[Action]:
    return [step.action for step in _due(STEPS, quarter)]


def test_cards_are_played_in_their_quarter_only() -> None:
    assert [CARD in due(quarter) for quarter in (1, 2, 3)] == [False, True, False]


def test_an_event_is_answered_as_in_that_quarter_or_the_last_time_before_or_the_first_time() -> None:
    answers = [[a.choice for a in due(quarter) if isinstance(a, Answer) and a.event == "offer"] for quarter in range(8)]
    assert answers == [["go"]] * 6 + [["no"]] * 2
    assert all(Answer("strike", "pay") in due(quarter) for quarter in range(8))


def test_an_effort_put_in_the_place_of_cards_is_all_there_is() -> None:
    """Some cards of this level renew, none really opens: the effort stands for all three and is made alone."""
    made = with_effort(rules("overcompetition"))
    assert [made.setup.policies[k].id for k in own_cards(made)] == [EFFORT.id]
    assert np.isin(["research_consortium", "upgrading_programme"], [card.id for card in made.setup.policies]).all()
