"""The best earlier run of a level, laid beside this one: to be beaten is one's earlier self (LS-11)."""

from collections.abc import Sequence

import numpy as np

from game.content.level import Level
from game.explain.stars import compared
from game.session.album import EVERY, Kept


def best(level: Level, earlier: Sequence[Kept]) -> Kept | None:
    """Return the earlier run that was won, or else came furthest in what runs are compared by; None without a course.

    One that lasted less than a year has no course to lay beside anything.
    """
    number, _, up = compared(level)[0]
    known = [one for one in earlier if len(one.course) > 1 and number in one.values]
    return max(known, key=lambda one: (one.won, one.values[number] if up else -one.values[number]), default=None)


def course(one: Kept) -> tuple[float, ...]:
    """Return its jobs quarter by quarter, straight between the points that were kept."""
    last = (len(one.course) - 1) * EVERY
    return tuple(map(float, np.interp(range(last + 1), range(0, last + 1, EVERY), one.course)))
