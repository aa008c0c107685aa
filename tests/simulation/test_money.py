"""Money comes from somewhere and goes somewhere, and no stock ever leaves its range."""

import warnings
from collections.abc import Mapping

import numpy as np
import pytest

from game.simulation.acting import act
from game.simulation.actions import Enact, Quote, Repeal
from game.simulation.exact import GRID
from game.simulation.ledger import Page
from game.simulation.mechanisms import ALL
from game.simulation.region import Region
from game.simulation.registry import PARAMETERS
from game.simulation.rules import Rules
from game.simulation.setup import Setup
from game.simulation.state import STOCKS, State
from game.simulation.tick import Broken
from tests.simulation.regions import PLAN, play, rules, setup, staying


def assert_in_range(state: State) -> None:
    """Hold every stock against the range it declares."""
    for name, stock in STOCKS.items():
        value = state.stocks[name]
        assert np.isfinite(value).all(), name
        assert ((value >= stock.low) & (value <= stock.high)).all(), name


def assert_lives(level: Setup, quarters: int, worlds: int, watch: int = 1) -> Region:
    """Play on with policies; hold ranges and look for numbers that are none."""
    region = Region.open(Rules(level), 5, worlds)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        while region.state.quarter < quarters:
            play(region, watch, PLAN)
            assert_in_range(region.state)
    for name, value in region.flows.items():
        assert np.isfinite(value).all(), name
    assert np.isfinite(np.array(region.history.rows)).all()
    return region


def extreme(numbers: Mapping[str, float]) -> Setup:
    """Return the reference level with some numbers changed."""
    level = setup()
    return Setup(level.places, level.groups, {**level.parameters, **numbers}, level.start, level.policies, capacity=96)


def test_no_stock_leaves_its_range_in_a_long_ordinary_life() -> None:
    assert_lives(setup(), 120, 40)


@pytest.mark.parametrize("side", ["low", "high"])
@pytest.mark.parametrize("page", list(ALL))
def test_no_stock_leaves_its_range_whatever_a_level_says_of_one_mechanism(page: str, side: str) -> None:
    numbers = {key: getattr(p, side) for key, p in PARAMETERS.items() if key.startswith(f"{page}.")}
    assert_lives(extreme(numbers), 60, 3, watch=6)


@pytest.mark.long
@pytest.mark.parametrize("side", ["low", "high"])
@pytest.mark.parametrize("key", list(PARAMETERS))
def test_no_stock_leaves_its_range_whatever_a_level_says_of_one_number(key: str, side: str) -> None:
    assert_lives(extreme({key: getattr(PARAMETERS[key], side)}), 120, 4, watch=4)


@pytest.mark.filterwarnings("ignore:invalid value")
@pytest.mark.parametrize("stock", ["trust", "cash", "workers", "treasury"])
def test_a_number_that_is_none_stops_the_run_and_says_where(stock: str) -> None:
    region = play(Region.open(rules(), 3, 3), 10, plan={})
    of_a_firm = STOCKS[stock].of == "firm"
    region.state.stocks[stock][region.state.roster.slice_of(1).start if of_a_firm else 1] = np.nan
    region.refresh()
    with pytest.raises(Broken) as told:
        region.advance(Page(10))
    assert (told.value.quarter, told.value.world) == (11, 1)


@pytest.fixture(scope="module")
def quarters() -> list[tuple[State, Page, State]]:
    """Play with policies and a ledger; the money posted by actions is on the page too."""
    region = Region.open(rules(), 12, 4)
    found = []
    for quarter in range(70):
        before, page = region.state.copy(), Page(quarter)
        for action in PLAN.get(quarter, ()):
            act(region.rules, region.state, region.history, action, np.arange(4), page)
        region.refresh()
        region.advance(page)
        found.append((before, page, region.state.copy()))
    return found


def posted(page: Page, stock: str, cause: str) -> np.ndarray:
    """Add up what one cause did to one stock."""
    return sum((post.change for post in page.of(stock) if post.cause == cause), np.zeros(1))


def test_cash_of_a_firm_moves_only_by_its_account(quarters: list[tuple[State, Page, State]]) -> None:
    account = {f"accounts.{cause}" for cause in ("sales", "fixed_cost", "rent", "aid", "tax", "upkeep", "owners")}
    for before, page, after in quarters:
        assert {post.cause for post in page.of("cash")} <= account | {"exploration.exploring", "limit"}
        moved = sum(post.change for post in page.of("cash"))
        then, now = staying(before, after)
        assert (after.cash[now] == (before.cash + moved)[then]).all()


def test_the_treasury_moves_only_by_its_budget(quarters: list[tuple[State, Page, State]]) -> None:
    budget = {f"public_budget.{cause}" for cause in ("grant", "profit_tax", "land", "upkeep", "aid")}
    programmes = {f"policy.{card.id}" for card in rules().setup.policies}
    for before, page, after in quarters:
        assert {post.cause for post in page.of("treasury")} <= budget | programmes | {"limit"}
        assert (after.treasury == before.treasury + sum(post.change for post in page.of("treasury"))).all()


def test_tax_that_comes_in_was_paid_by_firms(quarters: list[tuple[State, Page, State]]) -> None:
    share, land = rules().base["public_budget.tax_share"], rules().base["public_budget.land_share"]
    for before, page, _ in quarters:
        paid = -before.roster.sum(posted(page, "cash", "accounts.tax"))
        assert np.abs(posted(page, "treasury", "public_budget.profit_tax") - share * paid).max() <= GRID
        rents = -before.roster.sum(posted(page, "cash", "accounts.rent"))
        assert np.abs(posted(page, "treasury", "public_budget.land") - land * rents).max() <= GRID


def test_a_programme_costs_its_price_once_and_its_upkeep_every_quarter() -> None:
    region = Region.open(rules(), 12)
    card = next(card for card in rules().setup.policies if card.id == "trade_association")
    before, page = float(region.state.treasury[0]), Page(0)
    answer = act(region.rules, region.state, region.history, Enact(card.id), page=page)
    assert isinstance(answer, Quote)
    assert answer.price == card.price
    assert before - float(region.state.treasury[0]) == pytest.approx(card.price, abs=GRID)
    for _ in range(5):
        page = Page(region.state.quarter)
        region.refresh()
        region.advance(page)
        assert posted(page, "treasury", "public_budget.upkeep")[0] == pytest.approx(-card.upkeep, abs=GRID)
    act(region.rules, region.state, region.history, Repeal(card.id))
    page = Page(region.state.quarter)
    region.refresh()
    region.advance(page)
    assert posted(page, "treasury", "public_budget.upkeep")[0] == 0.0


def test_nobody_can_spend_what_the_treasury_does_not_hold() -> None:
    level = setup()
    poor = Rules(Setup(level.places, level.groups, level.parameters, {"treasury": 0.1}, level.policies))
    region = Region.open(poor, 1)
    refusal = act(poor, region.state, region.history, Enact("science_park"))
    assert not isinstance(refusal, Quote)
    assert refusal.reason == "insufficient_funds"
    assert float(region.state.treasury[0]) == pytest.approx(0.1, abs=GRID)
