"""Luck apart from skill: the same decisions on other dice, and nobody and the reference on the same ones.

Skill index of a seed: (you − nobody) / (reference − nobody), each the ``worth`` of a whole run on that seed, cut to
0 … 1.2; a seed on which the reference is hardly better than nobody tells nothing. The index is the mean over seeds.
The reference is the better, over all seeds, of two that are published: the level's own solution and the steady hand.
What may be graded is that mean: on the dice that fell alone, luck still speaks (tests/lab/test_grading.py).
Seed luck: what all strategies reach on this seed, less what they reach on others.
Boundary: decisions made for one history are played on other dice as they stand, and nobody plays on other dice without
looking; so an index well below the one on the own dice is no fault of anybody's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.content.build import setup_of
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain.findings import Skill
from game.explain.forecast import Estimate
from game.explain.stars import compared
from game.lab.governing import desk, govern_beside, plan_of
from game.lab.reference import reference
from game.lab.replaying import acted
from game.lab.statistics import interval
from game.lab.strategies import HEURISTICS, STRATEGIES, Strategy
from game.lab.worth import TAIL, wanted, worth
from game.session.branch import Step
from game.simulation.dice import Words, seeds_for
from game.simulation.exact import Array
from game.simulation.indicators import History
from game.simulation.region import Region
from game.simulation.rules import Rules

WORLDS = 64
OTHER_SEEDS = 24
LEAST_GAIN = 0.05
"""Worth by which the reference must beat nobody on a seed that is to tell of skill (design)."""

MOST_INDEX = 1.2
NOBODY, REFERENCE, SOLUTION, YOU = "nothing", "reference", "solution", "you"
ENSEMBLE = (*HEURISTICS, "miser", "firefighter", REFERENCE)
"""Who is asked how kind a seed is."""


How = Strategy | Sequence[Step]
"""A hand that looks, or a record."""


@dataclass(frozen=True)
class Ends:
    """How one way to govern ended on many dice.

    Attributes:
        name: Who governed.
        worth: ``[world]``.
        number: The first number that runs are compared by, ``[world]``.
    """

    name: str
    worth: Array
    number: Array


def rules_of(level: Level, cards: Mapping[str, PolicyCard]) -> Rules:
    """Return a level's rules."""
    return Rules(setup_of(level, cards))


def whole(level: Level, cards: Mapping[str, PolicyCard], seeds: Words, how: How, end: int) -> History:
    """Play a level from its beginning to an end and, ungoverned, a little beyond."""
    return wholes(level, cards, seeds, [how], end)[0]


def wholes(level: Level, cards: Mapping[str, PolicyCard], seeds: Words, hows: Sequence[How], end: int) -> list[History]:
    """Play a level in several ways side by side, each on all the dice; a record answers events whenever they come."""
    count = seeds.shape[0]
    region = Region.open_with(rules_of(level, cards), np.tile(seeds, len(hows)))
    table = desk(level, region.rules, cards)
    parts = [(how, np.arange(k * count, (k + 1) * count)) for k, how in enumerate(hows)]
    hands = [(how, mine) for how, mine in parts if isinstance(how, Strategy)]
    records = [(how, slice(mine[0], mine[-1] + 1)) for how, mine in parts if not isinstance(how, Strategy)]
    for quarter in range(end + TAIL):
        if quarter < end:
            govern_beside(region, table, hands, before=acted(region, records))
        region.advance()
    return [History([row[:, mine] for row in region.history.rows]) for _, mine in parts]


def way(level: Level, name: str) -> How:
    """Return how somebody known by name plays a level."""
    if name == SOLUTION:
        return [Step(quarter, action) for quarter, action in plan_of(level)]
    return reference(level) if name == REFERENCE else STRATEGIES[name]


def published(level: Level) -> tuple[str, ...]:
    """Name who may be the reference of a level."""
    return (SOLUTION, REFERENCE) if level.solution else (REFERENCE,)


def play(
    level: Level, cards: Mapping[str, PolicyCard], seed: int, worlds: int, name: str, steps: Sequence[Step], end: int
) -> Ends:  # fmt: skip
    """Let somebody play on the dice that fell and on others; only ``you`` uses the steps."""
    how = steps if name == YOU else way(level, name)
    history = whole(level, cards, seeds_for(seed, worlds), how, end)
    number, at, _ = compared(level)[0]
    return Ends(name, worth(level, history, end), history[number][min(at, end)])


def indices(you: Array, nobody: Array, best: Array) -> Array:
    """Return the index of every seed, not a number where the reference is hardly better than nobody."""
    gain = best - nobody
    tells = gain >= LEAST_GAIN
    return np.where(tells, np.clip((you - nobody) / np.where(tells, gain, 1.0), 0.0, MOST_INDEX), np.nan)


def judge(level: Level, ends: Mapping[str, Ends]) -> Skill | None:
    """Read skill and seed luck off the plays; None for a level without goals."""
    if not wanted(level) or not {YOU, NOBODY, *published(level)} <= ends.keys():
        return None
    best = max((ends[name].worth for name in published(level)), key=lambda worth: float(worth.mean()))
    found = indices(ends[YOU].worth, ends[NOBODY].worth, best)
    told = found[np.isfinite(found)]
    index = None
    if told.shape[0] >= 3:
        index = Estimate(float(told.mean()), *interval(told, lambda rows: float(rows.mean()), "skill"))
    asked = [ends[name].worth for name in ENSEMBLE if name in ends]
    shared = min(one.shape[0] for one in asked)
    luck, error = seed_luck(np.array([one[:shared] for one in asked]).mean(axis=0))
    here = float(found[0]) if np.isfinite(found[0]) else None
    return Skill(here, index, int(told.shape[0]), luck, error)


def seed_luck(kind: Array) -> tuple[float, float]:
    """Return how much kinder the first seed is than the others, and the standard error of what they are compared to."""
    others = kind[1:]
    return float(kind[0] - others.mean()), float(others.std(ddof=1) / np.sqrt(others.shape[0]))
