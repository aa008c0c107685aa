"""The circle of products has no seam, and worlds that stand beside one another do not feel one another."""

import numpy as np

from game.simulation import circle, exact
from game.simulation.exact import Array
from game.simulation.roster import Roster

WORLDS, FIRMS = 5, 40
STYLE = exact.to_grid((np.arange(WORLDS * FIRMS) * 0.6180339887) % 1.0)
ROSTER = Roster(np.repeat(np.arange(WORLDS), FIRMS), np.tile(np.arange(FIRMS), WORLDS), WORLDS)
KERNEL = circle.kernel_of(0.05)


def spread(style: Array, roster: Roster) -> Array:
    """Return what is felt of all firms, ``[world, bin]``."""
    bins = circle.deposit(circle.neighbours(style, roster), np.ones(style.shape))
    return circle.within(circle.smooth(bins, KERNEL))


def by_hand(style: Array) -> Array:
    """Return the same for one world, bin by bin."""
    bins = np.zeros(circle.BINS)
    for one in (style * circle.BINS).tolist():
        left = int(one) % circle.BINS
        bins[left] += 1.0 - (one - int(one))
        bins[(left + 1) % circle.BINS] += one - int(one)
    felt = bins * KERNEL[0]
    for lag in range(1, circle.TAPS):
        felt += (np.roll(bins, lag) + np.roll(bins, -lag)) * KERNEL[lag]
    return felt


def test_what_is_felt_is_what_one_adds_up_by_hand() -> None:
    for world, felt in enumerate(spread(STYLE, ROSTER)):
        assert np.abs(felt - by_hand(STYLE[world * FIRMS : (world + 1) * FIRMS])).max() < 1e-6


def test_turning_every_product_by_some_bins_turns_what_is_felt() -> None:
    turned = (STYLE + 21 / circle.BINS) % 1.0
    assert (spread(turned, ROSTER) == np.roll(spread(STYLE, ROSTER), 21, axis=1)).all()


def test_a_world_among_others_feels_what_it_feels_alone() -> None:
    alone = Roster(np.zeros(FIRMS, dtype=np.int64), np.arange(FIRMS), 1)
    for world, felt in enumerate(spread(STYLE, ROSTER)):
        assert (felt == spread(STYLE[world * FIRMS : (world + 1) * FIRMS], alone)[0]).all()
