"""Why a number moved: its causes over any span of quarters, adding up exactly."""

from dataclasses import dataclass

from game.explain.attribution import Quarter, take_apart
from game.session.branch import Branch
from game.simulation.indicators import MEASURED

OTHER = "other"
MOST_OTHER = 0.2
"""Share of all that moved which may stay unnamed; where more would, more causes are named."""
LEAST = 0.005
"""Share below which a cause is not worth a name."""


@dataclass(frozen=True)
class Contribution:
    """One cause: what it added, and its share of all that moved."""

    cause: str
    amount: float
    share: float


@dataclass(frozen=True)
class Reason:
    """A number between two quarters, and everything that moved it; amounts add up to ``after − before``."""

    number: str
    since: int
    at: int
    before: float
    after: float
    contributions: tuple[Contribution, ...]

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

    def why(self, branch: Branch, number: str, since: int, at: int) -> Reason:
        """Return the causes of a number's change.

        Args:
            branch: The line of time.
            number: One of ``MEASURED``.
            since: The quarter to begin with.
            at: The quarter to end with, later than ``since``.

        Raises:
            KeyError: The number cannot be taken apart.
            ValueError: The span is empty or lies outside the run.
        """
        if number not in MEASURED:
            raise KeyError(number)
        if not 0 <= since < at <= branch.quarter:
            raise ValueError(f"no span from {since} to {at}")
        sums: dict[str, float] = {}
        first = self._quarter(branch, since)
        for quarter in range(since, at):
            for cause, amounts in self._quarter(branch, quarter).amounts.items():
                sums[cause] = sums.get(cause, 0.0) + amounts[number]
        moved = sum(abs(amount) for amount in sums.values()) or 1.0
        ranked = sorted((item for item in sums.items() if item[1]), key=lambda item: -abs(item[1]))
        return Reason(
            number,
            since,
            at,
            first.before[number],
            self._quarter(branch, at - 1).after[number],
            tuple(Contribution(cause, amount, abs(amount) / moved) for cause, amount in ranked),
        )

    def prepare(self, branch: Branch) -> None:
        """Take the latest quarter apart now, so that asking later costs nothing."""
        if branch.quarter > 0:
            self._quarter(branch, branch.quarter - 1)

    def _quarter(self, branch: Branch, quarter: int) -> Quarter:
        """Take a quarter apart once; lines that share it share the answer."""
        before = branch.snapshots[quarter]
        after = branch.snapshots[quarter + 1]
        key = f"{quarter} {branch.digests[quarter]} {branch.digests[quarter + 1]}"
        if key not in self._known:
            self._known[key] = take_apart(before.rules, before.state, branch.pages[quarter], after.state)
        return self._known[key]
