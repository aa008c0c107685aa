"""Firms: spin-offs, survival, turbulence, the distribution of sizes (tests D, E, F)."""

import numpy as np

from game.lab.facts_course import AGES, Course
from game.lab.facts_statistic import Options, Statistic, columns
from game.lab.statistics import Array, ratio, tail
from game.simulation.exact import Mask
from game.simulation.state import SEED, SPINOFF

FIRST, LAST = 20, 200
"""Cohorts born in these quarters are followed: forty quarters must be left to see the last of them."""

GROWTH = 8.0
"""Firms from which on the growth phase is counted, until the peak."""


def _cohort(course: Course, quarters: float) -> tuple[Mask, Mask, Mask]:
    """Return which newcomers may be followed that long, which lived that long, and which are spin-offs."""
    lives = course.lives
    end = course.trial.quarters
    latest = min(LAST, end - int(quarters) - 1)
    followed = (lives.born >= FIRST) & (lives.born <= latest) & (lives.origin != SEED)
    # A firm is first seen in the quarter after the one it is founded in.
    alive = followed & (lives.last - lives.born > quarters)
    return followed, alive, followed & (lives.origin == SPINOFF)


def _survival(course: Course, twin: Course, options: Options) -> Array:
    followed, alive, _ = _cohort(course, options["years"] * 4)
    return columns(alive.sum(axis=1), followed.sum(axis=1))


def _spinoff_survival(course: Course, twin: Course, options: Options) -> Array:
    followed, alive, spinoffs = _cohort(course, options["years"] * 4)
    others = followed & ~spinoffs
    return columns(
        (alive & spinoffs).sum(axis=1), spinoffs.sum(axis=1), (alive & others).sum(axis=1), others.sum(axis=1)
    )


def _spinoffs_in_growth(course: Course, twin: Course, options: Options) -> Array:
    """Spin-offs and all entrants while the cluster grows: from eight firms to the peak."""
    firms = course.series["firms"]
    quarters = np.arange(firms.shape[0])[:, None]
    begun = np.maximum.accumulate(firms >= GROWTH, axis=0)
    growing = begun & (quarters <= firms.argmax(axis=0))
    return columns((course.series["spinoffs"] * growing).sum(axis=0), (course.series["entries"] * growing).sum(axis=0))


def _turnover(course: Course, twin: Course, options: Options) -> Array:
    span = slice(150, 201)
    moves = course.series["entries"][span].sum(axis=0) + course.series["exits"][span].sum(axis=0)
    return columns(4.0 * moves, course.series["firms"][span].sum(axis=0))


def _classes(course: Course, twin: Course, options: Options) -> Array:
    return np.hstack([course.closed, course.exposed])


def _steepest(rows: Array, first: int, last: int) -> float:
    """Return the largest ratio of a class's hazard to that of the class before: below 1 it falls throughout."""
    half = rows.shape[1] // 2
    closed, exposed = rows[:, :half].sum(axis=0), rows[:, half:].sum(axis=0)
    hazard = closed[first:last] / np.maximum(exposed[first:last], 1.0)
    return float((hazard[1:] / np.maximum(hazard[:-1], 1e-12)).max())


def _sizes(course: Course, twin: Course, options: Options) -> Array:
    """Sizes of all living firms in one quarter, padded with 0."""
    state = course.moments[int(options.get("quarter", 160))].state
    sizes = np.zeros((state.worlds, 256))
    for world in range(state.worlds):
        mine = state.size[state.roster.slice_of(world)]
        sizes[world, : mine.shape[0]] = mine
    return sizes


STATISTICS = {
    "survival": Statistic(_survival, lambda rows: ratio(rows[:, 0], rows[:, 1])),
    "spinoff_advantage": Statistic(
        _spinoff_survival, lambda rows: ratio(rows[:, 0], rows[:, 1]) / ratio(rows[:, 2], rows[:, 3])
    ),
    "spinoff_share": Statistic(_spinoffs_in_growth, lambda rows: ratio(rows[:, 0], rows[:, 1])),
    "hazard_by_age": Statistic(_classes, lambda rows: _steepest(rows, 0, len(AGES) + 1)),
    "hazard_by_size": Statistic(_classes, lambda rows: _steepest(rows, len(AGES) + 1, rows.shape[1] // 2)),
    "turnover": Statistic(_turnover, lambda rows: 100.0 * ratio(rows[:, 0], rows[:, 1])),
    "tail_exponent": Statistic(_sizes, lambda rows: tail(rows.ravel(), 0.05)),
    "tail_exponent_tenth": Statistic(_sizes, lambda rows: tail(rows.ravel(), 0.10)),
}
