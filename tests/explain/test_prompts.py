"""The question why: seldom, after a surprise, with true causes among the choices and an answer that explains."""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.words import LANGUAGES, words
from game.explain import feedback, prompts
from game.explain.budget import Budget
from game.explain.speech import Speaker
from game.explain.why import Contribution, Explainer, Reason
from game.session.predicting import quarters_ahead, seal
from game.session.session import Session
from game.simulation.ledger import Page
from game.simulation.region import Region
from game.simulation.registry import LEVERS
from game.simulation.rules import Rules
from tests.session.playing import opened
from tests.simulation.regions import setup


@pytest.fixture(scope="module")
def played() -> Session:
    session = opened("wenzhou")
    for _ in range(40):
        session.advance()
    return session


EXPLAINER = Explainer()


def prompt(session: Session, number: str = "employment", since: int = 20) -> prompts.Prompt:
    found = prompts.prompt_for(session, EXPLAINER, number, since)
    assert found is not None
    return found


@given(st.lists(st.floats(1, 900), min_size=1, max_size=200))
def test_at_most_three_prompts_come_in_twenty_minutes_and_none_close_together(pauses: list[float]) -> None:
    budget, now, times = Budget(), 0.0, []
    for pause in pauses:
        now += pause
        if budget.free(now):
            budget.use(now)
            times.append(now)
    for start in times:
        within = [time for time in times if start <= time < start + 1200]
        assert len(within) <= 3
        assert all(b - a >= 300 for a, b in pairwise(within))


@pytest.mark.parametrize("number", ["employment", "mean_margin", "variety", "firms"])
def test_there_are_six_choices_the_two_largest_causes_and_some_that_did_not_act(played: Session, number: str) -> None:
    asked = prompt(played, number)
    acted = [part.cause for part in asked.reason.contributions]
    assert len(set(asked.choices)) == prompts.CHOICES
    assert asked.right == tuple(acted[:2])
    assert set(asked.right) <= set(asked.choices)
    assert sum(cause not in acted for cause in asked.choices) >= 2


def test_the_order_of_the_choices_tells_nothing_and_is_the_same_for_all_who_play_this_seed(played: Session) -> None:
    assert prompt(played).choices == prompt(played).choices
    asked = [prompt(played, "employment", since) for since in range(20, 36, 2)]
    first = [one.choices.index(one.right[0]) for one in asked]
    assert len(set(first)) > 2


def test_every_cause_that_can_be_offered_has_words() -> None:
    for language in LANGUAGES:
        assert [c for c in prompts.NOT_AT_WORK if f"cause.{c}" not in words(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_names_the_two_largest_causes_with_amounts_and_what_the_chosen_ones_did(
    played: Session, language: str
) -> None:
    asked = prompt(played)
    speaker = Speaker(words(language), played.level, played.cards)  # type: ignore[arg-type]
    idle = next(c for c in asked.choices if c not in {p.cause for p in asked.reason.contributions})
    told = "\n".join(feedback.feedback(asked, [asked.right[0], idle], speaker))
    for part in asked.reason.contributions[:2]:
        for piece in re.split(": |：", speaker.contribution(asked.reason, part)):
            assert piece in told
    assert speaker.cause(idle) in told


def test_cards_are_named_for_who_fails_and_none_for_who_closes_for_reasons_of_their_own(played: Session) -> None:
    speaker = Speaker(words("en"), played.level, played.cards)

    def told(*right: str) -> str:
        parts = tuple(Contribution(cause, -5.0, 0.5) for cause in right)
        asked = prompts.Prompt(Reason("employment", 0, 8, 20.0, 10.0, parts), right, (right[0], right[-1]))
        return "\n".join(feedback.feedback(asked, list(right), speaker))

    assert "Cards: " in told("exit.insolvent", "exit.closed")
    assert "Cards: " not in told("exit.closed", "exit.closed")


def test_no_card_is_named_that_makes_matters_worse() -> None:
    here = opened("reference")
    speaker = Speaker(words("en"), here.level, here.cards)

    def cards(number: str, cause: str, amount: float) -> str:
        parts = (Contribution(cause, amount, 1.0),)
        asked = prompts.Prompt(Reason(number, 0, 8, 0.0, amount, parts), (cause,), (cause, cause))
        return feedback.feedback(asked, [cause], speaker)[-1]

    assert "Cards: " not in cards("lock_in", "lock_in.sameness", 0.1)
    assert "Cards: " not in cards("lock_in", "lock_in.politics", 0.1), "protection would add to it"
    assert "Links to the outside" in cards("lock_in", "lock_in.openness", -0.1)
    assert "Joint selling" in cards("employment", "growth.orders", -9.0)
    assert "Protection" not in cards("employment", "growth.orders", -9.0), "a temptation is found out, not told"
    assert "Cards: " not in cards("employment", "growth.luck", -9.0)


MEASURED = [
    (cause, lever, way)
    for cause, levers in feedback.MOVES.items()
    for lever, way in levers.items()
    if way and not cause.startswith(("entry.", "exit.", "reputation.outbreak"))
]
"""All but comings, goings and scandals, which are thrown for and rare: their chances are told on their pages."""


@pytest.mark.parametrize(("cause", "lever", "way"), MEASURED)
def test_a_lever_makes_the_causes_it_is_said_to_move_stronger_or_weaker(cause: str, lever: str, way: int) -> None:
    """Measured on twenty worlds over eight years: each quarter as it is, and with the lever raised by a card."""
    by = max((abs(shift.by) for card in setup().policies for shift in card.shifts if shift.lever == lever), default=0.1)
    start = {**setup().parameters, "reputation.accident": 0.05}  # or there would be no scandal to forget
    raised = Rules(replace(setup(), parameters={**start, lever: start.get(lever, LEVERS[lever].default) + by}))
    region, changed = Region.open(Rules(replace(setup(), parameters=start)), 3, 20), 0.0

    def strength(here: Region) -> float:
        page = Page(here.state.quarter)
        here.advance(page)
        return sum(float(np.abs(post.change).sum()) for post in page.posts if post.cause == cause)

    for _ in range(32):
        other = region.snapshot()
        other.rules = raised
        other.refresh()
        changed += strength(other) - strength(region)
    assert changed * way > 0


def test_an_answer_is_recorded_once_with_the_share_that_was_right(played: Session) -> None:
    session = opened("wenzhou")
    for _ in range(40):
        session.advance()
    asked = prompt(session)
    said = prompts.answer(session, asked, [asked.right[0], "exit.relocated"])
    assert (said.kind, said.right, said.quarter) == ("explain", 0.5, 40)
    assert session.record().answers == (said,)


def surprised(value: float) -> prompts.Prompt | None:
    session = opened("wenzhou")
    for _ in range(4):
        session.advance()
    quarters = quarters_ahead(4, 120)
    band = ((20.0,) * len(quarters), (30.0,) * len(quarters))
    seal(session, "firms", [value] * len(quarters), (0, 1e6), band)
    while session.quarter < quarters[-1]:
        session.advance()
    turned = prompts.turn_of_phase(session)
    found = prompts.wanted(session, Explainer())
    assert found is None or turned is None or found.reason.number == "firms"
    return found


def test_a_prompt_follows_a_prediction_far_off_and_not_one_that_was_near() -> None:
    far = surprised(5000.0)
    assert far is not None
    assert (far.reason.number, far.reason.since) == ("firms", 4)


def test_a_prompt_follows_a_turn_of_phase_and_is_not_asked_twice() -> None:
    session = opened("wenzhou")
    found = None
    while session.advance() and found is None:
        if prompts.turn_of_phase(session):
            found = prompts.wanted(session, Explainer())
            break
        assert prompts.wanted(session, Explainer()) is None
    assert found is not None
    prompts.answer(session, found, list(found.right))
    assert prompts.wanted(session, Explainer()) is None
