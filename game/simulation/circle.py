"""The circle of products: where a firm stands, how far from another, and how many stand where.

A two-dimensional product space would look richer and cost ten times as much (core A8).
"""

from functools import cache

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array, Index
from game.simulation.roster import Roster

BINS = 64
TAPS = 17  # beyond 17/64 of a turn the kernel is below 0.2 %


Spot = tuple[Index, Index, Array, int]
"""The flat index of the two bins around each firm, how far it stands past the left one, and the number of worlds."""


def neighbours(style: Array, roster: Roster) -> Spot:
    """Return the bins around each firm (``[firm]`` each), and how many worlds have bins."""
    spot = style * BINS
    left = np.minimum(spot.astype(np.int64), BINS - 1)
    part = spot - left
    first = roster.world * BINS
    return left + first, ((left + 1) & (BINS - 1)) + first, part, roster.worlds


def deposit(spot: Spot, weight: Array) -> Array:
    """Share each firm's weight (on the grid) between its two bins, ``[firm] → [world, bin]``."""
    left, right, part, worlds = spot
    shared = exact.to_grid(weight * part)
    here = np.bincount(left, weights=weight - shared, minlength=worlds * BINS)
    there = np.bincount(right, weights=shared, minlength=worlds * BINS)
    bins: Array = (here + there).reshape(worlds, BINS).astype(np.float64, copy=False)
    return bins


def smooth(bins: Array, kernel: Array) -> Array:
    """Spread a histogram on the circle by a symmetric kernel given for lags 0, 1, 2 and so on."""
    wide = np.concatenate([bins[:, -TAPS:], bins, bins[:, :TAPS]], axis=1)
    result: Array = bins * kernel[0]
    both = np.empty(bins.shape)
    for lag, weight in enumerate(kernel.tolist()[1:], start=1):
        np.add(wide[:, TAPS - lag : TAPS - lag + BINS], wide[:, TAPS + lag : TAPS + lag + BINS], out=both)
        both *= weight
        result += both
    return result


@cache
def kernel_of(width: float) -> Array:
    """Return exp(−lag / h) for the lags in use; computed once for each h, so nobody may write into it."""
    kernel = exact.exp(-np.arange(TAPS) / BINS / width)
    kernel.flags.writeable = False
    return kernel


def distance(a: Array, b: Array) -> Array:
    """Distance on the circle, in turns (at most one half)."""
    gap = np.abs(a - b)
    return np.minimum(gap, 1.0 - gap)
