"""Every history and contrast stands where it happened, so that it can be found on the map of the world."""

import pytest

from game.content import library
from game.content.level import Level

REAL = ("history", "contrast")


@pytest.fixture(scope="module")
def real() -> list[Level]:
    found = (library.load_level(path).level for path in library.level_files())
    return [level for level in found if level is not None and level.kind in REAL]


def test_every_real_place_says_where_on_earth_it_lies(real: list[Level]) -> None:
    assert len(real) >= 18
    assert [level.id for level in real if level.map.at is None] == []


def test_no_two_lie_on_the_same_spot(real: list[Level]) -> None:
    spots = [(level.map.at.lat, level.map.at.lon) for level in real if level.map.at is not None]
    assert len(set(spots)) == len(spots)
