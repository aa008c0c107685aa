"""The closing window: until when does an effort to renew still help?

The same futures are run with and without the effort, begun now, a year from now, two years … Each is judged
the same time after it began, so a late effort is not worse off because a horizon ends. What makes it worse
is only what the years have done to the region: to its openness, its skills, its trust, its cash.
"""

from collections.abc import Sequence

import numpy as np

from game.explain.forecast import Estimate, Window, WindowState
from game.lab import forecast_effort as effort
from game.lab.forecast import HORIZON, dice_of, futures, moment, parts
from game.simulation.dice import Dice, seeds_for
from game.simulation.exact import Array, Mask
from game.simulation.region import Region

WORLDS = 128
STEP = 4
FOLLOW = 60
"""Quarters after its beginning at which an effort is judged: renewal takes ten to fifteen years (core B3)."""

HALF = 0.5
"""Share of the gain of acting now that acting later must still give."""

LEAST_GAIN = 0.05
"""A smaller gain is called none."""

SURE = 0.8
"""Chance without any effort from which on none is needed."""

RESAMPLES = 200


def moments(horizon: int) -> range:
    """List when the effort may begin, in quarters from now."""
    return range(0, horizon + 1, STEP)


def run_block(now: Region, worlds: int, horizon: int, part: slice) -> Mask:
    """Return where the region succeeds, ``[without or with effort, moment, world]``."""
    base = futures(now, dice_of(now, worlds)[part])
    rules = effort.with_effort(now.rules)
    when = moments(horizon)
    waited, acted = [], []
    for quarter in range(when[-1] + FOLLOW + 1):
        if quarter in when:
            branch = effort.begin(base, rules)
            for _ in range(FOLLOW):
                branch.advance()
            acted.append(effort.succeeds(branch))
        if quarter - FOLLOW in when:
            waited.append(effort.succeeds(base))
        base.advance()
    return np.array([waited, acted])


def merge(now: Region, horizon: int, blocks: Sequence[Mask]) -> Window:
    """Read the window off the paired futures."""
    waited, acted = np.concatenate(blocks, axis=2).astype(np.float64)
    gains = acted - waited
    at = [now.state.quarter + quarter for quarter in moments(horizon)]
    smooth = falling(gains.mean(axis=1))
    draws = _resampled(gains)
    waiting = waited.mean(axis=1)
    state = _state(now, smooth, draws, float(waiting[0]))
    found = last_moment(smooth, at)
    closes = None
    if state == "closes" and found is not None:
        ends = sorted(_or_end(last_moment(draw, at), at) for draw in draws)
        low, high = (ends[round(share * (len(ends) - 1))] for share in (0.025, 0.975))
        closes = Estimate(found, min(low, found), max(high, found))
    acting = np.minimum(waiting + smooth, 1.0)
    return Window(state, closes, tuple(at), tuple(map(float, acting)), tuple(map(float, waiting)))


def window(region: Region, worlds: int = WORLDS, horizon: int = HORIZON) -> Window:
    """Find the window of world 0 of a region, in this process."""
    now = moment(region)
    return merge(now, horizon, [run_block(now, worlds, horizon, part) for part in parts(now, worlds)])


def falling(values: Array) -> Array:
    """Smooth a series so that it never rises (pool adjacent violators): waiting never helps, noise may say so."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((float(value), 1))
        while len(pools) > 1 and pools[-1][0] > pools[-2][0]:
            (late, n), (early, m) = pools.pop(), pools.pop()
            pools.append(((late * n + early * m) / (n + m), n + m))
    return np.array([value for value, count in pools for _ in range(count)])


def last_moment(gains: Array, at: Sequence[int]) -> int | None:
    """Return the last quarter whose gain is half of the first one's; None when none is less.

    Between two moments the gain is taken to fall evenly.
    """
    least = HALF * float(gains[0])
    if gains[0] <= 0.0:
        return at[0]
    late = np.flatnonzero(gains < least)
    if not late.shape[0]:
        return None
    k = int(late[0])
    share = float((gains[k - 1] - least) / (gains[k - 1] - gains[k]))
    return int(at[k - 1] + share * (at[k] - at[k - 1]))


def _or_end(found: int | None, at: Sequence[int]) -> int:
    return at[-1] if found is None else found


def _resampled(gains: Array) -> list[Array]:
    """Draw the worlds again and again (bootstrap), always the same draws, and smooth each."""
    worlds = gains.shape[1]
    throws = Dice(seeds_for(0, RESAMPLES, "bootstrap"), 0).counted("bootstrap", worlds)
    return [falling(gains[:, (row * worlds).astype(np.int64)].mean(axis=1)) for row in throws]


def _state(now: Region, gains: Array, draws: Sequence[Array], waiting: float) -> WindowState:
    """Say whether there is a window, and whether it closes within the horizon."""
    if effort.running(now):
        return "already"
    unlucky = sorted(float(draw[0]) for draw in draws)[round(0.025 * (len(draws) - 1))]
    if gains[0] < LEAST_GAIN or unlucky <= 0.0:
        return "not_needed" if waiting >= SURE else "no_gain"
    return "open" if last_moment(gains, range(len(gains))) is None else "closes"
