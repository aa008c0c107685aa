"""The causal map is measured, not typed: signs, seven words, evidence; what moves a number; the exit line; what if."""

import pytest

from game.content import library
from game.explain.causal.evidence import seen
from game.explain.causal.links import CausalMap, Link, around
from game.explain.causal.telling import label, told
from game.explain.causal.variables import NUMBERS, ROOM_OF, VARIABLES, unknown
from game.explain.course import course, value_at
from game.explain.danger import danger
from game.explain.grounds import DOTS, concept_of, mechanism_of, strength_of
from game.explain.movers import Trial
from game.explain.scopes import FIRM_NUMBERS, PLACE_NUMBERS, AtPlace, OfFirm
from game.explain.what_if import fork
from game.explain.why import lifetime
from game.session.session import Session
from game.simulation.actions import Enact
from game.simulation.indicators import MEASURED
from game.simulation.registry import CAUSES
from tests.explain.test_why import speakers
from tests.session.playing import opened, solved


@pytest.fixture(scope="module")
def shoes() -> Session:
    return solved("wenzhou")


@pytest.fixture(scope="module")
def links(shoes: Session) -> list[Link]:
    found = CausalMap(shoes.branch.snapshots[60])
    found.work()
    return found.links


def test_the_map_knows_everything_that_mechanisms_read_give_and_change() -> None:
    assert unknown() == set()
    assert set(ROOM_OF) == set(VARIABLES)


def test_signs_are_those_of_the_theory(links: list[Link]) -> None:
    signs = {(link.cause, link.effect): link.sign for link in links}
    assert signs["crowding", "markup"] == -1
    assert signs["cheating", "trust"] == -1
    assert signs["lock_in", "openness"] == -1
    assert signs["wage", "mean_margin"] == -1
    assert signs["skill", "unit_cost"] == -1
    assert signs["exits", "firms"] == -1
    assert signs["variety", "crowding"] == -1
    assert signs["ties", "trust"] == 1
    assert signs["mean_margin", "cash"] == 1
    assert not any(link.cause == link.effect for link in links)


def test_what_works_through_a_stock_works_later(links: list[Link]) -> None:
    later = {(link.cause, link.effect): link.later for link in links}
    assert later["cheating", "trust"]
    assert not later["crowding", "markup"]


def test_a_neighbourhood_has_at_most_seven_words_for_every_number(links: list[Link]) -> None:
    for number in MEASURED:
        causes, effects = around(links, number)
        node = NUMBERS.get(number, number)
        assert len({node, *(c.cause for c in causes), *(e.effect for e in effects)}) <= 7, number
        assert all(link.effect == node for link in causes)
        assert all(link.cause == node for link in effects)
    assert sum(bool(around(links, number)[0]) for number in MEASURED) > 25


def test_the_map_can_be_measured_in_every_situation_also_without_firms() -> None:
    session = opened(seed=3)
    branch = session.branch
    state = branch.region.state
    for quarter in range(4):
        found = CausalMap(branch.region)
        found.work()
        assert found.ready
        assert len(found.links) > 60, quarter
        session.advance()
    state = branch.region.state
    state.people(state.firms[:, :0], state.tables["firm"][:, :0])
    branch.region.refresh()
    empty = CausalMap(branch.region)
    empty.work()
    assert empty.ready


def test_a_link_is_lit_only_after_a_year_and_never_in_a_run_without_a_past(shoes: Session, links: list[Link]) -> None:
    when = seen(shoes.branch, links)
    assert 20 < len(when) < len(links)
    assert all(4 <= quarter <= shoes.quarter for quarter in when.values())
    assert seen(opened().branch, links) == {}


def test_every_link_is_told_in_both_languages(links: list[Link]) -> None:
    for speaker in speakers("wenzhou"):
        for link in links:
            sentence = told(speaker, link)
            assert label(speaker, link.cause) in sentence
            assert label(speaker, link.effect) in sentence
        assert len({label(speaker, variable) for variable in VARIABLES}) == len(VARIABLES)


def test_cards_that_move_a_number_are_found_by_trying_them(shoes: Session) -> None:
    trial = Trial(shoes.branch.snapshots[12])
    trial.work(5)
    assert trial.left == 7
    trial.work()
    movers = {number: {m.policy: m for m in trial.movers(number)} for number in ("skill", "treasury", "reputation")}
    assert movers["skill"]["training_centre"].effect > 0
    assert movers["reputation"]["place_brand"].effect > 0
    assert movers["treasury"]["tax_holiday"].effect < 0


def test_the_exit_line_is_where_the_simulation_closes_firms(shoes: Session) -> None:
    for quarter in (10, 30, 60, 90):
        region = shoes.branch.snapshots[quarter]
        found = danger(region)
        assert list(found.left) == sorted(found.left)
        assert len(found.left) == int((~region.state.branch).sum())
        # Whoever fails in this very quarter would not outlive a worse one.
        failing = region.state.firm[region.flows["insolvent"]]
        below = {firm for firm, left in zip(found.firms, found.left, strict=True) if left < 0}
        assert set(failing.tolist()) <= below
        assert found.falling == len(below)


def test_a_decision_taken_away_leaves_everything_before_it_untouched(shoes: Session) -> None:
    session = solved("wenzhou")
    policies = [getattr(step.action, "policy", "") for step in session.branch.steps]
    k = policies.index("outside_links")
    here = session.branch
    found = fork(session, k, None, "without")
    found.work(7)
    assert not found.over
    found.work(1000)
    assert found.over
    assert session.branch is here
    assert session.branches[found.number] is found.branch
    assert not any(getattr(step.action, "policy", "") == "outside_links" for step in found.branch.steps)
    at = here.steps[k].quarter
    assert [found.branch.digests[q] for q in range(at)] == [here.digests[q] for q in range(at)]
    assert found.branch.region.history["openness"][-1, 0] < here.region.history["openness"][-1, 0]


def test_a_decision_may_be_moved_and_what_is_not_changed_is_lived_again_to_the_bit() -> None:
    session = opened()
    for quarter in range(12):
        if quarter == 4:
            session.do(Enact("trade_association"))
        session.advance()
    moved = fork(session, 0, 4, "later")
    moved.work(100)
    assert [step.quarter for step in moved.branch.steps] == [8]
    earlier = fork(session, 0, -4, "earlier")
    earlier.work(100)
    assert [step.quarter for step in earlier.branch.steps] == [0]
    same = fork(session, 0, 0, "same")
    same.work(100)
    assert same.branch.digests == session.branch.digests


def test_every_cause_has_a_mechanism_an_idea_and_a_standing() -> None:
    concepts, cards = library.concepts(), library.policies()
    for causes in CAUSES.values():
        for cause in causes:
            assert mechanism_of(cause), cause
            assert concept_of(cause, "firms", concepts, cards) is not None, cause
            assert strength_of(cause) in DOTS
    assert concept_of("policy.training_centre", "skill", concepts, cards).id in cards["training_centre"].concepts
    assert mechanism_of("entry.spinoff") == "spinoffs"
    assert mechanism_of("policy.training_centre") == ""


def test_a_course_ends_with_what_is_seen_now(shoes: Session) -> None:
    branch = shoes.branch
    state, flows = branch.region.state, branch.region.flows
    firm, slot = int(state.firm[0]), 0
    first, sales = course(branch, "revenue", OfFirm(firm))
    assert lifetime(branch, firm) == (first, first + len(sales) - 1)
    assert sales[-1] == pytest.approx(float(state.size[slot]))
    _, sold = course(branch, "revenue", AtPlace(1))
    assert sold[-1] == pytest.approx(float(flows["place_sales"][0, 1]))
    assert course(branch, "trust", None)[1] == branch.region.history["trust"][:, 0].tolist()
    for number in PLACE_NUMBERS:
        assert value_at(branch, 40, number, AtPlace(0)) == pytest.approx(course(branch, number, AtPlace(0))[1][40])
    assert all(len(course(branch, number, OfFirm(firm))[1]) == len(sales) for number in FIRM_NUMBERS[:3])
