"""Which links of the map this run gave evidence of: both ends clearly moved, one after the other, as the link says."""

from collections.abc import Mapping, Sequence

import numpy as np

from game.explain.causal.links import Link
from game.explain.causal.variables import ALIASES, VARIABLES
from game.session.branch import Branch
from game.simulation.exact import Array
from game.simulation.indicators import INDICATORS
from game.simulation.region import Region

YEAR = 4
CLEAR = 1.25
"""Times a number's usual yearly movement beyond which it clearly moved."""


def series(branch: Branch) -> Mapping[str, Array]:
    """Return the course of every variable of the map."""
    history = branch.region.history
    found: dict[str, Array] = {}
    for variable in VARIABLES:
        if variable in INDICATORS and variable != "exits":
            found[variable] = history[variable][:, 0]
        elif variable == "exits":
            found[variable] = history["exits"][:, 0]
        else:
            names = (variable, *ALIASES.get(variable, ()))
            found[variable] = np.array([_mean(branch.snapshots[q], names) for q in range(branch.quarter + 1)])
    return found


def _mean(region: Region, names: Sequence[str]) -> float:
    """Average the first of some names that the region has."""
    state = region.state
    for name in names:
        held = state.stocks.get(name)
        value = held if held is not None else region.flows.get(name)
        if value is not None and value.size:
            row = np.asarray(value if value.shape == state.firm.shape else value[0], dtype=np.float64)
            return float(row.mean())
    return 0.0


def seen(branch: Branch, links: Sequence[Link]) -> dict[Link, int]:
    """Return the first quarter in which each link was clearly seen at work; links never seen are left out."""
    if branch.quarter < 2 * YEAR:
        return {}
    moved = {name: _clearly(values) for name, values in series(branch).items()}
    found = {}
    for link in links:
        if link.cause not in moved or link.effect not in moved:
            continue
        cause, effect = moved[link.cause], moved[link.effect]
        # What works later shows in the year after its cause.
        lag = YEAR if link.later else 0
        agrees = cause[: cause.shape[0] - lag or None] * effect[lag:] == link.sign
        when = np.flatnonzero(agrees)
        if when.shape[0]:
            found[link] = int(when[0]) + YEAR + lag
    return found


def _clearly(values: Array) -> Array:
    """Return 1 or −1 where a variable clearly rose or fell within a year, else 0."""
    steps = values[YEAR:] - values[:-YEAR]
    usual = float(np.abs(steps).mean())
    return np.where(np.abs(steps) > CLEAR * usual, np.sign(steps), 0.0) if usual > 1e-9 else np.zeros(steps.shape)
