"""Openness: knowledge from outside arrives only where it can be used.

Theory: absorptive capacity (Cohen and Levinthal 1990); pipelines (Bathelt, Malmberg and Maskell 2004).
O = skills · (standing openness + pioneers + joint effort) · (1 − Λ)^h. Success makes standing openness
smaller.
Claim: the locked-in region cannot use the fair, the returnee or the university it pays for.
Boundary: the steep exponent h is this model's assumption, and it makes the window close; evidence from the
Tennessee Valley found no sign of effects strong enough for several steady states (Kline and Moretti 2014).
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = (
    "lock_in",
    "skill",
    "success",
    "pioneer",
    "concert",
    "variety",
    "count",
    "quarter",
    "sales",
    "last_sales",
)
GIVES = ("openness", "complacency")
CHANGES = {"pioneer": ("arrival", "fading"), "success": ("sales",)}
PARAMETERS = {
    "standing": Parameter(0.19, 0.0, 0.6, "openness without any effort", "prototype"),
    "steepness": Parameter(2.015, 1.5, 2.5, "exponent of absorptive capacity", "prototype"),
    "needs_skill": Parameter(0.6, 0.0, 1.0, "share of openness lost per unit of missing skill", "design"),
    "pride": Parameter(0.23, 0.0, 0.6, "share of standing openness lost to success", "prototype"),
    "pioneers": Parameter(0.0016, 0.0, 0.002, "chance a quarter and firm that a pioneer appears", "calibrated"),
    "pioneer_gain": Parameter(0.62, 0.0, 1.0, "openness a pioneer brings", "prototype"),
    "pioneer_fade": Parameter(0.0133, 0.0, 0.1, "share of it fading a quarter", "prototype"),
    "patience": Parameter(60.0, 0.0, 400.0, "quarters before pioneers can appear", "prototype"),
    "effort": Parameter(0.0, 0.0, 0.9, "links to the outside", "design", lever=True),
    "network": Parameter(0.0, 0.0, 3.0, "joint projects, in programmes", "design", lever=True),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute effective openness and the complacency of success."""
    complacency = np.minimum(np.maximum(now.success / 0.03, 0.0), 1.0)
    skilled = 1.0 - p.needs_skill * np.maximum(0.0, 1.0 - now.skill)
    effort = now.concert * (p.effort + 0.15 * np.minimum(p.network, 1.0))
    reach = p.standing * (1.0 - p.pride * complacency) + now.pioneer + effort
    absorbs = exact.power(np.maximum(1.0 - now.lock_in, 1e-6), p.steepness)
    return {
        "openness": np.minimum(np.maximum(skilled * reach * absorbs, 0.0), 1.0),
        "complacency": complacency,
    }


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """A pioneer firm may open a door of its own; doors close slowly; success is remembered."""
    firms = np.minimum(now.count, 60.0) * (now.quarter >= p.patience)
    chance = 1.0 - exact.exp(-p.pioneers * firms * (0.3 + now.variety))
    arrives = dice.world("pioneer") < chance
    growth = np.minimum(np.maximum(now.sales / np.maximum(now.last_sales, 1e-6) - 1.0, -0.2), 0.2)
    growth = np.where(now.last_sales > 0, growth, 0.0)
    return {
        ("pioneer", "arrival"): np.where(arrives, np.maximum(p.pioneer_gain - now.pioneer, 0.0), 0.0),
        ("pioneer", "fading"): -p.pioneer_fade * now.pioneer,
        ("success", "sales"): 0.02 * (growth - now.success),
    }
