"""A region at some moment of its life, for tests of what may become of it."""

from functools import cache

from game.simulation.region import Region
from tests.simulation.regions import play, rules


@cache
def region(quarter: int, seed: int = 5) -> Region:
    """Return the reference region after some quarters without a government. Do not write to it."""
    return play(Region.open(rules(), seed, 1), quarter, plan={})
