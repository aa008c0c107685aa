"""Moments: the years in which a number moved by much more than it usually does."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.explain.gazette.years import Year, years
from game.explain.quantities import KINDS
from game.session.session import Session

TOLD = ("firms", "employment", "mean_margin", "variety", "trust", "lock_in", "reputation")
"""Numbers a year is told by."""

_LEAST = {"share": 0.02, "ratio": 0.03, "index": 0.03, "signed_index": 0.05}
"""Changes in a year that are too small to speak of; counts and money: a share of what there was."""


@dataclass(frozen=True)
class Moment:
    """A number over a year: what it was, what it became, what it usually moves, and how far it surprised."""

    number: str
    year: Year
    before: float
    after: float
    usual: float
    surprise: float

    @property
    def change(self) -> float:
        """How far it moved."""
        return self.after - self.before


def moment(number: str, series: Sequence[float], year: Year) -> Moment:
    """Weigh a number's change against what it usually moves in a year, known from the years before."""
    before, after = series[year.since], series[year.at]
    length = year.at - year.since
    past = [abs(series[q] - series[q - length]) for q in range(year.since, length - 1, -length)]
    usual = sum(past) / len(past) if past else 0.0
    least = _LEAST.get(KINDS[number], 0.05 * abs(before) + 0.5)
    # What is usual, the first year cannot say: then nothing counts as more than a little surprising.
    surprise = min(abs(after - before) / (0.6 * usual + least), math.inf if past else 1.5)
    return Moment(number, year, before, after, usual, surprise)


def moments_of(session: Session, year: Year, numbers: Sequence[str] = TOLD) -> list[Moment]:
    """Weigh some numbers over a year, the most surprising first."""
    history = session.branch.region.history
    found = [moment(number, history[number][:, 0].tolist(), year) for number in numbers]
    return sorted(found, key=lambda one: -one.surprise)


def turning_points(session: Session, most: int, numbers: Sequence[str] = TOLD) -> list[Moment]:
    """Return the years that moved the region most, one number each, in the order they came."""
    found = [one for year in years(session.level, session.quarter) for one in moments_of(session, year, numbers)[:1]]
    largest = sorted(found, key=lambda one: -one.surprise)[:most]
    return sorted(largest, key=lambda one: one.year.at)
