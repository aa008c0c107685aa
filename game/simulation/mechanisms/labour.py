"""Labour: firms draw on the workers within reach; where work is plentiful, wages rise and people move in.

Theory: Marshall's labour pool; migration towards wage and safety (economics 4.2, E8).
ln w = wage_slope · ln(sales / workers), both counted over commuting distance.
Claim: growth raises wages, and wages are the first brake on growth.
Boundary: one kind of worker; skills are the training mechanism's business.
"""

import numpy as np

from game.simulation import exact, places
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = ("size", "workers", "leaving", "alive", "seat", "geography", "count")
GIVES = ("place_sales", "sales", "log_wage_place", "log_wage", "wage_place")
CHANGES = {"workers": ("migration", "layoffs", "training")}
PARAMETERS = {
    "wage_slope": Parameter(0.115, 0.0, 0.5, "wage rise per unit of log tightness", "calibrated"),
    "pull": Parameter(0.02, 0.0, 0.1, "share moving in a quarter, per unit of wage above normal", "design"),
    "fear": Parameter(0.3, 0.0, 1.0, "share of laid-off workers who leave", "design"),
    "placed": Parameter(0.0, 0.0, 3.0, "public training places, in programmes", "design", lever=True),
    "per_programme": Parameter(0.004, 0.0, 0.02, "share added to the pool a quarter by one programme", "prototype"),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute sales by place and the wage (logarithm, 0 = normal)."""
    sales = places.by_place(now, now.size)
    wanted, offered = places.reach(now.geography.near, np.array([sales, now.workers]))
    tightness = exact.log(np.array([np.maximum(wanted, 1e-6), offered]))
    log_wage = p.wage_slope * np.maximum(tightness[0] - tightness[1], -0.5)
    return {
        "place_sales": sales,
        "sales": exact.total(sales),
        "log_wage_place": log_wage,
        "log_wage": places.at_place(now, log_wage),
        "wage_place": exact.exp(log_wage),
    }


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """People come for wages, leave after closures, and are trained."""
    lost = places.by_place(now, now.leaving * now.size) / np.maximum(now.place_sales, 1.0)
    return {
        ("workers", "migration"): p.pull * (now.wage_place - 1.0) * now.workers,
        ("workers", "layoffs"): -p.fear * np.minimum(lost, 1.0) * now.workers,
        ("workers", "training"): p.per_programme * p.placed[:, None] * now.workers,
    }
