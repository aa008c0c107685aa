"""Upgrading: climbing the value chain from assembly to an own brand, with or against the buyer.

Theory: Humphrey and Schmitz (2002); a dominant buyer teaches process and product, and blocks design and brand
(Schmitz 1999; Bazan and Navas-Alemán 2004).
Claim: better shoes are not yet a better place in the chain.
Boundary: rungs are steps 1 … 4; real chains have more and firms straddle them.
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = (
    "rung",
    "cash",
    "reputation",
    "openness",
    "lock_in",
    "buyer_share",
    "quality",
    "frontier",
)
CHANGES = {"rung": ("climbing",), "buyer_share": ("contracts",), "quality": ("buyer_teaching",)}
PARAMETERS = {
    "odds": Parameter(-5.28, -8.0, -3.0, "log odds of climbing a rung in a quarter", "prototype"),
    "name": Parameter(1.2, 0.0, 3.0, "rise with log reputation", "prototype"),
    "outside": Parameter(4.0, 0.0, 8.0, "rise with openness", "prototype"),
    "locked": Parameter(2.0, 0.0, 4.0, "fall with lock-in", "prototype"),
    "taught": Parameter(1.9, 0.0, 4.0, "rise with the buyer's share, from rung 1", "bazan_navas_aleman_2004"),
    "blocked": Parameter(6.0, 0.0, 12.0, "fall with the buyer's share, from rung 2", "schmitz_1999"),
    "upper": Parameter(0.35, 0.0, 1.0, "chance from rung 2 up, against the first step", "prototype"),
    "means": Parameter(3.0, 0.0, 10.0, "cash needed", "prototype"),
    "dominance": Parameter(0.2, 0.0, 1.0, "share the largest buyer seeks", "design", lever=True),
    "teaching": Parameter(0.015, 0.0, 0.05, "share of the quality gap a buyer closes a quarter", "prototype"),
    "programme": Parameter(0.0, 0.0, 3.0, "advice and design help, in programmes", "design", lever=True),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Firms climb, buyers tighten or loosen their hold."""
    shared = (
        p.odds + p.name * exact.log(now.reputation) + p.outside * now.openness - p.locked * now.lock_in + p.programme
    )
    # No firm's chance can be higher than this: most throws need no closer look.
    highest = exact.logistic(shared + p.taught)
    rows, u = dice.below("upgrading", now.roster, highest)
    able = (now.rung[rows] < 4.0) & (now.cash[rows] > p.means)
    rows, u = rows[able], u[able]
    held = now.buyer_share[rows]
    low = now.rung[rows] < 1.5
    hold = np.where(low, p.taught * held, -p.blocked * np.maximum(held - 0.25, 0.0))
    chance = exact.logistic(shared[now.home[rows]] + hold) * np.where(low, 1.0, p.upper)
    climbing = np.zeros(now.rung.shape)
    climbing[rows] = u < chance
    served = now.rung < 2.5
    target = now.spread(p.dominance) * np.where(served, 1.0, 0.1)
    gap = np.maximum(now.spread(0.95 * now.frontier) - now.quality, 0.0)
    return {
        ("rung", "climbing"): climbing,
        ("buyer_share", "contracts"): 0.04 * (target - now.buyer_share),
        ("quality", "buyer_teaching"): np.where(served, p.teaching * now.buyer_share * gap, 0.0),
    }
