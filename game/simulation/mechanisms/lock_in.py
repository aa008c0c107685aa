"""Lock-in: sameness hardens into habit, habit into politics; openness wears it away.

Theory: functional, cognitive and political lock-in (Grabher 1993); decline through lost variety (Menzel and
Fornahl 2010). Λ rises with sameness where there is a core to lock, faster still when incumbents are
protected, and falls with openness.
Claim: the ties that made a region strong can keep it from changing.
Boundary: one number for three kinds of lock-in.
"""

import numpy as np

from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("lock_in", "variety", "openness", "core", "count")
CHANGES = {"lock_in": ("sameness", "politics", "openness", "turnover"), "core": ("firms",)}
PARAMETERS = {
    "sameness": Parameter(0.064, 0.04, 0.1, "rise a quarter without any variety", "prototype"),
    "turnover": Parameter(0.0077, 0.005, 0.01, "share worn away a quarter", "prototype"),
    "openness": Parameter(0.134, 0.05, 0.15, "share worn away a quarter by full openness", "prototype"),
    "core_size": Parameter(20.0, 5.0, 60.0, "firms that make a full core", "prototype"),
    "politics": Parameter(0.0, 0.0, 0.05, "rise a quarter through politics of its own", "design"),
    "protection": Parameter(0.0, 0.0, 3.0, "protection of incumbents, in programmes", "design", lever=True),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Lock-in grows by sameness and protection, and is worn away."""
    core = np.minimum(1.0, now.core / p.core_size)
    free = 1.0 - now.lock_in
    alike = np.maximum(1.0 - now.variety, 0.0)
    return {
        ("lock_in", "sameness"): p.sameness * alike * free * core,
        ("lock_in", "politics"): (p.politics + 0.008 * p.protection) * free,
        ("lock_in", "openness"): -p.openness * now.openness * now.lock_in,
        ("lock_in", "turnover"): -p.turnover * now.lock_in,
        # The core is remembered: a dying cluster does not unlock itself by shrinking.
        ("core", "firms"): np.maximum(now.count, 0.997 * now.core) - now.core,
    }
