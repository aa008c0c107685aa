"""Stocks stay within their ranges: what leaves them is held, and what is not a number is found."""

from collections.abc import Iterable
from functools import cache

import numpy as np

from game.simulation.exact import Array
from game.simulation.state import KINDS, NAMES, ROW, STOCKS, State

_LOWS = {kind: np.array([STOCKS[name].low for name in NAMES[kind]]) for kind in KINDS}
_HIGHS = {kind: np.array([STOCKS[name].high for name in NAMES[kind]]) for kind in KINDS}
_LEAST, _MOST = ({kind: held[kind].tolist() for kind in KINDS} for held in (_LOWS, _HIGHS))
assert ROW["style"] == 0


@cache
def _range(kind: str, first: int | None, end: int | None, axes: int) -> tuple[Array, Array]:
    """Return the range of some rows of a kind's table, standing as columns beside them."""
    low, high = (held[kind][first:end].reshape((-1,) + (1,) * (axes - 1)) for held in (_LOWS, _HIGHS))
    return low, high


def hold(kind: str, table: Array, rows: slice = slice(None)) -> None:
    """Hold stocks of a kind within their range, in place; styles go round their circle.

    Args:
        kind: Of what.
        table: The stocks' rows.
        rows: Which rows of the kind's table these are.
    """
    if kind == "firm" and not rows.start:
        table[0] -= np.floor(table[0])
    table.clip(*_range(kind, rows.start, rows.stop, table.ndim), out=table)


def check(state: State) -> Iterable[tuple[str, int]]:
    """Yield (stock, world) for every stock that is not a number or out of its range."""
    for kind in KINDS:
        table, low, high = state.tables[kind], _LEAST[kind], _MOST[kind]
        if not table.size:
            continue
        flat = table.reshape(table.shape[0], -1)
        # Smallest and largest pass what is not a number on, and nothing compares well with that.
        least, most = np.minimum.reduce(flat, axis=1).tolist(), np.maximum.reduce(flat, axis=1).tolist()
        wrong = [k for k, (a, b) in enumerate(zip(least, most, strict=True)) if not (low[k] <= a and b <= high[k])]
        for k in wrong:
            column = int(np.flatnonzero(~((flat[k] >= low[k]) & (flat[k] <= high[k])))[0])
            world = state.home[column] if kind == "firm" else column * state.worlds // flat.shape[1]
            yield NAMES[kind][k], int(world)
