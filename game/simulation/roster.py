"""Whose row is whose: the firms of all worlds stand in one table, world by world, oldest first.

One table has no empty seats, so a quarter costs what its firms cost, however unevenly worlds are peopled. Sums over a
world's firms are exact (everything summed lies on the grid), so neighbours in the table cannot be felt.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.simulation import exact
from game.simulation.exact import Array, Index, Mask

NOBODY: Index = np.zeros(0, dtype=np.int64)
"""Rows, or numbers, of no firm."""


class Roster:
    """The rows of a table of firms.

    Attributes:
        world: The world of each row, ``[firm]``, rising.
        firm: The number of each row's firm within its world, ``[firm]``, rising within a world.
        worlds: How many worlds there are; some may have no firm.
        counts: Firms of each world, ``[world]``.
    """

    def __init__(self, world: Index, firm: Index, worlds: int) -> None:
        self.world, self.firm, self.worlds = world, firm, worlds
        # Rows lie world by world, so where each world begins is found by searching.
        bounds = np.searchsorted(world, np.arange(worlds + 1))
        self._first: Index = bounds[:-1]
        self.counts: Index = bounds[1:] - self._first
        self._peopled: Mask = self.counts > 0
        self._everywhere = bool(self._peopled.all())

    def slice_of(self, world: int) -> slice:
        """Return the rows of one world."""
        first = int(self._first[world])
        return slice(first, first + int(self.counts[world]))

    def rows_of(self, worlds: Index) -> Index:
        """Return the rows of some worlds, one world after the other."""
        counts = self.counts[worlds]
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        return np.repeat(self._first[worlds], counts) + within

    def spread(self, x: NDArray[Any]) -> NDArray[Any]:
        """Give every firm its world's number, ``[…, world] → […, firm]``; one for all is left to spread by itself."""
        if self.worlds > 1 and x.ndim:
            return np.repeat(x, self.counts, axis=-1)
        return x.reshape(()) if x.ndim == 1 else x  # numpy spreads what has no axis quickest

    def sum(self, x: Array | Mask) -> Array:
        """Add what lies on the grid (stocks, whole numbers, masks) up by world, ``[…, firm] → […, world]``."""
        return self._reduced(np.add, x, 0.0)

    def total(self, x: Array) -> Array:
        """Add up by world, exactly: the same in any batch, ``[…, firm] → […, world]``."""
        return self._reduced(np.add, exact.to_grid(x), 0.0)

    def sum_of(self, rows: Index, x: Array | None = None) -> Array:
        """Add up, or count, what lies on the grid of few firms by world, ``[firm] → [world]``."""
        weights = None if x is None else x[rows]
        return np.bincount(self.world[rows], weights, self.worlds).astype(np.float64, copy=False)

    def largest(self, x: Array, nobody: float) -> Array:
        """Return each world's largest, or what stands for it where there is nobody, ``[…, firm] → […, world]``."""
        return self._reduced(np.maximum, x, nobody)

    def _reduced(self, operation: np.ufunc, x: Array | Mask, nobody: float) -> Array:
        kind = np.float64
        if self._everywhere:
            return np.asarray(operation.reduceat(x, self._first, axis=-1, dtype=kind))
        result = np.full((*x.shape[:-1], self.worlds), nobody)
        if x.shape[-1]:
            result[..., self._peopled] = operation.reduceat(x, self._first[self._peopled], axis=-1, dtype=kind)
        return result
