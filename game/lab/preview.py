"""What a decision would change: the same futures with it and without it, and the difference in each.

Paired differences have far narrower bands than the futures themselves: what luck does to both falls out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.explain.forecast import Band
from game.lab.forecast import dice_of, futures
from game.simulation.acting import act
from game.simulation.actions import Action
from game.simulation.exact import Array
from game.simulation.region import Region

WORLDS, HORIZON = 48, 24

ASKED = ("firms", "employment", "mean_margin", "variety", "trust", "lock_in", "openness", "skill", "treasury")
"""Numbers whose differences are kept."""


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
    """

    at: int
    quarters: tuple[int, ...]
    worlds: int
    bands: Mapping[str, Band]
    more: Mapping[str, int]
    less: Mapping[str, int]


def run_block(now: Region, action: Action, worlds: int, horizon: int, part: slice) -> Array:
    """Return the differences, ``[number, quarter, world]``, the present quarter first."""
    seeds = dice_of(now, worlds)[part]
    without, with_it = futures(now, seeds), futures(now, seeds)
    act(with_it.rules, with_it.state, with_it.history, action, np.arange(with_it.state.worlds))
    with_it.refresh()
    first = len(without.history) - 1
    for _ in range(horizon):
        without.advance()
        with_it.advance()
    return np.array([with_it.history[name][first:] - without.history[name][first:] for name in ASKED])


def merge(now: Region, horizon: int, blocks: Sequence[Array]) -> Preview:
    """Read bands and counts off the differences."""
    found = np.concatenate(blocks, axis=2)
    ends = found[:, -1]
    ranked = np.sort(found, axis=2, kind="stable")
    worlds = found.shape[2]
    low, middle, high = (ranked[:, :, round(share * (worlds - 1))] for share in (0.1, 0.5, 0.9))
    at = now.state.quarter
    return Preview(
        at=at,
        quarters=tuple(range(at, at + horizon + 1)),
        worlds=worlds,
        bands={name: Band(low[k], middle[k], high[k]) for k, name in enumerate(ASKED)},
        more={name: int((ends[k] > 1e-9).sum()) for k, name in enumerate(ASKED)},
        less={name: int((ends[k] < -1e-9).sum()) for k, name in enumerate(ASKED)},
    )
