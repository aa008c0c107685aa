"""Many futures of one moment: the same region, other dice.

The futures are run in blocks of worlds that fit the processor's cache. A world's dice depend on its number
alone, so blocks of any size, in any order, in any process, give the same forecast.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.explain.forecast import Band, Estimate, Forecast
from game.simulation.dice import Words, seeds_for
from game.simulation.exact import Array, Mask
from game.simulation.indicators import WATCHED, History
from game.simulation.region import Region
from game.simulation.rules import Rules
from game.simulation.tick import market

WORLDS, HORIZON = 256, 40

MAIN = (
    "firms", "employment", "revenue", "mean_margin", "productivity", "variety", "trust", "lock_in", "openness",
    "skill", "quality_gap", "rung",
)  # fmt: skip
"""Indicators that get a band."""

PATHS = 36
"""Single futures kept for drawing: the first ones, so that they flourish as often as all of them."""

ROWS = 16
"""Quarters of the past that a future needs: the watcher of phases looks eleven back."""

NEVER = 1_000_000
"""A quarter that no run reaches."""

AT_HAND = 12_288
"""Firms of one block, over all its worlds, whose numbers still lie close at hand."""


@dataclass(frozen=True)
class Block:
    """Some of the futures.

    Attributes:
        series: The main indicators, ``[indicator, quarter, world]``, the present quarter first.
        phases: Probabilities of the phases at the horizon, ``[phase, world]``.
        flourishes: ``[world]``.
    """

    series: Array
    phases: Array
    flourishes: Mask


def moment(region: Region) -> Region:
    """Return world 0 as it is now, with as much of its past as its futures need, and no diary of what is to come."""
    history = History(region.history.rows[-ROWS:]).world(0)
    return Region(undated(region.rules), region.state.world(0), history, {})


def undated(rules: Rules) -> Rules:
    """Return the rules without the level's dated events: nobody who looks ahead knows of a fire in nine years."""
    events = tuple(event if event.quarter is None else replace(event, quarter=NEVER) for event in rules.setup.events)
    return rules if events == rules.setup.events else Rules(replace(rules.setup, events=events))


def dice_of(region: Region, worlds: int) -> Words:
    """Return the seeds of the futures.

    They do not depend on the quarter: two forecasts a quarter apart share their luck, so the chance moves
    because the region moved.
    """
    return seeds_for(int(region.state.seeds[0]), worlds, "future")


def futures(now: Region, seeds: Words) -> Region:
    """Return a moment once for each seed."""
    state = now.state.repeated(seeds)
    return Region(now.rules, state, now.history.repeated(seeds.shape[0]), market(now.rules, state))


def parts(now: Region, worlds: int, least: int = 1) -> list[slice]:
    """Cut the futures into blocks that fit the cache, at least so many where there are worlds enough."""
    size = min(max(AT_HAND // max(now.state.firms.shape[1], 32), 16), -(-worlds // least))
    return [slice(first, min(first + size, worlds)) for first in range(0, worlds, size)]


def run_block(now: Region, worlds: int, horizon: int, part: slice) -> Block:
    """Run some of the futures to the horizon."""
    batch = futures(now, dice_of(now, worlds)[part])
    first = len(batch.history) - 1
    for _ in range(horizon):
        batch.advance()
    return Block(
        series=np.array([batch.history[name][first:] for name in MAIN]),
        phases=np.array([batch.history.last(name) for name in WATCHED]),
        flourishes=flourishing(now, batch),
    )


def flourishing(now: Region, batch: Region) -> Mask:
    """Tell which futures have flourished a second time; one that had already must not have petrified since."""
    last = batch.history.last
    if now.history.last("renewed")[0] > 0:
        result: Mask = (last("p_petrified") <= 0.5) & (last("firms") >= 3)
        return result
    renewed: Mask = last("renewed") > 0
    return renewed


def merge(now: Region, blocks: Sequence[Block]) -> Forecast:
    """Put the blocks together, in their order."""
    series = np.concatenate([block.series for block in blocks], axis=2)
    flourishes = np.concatenate([block.flourishes for block in blocks])
    phases = np.concatenate([block.phases for block in blocks], axis=1).mean(axis=1)
    at, horizon = now.state.quarter, series.shape[1] - 1
    return Forecast(
        at=at,
        horizon=horizon,
        worlds=int(flourishes.shape[0]),
        flourishing=wilson(int(flourishes.sum()), int(flourishes.shape[0])),
        phases={name.removeprefix("p_"): float(share) for name, share in zip(WATCHED, phases, strict=True)},
        quarters=tuple(range(at, at + horizon + 1)),
        bands={name: band_of(values) for name, values in zip(MAIN, series, strict=True)},
        paths=np.ascontiguousarray(series[MAIN.index("employment"), :, :PATHS].T),
        flourishes=flourishes[:PATHS],
    )


def forecast(region: Region, worlds: int = WORLDS, horizon: int = HORIZON) -> Forecast:
    """Forecast world 0 of a region, in this process."""
    now = moment(region)
    return merge(now, [run_block(now, worlds, horizon, part) for part in parts(now, worlds)])


def wilson(found: int, among: int, z: float = 1.96) -> Estimate:
    """Estimate a share with Wilson's interval, which holds near 0 and 1 too."""
    share = found / among
    middle = (share + z * z / (2 * among)) / (1 + z * z / among)
    half = z / (1 + z * z / among) * float(np.sqrt(share * (1 - share) / among + z * z / (4 * among * among)))
    # The ends are never past the share itself: 0 of 256 is a low end of exactly 0.
    return Estimate(share, max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share)))


def band_of(values: Array) -> Band:
    """Return the tenth, the middle and the ninetieth future of a hundred, ``values`` being ``[quarter, world]``."""
    ranked = np.sort(values, axis=1, kind="stable")
    picks = [round(share * (values.shape[1] - 1)) for share in (0.1, 0.5, 0.9)]
    low, middle, high = (np.ascontiguousarray(ranked[:, pick]) for pick in picks)
    return Band(low, middle, high)
