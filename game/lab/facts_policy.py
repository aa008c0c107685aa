"""What a policy does: against the same dice without it, and as an evaluator would see it (tests J).

*Paired* figures know what no evaluator knows: the same region, with the same luck, without the policy.
*Evaluated* figures ask whether an evaluator, who has no twin, could see it: the mean effect over the standard
error of a comparison of changes in half of the worlds, treated, with changes in the other half, untreated.
That is the t such an evaluation finds on average; which half is drawn does not matter.
"""

from collections.abc import Callable

import numpy as np

from game.lab.facts_agglomeration import output_per_input
from game.lab.facts_course import Course
from game.lab.facts_statistic import Options, Statistic, columns
from game.lab.statistics import Array, expected_t, mean
from game.simulation.indicators import jobs

SMALL = 3.0
"""Sales below which a firm is small: about twenty jobs."""


def _span(options: Options) -> tuple[int, int]:
    start = int(options["start"])
    return start, start + int(options["quarters"])


def _innovation(course: Course, twin: Course, options: Options) -> Array:
    """Product innovations a firm and year, in % , with and without, over the span."""
    first, last = _span(options)
    span = slice(first + 1, last + 1)
    found = []
    for one in (course, twin):
        new = one.series["product_innovations"][span].sum(axis=0)
        found.append(400.0 * new / np.maximum(one.series["firms"][span].sum(axis=0), 1.0))
    return columns(*found, twin.series["firms"][first] >= 1)


def _log_productivity(course: Course, quarter: int) -> Array:
    """Mean log output per input of living firms; not a number where there is none."""
    region = course.moments[quarter]
    roster = region.state.roster
    total = roster.total(output_per_input(region))
    result: Array = np.where(roster.counts > 0, total / np.maximum(roster.counts, 1), np.nan)
    return result


def _jobs(course: Course, quarter: int, start: int, small: bool) -> Array:
    """Jobs, in logarithms, in firms that were small (or large) at the start; newcomers since count as small."""
    before, region = course.moments[start].state, course.moments[quarter]
    now = course.now(quarter)
    people = jobs(now, region.rules.input_share)
    total = np.zeros(region.state.worlds)
    for world in range(region.state.worlds):
        then, here = before.roster.slice_of(world), region.state.roster.slice_of(world)
        large = before.firm[then][before.size[then] >= SMALL]
        mine = np.isin(region.state.firm[here], large) != small
        total[world] = people[here][mine].sum()
    return np.where(total > 0, np.log(np.maximum(total, 1e-9)), np.nan)


def _changes(outcome: Callable[[Course, int, int], Array]) -> Callable[[Course, Course, Options], Array]:
    """Return a reader of an outcome's change over the span, treated and not."""

    def read(course: Course, twin: Course, options: Options) -> Array:
        first, last = _span(options)
        before = outcome(twin, first, first)
        return columns(outcome(course, last, first) - before, outcome(twin, last, first) - before)

    return read


def _paired(rows: Array) -> float:
    """Mean effect in % (of logarithms), the same worlds with and without."""
    return 100.0 * mean(rows[:, 0] - rows[:, 1])


def _evaluated(rows: Array) -> float:
    """The t an evaluation of two halves finds on average."""
    return expected_t(rows[:, 0], rows[:, 1])


_productivity = _changes(lambda course, quarter, start: _log_productivity(course, quarter))
_small_jobs = _changes(lambda course, quarter, start: _jobs(course, quarter, start, True))
_large_jobs = _changes(lambda course, quarter, start: _jobs(course, quarter, start, False))


def _points(rows: Array) -> float:
    living = rows[:, 2] > 0
    return mean(rows[living, 0] - rows[living, 1])


STATISTICS = {
    "innovation_points": Statistic(_innovation, _points),
    "productivity_paired": Statistic(_productivity, _paired),
    "productivity_evaluated": Statistic(_productivity, _evaluated),
    "small_jobs_paired": Statistic(_small_jobs, _paired),
    "small_jobs_evaluated": Statistic(_small_jobs, _evaluated),
    "large_jobs_paired": Statistic(_large_jobs, _paired),
    "large_jobs_evaluated": Statistic(_large_jobs, _evaluated),
}
