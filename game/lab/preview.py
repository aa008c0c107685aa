"""What a decision would change: the same futures with it and without it, and the difference in each.

Paired differences have far narrower bands than the futures themselves: what luck does to both falls out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.explain.forecast import Band, Estimate
from game.lab.forecast import band_of, dice_of, flourishing, futures, wilson
from game.simulation.acting import act
from game.simulation.actions import Action
from game.simulation.exact import Array, Mask
from game.simulation.region import Region

WORLDS, HORIZON = 48, 40

ASKED = ("firms", "employment", "mean_margin", "variety", "trust", "lock_in", "openness", "skill", "treasury")
"""Numbers that are followed."""


@dataclass(frozen=True)
class Block:
    """Some of the futures, without the decision and with it: numbers ``[number, quarter, world]``, and renewal."""

    numbers: tuple[Array, Array]
    flourishes: tuple[Mask, Mask]


@dataclass(frozen=True)
class Preview:
    """What a decision changes.

    Attributes:
        at: The quarter it would be made in.
        quarters: The quarters of the bands, the present one first.
        worlds: How many futures were compared.
        bands: For each number, where four fifths of the differences lie.
        more: For each number, in how many futures it ends higher with the decision.
        less: For each number, in how many it ends lower.
        ways: For each number, where four fifths of the futures lie without the decision, and with it.
        chances: The chance of a second flourishing, without and with it.
    """

    at: int
    quarters: tuple[int, ...]
    worlds: int
    bands: Mapping[str, Band]
    more: Mapping[str, int]
    less: Mapping[str, int]
    ways: Mapping[str, tuple[Band, Band]]
    chances: tuple[Estimate, Estimate]


def run_block(now: Region, action: Action, worlds: int, horizon: int, part: slice) -> Block:
    """Run some of the futures both ways, the present quarter first."""
    seeds = dice_of(now, worlds)[part]
    without, with_it = futures(now, seeds), futures(now, seeds)
    act(with_it.rules, with_it.state, with_it.history, action, np.arange(with_it.state.worlds))
    with_it.refresh()
    first = len(without.history) - 1
    for _ in range(horizon):
        without.advance()
        with_it.advance()
    return Block(
        (_followed(without, first), _followed(with_it, first)),
        (flourishing(now, without), flourishing(now, with_it)),
    )


def _followed(region: Region, first: int) -> Array:
    return np.array([region.history[name][first:] for name in ASKED])


def merge(now: Region, horizon: int, blocks: Sequence[Block]) -> Preview:
    """Read bands and counts off the differences."""
    without, with_it = (np.concatenate([block.numbers[k] for block in blocks], axis=2) for k in (0, 1))
    found = with_it - without
    ends, worlds = found[:, -1], found.shape[2]
    renewed = [int(sum(block.flourishes[k].sum() for block in blocks)) for k in (0, 1)]
    at = now.state.quarter
    return Preview(
        at=at,
        quarters=tuple(range(at, at + horizon + 1)),
        worlds=worlds,
        bands={name: band_of(values) for name, values in zip(ASKED, found, strict=True)},
        more={name: int((ends[k] > 1e-9).sum()) for k, name in enumerate(ASKED)},
        less={name: int((ends[k] < -1e-9).sum()) for k, name in enumerate(ASKED)},
        ways={name: (band_of(without[k]), band_of(with_it[k])) for k, name in enumerate(ASKED)},
        chances=(wilson(renewed[0], worlds), wilson(renewed[1], worlds)),
    )
