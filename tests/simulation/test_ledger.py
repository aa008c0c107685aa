"""The ledger is complete: every change of every stock has named causes that add up to it exactly."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.simulation.acting import act
from game.simulation.actions import Action, Adjust, Answer, Enact, Repeal
from game.simulation.exact import GRID
from game.simulation.ledger import Page
from game.simulation.region import Region
from game.simulation.registry import CAUSES, PARAMETERS
from game.simulation.rules import Rules
from game.simulation.setup import Group, Place, Setup
from game.simulation.shocks import Choice, Event, Pulse
from game.simulation.state import STOCKS, State
from tests.simulation.regions import setup, staying

CARDS = setup().policies
OUTSIDE = {"limit", "policy", "answer", "shocks"}
"""Who may post besides mechanisms: floors and ceilings, the player, events."""


def test_as_many_scandals_are_counted_as_break_out() -> None:
    risky = Rules(replace(setup(), parameters={**setup().parameters, "reputation.accident": 0.1}))
    region, broke = Region.open(risky, 3, 8), np.zeros(8)
    for quarter in range(40):
        page = Page(quarter)
        region.advance(page)
        broke += sum(post.change > 0 for post in page.posts if post.cause == "reputation.outbreak")
    assert broke.sum() > 8
    assert region.history["scandals"].sum(axis=0).tolist() == broke.tolist()


@st.composite
def levels(draw: st.DrawFn) -> Setup:
    """Draw a level: places, firms, a few odd numbers, an event that asks."""
    count = draw(st.integers(1, 4))
    km = st.integers(-30, 30)
    place = [Place(f"p{k}", draw(km), draw(km), draw(st.integers(1, 3)), draw(st.integers(1, 9))) for k in range(count)]
    groups = [
        Group(draw(st.integers(1, 9)), draw(st.integers(0, count - 1)), draw(st.floats(0.3, 4)), anchor=k > 1)
        for k in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    names = draw(st.lists(st.sampled_from(sorted(PARAMETERS)), max_size=6, unique=True))
    parameters = {name: draw(st.floats(PARAMETERS[name].low, PARAMETERS[name].high)) for name in names}
    pulses = (Pulse("demand.boom", draw(st.floats(-0.5, 0.9)), 3), Pulse("reputation.accident", 1.0, 2))
    asks = Event("asks", draw(st.integers(1, 8)), choices=(Choice("a", 1.3, 0.1, pulses), Choice("b", 0.2, -0.7)))
    comes = Event("comes", chance=0.3, once=False, pulses=(Pulse("entry.pull", 2.0, 2, 0),))
    start = {"treasury": draw(st.floats(0, 60)), "trust": draw(st.floats(0, 1))}
    return Setup(tuple(place), tuple(groups), parameters, start, CARDS, (asks, comes), capacity=48)


def actions(places: int) -> st.SearchStrategy[Action]:
    """Draw something a player may try."""
    policy, site, size = (
        st.sampled_from([card.id for card in CARDS]),
        st.integers(0, places - 1),
        st.integers(1, 3),
    )
    return st.one_of(
        st.builds(Enact, policy, site, size), st.builds(Adjust, policy, site, size),
        st.builds(Repeal, policy, site),
        st.builds(Answer, st.just("asks"), st.sampled_from(["a", "b"])),
    )  # fmt: skip


def watched_quarter(region: Region, tried: Sequence[Action]) -> tuple[State, Page]:
    """Act and run one quarter with a ledger; return the state before and the page."""
    before, page = region.state.copy(), Page(region.state.quarter)
    for action in tried:
        act(region.rules, region.state, region.history, action, np.arange(region.state.worlds), page)
    if tried:
        region.refresh()
    region.advance(page)
    return before, page


def assert_balanced(before: State, page: Page, after: State) -> None:
    """Hold every stock's books against the stock itself."""
    then, now = staying(before, after)
    for name, stock in STOCKS.items():
        expected = before.stocks[name].copy()
        for post in page.of(name):
            expected += post.change
        found = after.stocks[name]
        if stock.of == "firm":
            expected, found = expected[then], found[now]
        assert (expected == found).all(), name


def assert_nobody_lost(before: State, page: Page, after: State) -> None:
    """Hold the lists of the born and the gone against the firms that stand."""
    for world in range(after.worlds):
        old, new = (set(state.firm[state.roster.slice_of(world)]) for state in (before, after))
        gone = [int(f) for w, _, firms in page.gone.values() for f in firms[w == world]]
        worlds, rows, firms = page.born
        born = set(firms[worlds == world])
        assert len(gone) == len(set(gone)), "nobody leaves for two reasons"
        assert new == (old - set(gone)) | born
        assert set(gone) <= old
        assert not born & old
        assert (after.firm[rows] == firms).all()
        assert (after.home[rows] == worlds).all()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(levels(), st.integers(0, 2**40), st.data())
def test_causes_add_up_to_every_change_whatever_is_played(level: Setup, seed: int, data: st.DataObject) -> None:
    region = Region.open(Rules(level), seed, 3)
    for quarter in range(24):
        tried = data.draw(st.lists(actions(len(level.places)), max_size=3)) if quarter % 3 == 1 else []
        before, page = watched_quarter(region, tried)
        assert_balanced(before, page, region.state)
        assert_nobody_lost(before, page, region.state)


@pytest.fixture(scope="module")
def long_run() -> tuple[list[Page], list[State]]:
    region = Region.open(Rules(setup()), 4, 3)
    pages, states = [], [region.state.copy()]
    for _ in range(140):
        _, page = watched_quarter(region, [])
        pages.append(page)
        states.append(region.state.copy())
    return pages, states


def test_books_balance_over_a_whole_life(long_run: tuple[list[Page], list[State]]) -> None:
    pages, states = long_run
    for k, page in enumerate(pages):
        assert_balanced(states[k], page, states[k + 1])
        assert_nobody_lost(states[k], page, states[k + 1])


def test_every_stock_lies_on_the_grid_on_which_sums_are_exact(
    long_run: tuple[list[Page], list[State]],
) -> None:
    for state in long_run[1]:
        for name in STOCKS:
            counted = state.stocks[name] / GRID
            assert (counted == np.rint(counted)).all(), name


def test_every_cause_is_declared_by_its_mechanism(long_run: tuple[list[Page], list[State]]) -> None:
    for page in long_run[0]:
        for post in page.posts:
            assert post.cause.split(".")[0] in OUTSIDE or post.cause in CAUSES[post.stock], post


def test_the_limits_of_stocks_lie_on_the_grid() -> None:
    for name, stock in STOCKS.items():
        assert (stock.low / GRID).is_integer(), name
        assert (stock.high / GRID).is_integer(), name


def test_a_page_sums_posts_of_one_cause(long_run: tuple[list[Page], list[State]]) -> None:
    page, before, after = long_run[0][60], long_run[1][60], long_run[1][61]
    for world in range(3):
        causes = page.by_cause("trust", world)
        assert sum(causes.values()) == after.trust[world] - before.trust[world]
