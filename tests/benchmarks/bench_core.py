"""How fast a region runs, in numbers that also mean something on a slow machine.

Run as ``python -m tests.benchmarks.bench_core``.

Two figures matter. *Firm-quarters a second* of a large batch decide how long forecasts and sweeps take;
*milliseconds a quarter* of one world with its ledger decide how smoothly the game runs. Both are also given
as multiples of a yardstick measured in the same run: one bare numpy operation (``a * b + a``) on a large
array, by the number, and on a small one, by the call.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np

from game.simulation.ledger import Page
from game.simulation.region import Region
from game.simulation.rules import Rules
from tests.simulation.regions import setup

GROWN = 41
"""Quarters after which a crowded region has about a hundred firms."""


@dataclass(frozen=True)
class Speed:
    """What was measured; seconds are the best of several rounds, for disturbance only ever slows down."""

    firms: float
    firm_quarter: float
    quarter: float
    large: float
    small: float

    def lines(self) -> list[str]:
        """Tell it."""
        return [
            f"living firms a world        {self.firms:12.0f}",
            f"firm-quarters a second      {1.0 / self.firm_quarter:12,.0f}",
            f"  in yardsticks by number   {self.firm_quarter / self.large:12.0f}",
            f"ms a quarter, with ledger   {1e3 * self.quarter:12.2f}",
            f"  in yardsticks by call     {self.quarter / self.small:12.0f}",
        ]


def crowded() -> Rules:
    """Return the reference region with an early and large market, so that there are many firms soon."""
    numbers = {"demand.takeoff": 10.0, "demand.saturation": 2400.0, "entry.rate": 5.0}
    return Rules(replace(setup(), parameters={**setup().parameters, **numbers}))


def grown(worlds: int, quarters: int) -> Region:
    """Return worlds full of firms."""
    region = Region.open(crowded(), 7, worlds)
    for _ in range(quarters):
        region.advance()
    return region


def best(rounds: int, run: Callable[[], float]) -> float:
    """Return the smallest of several measurements."""
    return min(run() for _ in range(rounds))


def firm_quarter(region: Region, quarters: int) -> float:
    """Return seconds for one quarter of one firm in a batch."""
    copy, firms = region.snapshot(), 0
    began = perf_counter()
    for _ in range(quarters):
        firms += copy.state.firms.shape[1]
        copy.advance()
    return (perf_counter() - began) / firms


def quarter(region: Region, quarters: int) -> float:
    """Return seconds for one quarter of one world with a ledger."""
    copy = region.snapshot()
    began = perf_counter()
    for k in range(quarters):
        copy.advance(Page(k))
    return (perf_counter() - began) / quarters


def yardstick(numbers: int, calls: int) -> float:
    """Return seconds for one bare numpy operation on so many numbers."""
    a = np.linspace(0.5, 1.5, numbers)
    began = perf_counter()
    for _ in range(calls):
        _ = a * a + a
    return (perf_counter() - began) / calls


def measure(worlds: int = 256, quarters: int = 8, rounds: int = 7, age: int = GROWN) -> Speed:
    """Measure everything in one run."""
    many, one = grown(worlds, age), grown(1, age)
    firms = many.state.firms.shape[1]
    return Speed(
        firms=firms / worlds,
        firm_quarter=best(rounds, lambda: firm_quarter(many, quarters)),
        quarter=best(rounds, lambda: quarter(one, 4 * quarters)),
        large=best(rounds, lambda: yardstick(firms, 50)) / firms,
        small=best(rounds, lambda: yardstick(one.state.firms.shape[1], 5_000)),
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    print("\n".join(measure(chosen.worlds, rounds=chosen.rounds).lines()))
