"""Crowding by similarity: firms compete hardest with those who make nearly the same thing.

Theory: Hotelling and Salop (1979); localised competition. A firm's crowding is Σ_j exp(−|z_i − z_j| / h)
over the other firms, z being the place on a circle of products.
Claim: many firms need not mean thin margins; many *alike* firms do.
Boundary: one dimension of product space; brands and places are separate mechanisms.
"""

import numpy as np

from game.simulation import circle, exact
from game.simulation.dice import Dice
from game.simulation.exact import Array
from game.simulation.mechanism import Flows, Now, Values
from game.simulation.parameter import Parameter

READS = ("style", "size")
GIVES = ("crowding", "variety", "best_seller")
PARAMETERS = {
    "width": Parameter(0.041, 0.02, 0.1, "turns of the product circle", "prototype"),
}


_LAGS = (np.arange(16)[None, :] + np.arange(1, 9)[:, None]) % 16
"""For each lag, the coarse bin that far from each, ``[lag, bin]``."""
_APART = np.arange(1, 9) / 16.0 * np.where(np.arange(1, 9) < 8, 2.0, 1.0)
"""How far apart the two firms of a pair are, in turns; but for the farthest, every pair is met twice."""


def _variety(bins: Array, count: Array) -> Array:
    """Mean distance between two firms, relative to firms spread evenly (16 coarse bins)."""
    coarse = bins[:, ::4] + bins[:, 1::4] + bins[:, 2::4] + bins[:, 3::4]
    pairs = exact.total(coarse[:, None, :] * coarse.take(_LAGS, axis=1))
    # One after the other, in the order of their lags: so a sum is the same in any batch.
    apart = np.add.accumulate(pairs * _APART, axis=1)[:, -1]
    pairs_in_all = np.maximum(count * (count - 1.0), 1.0)
    return np.minimum(apart / pairs_in_all / 0.25, 1.2)


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute each firm's crowding, the region's variety, and where the best-seller stands."""
    kernel = circle.kernel_of(float(p.width))
    spot = circle.neighbours(now.style, now.roster)
    bins = circle.deposit(spot, np.ones(now.style.shape))
    felt = circle.smooth(bins, kernel)
    left, right, part, _ = spot
    rest = 1.0 - part
    read = rest * felt.ravel().take(left) + part * felt.ravel().take(right)
    mix = 2.0 * (part * rest)
    own = (1.0 - mix) * kernel[0] + mix * kernel[1]
    sellers = circle.smooth(circle.deposit(spot, now.size), kernel[:4])
    return {
        "crowding": np.maximum(read - own, 0.0),
        "variety": _variety(circle.within(bins), now.count),
        "best_seller": circle.within(sellers).argmax(axis=1) / circle.BINS,
    }
