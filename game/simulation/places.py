"""Sums over the firms of a place, and reading a place's number for each of its firms."""

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array
from game.simulation.mechanism import Now


def by_place(now: Now, x: Array) -> Array:
    """Add a stock of firms (on the grid, 0 in empty slots) up by place, ``[world, place]``."""
    worlds, places = x.shape[0], now.geography.land.shape[0]
    sums = np.bincount(now.seat.ravel(), weights=x.ravel(), minlength=worlds * places)
    return sums.reshape(worlds, places).astype(np.float64, copy=False)


def at_place(now: Now, x: Array) -> Array:
    """Read a place number for every firm, ``[world, place] → [world, slot]``."""
    if x.shape[1] == 1:
        return np.broadcast_to(x, now.seat.shape)
    result: Array = x.ravel().take(now.seat)
    return result


def reach(weights: Array, x: Array) -> Array:
    """Add up what can be reached from each place, ``Σ_s weight[r, s] · x[…, s]``."""
    return exact.total(weights * x[..., None, :])


def mean(now: Now, x: Array) -> Array:
    """Average a firm number over living firms, ``[world]``; 0 where there are none."""
    result: Array = exact.total(x * now.alive_f) / np.maximum(now.count, 1.0)
    return result


def mean_stock(now: Now, stock: Array) -> Array:
    """Average a stock of firms over living firms: stocks lie on the grid and are 0 in empty slots."""
    result: Array = stock.sum(axis=-1) / np.maximum(now.count, 1.0)
    return result
