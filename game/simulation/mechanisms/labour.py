"""Labour: firms draw on the workers within reach; where work is plentiful, wages rise and people move in.

Theory: Marshall's labour pool; migration towards wage and safety (economics 4.2, E8).
ln w = wage_slope · ln(sales / workers), both counted over commuting distance.
Claim: growth raises wages, and wages are the first brake on growth.
Boundary: one kind of worker; skills are the training mechanism's business.
"""

import numpy as np

from game.simulation import exact, places
from game.simulation.dice import Dice
from game.simulation.exact import Array
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = ("size", "workers", "leaving", "seat", "geography", "count")
GIVES = ("near", "place_sales", "sales", "log_wage_place", "log_wage", "wage_place")
CHANGES = {"workers": ("migration", "layoffs", "training")}
PARAMETERS = {
    "wage_slope": Parameter(0.1, 0.0, 0.5, "wage rise per unit of log tightness", "calibrated"),
    "pull": Parameter(0.02, 0.0, 0.1, "share moving in a quarter, per unit of wage above normal", "design"),
    "fear": Parameter(0.3, 0.0, 1.0, "share of laid-off workers who leave", "design"),
    "retraining": Parameter(0.0, 0.0, 3.0, "retraining of the laid-off, in programmes", "design", lever=True),
    "roads": Parameter(0.0, 0.0, 3.0, "roads and broadband, in programmes", "design", lever=True),
    "shortening": Parameter(0.15, 0.0, 0.5, "share of the loss by distance one road programme saves", "design"),
    "placed": Parameter(0.0, 0.0, 3.0, "public training places, in programmes", "design", lever=True),
    "per_programme": Parameter(0.004, 0.0, 0.02, "share added to the pool a quarter by one programme", "prototype"),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute sales by place and the wage (logarithm, 0 = normal)."""
    sales = places.by_place(now, now.size)
    near = _near(now, p)
    wanted, offered = places.reach(near, sales), places.reach(near, now.workers)
    tightness = exact.log(np.array([np.maximum(wanted, 1e-6), offered]))
    log_wage = p.wage_slope * np.maximum(tightness[0] - tightness[1], -0.5)
    return {
        "near": near,
        "place_sales": sales,
        "sales": exact.total(sales),
        "log_wage_place": log_wage,
        "log_wage": places.at_place(now, log_wage),
        "wage_place": exact.exp(log_wage),
    }


def _near(now: Now, p: Values) -> Array:
    """Return how near places are for daily business, ``[place, place]`` or by world: roads bring them closer."""
    near: Array = now.geography.near
    saved = np.minimum(p.shortening * p.roads, 0.5)
    return near + saved[:, None, None] * (1.0 - near) if saved.any() else near


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """People come for wages, leave after closures unless they are taught something new, and are trained."""
    kept = 1.0 - 0.6 * np.minimum(p.retraining, 1.0)
    lost = places.by_place(now, now.size, np.flatnonzero(now.leaving)) / np.maximum(now.place_sales, 1.0)
    return {
        ("workers", "migration"): p.pull * (now.wage_place - 1.0) * now.workers,
        ("workers", "layoffs"): -(p.fear * kept)[:, None] * np.minimum(lost, 1.0) * now.workers,
        ("workers", "training"): p.per_programme * p.placed[:, None] * now.workers,
    }
