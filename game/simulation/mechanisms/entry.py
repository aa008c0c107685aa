"""Entry: new firms come where an entrant would earn, mostly where firms already are, and mostly to copy.

Theory: entry follows expected profit; founding opportunities come from existing firms (Sorenson and Audia 2000);
entry subsidies bring copies (Santarelli and Vivarelli 2007). Places draw firms like masses draw masses:
people and sales within reach, less rent (gravity, reconstructed after the paper's lost figure 2).
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
    "count", "branch", "markup", "common_fixed", "log_wage_place", "place_sales", "sales", "market", "productivity",
    "tie", "alive", "geography", "workers", "rent_place", "best_seller", "frontier",
)  # fmt: skip
GIVES = ("prospect", "place_chance")
PARAMETERS = {
    "rate": Parameter(3.42, 0.5, 8.0, "founders a quarter at full strength", "prototype"),
    "alone": Parameter(0.02, 0.0, 0.5, "share of entry that needs no firm to learn from", "prototype"),
    "half": Parameter(30.0, 5.0, 80.0, "firms at which half of the rest is reached", "prototype"),
    "eagerness": Parameter(5.6, 1.0, 12.0, "rise of entry per unit of expected profit", "prototype"),
    "floor": Parameter(0.1, 0.0, 0.5, "entry when nothing is to be earned", "prototype"),
    "early": Parameter(0.066, 0.0, 0.5, "share of founders before there is a market", "prototype"),
    "copies": Parameter(0.58, 0.0, 1.0, "share of entrants that copy the best-seller", "prototype"),
    "behind": Parameter(0.108, 0.0, 0.4, "log productivity below the region's mean", "prototype"),
    "quality": Parameter(0.63, 0.3, 1.0, "quality as a share of the frontier", "prototype"),
    "cash": Parameter(2.65, 1.0, 6.0, "money at the start", "prototype"),
    "promotion": Parameter(0.0, 0.0, 4.0, "firms invited from outside a quarter", "design", lever=True),
    "incubator": Parameter(0.0, 0.0, 3.0, "help for founders, in programmes", "design", lever=True),
    "talent": Parameter(0.0, 0.0, 3.0, "returnees and talent, in programmes", "design", lever=True),
    "anchors": Parameter(0.0, 0.0, 1.0, "branch plants won a quarter", "design", lever=True),
    "pull": Parameter(0.0, 0.0, 4.0, "attraction added to a place", "design", lever=True, place=True),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute what an entrant could expect, and where it would go."""
    m = places.mean(now, now.markup)
    m = np.where(now.count > 0, m, 0.35)
    wage = exact.total(now.log_wage_place * now.place_sales) / np.maximum(now.sales, 1e-6)
    mass = now.workers / exact.total(now.workers)[:, None]
    near = places.reach(now.geography.near, now.place_sales) / np.maximum(now.sales, 1.0)[:, None]
    pull = (mass + near) * (1.0 + p.pull) / (1.0 + 8.0 * now.rent_place)
    return {
        "prospect": 1.6 * m / (1.0 + m) - now.common_fixed * exact.exp(wage),
        "place_chance": pull / exact.total(pull)[:, None],
    }


def births(now: Now, p: Values, dice: Dice) -> list[Cohort]:
    """Return this quarter's founders, invited firms and branch plants."""
    known = p.alone + (1.0 - p.alone) * _teachers(now) / (_teachers(now) + p.half)
    hope = np.maximum(p.floor, np.clip(0.15 + p.eagerness * now.prospect, 0.0, 1.5))
    market = np.minimum(1.0, p.early + now.market / 120.0)
    rate = p.rate * known * hope * market * (1.0 + 0.35 * p.incubator)
    founded = poisson(dice.world("entry"), rate, 12)
    invited = poisson(dice.world("invitation"), np.minimum(p.promotion, 6.0), 12)
    anchors = poisson(dice.world("anchor"), p.anchors, 3)
    return [
        _cohort(now, p, dice, founded, FOUNDED, "founded"),
        _cohort(now, p, dice, invited, ATTRACTED, "invited"),
        _cohort(now, p, dice, anchors, ATTRACTED, "anchor"),
    ]


def _teachers(now: Now) -> Array:
    """Firms one can learn the trade from; a branch plant counts a fifth."""
    return exact.total(np.where(now.alive, np.where(now.branch, 0.2, 1.0), 0.0))


def _cohort(now: Now, p: Values, dice: Dice, count: Index, origin: int, name: str) -> Cohort:
    """Give every newcomer of one kind its properties."""
    world = np.repeat(np.arange(count.shape[0]), count)
    first = np.concatenate([[0], np.cumsum(count)[:-1]])
    ids = np.arange(world.shape[0]) - np.repeat(first, count)  # numbered within the world and kind
    throw = {key: dice.picked(f"{name}_{key}", world, ids) for key in ("place", "copy", "style", "skill")}
    anchor = name == "anchor"
    copies = (throw["copy"] < p.copies) & (not anchor)
    near_best = now.best_seller[world] + 0.04 * normal(throw["style"])
    better = 0.03 * p.talent[world] if origin == FOUNDED else 0.0
    mean = places.mean(now, now.productivity)[world]
    style = np.where(copies, near_best, throw["style"])
    return Cohort(
        world=world,
        origin=np.full(world.shape, origin),
        parent=np.full(world.shape, -1),
        place=choose_place(now.place_chance, world, throw["place"]),
        branch=np.full(world.shape, anchor),
        stocks={
            "style": style - np.floor(style),
            "productivity": mean - p.behind + 0.09 * normal(throw["skill"]) + better + (0.15 if anchor else 0.0),
            "experience": np.full(world.shape, 4.0 if anchor else 0.3),
            "quality": p.quality * now.frontier[world] + better + (0.2 * now.frontier[world] if anchor else 0.0),
            "size": np.full(world.shape, 8.0 if anchor else 0.8),
            "cash": np.full(world.shape, 8.0 if anchor else float(p.cash)) + 0.4 * p.incubator[world],
            "rung": np.full(world.shape, 1.0),
            "tie": 0.5 * places.mean(now, now.tie)[world] * (0.0 if anchor else 1.0),
            "buyer_share": np.full(world.shape, 0.2),
        },
    )
