"""Who founded whom: every firm's life from birth to exit, what it made, and the firms its people opened."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from game.explain.speech import Speaker, kind_of
from game.session.branch import Branch
from game.simulation.state import ORIGINS

LATER = 10**6
"""A quarter nobody reaches."""


@dataclass
class Life:
    """One firm's life.

    Attributes:
        parent: The firm its founder left, or None.
        born: The quarter it opened, 0 for those that were there before.
        gone: The quarter it closed, or None while it lives.
        reason: Why it closed: ``insolvent``, ``relocated``, ``closed``, or nothing.
        kinds: What it made: (quarter, kind of product) for each change, the first at its birth.
        children: Firms opened by its people, the oldest first.
    """

    firm: int
    parent: int | None
    origin: str
    place: int
    born: int
    gone: int | None = None
    reason: str = ""
    kinds: list[tuple[int, int]] = field(default_factory=list)
    children: list[int] = field(default_factory=list)

    @property
    def kind(self) -> int:
        """What it makes, or made last."""
        return self.kinds[-1][1]


def lives(branch: Branch) -> dict[int, Life]:
    """Collect every firm there ever was on a line of time, by its number."""
    found: dict[int, Life] = {}
    made = np.full(0, -1)
    for quarter in range(branch.quarter + 1):
        for reason, (_, _, firms) in (branch.pages[quarter - 1].gone if quarter else {}).items():
            for firm in firms:
                found[int(firm)].gone, found[int(firm)].reason = quarter, reason
        state = branch.snapshots[quarter].state
        firms = state.firm
        made = np.pad(made, (0, max(int(firms.max(initial=0)) + 1 - made.shape[0], 0)), constant_values=-1)
        kinds = (state.style * 8.0 + 0.5).astype(np.int64) % 8
        for k in np.flatnonzero(made[firms] != kinds):
            firm = int(firms[k])
            if firm not in found:
                found[firm] = _newborn(branch, quarter, firm, int(k))
            found[firm].kinds.append((quarter, kind_of(float(state.style[k]))))
        made[firms] = kinds
    for life in found.values():
        if life.parent is not None and life.parent in found:
            found[life.parent].children.append(life.firm)
    return found


def _newborn(branch: Branch, quarter: int, firm: int, row: int) -> Life:
    state = branch.snapshots[quarter].state
    parent = int(state.parent[row])
    origin = ORIGINS[int(state.origin[row])]
    return Life(firm, parent if parent >= 0 else None, origin, int(state.place[row]), quarter)


def heirs(known: Mapping[int, Life]) -> dict[int, int]:
    """Count the living firms of each family: the firm itself, its children, and theirs."""
    counts = {firm: int(life.gone is None) for firm, life in known.items()}
    for firm in sorted(known, key=lambda number: (-known[number].born, -number)):
        parent = known[firm].parent
        if parent is not None and parent in counts:
            counts[parent] += counts[firm]
    return counts


def tell(life: Life, known: Mapping[int, Life], speaker: Speaker, until: int | None = None) -> str:
    """Tell a firm's life in a sentence or two: who opened it, out of which firm, and how it ended.

    Args:
        life: The firm.
        known: Every firm's life.
        speaker: The language.
        until: The quarter it is told in, for those who cannot know what came later.
    """
    say = speaker.words
    heard = LATER if until is None else until
    told = say(
        f"ui.origin.{life.origin}", founder=speaker.founder(life.firm), firm=speaker.firm(life.firm),
        place=speaker.place(life.place), when=speaker.date(life.born),
        parent=speaker.firm(life.parent) if life.parent is not None else "",
    )  # fmt: skip
    count = sum(1 for child in life.children if known[child].born <= heard)
    if count:
        told = say("read.sentences", first=told, second=say("tree.children", count=count))
    if life.gone is not None and life.gone <= heard:
        end = say(f"tree.ended.{life.reason or 'closed'}", when=speaker.date(life.gone))
        told = say("read.sentences", first=told, second=end)
    return told
