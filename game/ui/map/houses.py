"""From firms to houses: what a house shows of the firm, or the firms, that it stands for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.explain.speech import kind_of
from game.session.branch import Branch
from game.simulation.region import Region
from game.ui.map.crowding import Crowding, chunks

WIDTHS = ((0.8, 23), (1.5, 27), (2.8, 30), (float("inf"), 33))
"""Sales of a firm up to which its house has this width."""

MARGIN_FOR_ALL_LIGHTS = 0.18
NEW, TURNED = 4, 0.1
"""Quarters a newcomer wears rays; turns from the best-seller at which a changed product counts as something new."""


@dataclass(frozen=True)
class House:
    """One house on the map.

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
    closed: bool = False
    foot: tuple[float, float] = (0.0, 0.0)

    @property
    def firm(self) -> int:
        """The oldest firm it stands for."""
        return self.firms[0]


def counts(region: Region) -> list[int]:
    """Count the firms of each place."""
    state = region.state
    return [int(n) for n in np.bincount(state.place[0][state.alive[0]], minlength=len(region.rules.setup.places))]


def houses(branch: Branch, crowd: Crowding) -> list[House]:
    """Give every living firm its house, or its part of one; the oldest first."""
    region = branch.region
    state = region.state
    slots = [int(slot) for slot in state.alive[0].nonzero()[0]]
    slots.sort(key=lambda slot: int(state.firm[0, slot]))
    turned = _turned(branch)
    if crowd.each == 1:
        return [_house(region, (slot,), int(state.firm[0, slot]), turned) for slot in slots]
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for slot in slots:
        groups[int(state.place[0, slot]), kind_of(float(state.style[0, slot]))].append(slot)
    built = []
    for (place, kind), members in sorted(groups.items()):
        for number, some in enumerate(chunks(members, crowd.each)):
            built.append(_house(region, some, -(1 + kind + 8 * (place + 64 * number)), turned))
    return built


def closed(branch: Branch) -> Iterator[House]:
    """Yield the houses of the firms that closed in the quarter before, as they stood."""
    quarter = branch.quarter - 1
    if quarter < 0 or quarter not in branch.pages:
        return
    before = branch.snapshots[quarter]
    for worlds, slots, firms in branch.pages[quarter].gone.values():
        for slot, firm in zip(slots[worlds == 0], firms[worlds == 0], strict=True):
            if int(before.state.firm[0, slot]) == int(firm):
                stood = _house(before, (int(slot),), int(firm), frozenset())
                yield replace(stood, lit=0, fresh=False, closed=True)


def _turned(branch: Branch) -> frozenset[int]:
    """Return the firms that turned, within a year, to a product far from the best-seller."""
    before = branch.snapshots.get(branch.quarter - NEW)
    if before is None:
        return frozenset()
    state, best = branch.region.state, float(branch.region.flows["best_seller"][0])
    made = {int(f): kind_of(float(s)) for f, s in zip(before.state.firm[0], before.state.style[0], strict=True)}
    found = []
    for slot in state.alive[0].nonzero()[0]:
        firm, style = int(state.firm[0, slot]), float(state.style[0, slot])
        if firm in made and made[firm] != kind_of(style) and _apart(style, best) > TURNED:
            found.append(firm)
    return frozenset(found)


def _apart(a: float, b: float) -> float:
    return abs((a - b + 0.5) % 1.0 - 0.5)


def _house(region: Region, slots: Sequence[int], seat: int, turned: frozenset[int]) -> House:
    """Build the house of some firms of one town and kind."""
    state, flows, some = region.state, region.flows, list(slots)
    sizes = state.size[0, some]
    margin = float(flows["profit"][0, some].sum() / max(float(sizes.sum()), 1e-6))
    style, best = float(state.style[0, some[0]]), float(flows["best_seller"][0])
    firms = tuple(int(firm) for firm in state.firm[0, some])
    young = [state.quarter > 0 and state.quarter - int(born) < NEW for born in state.born[0, some]]
    new = [one or firm in turned for one, firm in zip(young, firms, strict=True)]
    return House(
        firms=firms,
        seat=seat,
        parent=int(state.parent[0, some[0]]),
        place=int(state.place[0, some[0]]),
        width=next(width for most, width in WIDTHS if float(sizes.mean()) <= most),
        kind=kind_of(style),
        lit=round(min(max(margin / MARGIN_FOR_ALL_LIGHTS, 0.0), 1.0) * 6),
        stone=round(5 * float(state.lock_in[0]) * max(1.0 - 2.4 * _apart(style, best), 0.25)),
        fresh=2 * sum(new) > len(new),
        tie=float(state.tie[0, some].mean()),
        skill=float(state.productivity[0, some].mean()),
    )
