"""What was decided is known to the market at once, and to the last bit as if everything were computed anew."""

import numpy as np
import pytest

from game.content import library
from game.content.build import setup_of
from game.lab.governing import desk, govern
from game.lab.settled import TOUCHED
from game.lab.strategies import STRATEGIES
from game.simulation.dice import seeds_for
from game.simulation.region import Region
from game.simulation.rules import Rules
from tests.session.playing import level

CARDS = library.policies()


@pytest.mark.parametrize("name", ["birth", "trust", "c02_ruhr"])
@pytest.mark.parametrize("who", ["random", "spendthrift", "phase_reader"])
def test_the_market_after_a_decision_is_the_one_computed_anew(name: str, who: str) -> None:
    here = level(name)
    region = Region.open_with(Rules(setup_of(here, CARDS)), seeds_for(3, 6))
    table = desk(here, region.rules, CARDS)
    for _ in range(32):
        govern(region, table, STRATEGIES[who])
        anew = region.snapshot()
        anew.refresh()
        left = not region.flows  # an event was answered: the quarter computes its market itself
        assert left or region.flows.keys() == anew.flows.keys()
        assert left or all(np.array_equal(region.flows[flow], anew.flows[flow]) for flow in anew.flows)
        region.advance()
        anew.advance()
        assert region.state.digest() == anew.state.digest()
    assert (region.state.running > 0).any()


def test_only_the_budget_reads_what_a_decision_changes() -> None:
    assert [page.name for page in TOUCHED] == ["public_budget"]
