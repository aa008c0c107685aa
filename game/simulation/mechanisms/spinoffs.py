"""Spin-offs: able firms have children, and children take after their parents.

Theory: organisational reproduction and heredity (Klepper 2010; Buenstorf and Klepper 2009). Large, able
parents have more children; a child inherits ability, product, place and part of its parent's ties.
Claim: clusters grow like families, not only like markets.
Boundary: quarrels and ambitions are one chance; branch plants hardly ever have children.
"""

import numpy as np

from game.simulation.dice import Dice, normal
from game.simulation.exact import Array, Index
from game.simulation.mechanism import Now, Values
from game.simulation.newcomers import Cohort, choose_place
from game.simulation.parameter import Parameter
from game.simulation.state import SPINOFF

READS = (
    "size", "productivity", "quality", "style", "experience", "rung", "tie", "buyer_share", "place", "firm",
    "branch", "leaving", "count", "prospect", "place_chance",
)  # fmt: skip
PARAMETERS = {
    "rate": Parameter(0.09, 0.0, 0.2, "chance a quarter, before all conditions", "calibrated"),
    "heredity": Parameter(0.97, 0.7, 1.0, "share of log productivity inherited", "klepper_2010"),
    "apart": Parameter(0.03, 0.0, 0.2, "standard deviation of the product's distance", "prototype"),
    "stay": Parameter(0.85, 0.5, 1.0, "chance to settle at the parent's place", "klepper_2010"),
    "cash": Parameter(6.5, 1.0, 8.0, "money at the start", "calibrated"),
    "branch_share": Parameter(0.1, 0.0, 1.0, "chance of a branch plant, against others", "prototype"),
    "mobility": Parameter(0.0, -1.0, 2.0, "ease of leaving one's firm, share added", "design", lever=True),
}


def _readiness(now: Now, p: Values, rows: Index) -> Array:
    """Return how much likelier some firms are to have children than a firm of size 6, by size and ability."""
    mean = now.mean_stock(now.productivity)[now.home[rows]]
    ability = 0.5 + np.minimum(np.maximum(now.productivity[rows] - mean + 0.2, 0.0), 0.5)
    own: Array = np.minimum(now.size[rows] / 6.0, 3.0) * ability * np.where(now.branch[rows], p.branch_share, 1.0)
    return own


def births(now: Now, p: Values, dice: Dice) -> list[Cohort]:
    """Return this quarter's spin-offs."""
    hope = np.minimum(np.maximum(0.45 + 1.2 * now.prospect, 0.05), 1.2)
    # No firm's chance can be higher than three times this: most throws need no closer look.
    usual = p.rate * hope * (1.0 + p.mobility)
    rows, u = dice.below("spinoff", now.roster, 3.0 * usual)
    ready = (u < usual[now.home[rows]] * _readiness(now, p, rows)) & ~now.leaving[rows]
    rows = rows[ready]
    if not rows.shape[0]:
        return []
    world, parent = now.home[rows], now.firm[rows]
    throw = {key: dice.picked(f"spinoff_{key}", world, parent) for key in ("style", "place", "stay")}
    moved = now.style[rows] + p.apart * normal(throw["style"])
    elsewhere = choose_place(now.place_chance, world, throw["place"])
    stays = throw["stay"] < p.stay
    return [
        Cohort(
            world=world,
            origin=np.full(world.shape, SPINOFF),
            parent=parent,
            place=np.where(stays, now.place[rows], elsewhere),
            branch=np.zeros(world.shape, dtype=bool),
            stocks={
                "style": moved - np.floor(moved),
                "productivity": p.heredity * now.productivity[rows],
                "experience": 0.2 * now.experience[rows],
                "quality": now.quality[rows],
                "size": np.full(world.shape, 0.8),
                "cash": np.full(world.shape, float(p.cash)),
                "rung": np.maximum(now.rung[rows] - 1.0, 1.0),
                "tie": 0.6 * now.tie[rows],
                "buyer_share": now.buyer_share[rows],
            },
        )
    ]
