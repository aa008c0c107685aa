"""The forecast's bands hold as often as they say: counted over 300 situations, kept in ``bands.json``."""

import json

import pytest

from game.version import RULES
from tests.lab import bands

NOTE = json.loads(bands.NOTE.read_text(encoding="utf-8"))


def test_the_bands_hold_about_four_times_in_five() -> None:
    """Over 300 random situations the band of 80 % holds 72 to 88 % of the time."""
    assert NOTE["situations"] == bands.SITUATIONS == 300
    assert 0.72 <= NOTE["held"] <= 0.88


def test_they_were_counted_by_the_rules_there_are() -> None:
    assert NOTE["rules"] == RULES, "count again: python -m tests.lab.bands"


@pytest.mark.long
def test_counting_again_gives_the_note() -> None:
    assert bands.count() == NOTE
