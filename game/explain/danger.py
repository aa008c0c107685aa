"""How many firms stand near the exit: what would be left of each firm's money after one more bad quarter.

A firm's margin changes little by little; that it closes comes all at once. So the distance to the line is shown.
"""

from dataclasses import dataclass

from game.simulation.region import Region

WORSE = 0.2
"""Share of its sales a firm loses in a bad quarter (design)."""
KEPT = 0.985
"""Share of its cash a firm still has a quarter later (the mechanisms ``accounts`` and ``exit``)."""


@dataclass(frozen=True)
class Danger:
    """Money above the exit line after one more bad quarter, firm by firm, the poorest first."""

    left: tuple[float, ...]
    firms: tuple[int, ...]

    @property
    def falling(self) -> int:
        """How many firms would close."""
        return sum(value < 0.0 for value in self.left)


def danger(region: Region) -> Danger:
    """Compute where every firm would stand."""
    state, flows = region.state, region.flows
    p = region.rules.sheet(state)["exit"]
    living = ~state.branch
    cushion = p.credit * state.tie * float(state.trust[0]) + 0.8 * float(p.guarantee[0])
    profit, gross = flows["profit"], flows["gross"]
    left = (state.cash * KEPT + profit) * KEPT + profit - WORSE * gross + cushion
    ranked = sorted(zip(left[living].tolist(), state.firm[living].tolist(), strict=True))
    return Danger(tuple(float(value) for value, _ in ranked), tuple(int(firm) for _, firm in ranked))
