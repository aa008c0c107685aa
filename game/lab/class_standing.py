"""Where a class stands: known governments on its dice, and every run's decisions on dice that nobody had.

Decisions are graded on the second: all runs meet the same fresh dice, so what luck gave to one of them counts nowhere.
Boundary: a record does not answer dice it never saw as a person would, so an index below 1 is no fault of anybody's;
it compares records with each other. The reference is a teaching strategy and not the truth.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain.forecast import Estimate
from game.explain.stars import compared
from game.lab import skill
from game.lab.statistics import interval
from game.lab.worth import wanted, worth
from game.session.branch import Step
from game.simulation.dice import Words, seeds_for
from game.simulation.exact import Array

FRESH = 7
"""Fresh dice on which decisions are graded, and strategies compared (design)."""

LEAST_TOLD = 3
"""Dice that must tell of skill before anything is graded."""

SIDE_BY_SIDE = 15
"""Runs played in one batch."""

KIND = (skill.NOBODY, "little_of_everything", "phase_reader", skill.REFERENCE)
"""Who is asked how kind dice are."""


@dataclass(frozen=True)
class Stood:
    """How a known government fared: on the dice most runs had, on the fresh ones, on any others of the class.

    Attributes:
        course: The first number that runs are compared by, on the dice most runs had.
        number: Its value when it is read, ``[dice]``.
        worth: What the play was worth, ``[dice]``.
    """

    name: str
    course: tuple[float, ...]
    number: Array
    worth: Array


def names(level: Level) -> list[str]:
    """Name who plays."""
    return list(dict.fromkeys((*KIND, *skill.published(level))))


def dice_of(seeds: Sequence[int]) -> Words:
    """Lay out the dice: those of the first seed, fresh ones, and those of the other seeds."""
    return np.concatenate([seeds_for(seeds[0], 1 + FRESH), *(seeds_for(seed, 1) for seed in seeds[1:])])


def stand(level: Level, cards: Mapping[str, PolicyCard], seeds: Sequence[int]) -> list[Stood]:
    """Let known governments play side by side on all the dice."""
    played, (number, at, _) = names(level), compared(level)[0]
    hows = [skill.way(level, name) for name in played]
    found = []
    for name, history in zip(played, skill.wholes(level, cards, dice_of(seeds), hows, level.quarters), strict=True):
        course = tuple(map(float, history[number][: level.quarters + 1, 0]))
        value = worth(level, history) if wanted(level) else np.zeros(0)
        found.append(Stood(name, course, history[number][at], value))
    return found


def again(
    level: Level, cards: Mapping[str, PolicyCard], records: Sequence[Sequence[Step]], seed: int
) -> list[Array]:  # fmt: skip
    """Play records on the fresh dice; returns what each was worth, ``[dice]``."""
    fresh = seeds_for(seed, 1 + FRESH)[1:]
    return [worth(level, history) for history in skill.wholes(level, cards, fresh, records, level.quarters)]


def graded(level: Level, stood: Sequence[Stood], worths: Sequence[Array]) -> list[Estimate | None]:
    """Return every run's index over the fresh dice; None where the reference is hardly better than nobody."""
    fresh = {one.name: one.worth[1 : 1 + FRESH] for one in stood}
    best = max((fresh[name] for name in skill.published(level)), key=lambda values: float(values.mean()))
    found: list[Estimate | None] = []
    for own in worths:
        index = skill.indices(own, fresh[skill.NOBODY], best)
        told = index[np.isfinite(index)]
        few = told.shape[0] < LEAST_TOLD
        found.append(None if few else Estimate(float(told.mean()), *interval(told, _mean, "graded")))
    return found


def kindness(stood: Sequence[Stood], seeds: Sequence[int]) -> dict[int, float]:
    """Say how much further governments got on each dice than on the fresh ones, in the first number compared."""
    mean = np.mean([one.number for one in stood if one.name in KIND], axis=0)
    own = [mean[0], *mean[1 + FRESH :]]
    return {seed: float(kind - mean[1 : 1 + FRESH].mean()) for seed, kind in sorted(zip(seeds, own, strict=True))}


def _mean(rows: Array) -> float:
    return float(rows.mean())
