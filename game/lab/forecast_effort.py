"""A sustained effort to renew: what a government that means it would do, whatever it costs.

The level's own cards at full size where it has cards that open the region; else a programme of the same
strength. The money is taken as found, so that the window tells of the region and not of the treasury.
"""

from dataclasses import replace

import numpy as np

from game.simulation.exact import Mask
from game.simulation.policy import Policy, Shift
from game.simulation.region import Region
from game.simulation.rules import Rules

OPENS = "openness.effort"
RENEWS = (OPENS, "openness.network", "upgrading.programme")
"""Levers by which a card counts as one of renewal."""

ENOUGH = 0.2
"""Openness a card must bring to be more than a stand at a fair (design)."""

PURSE = 1000.0
"""Money given with the effort: more than any programme costs in its time."""

EFFORT = Policy(
    id="renewal_effort",
    price=0.0,
    upkeep=0.0,
    delay=3,
    ramp=6,
    decay=0.06,
    shifts=(
        Shift(OPENS, 0.57),
        Shift("openness.network", 1.4),
        Shift("exploration.network", 1.4),
        Shift("upgrading.programme", 1.27),
        Shift("exploration.grants", 0.85),
        Shift("exploration.university", 0.56),
    ),
)
"""What the three cards of renewal do together at full size, for levels that do not have them."""

KEPT_OPEN = 0.35
"""Lock-in below which a grown region counts as having kept itself open (core B3)."""


def own_cards(rules: Rules) -> list[int]:
    """List a level's cards of renewal, or the effort put in their place; none when none really opens the region."""
    cards = rules.setup.policies
    if cards and cards[-1].id == EFFORT.id:
        return [len(cards) - 1]  # it stands for all of them
    moved = [{shift.lever: shift.by for shift in card.shifts} for card in cards]
    if not any(shifts.get(OPENS, 0.0) >= ENOUGH for shifts in moved):
        return []
    least = dict.fromkeys(RENEWS, 1e-9) | {OPENS: ENOUGH}
    return [k for k, shifts in enumerate(moved) if any(shifts.get(lever, 0.0) >= least[lever] for lever in RENEWS)]


def with_effort(rules: Rules) -> Rules:
    """Return the rules under which the effort can be made; the level's own where its cards will do."""
    if own_cards(rules):
        return rules
    return Rules(replace(rules.setup, policies=(*rules.setup.policies, EFFORT)))


def begin(region: Region, rules: Rules) -> Region:
    """Return a copy of a region in which the effort begins now; ``rules`` come from ``with_effort``."""
    branch = region.snapshot()
    added = len(rules.setup.policies) - len(region.rules.setup.policies)
    if added:
        table = branch.state.tables["programme"]
        branch.state.put("programme", np.pad(table, ((0, 0), (0, 0), (0, added), (0, 0))))
    stocks = branch.state.stocks
    for k in own_cards(rules):
        # A programme that runs already goes on; raising it needs no new start.
        stocks["running"][:, k, 0] = rules.setup.policies[k].sizes
    stocks["treasury"][:] = np.maximum(stocks["treasury"], 0.0) + PURSE
    result = Region(rules, branch.state, branch.history, branch.flows)
    result.refresh()
    return result


def running(region: Region) -> bool:
    """Tell whether the effort is being made already."""
    cards = own_cards(region.rules)
    sizes = [region.rules.setup.policies[k].sizes for k in cards]
    held = region.state.running[0, cards, 0] if cards else np.zeros(1)
    return bool(cards) and bool((held >= np.array(sizes)).all()) and float(region.state.treasury[0]) >= 0.0


def succeeds(region: Region) -> Mask:
    """Tell in which worlds the region has renewed itself, or grown and kept itself open.

    Both count: who acts early enough prevents the decline, and then there is nothing to renew.
    """
    last = region.history.last
    kept = (last("has_grown") > 0) & (last("lock_in") < KEPT_OPEN) & (last("firms") >= 8)
    result: Mask = (last("renewed") > 0) | kept
    return result
