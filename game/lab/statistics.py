"""The few figures facts are measured by, and how uncertain they are: by drawing the worlds again and again."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from game.simulation.dice import seeds_for, unit

Array = NDArray[np.float64]

DRAWS = 400
"""How often the worlds are drawn again for an interval."""


def slope(x: Array, y: Array) -> float:
    """Fit ``y`` on ``x`` by least squares and return the slope; not a number for fewer than three points."""
    good = np.isfinite(x) & np.isfinite(y)
    if good.sum() < 3:
        return float("nan")
    x, y = x[good] - x[good].mean(), y[good]
    return float((x * y).sum() / max(float((x * x).sum()), 1e-12))


def median(x: Array) -> float:
    """Return the median of the numbers there are."""
    good = x[np.isfinite(x)]
    return float(np.median(good)) if good.size else float("nan")


def mean(x: Array) -> float:
    """Return the mean of the numbers there are."""
    good = x[np.isfinite(x)]
    return float(good.mean()) if good.size else float("nan")


def ratio(above: Array, below: Array) -> float:
    """Return one sum over another."""
    total = float(np.nansum(below))
    return float(np.nansum(above)) / total if total else float("nan")


def tail(sizes: Array, share: float) -> float:
    """Return the exponent of the upper tail of a distribution (Hill's estimator on its largest share)."""
    good = np.sort(sizes[sizes > 0.0])[::-1]
    count = int(good.shape[0] * share)
    if count < 10:
        return float("nan")
    return float(1.0 / np.log(good[:count] / good[count]).mean())


def expected_t(treated: Array, others: Array) -> float:
    """Return the t an unpaired comparison finds on average, had half of the worlds been treated and half not.

    Beyond ±1.96 it can usually be told apart from nothing.
    """
    known = np.isfinite(treated) & np.isfinite(others)
    a, b = treated[known], others[known]
    if a.size < 4:
        return float("nan")
    spread = 2.0 * (a.var(ddof=1) + b.var(ddof=1)) / a.size
    return float((a.mean() - b.mean()) / max(float(np.sqrt(spread)), 1e-12))


def interval(rows: Array, combine: Callable[[Array], float], name: str, draws: int = DRAWS) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a figure; the same rows and name always give the same.

    Args:
        rows: One row a world.
        combine: Turns rows into the figure.
        name: Names the dice.
        draws: How often the worlds are drawn again.
    """
    count = rows.shape[0]
    throws = unit(seeds_for(0, draws * count, f"bootstrap {name}"))
    picked = np.minimum((throws * count).astype(np.int64), count - 1).reshape(draws, count)
    values = np.array([combine(rows[draw]) for draw in picked])
    values = values[np.isfinite(values)]
    if not values.size:
        return float("nan"), float("nan")
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)
