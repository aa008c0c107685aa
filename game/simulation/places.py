"""Sums over the firms of a place, and reading a place's number for each of its firms."""

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array, Index
from game.simulation.mechanism import Now


def by_place(now: Now, x: Array, rows: Index | slice = slice(None)) -> Array:
    """Add stocks of firms, or of some of them, (on the grid) up by place, ``[firm] → [world, place]``."""
    worlds, places = now.roster.worlds, now.geography.land.shape[0]
    sums = np.bincount(now.seat[rows], weights=x[rows], minlength=worlds * places)
    return sums.reshape(worlds, places).astype(np.float64, copy=False)


def firms_of(now: Now) -> Array:
    """Count the firms of every place, ``[world, place]``."""
    worlds, places = now.roster.worlds, now.geography.land.shape[0]
    return np.bincount(now.seat, minlength=worlds * places).reshape(worlds, places).astype(np.float64)


def at_place(now: Now, x: Array) -> Array:
    """Read a place number for every firm, ``[world, place] → [firm]``."""
    result: Array = x.ravel().take(now.seat)
    return result


def reach(weights: Array, x: Array) -> Array:
    """Add up what can be reached from each place, ``Σ_s weight[r, s] · x[world, s]``.

    Args:
        weights: ``[place, place]``, or ``[world, place, place]``.
        x: ``[world, place]``.
    """
    # Worlds come last, for there are many of them and few places: long rows are quicker to add than short ones.
    parts = np.multiply(weights.T if weights.ndim == 3 else weights.T[:, :, None], x.T[:, None, :], order="C")
    return np.ascontiguousarray(np.add.reduce(exact.to_grid(parts), axis=0).T)
