"""Which phase of its life the region is in, as five probabilities read from what can be observed.

Theory: Tichy (1998) by way of the paper; Klepper's shake-out is told apart from petrification by output
(economics 1.4, 4.8; thresholds tried in core B2). Nothing is scripted by date.
Each sign is a soft threshold; a phase's weight is the product of its signs; weights are shared out and
smoothed over about a year, so that one odd quarter does not change the picture.
"""

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array
from game.simulation.indicators import MEMORY, SIGNS, WATCHED, History

SMOOTHING = 0.3
"""Share of a new reading that enters a quarter's probabilities (design)."""

OLD = 0.1
"""Lock-in above which a level opens with a cluster that has its growth behind it (design)."""

DOUBT = 0.004
"""Weight every phase keeps, so that no probability is ever nought (design)."""


def _growth(history: History, revenue: Array) -> Array:
    """Growth of sales, % a year, from means over four quarters that lie eight quarters apart."""
    span = min(len(history), 8) / 4.0
    if span < 0.5:
        return np.zeros(revenue.shape)
    late = (history.recent(("revenue",), 3)[0] + revenue) / (min(len(history), 3) + 1.0)
    early = sum((history.last("revenue", 7 + back) for back in range(4)), np.zeros(revenue.shape)) / 4.0
    ratio = exact.log(np.maximum(np.array([late, early]), 1e-3))
    growth: Array = 100.0 * (ratio[0] - ratio[1]) / span
    return growth


def watch(history: History, row: dict[str, Array]) -> dict[str, Array]:
    """Return the phases' probabilities and the watcher's memory for a new row.

    Args:
        history: Rows before this quarter; may be empty.
        row: What was measured and counted this quarter.
    """
    if not len(history):
        return _first(row)
    growth = _growth(history, row["revenue"])
    flows = history.recent(("entries", "exits"), 7) + np.array([row["entries"], row["exits"]])
    mean_firms = np.maximum((history.last("firms", 7) + row["firms"]) / 2.0, 1.0)
    entry, leave = 100.0 * flows / mean_firms / (min(len(history), 8) / 4.0)
    memory = _remember(history, row, growth, entry - leave)
    weights = _weights(row, memory, growth, entry, leave)
    signs = {name: history.last(name) + SMOOTHING * (weights.pop(name) - history.last(name)) for name in SIGNS}
    total = sum(weights.values(), np.zeros(growth.shape)) + 5.0 * DOUBT
    probabilities = {}
    for name in WATCHED:
        before = history.last(name)
        probabilities[name] = before + SMOOTHING * ((weights[name] + DOUBT) / total - before)
    memory["renewed"] = np.maximum(memory["renewed"], probabilities["p_renewal"] > 0.5)
    return {**probabilities, **signs, **memory}


def _first(row: dict[str, Array]) -> dict[str, Array]:
    """Begin formative, with nothing to remember; where habits have hardened already, the boom lies behind."""
    nothing = np.zeros(row["firms"].shape)
    old = row["lock_in"] > OLD
    start = {name: np.full(nothing.shape, 0.01) for name in WATCHED}
    start |= {name: np.zeros(nothing.shape) for name in SIGNS}
    start["p_formative"] = np.where(old, 0.01, 0.96)
    start["p_maturity"] = np.where(old, 0.96, 0.01)
    memory = dict.fromkeys(MEMORY, nothing)
    memory["peak_firms"], memory["peak_revenue"] = row["firms"], row["revenue"]
    memory["has_grown"], memory["since_growth"] = np.where(old, 1.0, 0.0), np.where(old, 8.0, 0.0)
    memory["trough_variety"], memory["worst_gap"] = np.where(old, row["variety"], 1.2), row["quality_gap"]
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


def _signs(row: dict[str, Array], memory: dict[str, Array], growth: Array, entry: Array, leave: Array) -> Array:
    """How clearly each sign shows, 0 … 1: a number, the threshold it must pass, and how soft that is."""
    net = entry - leave
    signs = (
        (-row["firms"], -20.0, 2.0),
        (-row["market_share"], -0.01, 0.002),
        (-row["revenue"] / np.maximum(memory["peak_revenue"], 1e-6), -0.85, 0.03),
        (growth, 4.0, 1.0),
        (row["variety"] / np.maximum(memory["trough_variety"], 0.05), 1.2, 0.05),
        (row["quality_gap"] - memory["worst_gap"], 0.12, 0.03),
        (row["rung"], 1.8, 0.1),
        (-growth, 2.0, 0.7),
        (-net, 1.0, 0.7),
        (-entry, -6.0, 1.0),
        (-np.abs(growth), -6.0, 1.5),
        (-net, 3.0, 0.8),
        (growth, -3.0, 0.8),
        (growth, 8.0, 1.5),
        (net, 1.0, 0.8),
        (row["firms"], 9.0, 1.0),
    )
    return exact.logistic(np.array([(value - threshold) / width for value, threshold, width in signs]))


def _weights(
    row: dict[str, Array], memory: dict[str, Array], growth: Array, entry: Array, leave: Array
) -> dict[str, Array]:
    """Weigh the signs of each phase, and of a shake-out beside them."""
    (
        few, niche, shrunk, rising, varied, closing, climbed, falling, losing, deserted, steady, shaking,
        holding, booming, filling, crowd,
    ) = _signs(row, memory, growth, entry, leave)  # fmt: skip
    grown = memory["has_grown"]
    gone = (grown > 0) & (row["firms"] < 3)
    renewed = rising * varied * np.maximum(closing, climbed) * (memory["since_growth"] >= 8)
    petrified = np.where(gone, 1.0, falling * losing * deserted * shrunk)
    settled = np.maximum(steady, shaking * holding) * grown
    return {
        "p_formative": (1.0 - grown) * (np.maximum(few, niche) + 0.2),
        "p_growth": booming * filling * crowd * (1.0 - renewed),
        "p_maturity": settled * (1.0 - petrified) * (1.0 - renewed) + 0.05 * grown,
        "p_petrified": petrified * np.maximum(grown, gone),
        "p_renewal": renewed * grown,
        "shaking_out": shaking * holding * grown,
    }
