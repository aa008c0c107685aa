"""Lines of time side by side: which lies where, and which it left."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.session.branch import Branch


@dataclass(frozen=True)
class Lane:
    """One line of time in a drawing.

    Attributes:
        number: Its place among the session's branches.
        row: Its row, 0 at the top.
        parent_row: The row of the line it left, or None.
        fork: The quarter it left at.
        quarter: The quarter it has come to.
        marks: The quarters in which something was done on it, after it left.
        events: The quarters in which an event came, after it left.
    """

    number: int
    row: int
    parent_row: int | None
    fork: int
    quarter: int
    marks: tuple[int, ...]
    events: tuple[int, ...] = ()


def lanes(branches: Sequence[Branch]) -> list[Lane]:
    """Lay lines of time out: those that left late lie next to the line they left, so that none crosses another."""
    left = {number: _left(branches, number) for number in range(len(branches))}
    found: list[Lane] = []
    waiting: list[tuple[int, int | None]] = [(number, None) for number in reversed(left) if left[number] is None]
    while waiting:
        number, above = waiting.pop()
        branch, row = branches[number], len(found)
        fork = branch.fork if above is not None else 0
        marks = sorted({step.quarter for step in branch.steps if step.quarter >= fork})
        found.append(Lane(number, row, above, fork, branch.quarter, tuple(marks), happenings(branch, fork)))
        children = sorted((one for one in left if left[one] == number), key=lambda one: (branches[one].fork, -one))
        waiting += [(child, row) for child in children]
    return found


def happenings(branch: Branch, since: int) -> tuple[int, ...]:
    """List the quarters in which an event came, after one."""
    fired = {quarter: region.state.fired[0] for quarter, region in branch.snapshots.items()}
    return tuple(q for q in sorted(fired) if q > since and q - 1 in fired and (fired[q] > fired[q - 1]).any())


def _left(branches: Sequence[Branch], number: int) -> int | None:
    """Return the line that a line really left: going back beyond a fork leaves the line before it."""
    fork, parent = branches[number].fork, branches[number].parent
    while parent is not None and branches[parent].parent is not None and fork < branches[parent].fork:
        parent = branches[parent].parent
    return parent
