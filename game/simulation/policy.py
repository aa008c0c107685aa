"""A policy is data: what it costs, when it works, and which levers it moves. It has no script.

The life of a programme: it is paid for, nothing happens for ``delay`` quarters, then it takes hold over
``ramp`` quarters; when it stops or the treasury is empty it fades by ``decay`` a quarter.
More of the same helps less: twice the effort gives about 1.4 times the effect (design).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array, Index, Mask


@dataclass(frozen=True)
class Shift:
    """Move one lever by an amount, at full strength."""

    lever: str
    by: float


@dataclass(frozen=True)
class Policy:
    """One card. Money in the simulation's unit, time in quarters."""

    id: str
    price: float
    upkeep: float
    attention: float = 1.0
    delay: int = 0
    ramp: int = 1
    decay: float = 0.1
    lasts: int = 0
    placed: bool = False
    sizes: int = 1
    support: float = 0.0
    shifts: tuple[Shift, ...] = ()
    needs: tuple["Need", ...] = ()


@dataclass(frozen=True)
class Need:
    """A condition on an indicator (``>=`` or ``<=``)."""

    indicator: str
    op: str
    value: float

    def hold(self, values: Array) -> Mask:
        """Mark the worlds whose measured values meet it."""
        return np.asarray(values >= self.value if self.op == ">=" else values <= self.value)


def effect(strength: Array) -> Array:
    """Turn the strength of programmes of one kind into their effect: 1 → 1, 2 → 1.41, 3 → 1.64 (design)."""
    result: Array = 2.4 * strength / (1.4 + strength)
    return result


def develop(
    policies: Sequence[Policy], card: Index, running: Array, clock: Array, strength: Array, funded: Mask
) -> Array:
    """Return the change of strength of programmes in one quarter.

    Args:
        policies: The cards.
        card: Which of them each programme is of, ``[programme]``.
        running: Size of each programme, same shape.
        clock: Quarters since it began, same shape.
        strength: How much has taken hold, same shape.
        funded: Whether the treasury can pay it, same shape.
    """
    delay = np.array([p.delay for p in policies])[card]
    ramp = np.array([p.ramp for p in policies])[card]
    decay = np.array([p.decay for p in policies])[card]
    active = (running > 0) & (clock >= delay) & funded
    rise = np.minimum(running / ramp, np.maximum(running - strength, 0.0))
    over = np.maximum(strength - running, 0.0) * decay
    return np.where(active, rise - over, -np.where((clock < delay) & (running > 0), 0.0, strength * decay))


def lever_matrix(policies: Sequence[Policy], levers: Sequence[str]) -> Array:
    """Return how much each card moves each of these levers at full strength, ``[lever, policy]``."""
    matrix = np.zeros((len(levers), len(policies)))
    for k, policy in enumerate(policies):
        for shift in policy.shifts:
            if shift.lever in levers:
                matrix[levers.index(shift.lever), k] += shift.by
    return matrix


def shifts(matrix: Array, strength: Array) -> Array:
    """Return how far cards shift levers, ``[lever, card]`` and ``[world, card, …]`` → ``[lever, world, …]``."""
    joint = effect(strength)
    found = np.zeros((matrix.shape[0], strength.shape[0], *strength.shape[2:]))
    # Most cards move few levers, so what moves nothing is left out.
    for lever, card in np.argwhere(matrix):
        found[lever] += exact.to_grid(matrix[lever, card] * joint[:, card])
    return found


def index_of(policies: Sequence[Policy]) -> Mapping[str, int]:
    """Return where each card stands in the arrays."""
    return {policy.id: k for k, policy in enumerate(policies)}
