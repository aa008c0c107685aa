"""Why a number moved: its causes over any span of quarters, adding up exactly; of the region, a place or a firm."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.explain.attribution import Quarter, taking_apart
from game.explain.scene import NOWHERE, Scene, scene_of
from game.explain.scopes import AtPlace, OfFirm, Scope, numbers_of, scale_of
from game.explain.steps import Steps, completed
from game.session.branch import Branch

OTHER = "other"
MOST_OTHER = 0.2
"""Share of all that moved which may stay unnamed; where more would, more causes are named."""
LEAST = 0.005
"""Share below which a cause is not worth a name."""
FIRMS_KEPT = 40
"""Quarters whose firms are kept taken apart: they take a hundred times the room of the region's numbers."""


@dataclass(frozen=True)
class Contribution:
    """One cause: what it added, its share of all that moved, and how much of it came from decisions."""

    cause: str
    amount: float
    share: float
    decided: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Reason:
    """A number between two quarters, and everything that moved it; amounts add up to ``after − before``."""

    number: str
    since: int
    at: int
    before: float
    after: float
    contributions: tuple[Contribution, ...]
    scope: Scope = None
    scene: Scene = NOWHERE

    @property
    def paid(self) -> bool:
        """Whether money went: of a programme, that it was paid and not that it worked."""
        return self.number == "treasury" and self.after < self.before

    @property
    def moved(self) -> float:
        """How far it went."""
        return self.after - self.before

    @property
    def main(self) -> Contribution | None:
        """The largest cause in the direction in which the number went."""
        return next((part for part in self.contributions if part.amount * self.moved > 0), None)

    def largest(self, most: int) -> tuple[Contribution, ...]:
        """Return the largest causes, and everything else as one last."""
        count = min(most, sum(part.share >= LEAST for part in self.contributions))
        while sum(part.share for part in self.contributions[count:]) > MOST_OTHER:
            count += 1
        kept, rest = self.contributions[:count], self.contributions[count:]
        if len(rest) < 2:
            return self.contributions
        return (*kept, Contribution(OTHER, sum(part.amount for part in rest), sum(part.share for part in rest)))


class Explainer:
    """Answers "why?" for one line of time, remembering quarters it has taken apart."""

    def __init__(self) -> None:
        self._known: dict[str, Quarter] = {}
        self._firms: OrderedDict[str, Quarter] = OrderedDict()
        self._reasons: dict[tuple[str, str, int, int, Scope], Reason] = {}

    def why(self, branch: Branch, number: str, since: int, at: int, scope: Scope = None) -> Reason:
        """Return the causes of a number's change.

        Args:
            branch: The line of time.
            number: One of ``numbers_of(scope)``.
            since: The quarter to begin with.
            at: The quarter to end with, later than ``since``.
            scope: Whose number; a firm must live from ``since`` to ``at``.

        Raises:
            KeyError: The number cannot be taken apart.
            ValueError: The span is empty or lies outside the run, or the firm's life.
        """
        if number not in numbers_of(scope):
            raise KeyError(number)
        if not 0 <= since < at <= branch.quarter:
            raise ValueError(f"no span from {since} to {at}")
        key = (branch.digests[at], number, since, at, scope)
        if key not in self._reasons:
            self._reasons[key] = self._reason(branch, number, since, at, scope)
        return self._reasons[key]

    def _reason(self, branch: Branch, number: str, since: int, at: int, scope: Scope) -> Reason:
        """Add the quarters of a span up."""
        sums: dict[str, float] = {}
        decided: dict[str, dict[str, float]] = {}
        ends = []
        for quarter in range(since, at):
            apart, cell = self._quarter(branch, quarter, scope), _cell(branch, quarter, scope)
            scale = apart.scales[scale_of(scope)]
            ends += [float(scale.before[number][cell]), float(scale.after[number][cell])]
            for source, row in zip(apart.sources, scale.amounts[number], strict=True):
                amount = float(row[cell])
                sums[source.cause] = sums.get(source.cause, 0.0) + amount
                if source.decision and amount:
                    shares = decided.setdefault(source.cause, {})
                    shares[source.decision] = shares.get(source.decision, 0.0) + amount
        reason = Reason(number, since, at, ends[0], ends[-1], _ranked(sums, decided), scope)
        main = reason.main
        return reason if main is None else _with_scene(reason, scene_of(branch, main.cause, since, at, scope))

    def waiting(self, branch: Branch, since: int, at: int, scope: Scope = None) -> list[int]:
        """List the quarters of a span that have not been taken apart yet."""
        known = self._firms if isinstance(scope, OfFirm) else self._known
        return [quarter for quarter in range(since, at) if _key(branch, quarter) not in known]

    def prepare(self, branch: Branch, quarter: int | None = None, scope: Scope = None) -> None:
        """Take a quarter apart now, the latest if left out, so that asking later costs nothing."""
        quarter = branch.quarter - 1 if quarter is None else quarter
        if quarter >= 0:
            self._quarter(branch, quarter, scope)

    def _quarter(self, branch: Branch, quarter: int, scope: Scope) -> Quarter:
        return completed(self.preparing(branch, quarter, scope))

    def preparing(self, branch: Branch, quarter: int, scope: Scope = None) -> Steps[Quarter]:
        """Take a quarter apart once, step by step; lines that share it share the answer.

        Whoever asks why before the last step has it all at once.
        """
        key, of_firms = _key(branch, quarter), isinstance(scope, OfFirm)
        known: dict[str, Quarter] = self._firms if of_firms else self._known
        if key not in known:
            before, after = branch.snapshots[quarter], branch.snapshots[quarter + 1]
            scales = ("firms",) if of_firms else ("region", "places")
            found = yield from taking_apart(before.rules, before.state, branch.pages[quarter], after.state, scales)
            known[key] = found
            if len(self._firms) > FIRMS_KEPT + branch.quarter:
                self._firms.popitem(last=False)
        return known[key]


def _key(branch: Branch, quarter: int) -> str:
    return f"{quarter} {branch.digests[quarter]} {branch.digests[quarter + 1]}"


def _cell(branch: Branch, quarter: int, scope: Scope) -> tuple[int, ...]:
    """Return where the scope's own number stands in a scale's arrays."""
    if scope is None:
        return ()
    if isinstance(scope, AtPlace):
        return (scope.site,)
    rows = [row_of(branch, when, scope.firm) for when in (quarter, quarter + 1)]
    if None in rows:
        raise ValueError(f"firm {scope.firm} does not live through quarter {quarter}")
    return (int(rows[0] or 0),)


def row_of(branch: Branch, quarter: int, firm: int) -> int | None:
    """Return the row of a firm at the beginning of a quarter; None where it does not live."""
    state = branch.snapshots[quarter].state
    found = np.flatnonzero(state.firm == firm)
    return int(found[0]) if found.shape[0] else None


def lifetime(branch: Branch, firm: int) -> tuple[int, int] | None:
    """Return the first and the last quarter at whose beginning a firm lives; None for one that never was."""
    lived = [quarter for quarter in range(branch.quarter + 1) if row_of(branch, quarter, firm) is not None]
    return (lived[0], lived[-1]) if lived else None


def _ranked(sums: Mapping[str, float], decided: Mapping[str, Mapping[str, float]]) -> tuple[Contribution, ...]:
    """Return the causes, the largest first."""
    moved = sum(abs(amount) for amount in sums.values()) or 1.0
    ranked = sorted((item for item in sums.items() if item[1]), key=lambda item: -abs(item[1]))
    return tuple(
        Contribution(cause, amount, abs(amount) / moved,
                     tuple(sorted(decided.get(cause, {}).items(), key=lambda item: -abs(item[1]))))
        for cause, amount in ranked
    )  # fmt: skip


def _with_scene(reason: Reason, scene: Scene) -> Reason:
    return Reason(reason.number, reason.since, reason.at, reason.before, reason.after, reason.contributions,
                  reason.scope, scene)  # fmt: skip
