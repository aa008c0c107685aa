"""What stands in the way of renewal: each of the four ways to fail is mended in turn, with the same dice.

In every future the effort to renew begins now; then skills, cash, trust or openness is raised to what a good
region has, today and once. What raises the chance most is what binds.
"""

from collections.abc import Sequence

import numpy as np

from game.explain.forecast import WAYS, Estimate, Limits
from game.lab import forecast_effort as effort
from game.lab.forecast import dice_of, futures, moment, parts
from game.lab.forecast_window import FOLLOW
from game.simulation import exact
from game.simulation.exact import Array, Mask
from game.simulation.region import Region
from game.simulation.state import State

WORLDS = 96

GOOD = {"skill": 1.1, "slack": 8.0, "trust": 0.8, "openness": 0.4}
"""Skills, cash of each firm, trust, and lock-in of a region in good shape (core-2, section 7)."""


STOCK = {"skill": "skill", "slack": "cash", "trust": "trust", "openness": "lock_in"}
"""For each way to fail, the stock that is mended."""


def mended(state: State, way: str) -> Array:
    """Return the stock of a way to fail, nowhere worse than good."""
    value: Array = state.stocks[STOCK[way]]
    better = np.minimum(value, GOOD[way]) if way == "openness" else np.maximum(value, GOOD[way])
    return exact.to_grid(better)


def run_block(now: Region, worlds: int, part: slice) -> Mask:
    """Return where the region succeeds, ``[as it is or with one mended, world]``."""
    start = effort.begin(futures(now, dice_of(now, worlds)[part]), effort.with_effort(now.rules))
    found = []
    for way in (None, *WAYS):
        branch = start.snapshot()
        if way is not None:
            branch.state.stocks[STOCK[way]][:] = mended(branch.state, way)
            branch.refresh()
        for _ in range(FOLLOW):
            branch.advance()
        found.append(effort.succeeds(branch))
    return np.array(found)


def merge(blocks: Sequence[Mask]) -> Limits:
    """Compare the five, world by world."""
    found = np.concatenate(blocks, axis=1).astype(np.float64)
    gains = {way: _paired(found[k + 1] - found[0]) for k, way in enumerate(WAYS)}
    return Limits(float(found[0].mean()), gains)


def limits(region: Region, worlds: int = WORLDS) -> Limits:
    """Find what binds in world 0 of a region, in this process."""
    now = moment(region)
    return merge([run_block(now, worlds, part) for part in parts(now, worlds)])


def _paired(differences: Array) -> Estimate:
    """Estimate a mean of paired differences; the spread is never taken as nothing where a future differs."""
    mean, count = float(differences.mean()), differences.shape[0]
    spread = float(np.sqrt(max(float((differences * differences).mean()) - mean * mean, 0.25 / count)))
    half = 1.96 * spread / float(np.sqrt(count))
    return Estimate(mean, mean - half, mean + half)
