"""Exit: firms fail when their cash is gone, or close for reasons of their own, mostly the young and small.

Theory: hazard falls with age and size (Knaup 2005; Klepper and Simons 2005). Partners' trade credit carries a
firm that is trusted a little further.
Claim: exit frees workers and buyers for others; not every rescue helps.
Boundary: no take-overs; a branch plant without ties closes when aid ends and it is better off elsewhere.
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.exact import Array, Index
from game.simulation.mechanism import Flows, Now, Values
from game.simulation.parameter import Parameter

READS = ("kept", "profit", "age", "size", "tie", "trust", "branch", "rival_bid")
GIVES = ("leaving", "insolvent", "relocating")
CAUSES = ("insolvent", "closed", "relocated")
PARAMETERS = {
    "always": Parameter(0.0065, 0.0, 0.02, "chance to close a quarter, of the old", "knaup_2005"),
    "young": Parameter(0.05, 0.0, 0.1, "chance added for the newborn", "knaup_2005"),
    "years": Parameter(8.3, 2.0, 20.0, "quarters in which that falls to 37 %", "knaup_2005"),
    "credit": Parameter(0.8, 0.0, 3.0, "cash partners lend to a fully tied and trusted firm", "prototype"),
    "guarantee": Parameter(0.0, 0.0, 3.0, "public loan guarantees, in programmes", "design", lever=True),
    "rescue": Parameter(0.0, 0.0, 1.0, "share of insolvent firms kept alive", "design", lever=True),
    "footloose": Parameter(0.1, 0.0, 0.3, "chance a quarter that a branch plant leaves once aid ends", "prototype"),
    "elsewhere": Parameter(0.15, 0.0, 0.4, "profit per sale of an untied branch plant elsewhere", "design"),
}

CONTENT = 0.002
"""Chance a quarter that a branch plant closes that is content (design)."""


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Decide who leaves at the end of this quarter, and why."""
    cushion = (p.credit * now.tie * now.spread(now.trust)) + now.spread(0.8 * p.guarantee)
    insolvent = ~now.branch & (now.kept + now.profit < -cushion)
    if p.rescue.any():
        insolvent &= dice.each("rescue", now.roster) >= now.spread(p.rescue)
    usual = 1.6 * (p.always + p.young)
    rows, u = dice.below("exit", now.roster, np.maximum(np.maximum(usual, 2.0 * p.footloose), CONTENT))
    likely = ~insolvent[rows] & ((u < usual) | now.branch[rows])
    rows, u = rows[likely], u[likely]
    closes = np.zeros(insolvent.shape, dtype=bool)
    closes[rows] = u < _chance(now, p, rows)
    return {
        "insolvent": insolvent,
        "relocating": closes & now.branch,
        "leaving": insolvent | closes,
    }


def _chance(now: Now, p: Values, rows: Index) -> Array:
    """Return the chance to close of some firms."""
    age, size = now.age[rows], now.size[rows]
    factor = np.where(size < 1.0, 1.6, np.where(size <= 3.0, 1.1, 0.6))
    own = (p.always + p.young * exact.exp(-age / p.years)) * factor
    # An anchor is run from elsewhere: it does not fail of its own, it goes when nobody pays it to stay.
    branch = now.branch[rows]
    # Ties with neighbours are roots: whoever buys and learns here needs a better offer to go.
    loose = 1.0 - now.tie[rows]
    content = (age < 8) | (now.profit[rows] > p.elsewhere * loose * size)
    lured = p.footloose * loose * (1.0 + np.minimum(now.rival_bid[now.home[rows]], 1.0))
    return np.where(branch, np.where(content, CONTENT, lured), own)
