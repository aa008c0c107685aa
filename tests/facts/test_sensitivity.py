"""The table of sensitivities names numbers that exist, and is as it would be written."""

import re

import numpy as np
import pytest

from game.simulation.registry import PARAMETERS
from tests.facts import sensitivity

ROW = re.compile(r"^\| ([a-z_]+\.[a-z_]+) \(", re.MULTILINE)


def led() -> list[str]:
    """Return the numbers the page leads through their range."""
    return ROW.findall(sensitivity.PAGE.read_text(encoding="utf-8"))


def test_ten_numbers_that_exist_are_led_through_their_range() -> None:
    assert len(led()) == sensitivity.INFLUENTIAL
    assert not [name for name in led() if name not in PARAMETERS]


@pytest.mark.parametrize("name", sorted(PARAMETERS))
def test_steps_span_the_range_and_hold_the_default(name: str) -> None:
    parameter, steps = PARAMETERS[name], sensitivity.steps_of(name)
    assert (steps[0], steps[-1]) == (parameter.low, parameter.high) or parameter.default in (steps[0], steps[-1])
    assert parameter.default in steps


def test_outcomes_are_counted_world_by_world() -> None:
    rows = sensitivity.outcomes(({}, 4))
    assert rows.shape == (4, len(sensitivity.OUTCOMES))
    assert np.isfinite(rows[:, :3]).all()


@pytest.mark.long
def test_the_page_is_current_at_its_first_number() -> None:
    name = led()[0]
    found = [
        sensitivity.means(sensitivity.outcomes(({name: step}, sensitivity.WORLDS)))
        for step in sensitivity.steps_of(name)
    ]
    text = sensitivity.PAGE.read_text(encoding="utf-8")
    assert all(" | ".join(f"{value:.3g}" for value in row) in text for row in found), (
        "python -m tests.facts.sensitivity"
    )
