"""Demand: buyers choose among the cluster's firms and the rest of the world.

Theory: Dixit and Stiglitz (1977), McFadden's logit, with a reputation of origin (economics E1); channels to buyers
and makers of complements near by add to the attraction of every firm.
attraction = e^(θ(q − F)) · R^ψ · p^(1−σ) / (1 + λ · crowding); sales wanted = market · share.
The market takes off along a logistic curve; rivals abroad grow cheaper every year.
Claim: the region never sells alone: standing still means losing ground.
Boundary: one world market in money; booms and slumps come as events.
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.exact import Array
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = (
    "quality", "frontier", "log_price", "reputation", "rung", "crowding", "scandal", "buyer_share",
    "quarter", "size", "sales", "last_sales", "world_market", "rival_strength", "channels",
)  # fmt: skip
GIVES = ("market", "wanted", "market_share", "sales_growth")
CHANGES = {"world_market": ("buyers",), "rival_strength": ("cheaper_rivals",), "last_sales": ("sales",)}
PARAMETERS = {
    "substitution": Parameter(4.03, 2.0, 8.0, "elasticity of substitution between firms", "calibrated"),
    "quality_taste": Parameter(2.15, 0.5, 3.0, "attraction per unit of quality", "prototype"),
    "name_taste": Parameter(0.3, 0.1, 0.5, "attraction per unit of log reputation", "design"),
    "likeness": Parameter(0.14, 0.0, 0.3, "loss of attraction per similar rival", "prototype"),
    "rung_taste": Parameter(0.25, 0.0, 0.5, "attraction per rung", "prototype"),
    "scandal_harm": Parameter(0.9, 0.3, 1.5, "loss of attraction in a fresh scandal", "prototype"),
    "buyer_pull": Parameter(0.1, 0.0, 0.3, "attraction a large buyer brings", "prototype"),
    "birth": Parameter(3.0, 0.5, 50.0, "market at the very start, sales a quarter", "prototype"),
    "saturation": Parameter(758.0, 50.0, 3000.0, "market once everybody buys", "prototype"),
    "takeoff": Parameter(60.0, -200.0, 200.0, "quarter in which half of that is reached", "prototype"),
    "spread": Parameter(16.7, 5.0, 60.0, "quarters the take-off is spread over", "prototype"),
    "drift": Parameter(0.0015, -0.01, 0.01, "growth of the market a quarter", "prototype"),
    "rivals": Parameter(6.0, 0.5, 40.0, "attraction of the rest of the world at the start", "prototype"),
    "rival_gain": Parameter(0.0064, 0.0, 0.02, "fall of rivals' log cost a quarter", "calibrated"),
    "boom": Parameter(0.0, -0.8, 1.0, "share added to the market", "design", lever=True),
    "shelter": Parameter(0.0, -1.0, 0.8, "share of rivals kept out", "design", lever=True),
    "reach": Parameter(0.0, 0.0, 1.0, "attraction added by fairs and stands abroad", "design", lever=True),
}


def world_market(quarters: Array, p: Values) -> Array:
    """Return what the world buys in some quarters, before booms."""
    curve = exact.logistic((quarters - p.takeoff) / p.spread)
    result: Array = (p.birth + p.saturation * curve) * (1.0 + p.drift * quarters)
    return result


def opening(p: Values) -> dict[str, float]:
    """Return the stocks this mechanism opens a level with."""
    strength = float(exact.log(np.array([p.rivals]))[0])
    return {"world_market": float(world_market(np.zeros(1), p)[0]), "rival_strength": strength}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute the sales each firm could make, and how fast it grows."""
    world = now.world_market * (1.0 + p.boom)
    name = p.name_taste * exact.log(now.reputation) - p.scandal_harm * now.scandal + p.reach + now.channels
    log_attraction = (
        p.quality_taste * (now.quality - now.spread(now.frontier))
        - (p.substitution - 1.0) * now.log_price
        + p.rung_taste * (now.rung - 1.0)
        + p.buyer_pull * now.buyer_share
        + now.spread(name)
    )
    attraction = exact.exp(np.minimum(log_attraction, 12.0)) / (1.0 + p.likeness * now.crowding)
    ours = now.total(attraction)
    theirs = exact.exp(now.rival_strength) * (1.0 - p.shelter)
    wanted = now.spread(world / (ours + theirs)) * attraction
    return {
        "market": world,
        "wanted": wanted,
        "market_share": ours / (ours + theirs),
        "sales_growth": wanted / np.maximum(now.size, 1e-3) - 1.0,
    }


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """More people buy, rivals abroad grow cheaper, and last of all the quarter's sales are remembered."""
    market = world_market(np.array([now.quarter, now.quarter + 1.0]), p)
    gained = (p.substitution - 1.0) * p.rival_gain
    return {
        ("world_market", "buyers"): np.full(now.world_market.shape, market[1] - market[0]),
        ("rival_strength", "cheaper_rivals"): np.full(now.rival_strength.shape, gained),
        ("last_sales", "sales"): now.sales - now.last_sales,
    }
