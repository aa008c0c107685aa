"""Left alone, a region is born, grows, matures and hardens; and the window for opening it closes."""

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import pytest

from game.simulation.acting import act
from game.simulation.actions import Enact
from game.simulation.indicators import WATCHED, History
from game.simulation.policy import Policy, Shift
from game.simulation.region import Region
from game.simulation.rules import Rules
from game.simulation.setup import Setup
from tests.simulation.regions import play, rules, setup

QUARTERS = 240


@dataclass(frozen=True)
class Lives:
    """What became of many worlds, one entry a world.

    ``first[phase]`` is the quarter in which a phase first became likelier than all others together, −1 for
    never.
    """

    grown: np.ndarray
    renewed: np.ndarray
    petrified: np.ndarray
    shaken_out: np.ndarray
    stillborn: np.ndarray
    first: dict[str, np.ndarray]


def told_by(history: History) -> Lives:
    """Read lives off a history."""
    phases = np.array([history[name] for name in WATCHED])
    firms = history["firms"]
    certain = phases > 0.5
    first = np.where(certain.any(axis=1), certain.argmax(axis=1), -1)
    grown, renewed = history["has_grown"][-1] > 0, history["renewed"][-1] > 0
    return Lives(
        grown=grown,
        renewed=renewed,
        petrified=phases[:, -1].argmax(axis=0) == WATCHED.index("p_petrified"),
        shaken_out=grown & ~renewed & (firms[-1] < 0.5 * firms.max(axis=0)),
        stillborn=~grown & (firms[-1] < 10),
        first={name.removeprefix("p_"): first[k] for k, name in enumerate(WATCHED)},
    )


@cache
def lives(worlds: int) -> Lives:
    """Let worlds live without any policy."""
    return told_by(play(Region.open(rules(), 2026, worlds), QUARTERS, plan={}).history)


forty = pytest.mark.parametrize("worlds", [40, pytest.param(200, marks=pytest.mark.long)])


@forty
def test_most_regions_end_petrified_or_shaken_out(worlds: int) -> None:
    found = lives(worlds)
    assert (found.petrified | found.shaken_out).mean() >= 0.6


@forty
def test_few_regions_die_before_they_ever_grow(worlds: int) -> None:
    assert lives(worlds).stillborn.mean() <= 0.25


def test_where_the_market_stays_small_many_die_before_they_ever_grow() -> None:
    narrow = replace(setup(), parameters={**setup().parameters, "demand.saturation": 150.0})
    stillborn = told_by(play(Region.open(Rules(narrow), 2026, 24), QUARTERS, plan={}).history).stillborn
    assert 0.2 <= stillborn.mean() <= 0.8


@forty
def test_without_policy_renewal_is_rare(worlds: int) -> None:
    assert lives(worlds).renewed.mean() <= 0.2


@forty
def test_every_region_begins_formative(worlds: int) -> None:
    assert (lives(worlds).first["formative"] == 0).all()


@forty
@pytest.mark.parametrize(
    ("earlier", "later"),
    [("formative", "growth"), ("growth", "maturity"), ("maturity", "petrified"), ("maturity", "renewal")],
)
def test_phases_come_in_order(worlds: int, earlier: str, later: str) -> None:
    found = lives(worlds)
    came = found.grown & (found.first[later] >= 0)
    assert came.any()
    in_order = (found.first[earlier] >= 0) & (found.first[earlier] < found.first[later])
    assert in_order[came].mean() >= 0.95


@forty
def test_most_regions_that_grew_were_petrified_at_some_time(worlds: int) -> None:
    found = lives(worlds)
    assert (found.first["petrified"] >= 0)[found.grown].mean() >= 0.6


def test_phases_are_probabilities() -> None:
    history = play(Region.open(rules(), 7, 8), 120, plan={}).history
    phases = np.array([history[name] for name in WATCHED])
    assert (phases >= 0.0).all()
    assert np.abs(phases.sum(axis=0) - 1.0).max() < 1e-6


OPEN = Policy("open_doors", price=0.0, upkeep=0.0, attention=0.0, shifts=(Shift("openness.effort", 0.6),))
"""Links to the outside, for ever, for nothing: an experiment, not a card."""


def share_renewed(begins: np.ndarray) -> float:
    """Open each world at its own quarter, and return the share that renews afterwards."""
    level = setup()
    opened = Rules(Setup(level.places, level.groups, level.parameters, level.start, (OPEN,)))
    region = Region.open(opened, 2026, begins.shape[0])
    before = np.zeros(begins.shape, dtype=bool)
    for quarter in range(QUARTERS):
        if (worlds := np.flatnonzero(begins == quarter)).shape[0]:
            before[worlds] = region.history.last("renewed")[worlds] > 0
            act(opened, region.state, region.history, Enact(OPEN.id), worlds)
            region.refresh()
        region.advance()
    return float(((region.history.last("renewed") > 0) & ~before).mean())


@pytest.mark.long
def test_opening_early_renews_at_least_three_times_as_many_regions_as_opening_late() -> None:
    k = np.arange(200)
    early, late = share_renewed(40 + k % 21), share_renewed(140 + k % 41)
    print(f"renewed: {early:.3f} when opened early, {late:.3f} when opened late")
    assert early >= 3.0 * late
    assert early >= 0.2


def test_a_level_that_opens_with_hardened_habits_opens_mature_and_can_still_flourish_again() -> None:
    region = Region.open(Rules(replace(setup(), start={**setup().start, "lock_in": 0.5})), 3, 4)
    assert (region.history["p_maturity"][0] > 0.9).all()
    assert (region.history["has_grown"][0] == 1).all()
    fresh = Region.open(Rules(setup()), 3, 4)
    assert (fresh.history["p_formative"][0] > 0.9).all()
