"""Distance and trust: small experiments on regions as they stand (tests G, H)."""

import numpy as np

from game.lab.facts_course import Course, sight
from game.lab.facts_statistic import Options, Statistic, columns
from game.lab.statistics import Array, median, slope
from game.simulation import exact
from game.simulation.mechanisms import ALL
from game.simulation.region import Region
from game.simulation.state import State
from game.simulation.tick import market


def _flows_by_distance(course: Course, twin: Course, options: Options) -> Array:
    """Fit, in each world, what reaches a place from another on the distance between them; the half-distance.

    One place's firms are made cleverer by a little, and what the others learn more is counted; how much they
    learn from everywhere (a gravity equation's effect of the destination) is taken out.
    """
    region = course.moments[int(options["quarter"])]
    places = region.rules.setup.places
    base = _learnt(region, region.state)
    flow = np.full((len(places), len(places), region.state.worlds), np.nan)
    for origin in range(len(places)):
        state = region.state.copy()
        able = state.productivity
        able += 0.001 * (state.place == origin)
        more = _learnt(region, state) - base
        roster = state.roster
        heads = roster.sum(state.place == origin)
        for there in range(len(places)):
            firms = (state.place == there) & (base > 1e-6)
            got = roster.total(np.where(firms, more, 0.0)) / np.maximum(roster.sum(firms), 1)
            flow[origin, there] = np.where((heads > 0) & (got > 1e-12), got / np.maximum(heads, 1), np.nan)
    apart = np.array([[np.hypot(a.x_km - b.x_km, a.y_km - b.y_km) for b in places] for a in places])
    return columns(np.array([_half_distance(flow[:, :, world], apart) for world in range(flow.shape[2])]))


def _learnt(region: Region, state: State) -> Array:
    """Return what every firm learns face to face this quarter."""
    moved = Region(region.rules, state, region.history, region.flows)
    now, sheet = sight(moved), region.rules.sheet(state)["spillover"]
    return ALL["spillover"].step(now, sheet, state.dice)["productivity", "face_to_face"]


def _half_distance(flow: Array, apart: Array) -> float:
    """Fit log flow on distance within destinations and return the distance that halves it."""
    logs = np.log(flow)
    known = np.isfinite(logs)
    count = np.maximum(known.sum(axis=0), 1)
    x = np.where(known, apart, np.nan) - np.where(known, apart, 0.0).sum(axis=0) / count
    y = logs - np.where(known, logs, 0.0).sum(axis=0) / count
    fitted = slope(x.ravel(), y.ravel())
    return float(-np.log(2.0) / fitted) if fitted < 0 else float("nan")


def _trusting(course: Course, quarter: int, trust: float) -> tuple[Array, Array]:
    """Return mean contracting cost (share of unit cost) and mean log unit cost if partners trusted that much."""
    region = course.moments[quarter]
    state = region.state.copy()
    state.stocks["trust"][:] = exact.to_grid(np.array(trust))
    # Ties at which a firm feels the region's trust as it is: the test is about partners, not newcomers.
    state.stocks["tie"][:] = exact.to_grid(np.array(0.7))
    flows = market(region.rules, state)
    roster = state.roster
    firms = np.maximum(roster.counts, 1)
    friction = roster.total(np.exp(flows["log_friction"]) - 1.0) / firms
    cost = roster.total(flows["log_cost"]) / firms
    return np.where(roster.counts > 0, friction, np.nan), cost


def _contracting(course: Course, twin: Course, options: Options) -> Array:
    quarter = int(options["quarter"])
    return columns(_trusting(course, quarter, 0.1)[0] / _trusting(course, quarter, 0.9)[0])


def _cost_of_distrust(course: Course, twin: Course, options: Options) -> Array:
    quarter = int(options["quarter"])
    low, high = _trusting(course, quarter, 0.1), _trusting(course, quarter, 0.9)
    return columns(np.where(np.isfinite(low[0]), np.exp(low[1] - high[1]), np.nan))


def _middle(rows: Array) -> float:
    return median(rows[:, 0])


STATISTICS = {
    "tacit_half_distance": Statistic(_flows_by_distance, _middle),
    "contracting_cost": Statistic(_contracting, _middle),
    "cost_of_distrust": Statistic(_cost_of_distrust, _middle),
}
