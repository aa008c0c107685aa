"""Runs of a class side by side: as they were, and with each decision taken away or made a year later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain.findings import SHIFT
from game.explain.stars import compared
from game.lab import skill
from game.lab.replaying import play_on
from game.session.branch import Step
from game.session.session import Session
from game.simulation.actions import Answer
from game.simulation.dice import Words, seeds_for
from game.simulation.region import Region

DICE = 3
"""Dice each run is played on, its own among them: few, because there are many runs."""

BATCH = 360
"""Worlds played side by side."""

WORK = 240
"""Decisions weighed over the whole class at most."""


Chosen = tuple[int, int, tuple[Step, ...], int]
"""A run's number, its seed, its steps, and how many of them are weighed."""


@dataclass(frozen=True)
class Tried:
    """One change of one decision of one run, and what it did to the first number compared.

    Attributes:
        effect: On average over its dice.
        own: On the dice that fell.
    """

    run: int
    step: int
    variant: str
    effect: float
    own: float


def batches(sessions: Sequence[Session]) -> list[list[Chosen]]:
    """Cut the class into batches of (run, seed, steps, how many of them are weighed)."""
    found: list[list[Chosen]] = [[]]
    most, worlds = max(WORK // len(sessions), 2), 0
    for k, session in enumerate(sessions):
        steps = tuple(session.branch.steps)
        count = min(len(steps), most)
        size = (1 + 2 * count) * DICE
        if worlds + size > BATCH and found[-1]:
            found.append([])
            worlds = 0
        found[-1].append((k, session.seed, steps, count))
        worlds += size
    return found


def weigh(
    level: Level, cards: Mapping[str, PolicyCard], batch: Sequence[Chosen]
) -> list[Tried]:  # fmt: skip
    """Play runs side by side, as they were and with each decision changed; returns what each change did."""
    seeds: list[Words] = []
    records, tried = [], []
    for k, seed, steps, count in batch:
        own = np.concatenate([seeds_for(seed, 1), seeds_for(seed, DICE - 1, "without")])
        base = len(seeds)
        for place, variant in [(-1, ""), *((n, v) for n in range(count) for v in ("removed", "delayed"))]:
            record = changed(steps, place, variant)
            if record is not None:
                records.append((record, slice(len(seeds) * DICE, (len(seeds) + 1) * DICE)))
                tried.append((k, place, variant, base, len(seeds)))
                seeds.append(own)
    region = Region.open_with(skill.rules_of(level, cards), np.concatenate(seeds))
    play_on(region, records, level.quarters)
    number, at, _ = compared(level)[0]
    ends = region.history[number][at].reshape(-1, DICE)
    return [
        Tried(k, place, variant, float((ends[row] - ends[base]).mean()), float(ends[row, 0] - ends[base, 0]))
        for k, place, variant, base, row in tried if variant
    ]  # fmt: skip


def changed(steps: Sequence[Step], place: int, variant: str) -> Sequence[Step] | None:
    """Return a record with one step taken away or made a year later; None where it cannot be moved."""
    if place < 0:
        return steps
    others = [step for k, step in enumerate(steps) if k != place]
    if variant == "removed":
        return others
    step = steps[place]
    if isinstance(step.action, Answer):
        return None
    return sorted([*others, Step(step.quarter + SHIFT, step.action)], key=lambda one: one.quarter)
