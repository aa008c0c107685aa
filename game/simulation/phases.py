"""Which phase of its life the region is in, as five probabilities read from what can be observed.

Theory: Tichy (1998) by way of the paper; Klepper's shake-out is told apart from petrification by output
(economics 1.4, 4.8; thresholds tried in core B2). Nothing is scripted by date.
Each sign is a soft threshold; a phase's weight is the product of its signs; weights are shared out and
smoothed over about a year, so that one odd quarter does not change the picture.
"""

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array
from game.simulation.indicators import MEMORY, SIGNS, WATCHED, History, columns

SMOOTHING = 0.3
"""Share of a new reading that enters a quarter's probabilities (design)."""

OLD = 0.1
"""Lock-in above which a level opens with a cluster that has its growth behind it (design)."""

DOUBT = 0.004
"""Weight every phase keeps, so that no probability is ever nought (design)."""

_REVENUE, _MOVES = columns(("revenue",)), columns(("entries", "exits"))
_WATCHED, _MEMORY = columns(WATCHED + SIGNS), columns(MEMORY)


def _growth(history: History, revenue: Array) -> Array:
    """Growth of sales, % a year, from means over four quarters that lie eight quarters apart."""
    span = min(len(history), 8) / 4.0
    if span < 0.5:
        return np.zeros(revenue.shape)
    late = (history.recent(_REVENUE, 3)[0] + revenue) / (min(len(history), 3) + 1.0)
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
    flows = history.recent(_MOVES, 7) + np.array([row["entries"], row["exits"]])
    mean_firms = np.maximum((history.last("firms", 7) + row["firms"]) / 2.0, 1.0)
    entry, leave = 100.0 * flows / mean_firms / (min(len(history), 8) / 4.0)
    memory = _remember(history, row, growth, entry - leave)
    weights = _weights(row, memory, growth, entry, leave)
    # All phases and signs at once: they stand side by side in a row.
    found = np.array([weights[name] for name in WATCHED + SIGNS])
    phases = found[: len(WATCHED)]
    total = sum(phases, np.zeros(growth.shape)) + 5.0 * DOUBT
    phases += DOUBT
    phases /= total
    before = history.rows[-1][_WATCHED]
    now = before + SMOOTHING * (found - before)
    watched = dict(zip(WATCHED + SIGNS, now, strict=True))
    memory["renewed"] = np.maximum(memory["renewed"], watched["p_renewal"] > 0.5)
    return {**watched, **memory}


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
    last = dict(zip(MEMORY, history.rows[-1][_MEMORY], strict=True))
    firms, now_varied = row["firms"], row["variety"]
    crowd = firms >= 8
    booming = (growth > 8.0) & (net > 2.0) & (firms >= 10)
    grown = np.maximum(last["has_grown"], booming)
    over = (grown > 0) & ~booming & (growth < 6.0)
    since = np.where(over | (last["since_growth"] > 0), last["since_growth"] + 1.0, 0.0)
    # Troughs are looked for only once growth is over: before it, low variety is the noise of few firms.
    reset = since <= 1
    variety = np.where(crowd, now_varied, 1.2)
    return {
        "has_grown": grown,
        "peak_variety": np.maximum(last["peak_variety"], now_varied * crowd),
        "trough_variety": np.where(reset, variety, np.minimum(last["trough_variety"], variety)),
        "peak_revenue": np.maximum(last["peak_revenue"], row["revenue"]),
        "peak_firms": np.maximum(last["peak_firms"], firms),
        "since_growth": since,
        "worst_gap": np.where(reset, row["quality_gap"], np.minimum(last["worst_gap"], row["quality_gap"])),
        "renewed": last["renewed"],
    }


_SIGNS = (
    ("few", -20.0, 2.0),
    ("niche", -0.01, 0.002),
    ("shrunk", -0.85, 0.03),
    ("rising", 4.0, 1.0),
    ("varied", 1.2, 0.05),
    ("closing", 0.12, 0.03),
    ("climbed", 1.8, 0.1),
    ("falling", 2.0, 0.7),
    ("losing", 1.0, 0.7),
    ("deserted", -6.0, 1.0),
    ("steady", -6.0, 1.5),
    ("shaking", 3.0, 0.8),
    ("holding", -3.0, 0.8),
    ("booming", 8.0, 1.5),
    ("filling", 1.0, 0.8),
    ("crowd", 9.0, 1.0),
)
"""Each sign, the threshold its number must pass, and how soft that is (core B2)."""

_THRESHOLD, _WIDTH = (np.array([sign[k] for sign in _SIGNS])[:, None] for k in (1, 2))


def _signs(row: dict[str, Array], memory: dict[str, Array], growth: Array, entry: Array, leave: Array) -> Array:
    """How clearly each sign shows, 0 … 1, in their order."""
    net, firms = entry - leave, row["firms"]
    shrinking, losing = -growth, -net
    numbers = np.array([
        -firms, -row["market_share"], -row["revenue"] / np.maximum(memory["peak_revenue"], 1e-6), growth,
        row["variety"] / np.maximum(memory["trough_variety"], 0.05), row["quality_gap"] - memory["worst_gap"],
        row["rung"], shrinking, losing, -entry, -np.abs(growth), losing, growth, growth, net, firms,
    ])  # fmt: skip
    numbers -= _THRESHOLD
    numbers /= _WIDTH
    return exact.logistic(numbers)


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
    shaken, standing = shaking * holding, 1.0 - renewed
    return {
        "p_formative": (1.0 - grown) * (np.maximum(few, niche) + 0.2),
        "p_growth": booming * filling * crowd * standing,
        "p_maturity": (np.maximum(steady, shaken) * (1.0 - petrified) * standing + 0.05) * grown,
        "p_petrified": petrified * np.maximum(grown, gone),
        "p_renewal": renewed * grown,
        "shaking_out": shaken * grown,
    }
