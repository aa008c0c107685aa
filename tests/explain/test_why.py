"""Causes add up to what moved, whatever was played; and the sentence names the largest of them."""

from collections.abc import Iterator, Sequence
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import library
from game.content.words import LANGUAGES, Words, words
from game.explain.attribution import Walk, moves_of, taking_apart, walking
from game.explain.levers_at_rest import Resting, deciding, shifting
from game.explain.quantities import KINDS
from game.explain.scene import scene_of
from game.explain.scopes import AtPlace, OfFirm, numbers_of
from game.explain.speech import Speaker
from game.explain.steps import completed
from game.explain.why import LEAST, OTHER, Contribution, Explainer, Reason, lifetime
from game.session.session import Session
from game.simulation.actions import Action, Enact
from game.simulation.indicators import MEASURED, History
from game.simulation.ledger import Page
from game.simulation.tick import tick
from tests.session.playing import follow, level, opened, plays, solved

EXPLAINER = Explainer()
"""One for all: quarters are taken apart once."""

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
        apart = completed(taking_apart(before.rules, before.state, branch.pages[quarter], after.state))
        for number in MEASURED:
            region = apart.scales["region"]
            summed = region.amounts[number].sum()
            assert summed == region.after[number] - region.before[number], (quarter, number)


def test_a_quarter_taken_apart_step_by_step_is_the_same_and_may_be_asked_meanwhile(shoes: Session) -> None:
    branch, at_once, by_steps = shoes.branch, Explainer(), Explainer()
    for quarter in (3, 40):
        steps = by_steps.preparing(branch, quarter)
        for _ in range(4):
            next(steps)  # a window does one a frame
        told = at_once.why(branch, "employment", quarter, quarter + 1)
        assert by_steps.why(branch, "employment", quarter, quarter + 1) == told
        assert len(list(steps)) >= 3, "it goes on in steps"
        assert not by_steps.waiting(branch, quarter, quarter + 1)
        assert by_steps.why(branch, "trust", quarter, quarter + 1) == at_once.why(branch, "trust", quarter, quarter + 1)


def test_what_is_taken_apart_is_what_was_measured(won: Session, shoes: Session) -> None:
    for session in (won, shoes):
        branch = session.branch
        for quarter in range(0, branch.quarter, 5):
            before, after = branch.snapshots[quarter], branch.snapshots[quarter + 1]
            apart = completed(taking_apart(before.rules, before.state, branch.pages[quarter], after.state))
            for number in MEASURED:
                assert apart.scales["region"].before[number] == float(before.history.last(number)[0]), number
                assert apart.scales["region"].after[number] == float(after.history.last(number)[0]), number


@pytest.mark.parametrize("number", MEASURED)
def test_causes_over_many_quarters_add_up(shoes: Session, number: str) -> None:
    explainer, history = EXPLAINER, shoes.branch.region.history[number][:, 0]
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
    explainer = EXPLAINER
    quarter = min(quarter, branch.quarter - 1)  # a level may end early
    for number in MEASURED:
        reason = explainer.why(branch, number, quarter, quarter + 1)
        assert sum(c.amount for c in reason.contributions) == reason.after - reason.before, number


def test_the_order_in_which_causes_are_written_down_changes_nothing(shoes: Session) -> None:
    branch = shoes.branch
    before, after = branch.snapshots[38], branch.snapshots[39]
    page = branch.pages[38]
    moves = moves_of(
        before.rules, page, before.state, after.state, completed(deciding(before.rules, before.state, page))
    )
    assert len({move.source for move in moves}) == len(moves) > 10
    once = completed(walking(Walk(before.rules, before.state, after.state, moves), ["region"]))
    turned = completed(walking(Walk(before.rules, before.state, after.state, moves[::-1]), ["region"]))
    assert set(turned.sources) == set(once.sources)
    for k, source in enumerate(once.sources):
        for number in ("treasury", "trust", "support"):
            amount = turned.scales["region"].amounts[number][turned.sources.index(source)]
            assert amount == pytest.approx(once.scales["region"].amounts[number][k], abs=NEARLY)


def test_causes_are_ranked_by_size_and_the_rest_is_one(shoes: Session) -> None:
    reason = EXPLAINER.why(shoes.branch, "mean_margin", 30, 40)
    sizes = [abs(c.amount) for c in reason.contributions]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) > 6
    short = reason.largest(6)
    assert [c.cause for c in short][-1] == OTHER
    assert sum(c.amount for c in short) == pytest.approx(sum(c.amount for c in reason.contributions))
    assert all(c.share >= LEAST for c in short[:-1])


@pytest.mark.parametrize("span", [1, 4, 20, 60])
def test_no_explanation_leaves_more_than_a_fifth_unnamed(shoes: Session, span: int) -> None:
    explainer = EXPLAINER
    for number in ("firms", "employment", "mean_margin", "productivity", "variety", "trust", "lock_in", "treasury"):
        for at in range(span, shoes.quarter, 16):
            for most in (1, 3, 6, 8):
                short = explainer.why(shoes.branch, number, at - span, at).largest(most)
                assert sum(c.share for c in short if c.cause == OTHER) <= 0.2


def test_a_programme_and_an_event_are_named_among_the_causes(won: Session, shoes: Session) -> None:
    treasury = EXPLAINER.why(won.branch, "treasury", 0, 2)
    assert "policy.incubator" in {c.cause for c in treasury.contributions}
    trade = EXPLAINER.why(shoes.branch, "market_share", 93, 95)
    assert "event.shoe_capital" in {c.cause for c in trade.contributions}
    answer = EXPLAINER.why(shoes.branch, "treasury", 38, 39)
    assert "answer.fire_1987" in {c.cause for c in answer.contributions}


def test_two_lines_with_one_past_share_its_reasons() -> None:
    session = opened()
    for _ in range(6):
        session.advance()
    explainer = EXPLAINER
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
    explainer = EXPLAINER
    with pytest.raises(KeyError):
        explainer.why(won.branch, "p_growth", 0, 4)
    for since, at in ((4, 4), (5, 4), (-1, 3), (0, 41)):
        with pytest.raises(ValueError, match="no span"):
            explainer.why(won.branch, "firms", since, at)


def test_the_sentence_names_the_largest_cause_of_the_change_in_both_languages(shoes: Session) -> None:
    explainer = EXPLAINER
    for number in MEASURED:
        reason = explainer.why(shoes.branch, number, 30, 44)
        moved = reason.after - reason.before
        towards = [c for c in reason.contributions if c.amount * moved > 0]
        for speaker in speakers("wenzhou"):
            text = speaker.sentence(reason)
            assert speaker.name(number) in text
            if towards:
                largest = max(towards, key=lambda c: abs(c.amount)).cause
                assert speaker.because(largest, reason.scene) in text
                assert speaker.because(largest, reason.scene) in speaker.headline(reason)[1]


def test_the_sentence_says_in_which_direction_a_number_went() -> None:
    parts = (Contribution("trust.dealing", 0.3, 0.6), Contribution("trust.cheating", -0.2, 0.4))
    rose = Reason("trust", 0, 4, 0.4, 0.5, parts)
    fell = Reason("trust", 0, 4, 0.5, 0.4, (parts[0], Contribution("trust.cheating", -0.4, 0.6)))
    same = Reason("trust", 0, 4, 0.5, 0.5, ())
    en, zh = speakers()
    because = "mostly because partners kept their word."
    assert en.sentence(rose) == f"Trust rose in a year from 40\u00a0% to 50\u00a0%, {because}"
    assert en.sentence(fell) == "Trust fell in a year from 50\u00a0% to 40\u00a0%, mostly because somebody cheated."
    assert en.headline(rose) == ("Trust rose in a year,", because)
    assert en.sentence(same) == "Trust did not change."
    assert len({zh.sentence(reason) for reason in (rose, fell, same)}) == 3


def test_every_cause_that_comes_up_has_words(won: Session, shoes: Session) -> None:
    explainer = EXPLAINER
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


def test_causes_add_up_for_every_place_and_for_a_firm(shoes: Session) -> None:
    explainer, branch = EXPLAINER, shoes.branch
    state = branch.snapshots[44].state
    firm = int(state.firm[3])
    for scope in (AtPlace(0), AtPlace(2), OfFirm(firm)):
        since = 38 if lifetime(branch, firm)[0] <= 38 else lifetime(branch, firm)[0]
        for number in numbers_of(scope):
            reason = explainer.why(branch, number, since, 44, scope)
            assert sum(c.amount for c in reason.contributions) == pytest.approx(reason.moved, abs=1e-9)


def test_places_add_up_to_the_region(shoes: Session) -> None:
    explainer, branch = EXPLAINER, shoes.branch
    sites = range(len(shoes.level.map.places))
    for number in ("firms", "employment", "revenue"):
        whole = explainer.why(branch, number, 36, 44)
        parts = [explainer.why(branch, number, 36, 44, AtPlace(site)) for site in sites]
        assert sum(part.after for part in parts) == pytest.approx(whole.after, abs=1e-6)
        causes = {c.cause: c.amount for c in whole.contributions}
        for cause, amount in causes.items():
            summed = sum(c.amount for part in parts for c in part.contributions if c.cause == cause)
            assert summed == pytest.approx(amount, abs=1e-6), (number, cause)


def test_a_quarter_lived_again_with_every_lever_is_the_quarter(shoes: Session) -> None:
    branch = shoes.branch
    for quarter in (38, 57, 70, 95):
        start = branch.snapshots[quarter]
        shifts = shifting(start.rules, start.state)
        acting = Resting(start.rules, sum(s[1] for s in shifts)[None, :], sum(s[2] for s in shifts)[None, :])
        once, again = Page(quarter), Page(quarter)
        tick(start.rules, start.state.copy(), History(start.history.rows[-1:]), page=once)
        tick(acting, start.state.copy(), History(start.history.rows[-1:]), page=again)
        assert [post.cause for post in once.posts] == [post.cause for post in again.posts]
        assert all((a.change == b.change).all() for a, b in zip(once.posts, again.posts, strict=True))


def test_what_a_mechanism_did_more_because_of_a_decision_names_it() -> None:
    reason = EXPLAINER.why(solved("labour").branch, "skill", 30, 44)
    skill = {c.cause: dict(c.decided) for c in reason.contributions}
    # Public training does nothing without the training centre: all of it is the decision's.
    public = next(c for c in reason.contributions if c.cause == "training.public")
    assert skill["training.public"] == pytest.approx({"policy.training_centre": public.amount})
    assert not skill["training.ageing"].get("policy.training_centre")


def test_the_sentence_of_a_cause_names_the_product_and_the_firms(shoes: Session) -> None:
    reason = EXPLAINER.why(shoes.branch, "firms", 88, 96)
    en, zh = speakers("wenzhou")
    assert reason.scene.firms
    assert en.firm(reason.scene.firms[0]) in en.sentence(reason)
    assert zh.firm(reason.scene.firms[0]) in zh.sentence(reason)
    scene = scene_of(shoes.branch, "imitation.copying", 30, 40, None)
    assert en.product(scene.style) in en.because("imitation.copying", scene)


def test_a_firm_that_did_not_live_then_cannot_be_asked(shoes: Session) -> None:
    born = lifetime(shoes.branch, 60)
    assert born is not None and born[0] > 0
    with pytest.raises(ValueError, match="does not live"):
        EXPLAINER.why(shoes.branch, "mean_margin", born[0] - 1, born[0] + 1, OfFirm(60))
    assert lifetime(shoes.branch, 10**6) is None


def adds_up(names: Sequence[str], draws: int) -> None:
    """Draw numbers and spans of some levels by a fixed rule, and check each sum and what is left unnamed."""
    for seed, name in enumerate(names):
        session = solved(name, seed)
        explainer, quarters = Explainer(), session.quarter
        for draw in range(draws):
            rolled = [crc32(f"{seed} {draw} {k}".encode()) for k in range(3)]
            number = MEASURED[rolled[0] % len(MEASURED)]
            since = rolled[1] % (quarters - 1)
            at = since + 1 + rolled[2] % min(12, quarters - since)
            reason = explainer.why(session.branch, number, since, at)
            assert abs(sum(c.amount for c in reason.contributions) - reason.moved) < 1e-9, (seed, number, since, at)
            shown = reason.largest(6)
            assert sum(c.share for c in shown if c.cause == OTHER) <= 0.2


def test_causes_add_up_in_some_draws_of_number_span_and_seed() -> None:
    adds_up(["birth", "wenzhou"], 8)


@pytest.mark.long
def test_causes_add_up_in_a_thousand_draws_over_every_level() -> None:
    adds_up(library.names_of_levels(), 1 + 1000 // len(library.names_of_levels()))
