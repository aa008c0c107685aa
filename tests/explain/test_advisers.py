"""Three advisers who disagree, each with a record that adds up and cannot be polished."""

import pytest

from game.content.words import LANGUAGES, words
from game.explain import advisers, counsel
from game.explain.advisers import ADVISERS, Claim, council
from game.explain.speech import Speaker
from game.explain.why import Explainer
from game.session.session import Session
from game.simulation.actions import Enact
from tests.session.playing import opened


@pytest.fixture(scope="module")
def played() -> Session:
    session = opened("reference")
    for _ in range(60):
        session.advance()
    return session


def test_nobody_speaks_before_a_year_has_passed() -> None:
    assert council(opened()) == ()


def test_each_looks_at_numbers_of_its_own(played: Session) -> None:
    looked = {who: {a.claim.number for at in range(4, 60) for a in council(played, at) if a.adviser == who}
              for who in ADVISERS}  # fmt: skip
    assert looked["treasury"] <= {"treasury", "employment"}
    assert looked["college"] <= set(advisers.COMFORT)
    assert looked["guild"] <= {"mean_margin", "trust", "revenue"}


def test_they_disagree_about_what_to_do(played: Session) -> None:
    for at in range(4, 60):
        wanted = [(advice.stance, advice.card) for advice in council(played, at)]
        assert len(set(wanted)) >= 2
        cards = [card for stance, card in wanted if stance == "start" and card]
        assert len(set(cards)) == len(cards)


def test_the_treasury_refuses_what_the_college_wants_when_money_runs_out() -> None:
    session = opened("reference")
    for _ in range(3):
        session.advance()
    while session.quarter < 40:
        for policy in session.rules.setup.policies:
            session.do(Enact(policy.id))
        session.advance()
        treasury, college, _ = council(session)
        if treasury.stance == "refuse":
            assert treasury.card == college.card
            assert treasury.claim == Claim("treasury", False, 4)
            return
    raise AssertionError("money never ran out")


def test_what_was_said_does_not_change_afterwards(played: Session) -> None:
    early = opened("reference")
    for _ in range(20):
        early.advance()
    for at in (4, 8, 16, 20):
        assert council(early, at) == council(played, at)


def test_a_record_counts_every_line_whose_time_has_come_and_only_those(played: Session) -> None:
    records = advisers.records(played)
    for who in ADVISERS:
        said = [a for at in range(4, 60, 4) for a in council(played, at) if a.adviser == who]
        due = [a for a in said if a.at + a.claim.quarters <= 60]
        history = played.branch.region.history
        right = 0
        for a in due:
            series = history[a.claim.number][:, 0]
            moved = series[a.at + a.claim.quarters] - series[a.at]
            right += bool(moved > 0) if a.claim.rises else bool(moved < 0)
        assert (records[who].right, records[who].told) == (right, len(due))


def test_a_wrong_claim_counts_as_wrong(played: Session) -> None:
    said = council(played, 20)[1]
    turned = type(said)(
        said.adviser, said.at, said.stance, said.card, said.moved,
        Claim(said.claim.number, not said.claim.rises, said.claim.quarters),
    )  # fmt: skip
    assert advisers.came_true(played, said) is not advisers.came_true(played, turned)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_names_the_number_the_cause_and_the_card_with_at_most_four_figures(
    played: Session, language: str
) -> None:
    speaker = Speaker(words(language), played.level, played.cards)  # type: ignore[arg-type]
    for advice in council(played, 36):
        told = counsel.line(played, advice, Explainer(), speaker)
        assert speaker.name(advice.claim.number) in told
        if advice.card:
            assert speaker.policy(advice.card) in told
        figures = [word for word in told.replace("，", " ").split() if any(c.isdigit() for c in word)]
        assert len(figures) <= 2
