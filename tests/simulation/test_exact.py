"""Arithmetic that is the same everywhere is also right: it stays within its stated bounds."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.simulation import exact
from game.simulation.exact import GRID

DENSE = np.linspace(-30.0, 30.0, 40_001)
WIDE = np.linspace(-690.0, 690.0, 20_001)
POSITIVE = np.exp2(np.linspace(-60.0, 60.0, 40_001))


@pytest.mark.parametrize("x", [DENSE, WIDE], ids=["dense", "wide"])
def test_exp_is_right_to_2e_14(x: np.ndarray) -> None:
    truth = np.array([math.exp(v) for v in x])
    assert np.abs(exact.exp(x) / truth - 1.0).max() < 2e-14


def test_exp_holds_arguments_beyond_690() -> None:
    held = exact.exp(np.array([-1e9, -690.0, 690.0, 1e9, -np.inf, np.inf]))
    assert held[0] == held[1] == held[4] > 0.0
    assert held[2] == held[3] == held[5] < np.inf


def test_exp_of_nought_is_one() -> None:
    assert (exact.exp(np.array([0.0, -0.0])) == 1.0).all()


def test_exp_of_what_is_not_a_number_is_not_a_number() -> None:
    with np.errstate(invalid="ignore"):
        assert np.isnan(exact.exp(np.array([np.nan]))).all()


def test_log_is_right_to_2e_15() -> None:
    truth = np.array([math.log(v) for v in POSITIVE])
    error = np.abs(exact.log(POSITIVE) - truth)
    assert (error <= np.maximum(2e-15 * np.abs(truth), 3e-16)).all()


def test_log_is_right_next_to_one() -> None:
    x = 1.0 + np.linspace(-1e-3, 1e-3, 10_001)
    truth = np.array([math.log(v) for v in x])
    assert np.abs(exact.log(x) - truth).max() <= 3e-16
    assert exact.log(np.ones(1))[0] == 0.0


def test_log_of_nought_is_a_very_small_number() -> None:
    assert -710.0 < exact.log(np.zeros(1))[0] < -708.0


def test_log_and_exp_leave_their_argument_alone() -> None:
    x = np.array([0.3, 2.0])
    exact.log(x), exact.exp(x), exact.to_grid(x)
    assert (x == [0.3, 2.0]).all()


def test_log_and_exp_take_any_layout() -> None:
    x = np.linspace(0.1, 5.0, 24).reshape(4, 6)
    for strange in (x.T, x[::2, ::3], np.broadcast_to(x[:, :1], (4, 6))):
        dense = np.ascontiguousarray(strange)
        assert (exact.log(strange) == exact.log(dense)).all()
        assert (exact.exp(strange) == exact.exp(dense)).all()


@pytest.mark.parametrize("exponent", [0.25, 0.6, 1.5, 2.015, 2.5])
def test_power_is_right_to_2e_13(exponent: float) -> None:
    x = np.exp2(np.linspace(-8.0, 8.0, 20_001))
    truth = np.array([math.pow(v, exponent) for v in x])
    usual = (truth > 1e-6) & (truth < 1e6)
    assert np.abs(exact.power(x, exponent) / truth - 1.0)[usual].max() < 2e-13


def test_logistic_is_right_and_stays_within_nought_and_one() -> None:
    truth = np.array([1.0 / (1.0 + math.exp(-v)) for v in DENSE])
    assert np.abs(exact.logistic(DENSE) / truth - 1.0).max() < 3e-14
    far = exact.logistic(np.array([-1e4, 1e4]))
    assert 0.0 <= far[0] < 1e-200
    assert far[1] == 1.0


def test_to_grid_gives_the_nearest_multiple_of_the_grid() -> None:
    x = np.concatenate([DENSE * 1.7, DENSE * 1e4, DENSE * GRID])
    y = exact.to_grid(x)
    assert (y / GRID == np.rint(y / GRID)).all()
    assert np.abs(y - x).max() <= GRID / 2
    assert (exact.to_grid(y) == y).all()


def test_to_grid_stays_on_the_grid_for_very_large_numbers() -> None:
    x = np.array([2.0**19 + 0.3, 1e6 + 0.1, -1e6 - 0.7])
    y = exact.to_grid(x)
    assert (y / GRID == np.rint(y / GRID)).all()
    assert np.abs(y - x).max() <= GRID


def test_sums_of_grid_numbers_do_not_depend_on_their_order() -> None:
    x = exact.to_grid(exact.exp(np.linspace(-10.0, 8.0, 4_096)) * np.where(np.arange(4_096) % 3, 1.0, -1.0))
    turned = x.reshape(64, 64).T.ravel()
    assert x.sum() == x[::-1].sum() == turned.sum() == math.fsum(x)


@pytest.mark.parametrize("extra", [1, 31, 32, 97, 1_000])
def test_a_total_is_the_same_at_any_capacity(extra: int) -> None:
    x = exact.exp(np.linspace(-4.0, 3.0, 7 * 61)).reshape(7, 61)
    assert (exact.total(np.pad(x, ((0, 0), (0, extra)))) == exact.total(x)).all()
    assert (exact.total(np.pad(x, ((0, 0), (extra, 0)))) == exact.total(x)).all()


def test_a_total_is_the_same_in_a_batch_and_alone() -> None:
    x = exact.exp(np.linspace(-4.0, 3.0, 7 * 61)).reshape(7, 61)
    assert [exact.total(row[None, :])[0] for row in x] == list(exact.total(x))


@given(st.lists(st.floats(-800.0, 800.0), min_size=1, max_size=exact.FEW))
def test_a_few_numbers_have_the_exponentials_they_have_among_many(numbers: list[float]) -> None:
    few = np.array(numbers)
    among = exact.exp(np.concatenate([few, np.ones(9)]))[: few.shape[0]]
    assert exact.exp(few).tobytes() == among.tobytes()


@given(st.lists(st.floats(0.0, 1e300), min_size=1, max_size=exact.FEW))
def test_a_few_numbers_have_the_logarithms_they_have_among_many(numbers: list[float]) -> None:
    few = np.array(numbers)
    among = exact.log(np.concatenate([few, np.ones(9)]))[: few.shape[0]]
    assert exact.log(few).tobytes() == among.tobytes()
