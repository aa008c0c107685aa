"""The life cycle: build-up, shake-out, petrification, renewal, and what mark-ups do (tests C, I, K)."""

import numpy as np

from game.lab.facts_course import Course
from game.lab.facts_statistic import Options, Statistic, columns, of_peak, where_formed
from game.lab.statistics import Array, mean, median
from game.simulation.exact import Mask

HORIZON = 120
"""Thirty years, in quarters."""


def _trough(course: Course) -> tuple[Array, Array, Mask]:
    """Return the quarters of peak and trough of firms within thirty years, and whether the cluster formed."""
    firms = course.series["firms"]
    peak, formed = of_peak(course)
    quarters = np.arange(firms.shape[0])[:, None]
    within = (quarters >= peak) & (quarters <= peak + HORIZON)
    trough = np.where(within, firms, np.inf).argmin(axis=0).astype(float)
    return peak, trough, formed


def _at(series: Array, quarter: Array) -> Array:
    result: Array = series[quarter.astype(int), np.arange(series.shape[1])]
    return result


def _fall(course: Course, twin: Course, options: Options) -> Array:
    peak, trough, formed = _trough(course)
    firms = course.series["firms"]
    return columns(where_formed(1.0 - _at(firms, trough) / np.maximum(_at(firms, peak), 1.0), formed))


def _output_held(course: Course, twin: Course, options: Options) -> Array:
    """Sales at the trough against the peak of firms, where they are not far below their best since (declining)."""
    return _held(course, course.series["revenue"])


def _units_held(course: Course, twin: Course, options: Options) -> Array:
    return _held(course, course.series["revenue"] / np.maximum(course.series["price"], 1e-9))


def _held(course: Course, sales: Array) -> Array:
    peak, trough, formed = _trough(course)
    quarters = np.arange(sales.shape[0])[:, None]
    best = np.where((quarters >= peak) & (quarters <= trough), sales, 0.0).max(axis=0)
    holding = formed & (_at(sales, trough) >= 0.6 * best)
    return columns(where_formed(_at(sales, trough) >= _at(sales, peak), holding))


def _entry_left(course: Course, twin: Course, options: Options) -> Array:
    """Entries a quarter ten years after the peak against their maximum, both over two years."""
    entries = course.series["entries"]
    peak, formed = of_peak(course)
    summed = np.cumsum(np.vstack([np.zeros((1, entries.shape[1])), entries]), axis=0)
    two_years = (summed[8:] - summed[:-8]) / 8.0
    late = np.minimum(peak + 40, two_years.shape[0] - 1)
    return columns(where_formed(_at(two_years, late) / np.maximum(two_years.max(axis=0), 1e-9), formed))


def _build_up(course: Course, twin: Course, options: Options) -> Array:
    peak, formed = of_peak(course)
    return columns(where_formed(peak / 4.0, formed))


def _lost(course: Course, twin: Course, options: Options) -> Array:
    """Whether the run ends petrified or shaken out (40 % fewer firms than at the peak), never renewed."""
    firms, petrified = course.series["firms"], course.series["p_petrified"]
    _, formed = of_peak(course, 15.0)
    shaken = firms[-1] <= 0.6 * firms.max(axis=0)
    renewed = course.series["renewed"][-1] > 0
    return columns(formed & (shaken | (petrified[-1] > 0.5)) & ~renewed)


def _renewed(course: Course, twin: Course, options: Options) -> Array:
    return columns(course.series["renewed"][-1] > 0)


def _markup_fall(course: Course, twin: Course, options: Options) -> Array:
    """Fall of the mean mark-up from the first four years to the quarter of most firms."""
    markup = course.series["markup"]
    peak, formed = of_peak(course)
    return columns(where_formed(1.0 - _at(markup, peak) / np.maximum(markup[:16].mean(axis=0), 1e-9), formed))


def _premature(course: Course, twin: Course, options: Options) -> Array:
    return columns(course.series["firms"][:121].max(axis=0) < 15.0)


def _middle(rows: Array) -> float:
    return median(rows[:, 0])


def _share(rows: Array) -> float:
    return mean(rows[:, 0])


STATISTICS = {
    "shake_out": Statistic(_fall, _middle),
    "output_held": Statistic(_output_held, _share),
    "output_held_units": Statistic(_units_held, _share),
    "entry_after_peak": Statistic(_entry_left, _middle),
    "build_up_years": Statistic(_build_up, _middle),
    "lost_share": Statistic(_lost, _share),
    "renewed_share": Statistic(_renewed, _share),
    "markup_fall": Statistic(_markup_fall, _middle),
    "premature_death": Statistic(_premature, _share),
}
