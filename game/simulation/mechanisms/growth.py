"""Growth: a firm follows its orders, but cannot grow faster than it can learn to manage.

Theory: Penrose (1959); Gibrat's law with tent-shaped noise that falls with size (Stanley et al. 1996;
Fu et al. 2005). Falling is quicker than rising.
Claim: even the best firm needs years to become large.
Boundary: no mergers.
"""

import numpy as np

from game.simulation import exact
from game.simulation.dice import Dice, laplace
from game.simulation.mechanism import Changes, Now, Values
from game.simulation.parameter import Parameter

READS = ("size", "wanted", "output", "log_price")
CHANGES = {"size": ("orders", "luck"), "output": ("making",)}
PARAMETERS = {
    "limit": Parameter(0.136, 0.05, 0.3, "largest growth a quarter", "penrose_1959"),
    "noise": Parameter(0.066, 0.0, 0.2, "standard deviation of luck at size 1", "riccaboni_2008"),
}


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Move sales towards orders, and enter what was made in the region's books."""
    after = np.minimum(now.wanted, (1.0 + p.limit) * now.size + 0.1)
    luck = laplace(dice.each("growth", now.roster)) / np.sqrt(np.sqrt(np.maximum(now.size, 0.05)))
    made = now.total(now.size * exact.exp(-now.log_price))
    return {
        ("size", "orders"): after - now.size,
        ("size", "luck"): after * np.maximum(p.noise * luck, -0.9),
        ("output", "making"): exact.log(1.0 + made * exact.exp(-now.output)),
    }
