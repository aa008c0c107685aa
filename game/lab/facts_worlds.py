"""Runs the worlds that facts ask for, each only once, on every core, and reads rows off them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np

from game.lab import facts_agglomeration, facts_cycle, facts_dealing, facts_firms, facts_policy
from game.lab.facts_course import Course, run
from game.lab.facts_settings import Trial
from game.lab.facts_statistic import Statistic
from game.lab.statistics import Array
from game.simulation.dice import seeds_for

STATISTICS: Mapping[str, Statistic] = {
    **facts_cycle.STATISTICS,
    **facts_firms.STATISTICS,
    **facts_agglomeration.STATISTICS,
    **facts_dealing.STATISTICS,
    **facts_policy.STATISTICS,
}
"""Every way to measure, by name."""

BLOCK = 50
"""Worlds run at a time: few enough to stay in cache, and to share out between cores."""

Overrides = Mapping[str, float]
Rows = Mapping[str, Array]
"""Rows by the key of their reading, ``[world, column]``."""


@dataclass(frozen=True)
class Reading:
    """One statistic of one trial."""

    trial: Trial
    seed: int
    worlds: int
    statistic: str
    options: tuple[tuple[str, float], ...] = ()

    @property
    def region(self) -> str:
        """What readings share that run the same untreated worlds."""
        return f"{self.seed} {self.worlds} {self.trial.twin.model_dump_json()}"

    @property
    def key(self) -> str:
        """A name no other reading has."""
        return f"{self.seed} {self.worlds} {self.trial.model_dump_json()} {self.statistic} {self.options}"


@dataclass(frozen=True)
class Block:
    """Some worlds of one region, and all that is read off them."""

    readings: tuple[Reading, ...]
    first: int
    last: int
    overrides: Overrides


def read_off(readings: Sequence[Reading], overrides: Overrides, processes: int | None = None) -> Rows:
    """Run the worlds and return every reading's rows, ordered by world."""
    blocks = list(_blocks(readings, overrides))
    count = min(processes or os.cpu_count() or 1, len(blocks))
    if count <= 1:
        answers = [read_block(block) for block in blocks]
    else:
        # Spawned, not forked: the same on every system, and nothing of the window comes along.
        with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
            answers = list(pool.map(read_block, blocks))
    parts: dict[str, list[Array]] = {}
    for answer in answers:
        for key, rows in answer.items():
            parts.setdefault(key, []).append(rows)
    return {key: np.vstack(found) for key, found in parts.items()}


def _blocks(readings: Sequence[Reading], overrides: Overrides) -> Iterator[Block]:
    """Share readings out by region, and worlds by block."""
    regions: dict[str, dict[str, Reading]] = {}
    for reading in readings:
        regions.setdefault(reading.region, {})[reading.key] = reading
    for group in regions.values():
        several = tuple(group.values())
        worlds = several[0].worlds
        for first in range(0, worlds, BLOCK):
            yield Block(several, first, min(first + BLOCK, worlds), overrides)


def read_block(block: Block) -> dict[str, Array]:
    """Run one block of worlds, untreated and in every treatment, and read it off."""
    seeds = seeds_for(block.readings[0].seed, block.readings[0].worlds)[block.first : block.last]
    courses: dict[str, Course] = {}

    def course(trial: Trial) -> Course:
        name = trial.model_dump_json()
        if name not in courses:
            courses[name] = run(trial, seeds, block.overrides)
        return courses[name]

    found = {}
    for reading in block.readings:
        read = STATISTICS[reading.statistic].read
        found[reading.key] = read(course(reading.trial), course(reading.trial.twin), dict(reading.options))
    return found
