"""Which phase of its life the region is in, read from what can be observed: five probabilities, never a label.

Theory: Tichy (1998) by way of the paper; Klepper's shake-out is told apart from petrification by output
(economics 1.4, 4.8; thresholds tried in core B2). Nothing is scripted by date.
Each sign is a soft threshold; a phase's weight is the product of its signs; weights are shared out and smoothed
over about a year, so that one odd quarter does not change the picture.
"""

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array
from game.simulation.indicators import MEMORY, WATCHED, History

SMOOTHING = 0.3
"""Share of a new reading that enters a quarter's probabilities (design)."""

DOUBT = 0.004
"""Weight every phase keeps, so that no probability is ever nought (design)."""


def _above(x: Array, threshold: float, width: float) -> Array:
    """How clearly a number lies above a threshold, 0 … 1."""
    return exact.logistic((x - threshold) / width)


def _growth(history: History, revenue: Array) -> Array:
    """Growth of sales, % a year, from means over four quarters that lie eight quarters apart."""
    late = (history.sum_of("revenue", 3) + revenue) / 4.0 if len(history) >= 3 else revenue
    early = sum((history.last("revenue", 7 + back) for back in range(4)), np.zeros(revenue.shape)) / 4.0
    span = min(len(history), 8) / 4.0
    if span < 0.5:
        return np.zeros(revenue.shape)
    ratio = exact.log(np.maximum(late, 1e-3)) - exact.log(np.maximum(early, 1e-3))
    return 100.0 * ratio / span


def watch(history: History, row: dict[str, Array]) -> dict[str, Array]:
    """Return the phases' probabilities and the watcher's memory for a new row.

    Args:
        history: Rows before this quarter; may be empty.
        row: What was measured and counted this quarter.
    """
    if not len(history):
        return _first(row)
    growth = _growth(history, row["revenue"])
    mean_firms = np.maximum((history.last("firms", 7) + row["firms"]) / 2.0, 1.0)
    years = min(len(history), 8) / 4.0
    entry = 100.0 * (history.sum_of("entries", 7) + row["entries"]) / mean_firms / years
    leave = 100.0 * (history.sum_of("exits", 7) + row["exits"]) / mean_firms / years
    memory = _remember(history, row, growth, entry - leave)
    weights = _weights(row, memory, growth, entry, leave)
    total = sum(weights.values(), np.zeros(growth.shape)) + 5.0 * DOUBT
    probabilities = {}
    for name in WATCHED:
        before = history.last(name)
        fresh = (weights[name] + DOUBT) / total
        probabilities[name] = before + SMOOTHING * (fresh - before)
    memory["renewed"] = np.maximum(memory["renewed"], probabilities["p_renewal"] > 0.5)
    return {**probabilities, **memory}


def _first(row: dict[str, Array]) -> dict[str, Array]:
    """Begin formative, with nothing to remember."""
    nothing = np.zeros(row["firms"].shape)
    start = {name: np.full(nothing.shape, 0.01) for name in WATCHED}
    start["p_formative"] = np.full(nothing.shape, 0.96)
    memory = dict.fromkeys(MEMORY, nothing)
    memory["peak_firms"], memory["peak_revenue"] = row["firms"], row["revenue"]
    memory["trough_variety"], memory["worst_gap"] = np.full(nothing.shape, 1.2), row["quality_gap"]
    return {**start, **memory}


def _remember(history: History, row: dict[str, Array], growth: Array, net: Array) -> dict[str, Array]:
    """Carry peaks and troughs forward."""
    last = history.last
    crowd = row["firms"] >= 8
    booming = (growth > 8.0) & (net > 2.0) & (row["firms"] >= 10)
    grown = np.maximum(last("has_grown"), booming * 1.0)
    over = (grown > 0) & ~booming & (growth < 6.0)
    since = np.where(over | (last("since_growth") > 0), last("since_growth") + 1.0, 0.0)
    # Troughs are looked for only once growth is over: before it, low variety is the noise of few firms.
    reset = since <= 1
    variety = np.where(crowd, row["variety"], 1.2)
    return {
        "has_grown": grown,
        "peak_variety": np.maximum(last("peak_variety"), np.where(crowd, row["variety"], 0.0)),
        "trough_variety": np.where(reset, variety, np.minimum(last("trough_variety"), variety)),
        "peak_revenue": np.maximum(last("peak_revenue"), row["revenue"]),
        "peak_firms": np.maximum(last("peak_firms"), row["firms"]),
        "since_growth": since,
        "worst_gap": np.where(reset, row["quality_gap"], np.minimum(last("worst_gap"), row["quality_gap"])),
        "renewed": last("renewed"),
    }


def _weights(
    row: dict[str, Array], memory: dict[str, Array], growth: Array, entry: Array, leave: Array
) -> dict[str, Array]:
    """Weigh the signs of each phase."""
    grown = memory["has_grown"]
    net = entry - leave
    few = np.maximum(_above(-row["firms"], -20.0, 2.0), _above(-row["market_share"], -0.01, 0.002))
    shrunk = _above(-row["revenue"] / np.maximum(memory["peak_revenue"], 1e-6), -0.85, 0.03)
    gone = (grown > 0) & (row["firms"] < 3)
    rising = _above(growth, 4.0, 1.0)
    varied = _above(row["variety"] / np.maximum(memory["trough_variety"], 0.05), 1.2, 0.05)
    closing = _above(row["quality_gap"] - memory["worst_gap"], 0.12, 0.03)
    renewed = rising * varied * np.maximum(closing, _above(row["rung"], 1.8, 0.1)) * (memory["since_growth"] >= 8)
    petrified = _above(-growth, 2.0, 0.7) * _above(-net, 1.0, 0.7) * _above(-entry, -6.0, 1.0) * shrunk
    petrified = np.where(gone, 1.0, petrified)
    settled = _above(-np.abs(growth), -6.0, 1.5) * grown
    shaken = _above(-net, 3.0, 0.8) * _above(growth, -3.0, 0.8) * grown
    return {
        "p_formative": (1.0 - grown) * few + 0.2 * (1.0 - grown),
        "p_growth": _above(growth, 8.0, 1.5) * _above(net, 1.0, 0.8) * _above(row["firms"], 9.0, 1.0) * (1.0 - renewed),
        "p_maturity": np.maximum(settled, shaken) * (1.0 - petrified) * (1.0 - renewed) + 0.05 * grown,
        "p_petrified": petrified * np.maximum(grown, gone),
        "p_renewal": renewed * grown,
    }
