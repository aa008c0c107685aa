"""Dice are fair, and everybody throws their own."""

import math

import numpy as np
import pytest

from game.simulation.dice import Dice, laplace, normal, poisson, seeds_for
from game.simulation.roster import Roster

SEEDS = seeds_for(1, 64)
FIRMS = np.arange(1, 2_001)


def each(dice: Dice, stream: str, firms: np.ndarray = FIRMS, worlds: int = SEEDS.shape[0]) -> np.ndarray:
    """Throw for the same firms in every world, ``[world, firm]``."""
    roster = Roster(np.repeat(np.arange(worlds), firms.shape[0]), np.tile(firms, worlds), worlds)
    return dice.each(stream, roster).reshape(worlds, -1)


def chi_square(u: np.ndarray, bins: int) -> float:
    """Return how uneven throws are, in standard deviations of a fair die's unevenness."""
    counts = np.bincount((u.ravel() * bins).astype(int), minlength=bins)
    expected = u.size / bins
    statistic = ((counts - expected) ** 2 / expected).sum()
    return float((statistic - (bins - 1)) / math.sqrt(2 * (bins - 1)))


def kolmogorov_smirnov(u: np.ndarray) -> float:
    """Return the largest gap to the uniform distribution, times the root of the number of throws."""
    ordered = np.sort(u.ravel())
    steps = np.arange(1, u.size + 1) / u.size
    return float(np.maximum(steps - ordered, ordered - steps + 1 / u.size).max() * math.sqrt(u.size))


def correlation(a: np.ndarray, b: np.ndarray) -> float:
    """Return the correlation of throws, in standard errors."""
    return float(np.corrcoef(a.ravel(), b.ravel())[0, 1] * math.sqrt(a.size))


@pytest.mark.parametrize("stream", ["growth", "exit", "a", ""])
def test_throws_are_uniform(stream: str) -> None:
    u = each(Dice(SEEDS, 3), stream)
    assert u.min() >= 0.0
    assert u.max() < 1.0
    assert abs(chi_square(u, 256)) < 4.5
    assert kolmogorov_smirnov(u) < 1.95  # one fair die in a thousand exceeds it


@pytest.mark.parametrize("firms", [FIRMS, FIRMS[:40]])
def test_who_throws_below_a_chance_is_who_throws_below_it(firms: np.ndarray) -> None:
    dice, roster = Dice(SEEDS, 3), Roster(np.repeat(np.arange(64), firms.shape[0]), np.tile(firms, 64), 64)
    u = dice.each("exit", roster)
    # One world's chance is the very throw of one of its firms, which is then not below it; two are out of reach.
    chance = np.linspace(0.0, 0.3, 64)
    chance[:3] = u[0], 1.5, -0.5
    rows, throws = dice.below("exit", roster, chance)
    assert rows.tolist() == np.flatnonzero(u < np.repeat(chance, firms.shape[0])).tolist()
    assert throws.tobytes() == u[rows].tobytes()
    assert dice.below("exit", roster, np.array(0.1))[0].tolist() == np.flatnonzero(u < 0.1).tolist()


def test_throws_of_worlds_are_uniform_over_quarters() -> None:
    u = np.array([Dice(SEEDS, quarter).world("scandal") for quarter in range(800)])
    assert abs(chi_square(u, 128)) < 4.5
    assert kolmogorov_smirnov(u) < 1.95


def test_counted_throws_are_uniform() -> None:
    u = np.array([Dice(SEEDS, quarter).counted("events", 12) for quarter in range(60)])
    assert abs(chi_square(u, 128)) < 4.5


def test_throws_of_neighbouring_firms_share_nothing() -> None:
    u = each(Dice(SEEDS, 9), "growth")
    for lag in (1, 2, 32, 256):
        assert abs(correlation(u[:, lag:], u[:, :-lag])) < 4.0


def test_throws_of_neighbouring_quarters_share_nothing() -> None:
    now = each(Dice(SEEDS, 9), "growth")
    for quarter in (8, 10, 13, 73):
        assert abs(correlation(now, each(Dice(SEEDS, quarter), "growth"))) < 4.0


def test_throws_of_two_streams_share_nothing() -> None:
    dice = Dice(SEEDS, 9)
    for other in ("exit", "growth2", "htworg", "growt"):
        assert abs(correlation(each(dice, "growth"), each(dice, other))) < 4.0


def test_throws_of_neighbouring_worlds_and_seeds_share_nothing() -> None:
    u = each(Dice(SEEDS, 9), "growth")
    assert abs(correlation(u[1:], u[:-1])) < 4.0
    neighbours = np.arange(64, dtype=np.uint64)
    v = each(Dice(neighbours, 9), "growth")
    assert abs(correlation(v[1:], v[:-1])) < 4.0
    assert abs(chi_square(v, 256)) < 4.5


def test_one_more_firm_changes_nobody_elses_throws() -> None:
    dice = Dice(SEEDS[:2], 5)
    few, more = np.array([3, 8, 11]), np.array([3, 8, 9, 11])
    assert (each(dice, "exit", few, 2) == each(dice, "exit", more, 2)[:, [0, 1, 3]]).all()


def test_throws_do_not_depend_on_what_was_thrown_before() -> None:
    first, second = Dice(SEEDS, 5), Dice(SEEDS, 5)
    second.world("never heard of"), each(second, "exit"), second.counted("events", 4)
    assert (each(first, "growth") == each(second, "growth")).all()
    assert (first.world("scandal") == second.world("scandal")).all()
    assert (first.world("scandal") == first.world("scandal")).all()


def test_chosen_firms_throw_what_they_would_throw_among_all() -> None:
    dice = Dice(SEEDS, 5)
    world, row = np.array([0, 0, 7, 63]), np.array([4, 1_000, 12, 0])
    assert (dice.picked("exit", world, FIRMS[row]) == each(dice, "exit")[world, row]).all()


def test_a_world_throws_alone_what_it_throws_in_a_batch() -> None:
    batch, alone = Dice(SEEDS, 5), Dice(SEEDS[9:10], 5)
    assert (each(batch, "exit")[9:10] == each(alone, "exit", worlds=1)).all()
    assert batch.world("scandal")[9] == alone.world("scandal")[0]


def test_a_batch_begins_with_the_world_of_its_seed_and_grows_without_changing() -> None:
    assert seeds_for(77, 5)[0] == 77
    assert (seeds_for(77, 5) == seeds_for(77, 500)[:5]).all()
    assert len(set(seeds_for(77, 5_000).tolist())) == 5_000


def test_families_of_worlds_have_other_seeds() -> None:
    assert not set(seeds_for(77, 500).tolist()) & set(seeds_for(77, 500, "future").tolist())


def test_normal_throws_have_the_moments_of_the_normal_distribution() -> None:
    z = normal(each(Dice(SEEDS, 2), "competence"))
    assert abs(z.mean()) < 4.0 / math.sqrt(z.size)
    assert abs(z.var() - 1.0) < 0.02
    assert abs((z**4).mean() - 3.0) < 0.1
    assert abs((np.abs(z) < 1.959964).mean() - 0.95) < 0.003


def test_laplace_throws_are_tent_shaped_with_deviation_one() -> None:
    z = laplace(each(Dice(SEEDS, 2), "growth"))
    assert abs(z.mean()) < 4.0 / math.sqrt(z.size)
    assert abs(z.var() - 1.0) < 0.03
    assert abs((np.abs(z) > math.log(2) / math.sqrt(2)).mean() - 0.5) < 0.005


@pytest.mark.parametrize("rate", [0.0, 0.05, 1.0, 4.0])
def test_poisson_counts_have_mean_and_variance_of_their_rate(rate: float) -> None:
    u = each(Dice(SEEDS, 2), "entry")
    counts = poisson(u, np.full(u.shape, rate), 30)
    assert abs(counts.mean() - rate) <= 4.0 * math.sqrt(rate / u.size)
    assert abs(counts.var() - rate) <= 0.02 * rate


def test_poisson_counts_are_held_at_the_most_there_can_be() -> None:
    u = each(Dice(SEEDS, 2), "entry")
    assert poisson(u, np.full(u.shape, 9.0), 3).max() == 3
