"""Forecasts are honest shares of many futures, the same however they are computed."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import library
from game.content.words import LANGUAGES, words
from game.explain.forecast import WAYS, Estimate, Forecast, Limits, Window, told
from game.explain.speech import Speaker
from game.lab import questions
from game.lab.forecast import MAIN, dice_of, forecast, futures, moment, wilson
from game.lab.forecast_limits import limits
from game.lab.forecast_window import falling, last_moment, window
from game.simulation.region import Region
from tests.lab.futures import region
from tests.session.playing import level
from tests.simulation.regions import rules

WORLDS, HORIZON = 24, 8


@pytest.fixture(scope="module")
def found() -> Forecast:
    return forecast(region(40), WORLDS, HORIZON)


def test_chances_of_phases_add_up_to_one(found: Forecast) -> None:
    assert sum(found.phases.values()) == pytest.approx(1.0, abs=1e-6)


def test_bands_begin_at_the_present_and_keep_their_order(found: Forecast) -> None:
    assert set(found.bands) == set(MAIN)
    for name, band in found.bands.items():
        assert len(band.p10) == HORIZON + 1 == len(found.quarters)
        present = region(40).history.last(name)[0]
        assert band.p10[0] == band.p50[0] == band.p90[0] == present
        assert (band.p10 <= band.p50).all()
        assert (band.p50 <= band.p90).all()


def test_a_forecast_leaves_the_region_as_it_was() -> None:
    here = region(40)
    before = here.state.digest()
    forecast(here, 4, 4)
    assert here.state.digest() == before
    assert here.state.quarter == 40


def test_the_same_moment_has_the_same_futures(found: Forecast) -> None:
    again = forecast(region(40), WORLDS, HORIZON)
    assert again.flourishing == found.flourishing
    assert np.array_equal(again.paths, found.paths)


def test_more_futures_begin_with_the_same_ones(found: Forecast) -> None:
    more = forecast(region(40), 2 * WORLDS, HORIZON)
    assert np.array_equal(more.paths[:WORLDS], found.paths)


def test_parts_give_what_the_whole_gives() -> None:
    question = questions.of_futures(region(40), WORLDS, HORIZON)
    assert len(question.parts) >= 2
    whole = forecast(region(40), WORLDS, HORIZON)
    parts = question.here()
    assert parts.phases == whole.phases
    assert all(np.array_equal(parts.bands[name].p50, whole.bands[name].p50) for name in MAIN)


@given(st.integers(1, 500).flatmap(lambda among: st.tuples(st.integers(0, among), st.just(among))))
def test_wilsons_interval_contains_the_share_and_stays_within_nought_and_one(pair: tuple[int, int]) -> None:
    share = wilson(*pair)
    assert 0.0 <= share.low <= share.value <= share.high <= 1.0
    assert share.value == pytest.approx(pair[0] / pair[1])


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=12))
def test_waiting_never_helps_in_what_is_said_of_a_window(values: list[float]) -> None:
    smooth = falling(np.array(values))
    assert (np.diff(smooth) <= 1e-9).all()
    assert smooth.mean() == pytest.approx(float(np.mean(values)), abs=1e-9)


def test_the_last_moment_is_where_half_of_the_gain_is_left() -> None:
    assert last_moment(np.array([0.8, 0.8, 0.4, 0.0]), [10, 14, 18, 22]) == 18
    assert last_moment(np.array([0.8, 0.8, 0.0]), [10, 14, 18]) == 16
    assert last_moment(np.array([0.8, 0.8, 0.7]), [10, 14, 18]) is None


def test_a_window_closes_as_a_region_hardens() -> None:
    early, late = (window(region(quarter), 16, 8) for quarter in (60, 150))
    assert early.acting[0] - early.waiting[0] > late.acting[0] - late.waiting[0]
    assert early.state in ("open", "closes")


def test_the_window_differs_from_level_to_level() -> None:
    shoes = Region.open(rules("h01_wenzhou"), 5, 1)
    for _ in range(60):
        shoes.advance()
    assert window(shoes, 16, 8).acting != window(region(60), 16, 8).acting


def test_what_binds_is_what_would_help_most() -> None:
    found = limits(region(150), 24)
    assert set(found.gains) == set(WAYS)
    assert found.binding is None or found.gains[found.binding].value == max(g.value for g in found.gains.values())
    none = Limits(0.5, {way: Estimate(0.0, -0.1, 0.1) for way in WAYS})
    assert none.binding is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ["closes", "open", "no_gain", "not_needed", "already"])
def test_everything_that_may_be_found_has_words(found: Forecast, language: str, state: str) -> None:
    closes = Estimate(60, 56, 70) if state == "closes" else None
    seen = Window(state, closes, (40, 44), (0.6, 0.2), (0.1, 0.1))  # type: ignore[arg-type]
    speaker = Speaker(words(language), level("birth"), library.policies())
    for way in (*WAYS, ""):
        gains = {one: Estimate(0.3 if one == way else 0.0, 0.1 if one == way else -0.1, 0.4) for one in WAYS}
        said = told(found, seen, Limits(0.4, gains), speaker)
        assert all(line and "{" not in line for line in said)


def test_a_region_without_firms_has_a_forecast_too() -> None:
    empty = region(0).snapshot()
    empty.state.people(empty.state.firms[:, :0], empty.state.tables["firm"][:, :0])
    empty.refresh()
    assert math.isfinite(forecast(empty, 8, 4).flourishing.value)


def test_whoever_looks_ahead_does_not_know_the_levels_diary() -> None:
    """Wenzhou's fire of 1987 is a dated event: it comes in the run, and in none of the futures."""
    shoes = Region.open(rules("h01_wenzhou"), 5, 1)
    for _ in range(34):
        shoes.advance()
    batch = futures(moment(shoes), dice_of(moment(shoes), 4))
    fire = [event.id for event in shoes.rules.setup.events].index("fire_1987")
    for _ in range(10):
        shoes.advance()
        batch.advance()
    assert shoes.state.fired[0, fire] > 0
    assert not batch.state.fired[:, fire].any()
