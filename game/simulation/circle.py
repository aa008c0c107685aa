"""The circle of products: where a firm stands, how far from another, and how many stand where.

A two-dimensional product space would look richer and cost ten times as much (core A8).
"""

from functools import cache

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array, Index

BINS = 64
TAPS = 17  # beyond 17/64 of a turn the kernel is below 0.2 %


Spot = tuple[Index, Index, Array]
"""The flat index of the two bins around each firm, and how far it stands past the left one."""


def neighbours(style: Array) -> Spot:
    """Return the bins around each firm (``[world, slot]`` each)."""
    spot = style * BINS
    left = np.minimum(spot.astype(np.int64), BINS - 1)
    part = spot - left
    first = (np.arange(style.shape[0]) * BINS)[:, None]
    return left + first, ((left + 1) & (BINS - 1)) + first, part


def deposit(spot: Spot, weight: Array) -> Array:
    """Share each firm's weight (on the grid, 0 in empty slots) between its two bins, ``[world, bin]``."""
    left, right, part = spot
    worlds = weight.shape[0]
    shared = exact.to_grid(weight * part)
    here = np.bincount(left.ravel(), weights=(weight - shared).ravel(), minlength=worlds * BINS)
    there = np.bincount(right.ravel(), weights=shared.ravel(), minlength=worlds * BINS)
    bins: Array = (here + there).reshape(worlds, BINS).astype(np.float64, copy=False)
    return bins


def smooth(bins: Array, kernel: Array) -> Array:
    """Spread a histogram on the circle by a symmetric kernel given for lags 0, 1, 2 and so on."""
    wide = np.concatenate([bins[:, -TAPS:], bins, bins[:, :TAPS]], axis=1)
    result: Array = bins * kernel[0]
    for lag in range(1, len(kernel)):
        result = result + kernel[lag] * (
            wide[:, TAPS - lag : TAPS - lag + BINS] + wide[:, TAPS + lag : TAPS + lag + BINS]
        )
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
