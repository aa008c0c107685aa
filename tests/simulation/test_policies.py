"""Policies do what they did where they were tried: the same worlds with and without, and the mean difference.

*Surely* means three standard errors of the paired differences. Money is no object here: what a policy does is
asked, not whether the region can pay it.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np

from game.simulation import exact
from game.simulation.actions import Action, Enact
from game.simulation.exact import Array
from game.simulation.indicators import History
from game.simulation.region import Region
from game.simulation.rules import Rules
from tests.simulation.regions import play, setup

WORLDS, QUARTERS = 32, 140


def region(changed: tuple[tuple[str, float], ...] = ()) -> Region:
    """Open the reference region with a full treasury, and some numbers of its mechanisms changed."""
    usual = setup()
    numbers = {**usual.parameters, **dict(changed)}
    return Region.open(Rules(replace(usual, start={**usual.start, "treasury": 1000.0}, parameters=numbers)), 9, WORLDS)


@cache
def course(quarter: int = 0, cards: tuple[str, ...] = (), changed: tuple[tuple[str, float], ...] = ()) -> History:
    """Run the worlds with some cards enacted in one quarter; none is the run without any policy."""
    plan: Mapping[int, tuple[Action, ...]] = {quarter: tuple(Enact(card) for card in cards)} if cards else {}
    return play(region(changed), QUARTERS, plan).history


def gain(history: History, number: str, at: int, without: History | None = None) -> tuple[float, float]:
    """Return the mean paired difference and its standard error."""
    differences: Array = history[number][at] - (without or course())[number][at]
    return float(differences.mean()), float(differences.std() / np.sqrt(WORLDS))


def surely_more(history: History, number: str, at: int) -> bool:
    """Tell whether a number is larger than without the policy."""
    mean, error = gain(history, number, at)
    return mean > 3.0 * error


def surely_less(history: History, number: str, at: int) -> bool:
    """Tell whether a number is smaller than without the policy."""
    mean, error = gain(history, number, at)
    return mean < -3.0 * error


def test_protection_holds_sales_up_at_once_and_hardens_the_region() -> None:
    walled = course(60, ("protection",))
    assert surely_more(walled, "revenue", 68)
    assert surely_more(walled, "lock_in", 100)
    assert surely_less(walled, "openness", 100)
    assert gain(walled, "lock_in", 140)[0] > gain(walled, "lock_in", 80)[0]


def test_a_bail_out_saves_firms_for_a_while_and_costs_openness_for_long() -> None:
    rescued = course(80, ("bail_out",))
    assert surely_more(rescued, "firms", 90)
    assert surely_more(rescued, "lock_in", 100)
    assert gain(rescued, "firms", 140)[0] < gain(rescued, "firms", 90)[0]
    assert not surely_more(rescued, "employment", 140)


def test_a_training_centre_shows_late_in_skills_and_later_in_wages_and_jobs() -> None:
    taught = course(8, ("training_centre",))
    assert not surely_more(taught, "skill", 12)
    assert surely_more(taught, "skill", 40)
    assert surely_less(taught, "wage", 80)
    assert surely_more(taught, "employment", 80)


def test_trained_people_can_be_poached_so_firms_train_less_than_they_would() -> None:
    loyal = course(changed=(("training.poaching", 0.0),))
    mean, error = gain(loyal, "skill", 80)
    assert mean > 3.0 * error
    assert gain(loyal, "skill", 80)[0] > gain(loyal, "skill", 20)[0], "poaching bites where firms are many"


def test_an_association_builds_trust_over_years() -> None:
    meeting = course(8, ("trade_association",))
    assert 0.0 <= gain(meeting, "trust", 11)[0] < gain(meeting, "trust", 40)[0]
    assert surely_more(meeting, "trust", 80)


def test_an_anchor_plant_brings_jobs_and_most_of_them_come_from_elsewhere() -> None:
    anchored = course(8, ("anchor_plant",))
    assert surely_more(anchored, "employment", 34)
    moved, gained = gain(anchored, "moved_jobs", 34)[0], gain(anchored, "employment", 34)[0]
    assert moved > 0.5 * gained


def test_an_anchor_leaves_when_the_aid_ends_unless_it_has_taken_root() -> None:
    aided = play(region(), 36, {8: (Enact("anchor_plant"),)})
    assert stayed(aided, tie=0.0) < 0.6
    assert stayed(aided, tie=0.9) > stayed(aided, tie=0.0) + 0.2


def stayed(aided: Region, tie: float) -> float:
    """Return the share of branch plants that are still there eight years later, given their ties now."""
    later = aided.snapshot()
    before = plants(later)
    later.state.stocks["tie"][:] = exact.to_grid(np.where(later.state.branch, tie, later.state.tie))
    later.refresh()
    play(later, 32, {})
    return len(before & plants(later)) / len(before)


def plants(region: Region) -> set[tuple[int, int]]:
    """Name every branch plant by its world and number."""
    state = region.state
    return set(zip(state.home[state.branch].tolist(), state.firm[state.branch].tolist(), strict=True))


def test_opening_at_maturity_renews_more_often_than_opening_when_petrified() -> None:
    early, late = course(60, ("outside_links", "research_consortium")), course(110, ("outside_links",))
    assert surely_more(early, "variety", 100)
    assert gain(early, "openness", 100)[0] > 2.0 * gain(late, "openness", 140)[0]
    assert gain(early, "renewed", 140)[0] > gain(late, "renewed", 140)[0]


def test_help_in_the_petrified_phase_does_little_for_productivity() -> None:
    helped = course(110, ("outside_links", "research_consortium", "upgrading_programme", "training_centre"))
    mean, _ = gain(helped, "productivity", 130)
    assert abs(mean) < 0.1 * float(course()["productivity"][130].mean())
