"""What a statistic is: it reads one row of numbers off every world, and combines rows into one figure.

The two halves are apart so that worlds may be run anywhere, in any batch, and drawn again for an interval.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.lab.facts_course import Course
from game.lab.statistics import Array
from game.simulation.exact import Mask

Options = Mapping[str, float]


@dataclass(frozen=True)
class Statistic:
    """One way to measure.

    Attributes:
        read: From a course, its untreated twin (itself where nothing is done) and options, ``[world, column]``.
        combine: From rows to the figure.
    """

    read: Callable[[Course, Course, Options], Array]
    combine: Callable[[Array], float]


def columns(*values: NDArray[Any]) -> Array:
    """Put one number a world beside another."""
    return np.column_stack([np.asarray(value, dtype=float) for value in values])


def of_peak(course: Course, least: float = 20.0) -> tuple[Array, Mask]:
    """Return the quarter of the peak of firms, and whether the cluster ever formed (``least`` firms), by world."""
    firms = course.series["firms"]
    return firms.argmax(axis=0).astype(float), firms.max(axis=0) >= least


def where_formed(values: NDArray[Any], formed: Mask) -> Array:
    """Keep the values of clusters that formed; the others are not a number."""
    result: Array = np.where(formed, values, np.nan)
    return result
