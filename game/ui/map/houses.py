"""From firms to houses: what a house shows of the firm, or the firms, that it stands for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.explain.speech import kind_of
from game.session.branch import Branch
from game.simulation.exact import Array, Index
from game.simulation.region import Region
from game.ui.map.crowding import Crowding, chunks

SALES = (0.8, 1.5, 2.8)
WIDTHS = np.array([23, 27, 30, 33])
"""Widths of houses, and the sales of a firm up to which its house has each of them but the widest."""

MARGIN_FOR_ALL_LIGHTS = 0.18
NEW, TURNED = 4, 0.1
"""Quarters a newcomer wears rays; turns from the best-seller at which a changed product counts as something new."""


@dataclass(slots=True)
class House:
    """One house on the map; hundreds are built each quarter, so it is light, and given its seat afterwards.

    Attributes:
        firms: Whom it stands for; usually one firm.
        seat: Its number in its town, the same from quarter to quarter.
        parent: The firm its founder left, or a negative number.
        place: Its town.
        width: Of the front, in pixels at scale 1.
        kind: What is made, 0 to 7.
        lit: Lit windows, 0 to 6.
        stone: How far stone has climbed, 0 to 5.
        fresh: Whether it is new, or makes something new.
        tie: How woven in, 0 to 1.
        skill: What it knows (the logarithm of its productivity).
        rising: Whether it is being built: its firm, or all of them, opened with the beginning of this quarter.
        closed: Whether the firm has just gone.
        foot: Where it stands on the sheet, once it has a seat.
    """

    firms: tuple[int, ...]
    seat: int
    parent: int
    place: int
    width: int
    kind: int
    lit: int
    stone: int
    fresh: bool
    tie: float
    skill: float
    rising: bool = False
    closed: bool = False
    foot: tuple[float, float] = (0.0, 0.0)

    @property
    def firm(self) -> int:
        """The oldest firm it stands for."""
        return self.firms[0]


def counts(region: Region) -> list[int]:
    """Count the firms of each place."""
    state = region.state
    return [int(n) for n in np.bincount(state.place, minlength=len(region.rules.setup.places))]


def houses(branch: Branch, crowd: Crowding) -> list[House]:
    """Give every living firm its house, or its part of one; the oldest first."""
    region = branch.region
    state = region.state
    rows = np.arange(state.firms.shape[1])
    turned = _turned(branch)
    if crowd.each == 1:
        return _built(region, rows[:, None], state.firm.tolist(), turned)
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows:
        groups[int(state.place[row]), kind_of(float(state.style[row]))].append(int(row))
    built: list[House] = []
    for (place, kind), members in sorted(groups.items()):
        for number, some in enumerate(chunks(members, crowd.each)):
            built += _built(region, np.array([some]), [-(1 + kind + 8 * (place + 64 * number))], turned)
    return built


def closed(branch: Branch) -> Iterator[House]:
    """Yield the houses of the firms that closed in the quarter before, as they stood."""
    quarter = branch.quarter - 1
    if quarter < 0 or quarter not in branch.pages:
        return
    before = branch.snapshots[quarter]
    for _, rows, firms in branch.pages[quarter].gone.values():
        for stood in _built(before, rows[:, None], firms.tolist(), frozenset()):
            yield replace(stood, lit=0, fresh=False, rising=False, closed=True)


def _turned(branch: Branch) -> frozenset[int]:
    """Return the firms that turned, within a year, to a product far from the best-seller."""
    before = branch.snapshots.get(branch.quarter - NEW)
    if before is None:
        return frozenset()
    state, best = branch.region.state, float(branch.region.flows["best_seller"][0])
    made = dict(zip(before.state.firm.tolist(), _kinds(before.state.style), strict=True))
    far = np.abs((state.style - best + 0.5) % 1.0 - 0.5) > TURNED
    now = zip(state.firm.tolist(), _kinds(state.style), far.tolist(), strict=True)
    return frozenset(firm for firm, kind, another in now if another and made.get(firm, kind) != kind)


def _kinds(styles: Array) -> list[int]:
    """Return which of the eight kinds each place on the circle belongs to."""
    kinds: list[int] = ((styles * 8.0 + 0.5).astype(int) % 8).tolist()
    return kinds


def _built(region: Region, rows: Index, seats: Sequence[int], turned: frozenset[int]) -> list[House]:
    """Build houses, one for each line of ``rows``: firms of one town and kind."""
    state, flows = region.state, region.flows
    first = rows[:, 0]
    firms, sizes = state.firm[rows], state.size[rows]
    margin = flows["profit"][rows].sum(axis=1) / np.maximum(sizes.sum(axis=1), 1e-6)
    apart = np.abs((state.style[first] - flows["best_seller"][0] + 0.5) % 1.0 - 0.5)
    stone = np.rint(5 * state.lock_in[0] * np.maximum(1.0 - 2.4 * apart, 0.25))
    young = (state.quarter > 0) & (state.quarter - state.born[rows] < NEW)
    new = young | np.isin(firms, list(turned)) if turned else young
    columns = (
        firms, seats, state.parent[first], state.place[first],
        WIDTHS[np.searchsorted(SALES, sizes.mean(axis=1))], _kinds(state.style[first]),
        np.rint(np.clip(margin / MARGIN_FOR_ALL_LIGHTS, 0.0, 1.0) * 6).astype(int), stone.astype(int),
        2 * new.sum(axis=1) > new.shape[1], state.tie[rows].mean(axis=1),
        state.productivity[rows].mean(axis=1), (young & (state.quarter - state.born[rows] <= 1)).all(axis=1),
    )  # fmt: skip
    built = zip(*(np.asarray(column).tolist() for column in columns), strict=True)
    return [House(tuple(of), *rest) for of, *rest in built]
