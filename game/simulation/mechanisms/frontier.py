"""Frontier: the rest of the world moves on, steadily and now and then by a jump.

Theory: technological discontinuities (quartz, synthetic scent). The frontier is exogenous: a region follows
it or falls behind; it does not set it.
Claim: standing still is falling back.
Boundary: lead regions that move the frontier themselves are not modelled.
"""

import numpy as np

from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("frontier",)
CHANGES = {"frontier": ("progress", "jump")}
PARAMETERS = {
    "progress": Parameter(0.0062, 0.0, 0.02, "rise a quarter", "prototype"),
    "jump_chance": Parameter(0.00833, 0.0, 0.05, "chance of a jump a quarter", "prototype"),
    "jump": Parameter(0.17, 0.0, 0.6, "size of a jump", "prototype"),
    "breakthrough": Parameter(0.0, 0.0, 0.6, "rise a quarter through an event", "design", lever=True),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """The world moves on."""
    jumps = dice.world("frontier") < p.jump_chance
    return {
        ("frontier", "progress"): np.full(now.frontier.shape, float(p.progress)) + p.breakthrough,
        ("frontier", "jump"): np.where(jumps, p.jump, 0.0),
    }
