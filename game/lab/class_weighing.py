"""Runs of a class side by side: as they were, with each decision taken away, and a few of them a year later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain.class_findings import Otherwise
from game.explain.findings import SHIFT
from game.explain.stars import compared
from game.lab import skill
from game.lab.replaying import Records, play_on
from game.session.branch import Step
from game.session.session import Session
from game.simulation.actions import Answer
from game.simulation.dice import Words, seeds_for
from game.simulation.exact import Array
from game.simulation.region import Region

DICE = 3
"""Dice each run is played on, its own among them: few, because there are many runs."""

BATCH = 360
"""Worlds played side by side."""

WORK = 180
"""Decisions weighed over the whole class at most."""

DELAYED = 12
"""Decisions made a year later, on the dice that fell: those that did most."""

Chosen = tuple[int, int, tuple[Step, ...], int]
"""A run's number, its seed, its steps, and how many of them are weighed."""


@dataclass(frozen=True)
class Tried:
    """One decision of one run taken away, and what that did to the first number compared.

    Attributes:
        effect: On average over its dice.
        own: On the dice that fell.
    """

    run: int
    step: int
    effect: float
    own: float


def batches(sessions: Sequence[Session]) -> list[list[Chosen]]:
    """Cut the class into batches of (run, seed, steps, how many of them are weighed)."""
    found: list[list[Chosen]] = [[]]
    most, worlds = max(WORK // len(sessions), 2), 0
    for k, session in enumerate(sessions):
        steps = tuple(session.branch.steps)
        count = min(len(steps), most)
        size = (1 + count) * DICE
        if worlds + size > BATCH and found[-1]:
            found.append([])
            worlds = 0
        found[-1].append((k, session.seed, steps, count))
        worlds += size
    return found


def weigh(
    level: Level, cards: Mapping[str, PolicyCard], batch: Sequence[Chosen]
) -> list[Tried]:  # fmt: skip
    """Play runs side by side, as they were and without each decision; returns what taking each away did."""
    seeds: list[Words] = []
    records, tried = [], []
    for k, seed, steps, count in batch:
        own = np.concatenate([seeds_for(seed, 1), seeds_for(seed, DICE - 1, "without")])
        base = len(seeds)
        for place in range(-1, count):
            record = [step for n, step in enumerate(steps) if n != place]
            records.append((record, slice(len(seeds) * DICE, (len(seeds) + 1) * DICE)))
            tried.append((k, place, base, len(seeds)))
            seeds.append(own)
    ends = _ends(level, cards, np.concatenate(seeds), records).reshape(-1, DICE)
    return [
        Tried(k, place, float((ends[row] - ends[base]).mean()), float(ends[row, 0] - ends[base, 0]))
        for k, place, base, row in tried if place >= 0
    ]  # fmt: skip


def _ends(level: Level, cards: Mapping[str, PolicyCard], seeds: Words, records: Records) -> Array:
    region = Region.open_with(skill.rules_of(level, cards), seeds)
    number, at, _ = compared(level)[0]
    ends: Array = play_on(region, records, level.quarters).history[number][at]
    return ends


def a_year_later(sessions: Sequence[Session], tried: Sequence[Tried]) -> Otherwise | None:
    """Delay the decisions that did most by a year, each on its own run's dice; return the delay that changes most."""
    movable = [one for one in tried if not isinstance(_step(sessions, one).action, Answer)]
    best = sorted(movable, key=lambda one: (-abs(one.own), -abs(one.effect), one.run, one.step))[:DELAYED]
    if not best:
        return None
    level, number, until = sessions[0].level, compared(sessions[0].level)[0][0], max(s.quarter for s in sessions)
    seeds = np.concatenate([seeds_for(sessions[one.run].seed, 1) for one in best])
    records = [(_later(sessions, one), slice(k, k + 1)) for k, one in enumerate(best)]
    instead = play_on(Region.open_with(skill.rules_of(level, sessions[0].cards), seeds), records, until).history[number]
    was = [sessions[one.run].branch.region.history[number][:, 0] for one in best]
    ends = [len(row) - 1 for row in was]
    k = max(range(len(best)), key=lambda k: abs(float(instead[ends[k], k] - was[k][ends[k]])))
    would = tuple(map(float, instead[: ends[k] + 1, k]))
    return Otherwise(best[k].run, best[k].step, tuple(map(float, was[k])), would)


def _step(sessions: Sequence[Session], one: Tried) -> Step:
    return sessions[one.run].branch.steps[one.step]


def _later(sessions: Sequence[Session], one: Tried) -> list[Step]:
    """Return a run's record with one step a year later."""
    step = _step(sessions, one)
    others = [other for k, other in enumerate(sessions[one.run].branch.steps) if k != one.step]
    return sorted([*others, Step(step.quarter + SHIFT, step.action)], key=lambda step: step.quarter)
