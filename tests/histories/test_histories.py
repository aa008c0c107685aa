"""A history played as it went does what its sources say happened; where it does not, its file says so."""

import pytest

from game.content import library
from tests.histories.measure import WORLDS, checks, level_of, measure, names

FEW = 6
QUICK = "hsinchu"


@pytest.mark.parametrize("name", names())
def test_every_check_speaks_of_a_shipped_level_and_of_its_sources(name: str) -> None:
    level = level_of(name)
    assert level.kind == "history"
    sources = {source.key for source in level.sources}
    for check in checks(name):
        assert check.source in {*sources, "design"}, check.id
        assert check.met == check.holds(check.measured), check.id
        events = {event.id for event in level.events}
        assert set(check.without) <= set(library.policies()) | events, check.id


@pytest.mark.parametrize("name", names())
def test_at_least_half_of_what_happened_happens_again(name: str) -> None:
    met = [check.met for check in checks(name)]
    assert sum(met) >= len(met) / 2


def test_a_history_goes_as_it_went() -> None:
    found = measure(QUICK, FEW)
    missed = [check.id for check in checks(QUICK) if check.met and not check.holds(found[check.id])]
    assert len(missed) <= 1, {one: found[one] for one in missed}


@pytest.mark.long
@pytest.mark.parametrize("name", names())
def test_the_measured_values_are_those_of_the_rules_today(name: str) -> None:
    found = measure(name, WORLDS)
    for check in checks(name):
        assert found[check.id] == pytest.approx(check.measured, rel=0.02, abs=0.005), check.id
