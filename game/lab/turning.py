"""Until when it could still be turned: a steady government takes over, ever later, and the futures are counted.

It starts from what the region had become in that quarter of this very run, with the money that was left.
"""

from collections.abc import Mapping, Sequence

from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain.findings import Turning
from game.lab.forecast import dice_of
from game.lab.forecast_effort import succeeds
from game.lab.governing import desk, govern
from game.lab.reference import reference
from game.lab.replaying import with_dice
from game.lab.worth import met
from game.session.branch import Branch
from game.simulation.region import Region

WORLDS = 32
MOST_MOMENTS = 16
ENOUGH = 0.25
"""Chance below which nothing could be turned any more (design)."""


def moments(branch: Branch, end: int) -> list[int]:
    """List the quarters in which it might have been turned, evenly spread."""
    step = max(-(-end // MOST_MOMENTS), 2)
    return [quarter for quarter in range(0, end, step) if quarter in branch.snapshots]


def chance(level: Level, cards: Mapping[str, PolicyCard], now: Region, end: int, worlds: int = WORLDS) -> float:
    """Return the chance that the reference, taking over now, still reaches what must be reached."""
    region, strategy = with_dice(now, dice_of(now, worlds)), reference(level)
    table = desk(level, region.rules, cards)
    while region.state.quarter < end:
        govern(region, table, strategy)
        region.advance()
    needed = [goal.id for goal in level.goals if goal.kind == "pass"]
    if not needed:
        return float(succeeds(region).mean())
    judged = met(level, region.history, end)
    won = judged[needed[0]]
    for id_ in needed[1:]:
        won = won & judged[id_]
    return float(won.mean())


def merge(quarters: Sequence[int], chances: Sequence[float]) -> Turning:
    """Find the last quarter with at least half of the best chance."""
    best = max(chances, default=0.0)
    late = [q for q, share in zip(quarters, chances, strict=True) if share >= max(best / 2, ENOUGH)]
    return Turning(tuple(quarters), tuple(chances), late[-1] if late else None)
