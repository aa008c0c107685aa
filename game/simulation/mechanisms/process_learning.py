"""Process learning: making more teaches to make it cheaper, and large firms can afford to search for more.

Theory: Wright (1936); the return to process research grows with size (Klepper 1996), so early movers win.
Lasting competence shocks keep firms unequal (Gibrat's law carried by competence).
Claim: mature clusters innovate in how they make, hardly in what they make.
Boundary: the declared learning rate is an outcome of own learning, research and selection together.
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice, normal
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = ("size", "experience")
GIVES = ("process_success",)
CHANGES = {"productivity": ("research", "competence"), "experience": ("making", "forgetting")}
PARAMETERS = {
    "forgetting": Parameter(0.0017, 0.0, 0.04, "share of experience lost a quarter", "prototype"),
    "making": Parameter(0.15, 0.05, 0.5, "experience gained per unit sold", "prototype"),
    "chance": Parameter(0.25, 0.0, 0.6, "chance of success a quarter for a very large firm", "prototype"),
    "scale": Parameter(18.6, 2.0, 60.0, "size at which a firm reaches 63 % of it", "klepper_1996"),
    "gain": Parameter(0.026, 0.0, 0.05, "rise of log productivity with a success", "prototype"),
    "competence": Parameter(0.033, 0.0, 0.05, "standard deviation of lasting luck a quarter", "prototype"),
    "laboratory": Parameter(0.0, 0.0, 3.0, "shared laboratory, in programmes", "design", lever=True),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Throw for process research; a shared laboratory lends small firms some scale."""
    rows, u = dice.below("process", now.roster, p.chance)
    lent = now.size[rows] + 2.0 * p.laboratory[now.home[rows]]
    succeeds = np.zeros(now.size.shape, dtype=bool)
    succeeds[rows] = u < p.chance * (1.0 - exact.exp(-lent / p.scale))
    return {"process_success": succeeds}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Firms learn, forget, and drift apart."""
    return {
        ("productivity", "research"): p.gain * now.process_success,
        ("productivity", "competence"): p.competence * normal(dice.each("competence", now.roster)),
        ("experience", "making"): p.making * now.size,
        ("experience", "forgetting"): -p.forgetting * now.experience,
    }
