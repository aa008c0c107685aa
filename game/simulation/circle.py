"""The circle of products: where a firm stands, how far from another, and how many stand where.

A two-dimensional product space would look richer and cost ten times as much (core A8).
"""

from functools import cache

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array, Index
from game.simulation.roster import Roster

BINS = 64
TAPS = 17  # beyond 17/64 of a turn the kernel is below 0.2 % at its usual width, below 7 % at its widest
WIDE = TAPS + BINS + TAPS
"""A circle cut open: before its first bin and behind its last stand, once more, those that come next on the circle."""


Spot = tuple[Index, Index, Array, int]
"""The flat index of the two bins around each firm, how far it stands past the left one, and the number of worlds."""


def neighbours(style: Array, roster: Roster) -> Spot:
    """Return the bins around each firm (``[firm]`` each), and how many worlds have bins."""
    spot = style * BINS
    left = np.minimum(spot.astype(np.int64), BINS - 1)
    part = spot - left
    first = roster.world * WIDE + TAPS
    return left + first, ((left + 1) & (BINS - 1)) + first, part, roster.worlds


def deposit(spot: Spot, weight: Array) -> Array:
    """Share each firm's weight (on the grid) between its two bins, ``[firm] → [world, wide bin]``."""
    left, right, part, worlds = spot
    shared = exact.to_grid(weight * part)
    here = np.bincount(left, weights=weight - shared, minlength=worlds * WIDE)
    there = np.bincount(right, weights=shared, minlength=worlds * WIDE)
    bins: Array = (here + there).reshape(worlds, WIDE).astype(np.float64, copy=False)
    bins[:, :TAPS] = bins[:, BINS : BINS + TAPS]
    bins[:, -TAPS:] = bins[:, TAPS : TAPS + TAPS]
    return bins


def smooth(bins: Array, kernel: Array) -> Array:
    """Spread a histogram on the circle by a symmetric kernel given for lags 0, 1, 2 and so on.

    Returns:
        ``[world, wide bin]``; what stands before a circle's first bin and behind its last means nothing.
    """
    # Worlds stand one behind another, so that one long row is added to another; where one ends nobody looks.
    row = bins.ravel()
    result: Array = row * kernel[0]
    inside = result[TAPS:-TAPS]
    both = np.empty(inside.shape)
    for lag, weight in enumerate(kernel.tolist()[1:], start=1):
        np.add(row[TAPS - lag : -TAPS - lag], row[TAPS + lag : row.shape[0] - TAPS + lag], out=both)
        both *= weight
        inside += both
    return result.reshape(bins.shape)


def within(bins: Array) -> Array:
    """Return the circle itself, ``[world, wide bin] → [world, bin]``."""
    return bins[:, TAPS:-TAPS]


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
