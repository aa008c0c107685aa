"""Causes add up to what moved, whatever was played; and the sentence names the largest of them."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import library
from game.content.words import LANGUAGES, Words, words
from game.explain.attribution import moves_of, take_apart
from game.explain.quantities import KINDS
from game.explain.speech import Speaker
from game.explain.why import LEAST, OTHER, Contribution, Explainer, Reason
from game.session.session import Session
from game.simulation.actions import Action, Enact
from game.simulation.indicators import MEASURED
from tests.session.playing import follow, level, opened, plays, solved

NEARLY = 1e-6
"""Numbers are kept to the ninth figure; over many quarters the last ones may round."""


@pytest.fixture(scope="module")
def won() -> Session:
    return solved()


@pytest.fixture(scope="module")
def shoes() -> Session:
    return solved("wenzhou")


def speakers(name: str = "birth") -> Iterator[Speaker]:
    """Speak of a level in both languages, with strict words: a missing one is an error."""
    for language in LANGUAGES:
        plain = words(language)
        texts = {id_: plain._texts[id_] for id_ in plain.ids}
        yield Speaker(Words(language, texts, strict=True), level(name), library.policies())


def test_causes_of_every_number_in_every_quarter_add_up_to_the_last_bit(won: Session) -> None:
    branch = won.branch
    for quarter in range(branch.quarter):
        before, after = branch.snapshots[quarter], branch.snapshots[quarter + 1]
        apart = take_apart(before.rules, before.state, branch.pages[quarter], after.state)
        for number in MEASURED:
            summed = sum(amounts[number] for amounts in apart.amounts.values())
            assert summed == apart.after[number] - apart.before[number], (quarter, number)


def test_what_is_taken_apart_is_what_was_measured(won: Session, shoes: Session) -> None:
    for session in (won, shoes):
        branch = session.branch
        for quarter in range(0, branch.quarter, 5):
            before, after = branch.snapshots[quarter], branch.snapshots[quarter + 1]
            apart = take_apart(before.rules, before.state, branch.pages[quarter], after.state)
            for number in MEASURED:
                assert apart.before[number] == float(before.history.last(number)[0]), number
                assert apart.after[number] == float(after.history.last(number)[0]), number


@pytest.mark.parametrize("number", MEASURED)
def test_causes_over_many_quarters_add_up(shoes: Session, number: str) -> None:
    explainer, history = Explainer(), shoes.branch.region.history[number][:, 0]
    for since, at in ((0, 1), (30, 34), (36, 44), (100, 120)):
        reason = explainer.why(shoes.branch, number, since, at)
        assert (reason.before, reason.after) == (float(history[since]), float(history[at]))
        assert sum(c.amount for c in reason.contributions) == pytest.approx(reason.after - reason.before, abs=NEARLY)
        if reason.contributions:
            assert sum(c.share for c in reason.contributions) == pytest.approx(1.0)


@settings(max_examples=5, deadline=None)
@given(plays(quarters=16), st.integers(0, 2**40), st.integers(0, 15))
def test_causes_add_up_in_random_runs(tried: list[list[Action]], seed: int, quarter: int) -> None:
    branch = follow(opened(seed=seed), tried).branch
    explainer = Explainer()
    quarter = min(quarter, branch.quarter - 1)  # a level may end early
    for number in MEASURED:
        reason = explainer.why(branch, number, quarter, quarter + 1)
        assert sum(c.amount for c in reason.contributions) == reason.after - reason.before, number


def test_the_order_in_which_causes_are_written_down_changes_nothing(shoes: Session) -> None:
    branch = shoes.branch
    before, after = branch.snapshots[38], branch.snapshots[39]
    page = branch.pages[38]
    names = [move.cause for move in moves_of(before.rules, page, before.state, after.state)]
    once = take_apart(before.rules, before.state, page, after.state)
    page.posts.reverse()
    turned = take_apart(before.rules, before.state, page, after.state)
    page.posts.reverse()
    assert len(names) == len(set(names)) > 10
    for cause in names:
        for number in ("treasury", "trust", "support"):
            assert turned.amounts[cause][number] == pytest.approx(once.amounts[cause][number], abs=NEARLY)


def test_causes_are_ranked_by_size_and_the_rest_is_one(shoes: Session) -> None:
    reason = Explainer().why(shoes.branch, "mean_margin", 30, 40)
    sizes = [abs(c.amount) for c in reason.contributions]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) > 6
    short = reason.largest(6)
    assert [c.cause for c in short][-1] == OTHER
    assert sum(c.amount for c in short) == pytest.approx(sum(c.amount for c in reason.contributions))
    assert all(c.share >= LEAST for c in short[:-1])


@pytest.mark.parametrize("span", [1, 4, 20, 60])
def test_no_explanation_leaves_more_than_a_fifth_unnamed(shoes: Session, span: int) -> None:
    explainer = Explainer()
    for number in ("firms", "employment", "mean_margin", "productivity", "variety", "trust", "lock_in", "treasury"):
        for at in range(span, shoes.quarter, 16):
            for most in (1, 3, 6, 8):
                short = explainer.why(shoes.branch, number, at - span, at).largest(most)
                assert sum(c.share for c in short if c.cause == OTHER) <= 0.2


def test_a_programme_and_an_event_are_named_among_the_causes(won: Session, shoes: Session) -> None:
    treasury = Explainer().why(won.branch, "treasury", 0, 2)
    assert "policy.incubator" in {c.cause for c in treasury.contributions}
    trade = Explainer().why(shoes.branch, "market_share", 93, 95)
    assert "event.shoe_capital" in {c.cause for c in trade.contributions}
    answer = Explainer().why(shoes.branch, "treasury", 38, 39)
    assert "answer.fire_1987" in {c.cause for c in answer.contributions}


def test_two_lines_with_one_past_share_its_reasons() -> None:
    session = opened()
    for _ in range(6):
        session.advance()
    explainer = Explainer()
    first = explainer.why(session.branch, "treasury", 3, 6)
    session.rewind(3)
    session.do(Enact("incubator"))
    for _ in range(3):
        session.advance()
    second = explainer.why(session.branch, "treasury", 3, 6)
    assert second.before == first.before
    assert "policy.incubator" in {c.cause for c in second.contributions}
    assert "policy.incubator" not in {c.cause for c in first.contributions}


def test_what_cannot_be_asked_is_refused(won: Session) -> None:
    explainer = Explainer()
    with pytest.raises(KeyError):
        explainer.why(won.branch, "p_growth", 0, 4)
    for since, at in ((4, 4), (5, 4), (-1, 3), (0, 41)):
        with pytest.raises(ValueError, match="no span"):
            explainer.why(won.branch, "firms", since, at)


def test_the_sentence_names_the_largest_cause_of_the_change_in_both_languages(shoes: Session) -> None:
    explainer = Explainer()
    for number in MEASURED:
        reason = explainer.why(shoes.branch, number, 30, 44)
        moved = reason.after - reason.before
        towards = [c for c in reason.contributions if c.amount * moved > 0]
        for speaker in speakers("wenzhou"):
            text = speaker.sentence(reason)
            assert speaker.name(number) in text
            if towards:
                assert speaker.cause(max(towards, key=lambda c: abs(c.amount)).cause) in text


def test_the_sentence_says_in_which_direction_a_number_went() -> None:
    parts = (Contribution("trust.dealing", 0.3, 0.6), Contribution("trust.cheating", -0.2, 0.4))
    rose = Reason("trust", 0, 4, 0.4, 0.5, parts)
    fell = Reason("trust", 0, 4, 0.5, 0.4, (parts[0], Contribution("trust.cheating", -0.4, 0.6)))
    same = Reason("trust", 0, 4, 0.5, 0.5, ())
    en, zh = speakers()
    assert en.sentence(rose) == "Trust rose from 40\u00a0% to 50\u00a0%, mostly through honest dealing."
    assert en.sentence(fell) == "Trust fell from 50\u00a0% to 40\u00a0%, mostly through cheating."
    assert en.sentence(same) == "Trust did not change."
    assert len({zh.sentence(reason) for reason in (rose, fell, same)}) == 3


def test_every_cause_that_comes_up_has_words(won: Session, shoes: Session) -> None:
    explainer = Explainer()
    for session, name in ((won, "birth"), (shoes, "wenzhou")):
        for since in range(0, session.quarter, 10):
            reason = explainer.why(session.branch, "treasury", since, since + 10)
            for speaker in speakers(name):
                for part in (*reason.contributions, Contribution(OTHER, 1.0, 0.1)):
                    assert speaker.contribution(reason, part)


def test_every_number_can_be_written_at_any_size() -> None:
    for speaker in speakers():
        for number in KINDS:
            for value in (0.0, 1.0, -1.0, 1e-9, 0.5, 12.345, -99999.5, 1e6, 1e12):
                assert speaker.value(number, value)
                assert speaker.change(number, value)[0] in "+−0"


def test_a_firm_keeps_its_name_for_life_and_neighbours_have_other_names() -> None:
    for speaker in speakers():
        names = [speaker.firm(k) for k in range(60)]
        assert names == [speaker.firm(k) for k in range(60)]
        assert len(set(names)) >= 55
