"""Support: councils reward jobs now, and forget the future.

Theory: political support depends on present jobs, so it rewards protecting incumbents (economics E27).
Losses weigh more than gains of the same size.
Claim: the best time to act is when nobody asks for it.
Boundary: one council, one mood.
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("support", "trend", "leaving", "size", "sales", "log_wage_place", "place_sales", "treasury")
CHANGES = {"support": ("growth", "decline", "closures", "wages", "debt", "habit")}
PARAMETERS = {
    "growth": Parameter(0.5, 0.0, 1.0, "support gained a quarter per unit of growth", "design"),
    "decline": Parameter(0.8, 0.0, 2.0, "support lost a quarter per unit of decline", "design"),
    "closures": Parameter(0.1, 0.0, 1.0, "support lost per share of sales closed", "design"),
    "wages": Parameter(0.02, 0.0, 0.1, "support gained a quarter per unit of log wage", "design"),
    "debt": Parameter(0.01, 0.0, 0.05, "support lost a quarter while the treasury is empty", "design"),
    "habit": Parameter(0.04, 0.0, 0.2, "share of the way back to the usual a quarter", "design"),
    "usual": Parameter(0.55, 0.3, 0.7, "support in quiet times", "design"),
    "mood": Parameter(0.0, -0.1, 0.1, "support moved a quarter by an event", "design", lever=True),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """The council's mood follows jobs and closures, and drifts back."""
    closed = now.roster.sum_of(np.flatnonzero(now.leaving), now.size) / np.maximum(now.sales, 1.0)
    wage = exact.total(now.log_wage_place * now.place_sales) / np.maximum(now.sales, 1.0)
    return {
        ("support", "growth"): p.growth * np.maximum(now.trend, 0.0),
        ("support", "decline"): -p.decline * np.maximum(-now.trend, 0.0),
        ("support", "closures"): -p.closures * np.minimum(closed, 0.2),
        ("support", "wages"): p.wages * np.minimum(np.maximum(wage, -0.2), 0.3),
        ("support", "debt"): np.where(now.treasury < 0.0, -p.debt, 0.0),
        ("support", "habit"): p.habit * (p.usual - now.support) + p.mood,
    }
