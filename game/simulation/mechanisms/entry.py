"""Entry: new firms come where an entrant would earn, mostly where firms already are, and mostly to copy.

Theory: entry follows expected profit; founding opportunities come from existing firms (Sorenson and Audia
2000); entry subsidies bring copies (Santarelli and Vivarelli 2007). Places draw firms like masses draw
masses: people and sales within reach, less rent (gravity, reconstructed after the paper's lost figure 2).
Claim: entry feeds growth first and crowding later.
Boundary: founders' motives are one number, what a firm of size 1.6 would earn.
"""

import numpy as np

from game.simulation import exact, places
from game.simulation.dice import Dice, normal, poisson
from game.simulation.exact import Array, Index
from game.simulation.mechanism import Flows, Now, Values
from game.simulation.newcomers import Cohort, choose_place
from game.simulation.parameter import Parameter
from game.simulation.state import ATTRACTED, FOUNDED

READS = (
    "count", "branch", "markup", "common_fixed", "log_wage_place", "place_sales", "sales", "market",
    "productivity", "tie", "near", "workers", "rent_place", "best_seller", "frontier",
    "rival_bid",
)  # fmt: skip
GIVES = ("prospect", "place_chance", "offer")
PARAMETERS = {
    "rate": Parameter(3.7, 0.5, 8.0, "founders a quarter at full strength", "calibrated"),
    "alone": Parameter(0.0207, 0.0, 0.5, "share of entry that needs no firm to learn from", "calibrated"),
    "half": Parameter(30.0, 5.0, 80.0, "firms at which half of the rest is reached", "prototype"),
    "eagerness": Parameter(3.15, 1.0, 12.0, "rise of entry per unit of expected profit", "calibrated"),
    "floor": Parameter(0.04, 0.0, 0.5, "entry when nothing is to be earned", "prototype"),
    "early": Parameter(0.0526, 0.0, 0.5, "share of founders before there is a market", "calibrated"),
    "copies": Parameter(0.575, 0.0, 1.0, "share of entrants that copy the best-seller", "calibrated"),
    "behind": Parameter(0.108, 0.0, 0.4, "log productivity below the region's mean", "prototype"),
    "quality": Parameter(0.63, 0.3, 1.0, "quality as a share of the frontier", "prototype"),
    "cash": Parameter(3.4, 1.0, 6.0, "money at the start", "calibrated"),
    "promotion": Parameter(0.0, 0.0, 4.0, "firms invited from outside a quarter", "design", lever=True),
    "incubator": Parameter(0.0, 0.0, 3.0, "help for founders, in programmes", "design", lever=True),
    "talent": Parameter(0.0, 0.0, 3.0, "returnees and talent, in programmes", "design", lever=True),
    "anchors": Parameter(0.0, 0.0, 1.0, "branch plants won a quarter", "design", lever=True),
    "pull": Parameter(0.0, 0.0, 4.0, "attraction added to a place", "design", lever=True, place=True),
}


_MOST = np.array([12, 12, 3])
"""The most founders, invited firms and branch plants in one quarter."""


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute what an entrant could expect, and where it would go."""
    m = now.mean(now.markup)
    m = np.where(now.count > 0, m, 0.35)
    wage = exact.total(now.log_wage_place * now.place_sales) / np.maximum(now.sales, 1e-6)
    mass = now.workers / exact.total(now.workers)[:, None]
    near = places.reach(now.near, now.place_sales) / np.maximum(now.sales, 1.0)[:, None]
    pull = (mass + near) * (1.0 + p.pull) / (1.0 + 8.0 * now.rent_place)
    return {
        "prospect": 1.6 * m / (1.0 + m) - now.common_fixed * exact.exp(wage),
        "place_chance": pull / exact.total(pull)[:, None],
        # A branch plant is courted about three times as hard as an ordinary firm.
        "offer": p.promotion + 3.0 * p.anchors,
    }


def births(now: Now, p: Values, dice: Dice) -> list[Cohort]:
    """Return this quarter's founders, invited firms and branch plants."""
    known = p.alone + (1.0 - p.alone) * _teachers(now) / (_teachers(now) + p.half)
    hope = np.maximum(p.floor, np.minimum(np.maximum(0.15 + p.eagerness * now.prospect, 0.0), 1.5))
    market = np.minimum(1.0, p.early + now.market / 120.0)
    rate = p.rate * known * hope * market * (1.0 + 0.35 * p.incubator)
    throws = np.array([dice.world("entry"), dice.world("invitation"), dice.world("anchor")])
    drawn = _drawn(now)
    means = np.array([rate, p.promotion * drawn, p.anchors * drawn])
    counts = np.minimum(poisson(throws, means, 12), _MOST[:, None])
    return [_cohort(now, p, dice, counts)] if counts.any() else []


def _drawn(now: Now) -> Array:
    """Share of footloose firms an offer still draws: all at first, two fifths once the rival region matches it."""
    matched = np.minimum(now.rival_bid / np.maximum(now.offer, 1e-6), 1.0)
    share: Array = 1.0 - 0.6 * matched
    return share


def _teachers(now: Now) -> Array:
    """Firms one can learn the trade from; a branch plant counts a fifth."""
    teachers: Array = now.count - 0.8 * now.sum(now.branch)
    return teachers


def _cohort(now: Now, p: Values, dice: Dice, counts: Index) -> Cohort:
    """Give every newcomer its properties; ``counts`` is ``[founded | invited | anchor, world]``."""
    by_world = np.ascontiguousarray(counts.T).ravel()
    kind_of = np.tile(np.arange(3), counts.shape[1])
    kind = np.repeat(kind_of, by_world)
    world = np.repeat(np.arange(counts.shape[1]).repeat(3), by_world)
    # Numbered within world and kind, so that one more founder changes nobody else's throws.
    number = np.arange(world.shape[0]) - np.repeat(np.cumsum(by_world) - by_world, by_world) + 1000 * kind
    throw = {key: dice.picked(f"entry_{key}", world, number) for key in ("place", "copy", "style", "skill")}
    anchor = kind == 2
    copies = (throw["copy"] < p.copies) & ~anchor
    near_best = now.best_seller[world] + 0.04 * normal(throw["style"])
    better = np.where(kind == 0, 0.03 * p.talent[world], 0.0)
    frontier = now.frontier[world]
    style = np.where(copies, near_best, throw["style"])
    mean = now.mean_stock(now.productivity)[world]
    return Cohort(
        world=world,
        origin=np.where(kind == 0, FOUNDED, ATTRACTED),
        parent=np.full(world.shape, -1),
        place=choose_place(now.place_chance, world, throw["place"]),
        branch=anchor,
        stocks={
            "style": style - np.floor(style),
            "productivity": mean - p.behind + 0.09 * normal(throw["skill"]) + better + 0.15 * anchor,
            "experience": np.where(anchor, 4.0, 0.3),
            "quality": np.where(anchor, p.quality + 0.2, p.quality) * frontier + better,
            "size": np.where(anchor, 8.0, 0.8),
            "cash": np.where(anchor, 8.0, p.cash) + 0.4 * p.incubator[world],
            "rung": np.ones(world.shape),
            "tie": np.where(anchor, 0.0, 0.5 * now.mean_stock(now.tie)[world]),
            "buyer_share": np.full(world.shape, 0.2),
        },
    )
