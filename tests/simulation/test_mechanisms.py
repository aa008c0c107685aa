"""A mechanism is one page, and its declarations are true."""

from collections import defaultdict
from typing import Any

import numpy as np
import pytest

from game.simulation import tick
from game.simulation.dice import Dice
from game.simulation.mechanism import Mechanism, Now, Values
from game.simulation.mechanisms import ALL, BIRTHS, MARKET, PHASES
from game.simulation.region import Region
from game.simulation.registry import PARAMETERS
from game.simulation.rules import Rules
from game.simulation.setup import Setup
from game.simulation.state import MARKS, STOCKS
from tests.simulation.regions import play, rules, setup, told

FREE = {
    "count", "firm", "heads", "home", "seat", "age", "quarter", "geography", "policies", "roster", "spread", "sum",
    "total", "mean", "mean_stock",
}  # fmt: skip
"""What anybody may look at: who lives, where, since when, and sums over them."""

STEPS = [page for phase in PHASES.values() for page in phase]


class Spy:
    """Passes every look-up on, and remembers it."""

    def __init__(self, watched: object, seen: set[str]) -> None:
        self._watched, self._seen = watched, seen

    def __getattr__(self, name: str) -> Any:
        self._seen.add(name)
        return getattr(self._watched, name)


class Record:
    """What one mechanism was seen to read, give and change."""

    def __init__(self) -> None:
        self.reads: set[str] = set()
        self.parameters: set[str] = set()
        self.gives: set[str] = set()
        self.changes: dict[str, set[str]] = defaultdict(set)


def _watch(page: Mechanism, now: Now, p: Values, dice: Dice, record: Record) -> None:
    """Run every function of a page once."""
    spied_now: Any = Spy(now, record.reads)
    spied_p: Any = Spy(p, record.parameters)
    if page in MARKET:
        record.gives |= set(page.derive(spied_now, spied_p, dice))
    if page in STEPS:
        for stock, cause in page.step(spied_now, spied_p, dice):
            record.changes[stock].add(cause)
    if page in BIRTHS:
        page.module.births(spied_now, spied_p, dice)
    if hasattr(page.module, "opening"):
        page.module.opening(spied_p)


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    """Watch every mechanism in many different quarters, so that rare branches are seen too."""
    found: dict[str, Record] = defaultdict(Record)
    level = setup()
    rich = Setup(level.places, level.groups, {"entry.anchors": 0.3}, {"treasury": 500.0}, level.policies)
    for region in (Region.open(Rules(rich), 3, 4), Region.open(rules("h01_wenzhou"), 9, 4)):
        for _ in range(12):
            state, dice = region.state, Dice(region.state.seeds, region.state.quarter)
            sheet = region.rules.sheet(state)
            now = Now(state, region.flows, region.rules.geography, region.rules.setup.policies)
            for page in ALL.values():
                _watch(page, now, sheet[page.name], dice, found[page.name])
            play(region, 9)
    return found


each = pytest.mark.parametrize("page", ALL.values(), ids=list(ALL))


@each
def test_it_reads_what_it_declares(page: Mechanism, records: dict[str, Record]) -> None:
    # What a page computes first and uses later is its own business.
    assert set(page.module.READS) - FREE == records[page.name].reads - FREE - set(page.gives)


@each
def test_it_gives_what_it_declares(page: Mechanism, records: dict[str, Record]) -> None:
    assert set(page.gives) == records[page.name].gives


@each
def test_it_changes_what_it_declares(page: Mechanism, records: dict[str, Record]) -> None:
    declared = {stock: set(causes) for stock, causes in page.changes.items()}
    assert declared == dict(records[page.name].changes)


@each
def test_every_parameter_it_declares_is_used(page: Mechanism, records: dict[str, Record]) -> None:
    assert set(page.parameters) == records[page.name].parameters


@each
def test_it_tells_its_theory_its_claim_and_its_boundary(page: Mechanism) -> None:
    text = page.module.__doc__ or ""
    assert [word for word in ("Theory:", "Claim:", "Boundary:") if word not in text] == []


@each
def test_it_reads_nothing_that_nobody_gives(page: Mechanism) -> None:
    given = {name for other in ALL.values() for name in other.gives}
    assert set(page.module.READS) <= given | set(STOCKS) | set(MARKS) | FREE


def test_no_two_mechanisms_give_the_same_number() -> None:
    given = [name for page in ALL.values() for name in page.gives]
    assert len(given) == len(set(given))
    assert not set(given) & (set(STOCKS) | set(MARKS) | FREE)


@pytest.mark.parametrize("key", PARAMETERS)
def test_a_parameter_has_a_sensible_range_a_unit_and_a_source(key: str) -> None:
    parameter = PARAMETERS[key]
    assert parameter.low <= parameter.default <= parameter.high
    assert parameter.low < parameter.high
    assert parameter.unit.strip()
    assert parameter.source.strip()
    assert parameter.lever or not parameter.place


def test_a_lever_rests_at_nought_or_at_a_number_of_its_own() -> None:
    """What a policy shifts by default must leave room to shift."""
    assert [key for key, p in PARAMETERS.items() if p.lever and not p.low <= p.default < p.high] == []


@pytest.mark.parametrize("turn", range(4))
def test_the_order_within_a_phase_does_not_matter(turn: int, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = play(Region.open(rules(), 77, 3), 60)
    shuffled = {}
    for k, (name, pages) in enumerate(PHASES.items()):
        order = np.argsort(Dice(np.array([turn], dtype=np.uint64), k).counted("order", len(pages))[0], kind="stable")
        shuffled[name] = tuple(pages[int(i)] for i in (order if turn else np.arange(len(pages))[::-1]))
    assert shuffled != PHASES
    monkeypatch.setattr(tick, "PHASES", shuffled)
    other = play(Region.open(rules(), 77, 3), 60)
    assert [told(other, k) for k in range(3)] == [told(usual, k) for k in range(3)]
