"""Agglomeration and learning: slopes across worlds, and everything there twice (tests A, B)."""

import numpy as np

from game.lab.facts_course import Course
from game.lab.facts_statistic import Options, Statistic, columns, of_peak, where_formed
from game.lab.statistics import Array, mean, median, slope
from game.simulation.region import Region
from game.simulation.state import SUPPLIER_STAGES, State
from game.simulation.tick import market

CROWD = 5.0
"""Firms a region must have to count as a cluster in a cross-section."""


def _cross_section(course: Course, twin: Course, options: Options) -> Array:
    """Log jobs and log value added per job, of regions with a cluster."""
    quarter = int(options["quarter"])
    jobs, added = course.series["employment"][quarter], course.series["productivity"][quarter]
    cluster = course.series["firms"][quarter] >= CROWD
    logs = np.log(np.maximum(np.array([jobs, added]), 1e-9))
    return columns(*(where_formed(x, cluster) for x in logs))


def output_per_input(region: Region, state: State | None = None) -> Array:
    """Return firms' log output per unit of input at normal wages, ``[firm]``."""
    state = state or region.state
    flows = market(region.rules, state)
    share = region.rules.base["pricing.inputs"]
    result: Array = (1.0 - share) * flows["log_wage"] - flows["log_cost"]
    return result


def _settled(region: Region, times: float) -> State:
    """Return a state with every firm larger by a factor and as many supplier stages as that market carries."""
    state, numbers = region.state.copy(), region.rules.constants("suppliers")
    sizes = state.size
    sizes *= times
    wanted = numbers.first * numbers.growth ** np.arange(SUPPLIER_STAGES)
    state.stocks["stages"][:] = (state.roster.sum(state.size)[:, None] > wanted[None, :]) * 1.0
    return state


def _doubling(course: Course, twin: Course, options: Options) -> Array:
    """Rise of output per input, in %, when everything is there twice, of regions with a cluster."""
    region = course.moments[int(options["quarter"])]
    roster = region.state.roster
    gain = output_per_input(region, _settled(region, 2.0)) - output_per_input(region, _settled(region, 1.0))
    firms = np.maximum(roster.counts, 1)
    return columns(where_formed(100.0 * roster.total(gain) / firms, firms >= CROWD))


def _no_premium(course: Course, twin: Course, options: Options) -> Array:
    """Whether value added per job of an alike, mature cluster is no higher than when it was a handful of firms."""
    series, quarter = course.series, int(options["quarter"])
    early = series["productivity"][:16].mean(axis=0)
    _, formed = of_peak(course)
    mature = formed & (series["variety"][quarter] < 0.5) & (series["firms"][quarter] >= CROWD)
    return columns(where_formed(series["productivity"][quarter] <= early, mature))


def _learning(course: Course, twin: Course, options: Options) -> Array:
    """Slope of log unit cost on log cumulative output, from the second year to the fortieth."""
    _, formed = of_peak(course)
    span = slice(8, 161)
    x, y = (np.log(np.maximum(course.series[name][span], 1e-9)) for name in ("cumulative_output", "unit_cost"))
    fitted = np.array([-slope(x[:, world], y[:, world]) for world in range(x.shape[1])])
    return columns(where_formed(fitted, formed))


def _middle(rows: Array) -> float:
    return median(rows[:, 0])


STATISTICS = {
    "productivity_slope": Statistic(_cross_section, lambda rows: slope(rows[:, 0], rows[:, 1])),
    "doubling": Statistic(_doubling, _middle),
    "no_premium": Statistic(_no_premium, lambda rows: mean(rows[:, 0])),
    "learning_rate": Statistic(_learning, _middle),
}
