"""A playthrough is a pure function: neither company, nor seats, nor book-keeping changes a history."""

from dataclasses import replace

import numpy as np
import pytest

from game.simulation.dice import seeds_for
from game.simulation.indicators import History
from game.simulation.region import Region
from game.simulation.rules import Rules
from game.simulation.tick import market
from tests.simulation.regions import PLAN, play, rules, setup, told

QUARTERS = 60
SEED = 20240


@pytest.fixture(scope="module")
def batch() -> Region:
    return play(Region.open(rules(), SEED, 6), QUARTERS)


def test_the_plan_is_really_played_in_the_batch(batch: Region) -> None:
    assert (batch.state.strength.sum(axis=(1, 2)) > 1.0).all()


@pytest.mark.parametrize("world", range(6))
def test_a_world_in_a_batch_lives_exactly_as_it_would_alone(batch: Region, world: int) -> None:
    alone = Region.open_with(rules(), seeds_for(SEED, 6)[world : world + 1])
    assert told(play(alone, QUARTERS)) == told(batch, world)


def test_the_first_world_of_a_batch_is_the_run_of_its_seed(batch: Region) -> None:
    assert told(play(Region.open(rules(), SEED), QUARTERS)) == told(batch, 0)


def test_the_worlds_of_a_batch_differ(batch: Region) -> None:
    assert len({batch.state.digest(k) for k in range(6)}) == 6


def test_history_is_the_same_whether_or_not_a_ledger_is_kept(batch: Region) -> None:
    kept = play(Region.open(rules(), SEED, 6), QUARTERS, ledger=True)
    assert [told(kept, k) for k in range(6)] == [told(batch, k) for k in range(6)]


def test_the_same_seed_gives_the_same_history_twice(batch: Region) -> None:
    again = play(Region.open(rules(), SEED, 6), QUARTERS)
    assert [told(again, k) for k in range(6)] == [told(batch, k) for k in range(6)]


def test_another_seed_gives_another_history(batch: Region) -> None:
    assert told(play(Region.open(rules(), SEED + 1), QUARTERS)) != told(batch, 0)


def test_worlds_may_stand_in_any_order_beside_any_others(batch: Region) -> None:
    region = play(Region.open(rules(), SEED, 6), 20)
    order = np.array([4, 1, 1, 5])
    state = region.state.chosen(order, region.state.seeds[order])
    history = History([row[:, order] for row in region.history.rows])
    mixed = play(Region(rules(), state, history, market(rules(), state)), QUARTERS - 20)
    assert [told(mixed, k) for k in range(4)] == [told(batch, int(k)) for k in order]


def test_a_world_without_firms_stands_beside_peopled_ones(batch: Region) -> None:
    region = Region.open(rules(), SEED, 3)
    here = region.state.home != 1
    region.state.people(region.state.firms[:, here], region.state.tables["firm"][:, here])
    region.refresh()
    play(region, QUARTERS)
    assert [told(region, k) for k in (0, 2)] == [told(batch, k) for k in (0, 2)]


@pytest.mark.parametrize("capacity", [192, 1024])
def test_capacity_changes_nothing_while_it_is_not_reached(batch: Region, capacity: int) -> None:
    assert int(batch.history["firms"].max()) < 192
    roomy = Rules(replace(setup(), capacity=capacity))
    assert told(play(Region.open(roomy, SEED), QUARTERS)) == told(batch, 0)


def test_a_full_region_refuses_newcomers_and_says_so() -> None:
    region = play(Region.open(Rules(replace(setup(), capacity=20)), SEED, 4), QUARTERS)
    assert region.history["firms"].max() == 20
    assert region.history["refused"].sum() > 0


def test_a_snapshot_lives_on_without_touching_the_original() -> None:
    region = play(Region.open(rules(), SEED), 12)
    before = told(region)
    copy = region.snapshot()
    later = told(play(copy, 30))
    assert told(region) == before
    assert told(play(region, 30)) == later


def test_futures_agree_on_the_past_and_differ_afterwards() -> None:
    region = play(Region.open(rules(), SEED), 30)
    futures = region.futures(5, 8)
    assert {futures.state.digest(k) for k in range(8)} == {region.state.digest()}
    play(futures, 12)
    assert len({futures.state.digest(k) for k in range(8)}) == 8


def test_worlds_that_were_cut_out_of_a_batch_go_on_as_in_it(batch: Region) -> None:
    region = play(Region.open(rules(), SEED, 6), 25)
    part = Region(rules(), region.state.world(slice(2, 4)), region.history, {})
    part.history = type(region.history)([np.ascontiguousarray(row[:, 2:4]) for row in region.history.rows])
    part.refresh()
    play(part, QUARTERS - 25, PLAN)
    assert [told(part, k) for k in range(2)] == [told(batch, k) for k in (2, 3)]
