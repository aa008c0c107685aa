"""What the office of statistics publishes: late and rough where a level says so. What happens is not touched.

Theory: a government does not know the present; it has last year's figures, and they get revised (design).
Boundary: its own accounts it knows, and so are money, attention and support always true.
"""

from dataclasses import dataclass

import numpy as np

from game.content.level_teaching import Statistics
from game.session.branch import Branch
from game.simulation.dice import normal, seeds_for, unit
from game.simulation.exact import Array
from game.simulation.indicators import SHARES

OWN_ACCOUNTS = frozenset({"treasury", "upkeep", "attention", "support", "rival_bid"})
"""What the government knows without asking anybody."""

WHOLE = frozenset({"firms", "entries", "exits", "spinoffs", "attracted", "employment"})


@dataclass(frozen=True)
class Figures:
    """The published numbers of one line of time."""

    branch: Branch
    statistics: Statistics | None
    seed: int

    @property
    def rough(self) -> bool:
        """Whether the figures are estimates."""
        return self.statistics is not None and (self.statistics.lag > 0 or self.statistics.noise > 0)

    @property
    def quarter(self) -> int:
        """The latest quarter that figures are published for."""
        return max(self.branch.quarter - (self.statistics.lag if self.statistics else 0), 0)

    def value(self, number: str, back: int = 0) -> float:
        """Return a number as it is known now, or as it was published some quarters ago."""
        if not self.rough or number in OWN_ACCOUNTS:
            return float(self.branch.region.history.last(number, back)[0])
        series = self.series(number)
        return series[-1 - min(back, len(series) - 1)]

    def series(self, number: str, most: int = 0) -> list[float]:
        """Return a number's history as published, up to the latest quarter there are figures for, or its end."""
        history = self.branch.region.history
        if not self.rough or number in OWN_ACCOUNTS:
            true: list[float] = history.lately(number, most)[:, 0].tolist()
            return true
        published: list[float] = self._rough(number, history[number][: self.quarter + 1, 0])[-most:].tolist()
        return published

    def known_at(self, number: str, quarter: int) -> list[float]:
        """Return what was known of a number's history in an earlier quarter."""
        late = 0 if number in OWN_ACCOUNTS or self.statistics is None else self.statistics.lag
        return self.series(number)[: max(quarter - late, 0) + 1]

    def _rough(self, number: str, true: Array) -> Array:
        """Blur a series; a quarter's estimate is the same whenever one looks, for it hangs on seed and quarter."""
        noise = self.statistics.noise if self.statistics else 0.0
        errors = normal(unit(seeds_for(self.seed, len(true), f"statistics.{number}")))
        found: Array = true * (1.0 + noise * errors)
        if number in WHOLE:
            return np.maximum(np.floor(found + 0.5), 0.0)
        return np.clip(found, 0.0, 1.0) if number in SHARES else found
