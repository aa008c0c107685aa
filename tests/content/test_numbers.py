"""Numbers look as people of both languages read them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.numbers import MINUS, chance, change, compact, number, percent


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0, 0, "0"),
        (1234.5, 1, "1,234.5"),
        (-3, 0, "−3"),
        (-0.04, 1, "0.0"),
        (1e6, 0, "1,000,000"),
        (0.5, 0, "0"),
    ],
)
def test_numbers_are_written_in_full_with_commas_and_a_true_minus(value: float, digits: int, text: str) -> None:
    assert number(value, digits) == text


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        (999, "999", "999"), (99_949, "99,949", "99,949"), (123_456, "123k", "12.3万"),
        (12_340_000, "12.3M", "1230万"),
        (2.5e9, "2.5B", "25亿"), (-4.2e6, "−4.2M", "−420万"), (999_999, "1M", "100万"),
        (99_999_999, "100M", "1亿"),
    ],
)  # fmt: skip
def test_large_numbers_are_short_in_the_steps_of_each_language(value: float, en: str, zh: str) -> None:
    assert compact(value, "en") == en
    assert compact(value, "zh") == zh


def test_shares_have_a_space_that_does_not_break_before_the_per_cent_sign() -> None:
    assert percent(0.123) == "12\u00a0%"
    assert percent(-0.0123, 1) == "−1.2\u00a0%"


@pytest.mark.parametrize(("value", "text"), [(3, "+3"), (-2, "−2"), (0, "0"), (0.2, "0"), (-0.2, "0")])
def test_changes_carry_their_sign_unless_they_round_to_nothing(value: float, text: str) -> None:
    assert change(value) == text


@given(st.floats(-1e15, 1e15), st.integers(0, 4))
def test_a_written_number_can_be_read_back(value: float, digits: int) -> None:
    back = float(number(value, digits).replace(",", "").replace(MINUS, "-"))
    assert math.isclose(back, value, rel_tol=1e-12, abs_tol=0.51 * 10.0**-digits)


@given(st.floats(-1e15, 1e15), st.sampled_from(["en", "zh"]))
def test_a_short_number_keeps_three_figures_and_few_letters(value: float, language: str) -> None:
    text = compact(value, language)  # type: ignore[arg-type]
    assert len(text) <= 10
    assert text.startswith(MINUS) == (value <= -0.5 and text != "0")


@pytest.mark.parametrize(
    ("share", "low", "high", "text"),
    [
        (0.34, 0.29, 0.39, "34\u00a0% ± 5"),
        (0.0, 0.0, 0.06, "\u2264\u00a06\u00a0%"),
        (1.0, 0.94, 1.0, "\u2265\u00a094\u00a0%"),
    ],
)
def test_a_chance_is_never_said_to_pass_nothing_or_everything(share: float, low: float, high: float, text: str) -> None:
    assert chance(share, low, high) == text
