"""A number's whole course: of the region, of a place, or of a firm from its birth to its end."""

from functools import lru_cache

from game.explain.scopes import MEASURES, AtPlace, OfFirm, Scope, scale_of
from game.explain.why import lifetime, row_of
from game.session.branch import Branch
from game.simulation.exact import Array
from game.simulation.indicators import INDICATORS
from game.simulation.mechanism import Now
from game.simulation.region import Region


@lru_cache(maxsize=1024)
def _measured(key: str, scale: str, region: "Kept") -> dict[str, Array]:
    """Measure one quarter's numbers once."""
    now = Now(region.it.state, region.it.flows, region.it.rules.geography, region.it.rules.setup.policies)
    return MEASURES[scale](now, region.it.rules.input_share)


class Kept:
    """A region that all look-ups take for the same: its key says which one it is."""

    def __init__(self, it: Region) -> None:
        self.it = it

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept)


def value_at(branch: Branch, quarter: int, number: str, scope: Scope) -> float:
    """Return a number at the beginning of a quarter; a firm must live then."""
    if scope is None and number in INDICATORS:
        return float(branch.region.history[number][quarter, 0])
    row = _measured(f"{quarter} {branch.digests[quarter]}", scale_of(scope), Kept(branch.snapshots[quarter]))[number]
    if isinstance(scope, OfFirm):
        return float(row[row_of(branch, quarter, scope.firm) or 0])
    return float(row[0, scope.site]) if isinstance(scope, AtPlace) else float(row[0])


def course(branch: Branch, number: str, scope: Scope) -> tuple[int, list[float]]:
    """Return the first quarter of a number's course, and its values."""
    if scope is None and number in INDICATORS:
        return 0, [float(value) for value in branch.region.history[number][:, 0]]
    first, last = 0, branch.quarter
    if isinstance(scope, OfFirm):
        first, last = lifetime(branch, scope.firm) or (0, -1)
    return first, [value_at(branch, quarter, number, scope) for quarter in range(first, last + 1)]
