"""How often the forecast's bands held: four futures of five were to lie in them.

The bands shown in play are not recorded; they are computed anew from the run's snapshots, every year, as the window
computes them, with fewer futures. A band assumes that nothing new is decided; where something was decided in its time,
it is counted apart: to move a region out of its band is what decisions are for.
"""

from collections.abc import Sequence

from game.explain.findings import Held
from game.lab.forecast import MAIN, forecast
from game.session.branch import Branch
from game.simulation.indicators import History
from game.simulation.region import Region

EVERY = 4
AHEAD = 8
"""Quarters after which a band is compared with what came."""

WORLDS = 48
RANKS = (0.1, 0.9)


def moments(branch: Branch, end: int) -> list[int]:
    """List the quarters whose bands can be compared."""
    return [q for q in range(EVERY, end - AHEAD + 1, EVERY) if q in branch.snapshots]


def held(now: Region, came: History, decided: Sequence[int], worlds: int = WORLDS) -> Held:
    """Compare the bands of a moment with what came.

    Args:
        now: The region after what was decided in that quarter.
        came: The run's history.
        decided: Quarters in which something was decided later.
        worlds: How many futures make a band.
    """
    quarter = now.state.quarter
    bands = forecast(now, worlds, AHEAD).bands
    kept = sum(
        float(bands[name].p10[-1]) <= float(came[name][quarter + AHEAD, 0]) <= float(bands[name].p90[-1])
        for name in MAIN
    )  # fmt: skip
    if any(quarter < other < quarter + AHEAD for other in decided):
        return Held(0, 0, kept, len(MAIN))
    return Held(kept, len(MAIN))
