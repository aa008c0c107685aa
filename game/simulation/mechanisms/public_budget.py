"""Public budget: taxes and grants come in, programmes are paid, a treasury in debt pauses them.

Theory: instruments act late, fade, and show diminishing returns (economics E27).
Claim: what a region can do for its firms depends on what its firms earned before.
Boundary: no lender and no interest; the share of profit tax that stays in the region is fixed.
"""

import numpy as np

from game.simulation import exact, policy
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = ("treasury", "tax", "aid", "running", "clock", "strength", "attention", "policies", "rent_paid")
GIVES = ("funded", "upkeep")
CHANGES = {
    "treasury": ("grant", "profit_tax", "land", "upkeep", "aid"),
    "attention": ("rest",),
    "strength": ("programme",),
    "clock": ("time",),
    "running": ("term",),
}
PARAMETERS = {
    "grant": Parameter(0.5, 0.0, 5.0, "money from the state a quarter", "design", lever=True),
    "tax_share": Parameter(0.5, 0.0, 1.0, "share of profit tax that stays here", "design"),
    "land_share": Parameter(0.1, 0.0, 0.5, "share of rents that comes in as land tax", "design"),
    "aid_share": Parameter(0.5, 0.0, 1.0, "share of aid to firms paid by the region", "design"),
    "rest": Parameter(0.5, 0.1, 2.0, "attention regained a quarter", "design"),
    "most_attention": Parameter(3.0, 1.0, 4.0, "attention there can be", "design"),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute what programmes cost this quarter and whether they can be paid."""
    upkeep = np.zeros(now.treasury.shape)
    if now.running.any():
        costs = np.array([card.upkeep for card in now.policies])
        upkeep = exact.total((now.running * costs[None, :, None]).reshape(upkeep.shape[0], -1))
    return {"upkeep": upkeep, "funded": now.treasury >= 0.0}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Money comes in and goes out; programmes take hold or fade."""
    changes = {
        ("treasury", "grant"): p.grant,
        ("treasury", "profit_tax"): p.tax_share * now.total(now.tax),
        ("treasury", "land"): p.land_share * now.total(now.rent_paid),
        ("treasury", "upkeep"): np.where(now.funded, -now.upkeep, 0.0),
        ("treasury", "aid"): -p.aid_share * now.total(now.aid),
        ("attention", "rest"): np.minimum(p.rest, np.maximum(p.most_attention - now.attention, 0.0)),
    }
    if now.running.any() or now.strength.any() or now.clock.any():
        changes.update(_programmes(now))
    return changes


def _programmes(now: Now) -> Changes:
    """Let programmes take hold, fade, and end when their time is over; most never began and are left out."""
    live = np.flatnonzero((now.running != 0.0) | (now.strength != 0.0) | (now.clock != 0.0))
    running, clock, strength = (stock.reshape(-1)[live] for stock in (now.running, now.clock, now.strength))
    world, card, _ = np.unravel_index(live, now.running.shape)
    ends = np.array([card.lasts for card in now.policies])[card]
    runs = running > 0

    def everywhere(change: exact.Array) -> exact.Array:
        found = np.zeros(now.running.size)
        found[live] = change
        return found.reshape(now.running.shape)

    over = (ends > 0) & (clock + 1.0 >= ends) & runs
    return {
        ("strength", "programme"): everywhere(
            policy.develop(now.policies, card, running, clock, strength, now.funded[world])
        ),
        ("clock", "time"): everywhere(np.where(runs, 1.0, -clock)),
        ("running", "term"): everywhere(np.where(over, -running, 0.0)),
    }
