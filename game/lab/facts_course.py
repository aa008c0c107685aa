"""A batch of worlds run for a trial, and everything about it that a statistic may want to read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.content import library
from game.content.build import setup_of
from game.content.plan import actions_of
from game.lab.facts_settings import Trial
from game.simulation.acting import act
from game.simulation.dice import Words
from game.simulation.exact import Array, Index
from game.simulation.mechanism import Now
from game.simulation.region import Region
from game.simulation.rules import Rules
from game.simulation.shocks import Event, Pulse

MOMENTS = 20
"""A snapshot is kept every so many quarters."""

AGES = (8.0, 24.0)
SIZES = (1.0, 3.0, 10.0)
"""Bounds of the classes of age (quarters) and size in which firms that close are counted."""


@dataclass
class Lives:
    """When every firm was born and last seen, ``[world, firm]``; −1 where there is none."""

    born: Index
    last: Index
    origin: Index

    @classmethod
    def none(cls, worlds: int, room: int = 512) -> "Lives":
        """Return an empty register."""
        return cls(*(np.full((worlds, room), -1, dtype=np.int64) for _ in range(3)))

    def see(self, region: Region) -> None:
        """Enter every firm alive."""
        state = region.state
        while int(state.next_firm.max()) > self.born.shape[1]:
            self.born, self.last, self.origin = (
                np.pad(register, ((0, 0), (0, 512)), constant_values=-1)
                for register in (self.born, self.last, self.origin)
            )
        self.born[state.home, state.firm] = state.born
        self.origin[state.home, state.firm] = state.origin
        self.last[state.home, state.firm] = state.quarter


@dataclass
class Course:
    """A finished run.

    Attributes:
        trial: What was run.
        rules: Its level, compiled.
        lives: Every firm's dates.
        moments: Snapshots by quarter.
        exposed: Firm-quarters by class: three of age, then four of size, ``[world, class]``.
        closed: Firms that left, by the same classes.
    """

    trial: Trial
    rules: Rules
    lives: Lives
    exposed: Array
    closed: Array
    moments: dict[int, Region] = field(default_factory=dict)
    series: Mapping[str, Array] = field(default_factory=dict)

    def now(self, quarter: int) -> Now:
        """Return what mechanisms saw in a quarter of which a snapshot is kept."""
        return sight(self.moments[quarter])


class _Series(dict[str, Array]):
    """Indicators by name, ``[quarter, world]``, read off the history when they are asked for."""

    def __init__(self, region: Region) -> None:
        super().__init__()
        self._region = region

    def __missing__(self, name: str) -> Array:
        self[name] = self._region.history[name]
        return self[name]


def sight(region: Region) -> Now:
    """Return what mechanisms see of a region."""
    return Now(region.state, region.flows, region.rules.geography, region.rules.setup.policies)


def rules_of(trial: Trial, overrides: Mapping[str, float] | None = None) -> Rules:
    """Compile a trial's level; ``overrides`` are other defaults, which an industry or a trial may change again.

    Raises:
        ValueError: There is no such level.
    """
    path = library.find_level(trial.level)
    level = library.load_level(path).level if path is not None else None
    if level is None:
        raise ValueError(f"no level {trial.level}")
    if trial.industry is not None:
        level = level.model_copy(update={"industry": level.industry.model_copy(update={"character": trial.industry})})
    if trial.formation is not None:
        level = level.model_copy(update={"formation": trial.formation})
    setup = setup_of(level, library.policies())
    start = setup.start if trial.treasury is None else {**setup.start, "treasury": trial.treasury}
    # A lever without a card is moved by an event: nothing else may move levers, and the run stays exact.
    events = tuple(
        Event(f"trial_{k}", quarter=shift.quarter, pulses=(Pulse(shift.lever, shift.by, shift.quarters),))
        for k, shift in enumerate(trial.shifts)
    )
    numbers = {**(overrides or {}), **setup.parameters, **trial.parameters}
    return Rules(replace(setup, parameters=numbers, start=start, events=(*setup.events, *events)))


def run(trial: Trial, seeds: Words, overrides: Mapping[str, float] | None = None) -> Course:
    """Run a trial in one world for each seed."""
    rules = rules_of(trial, overrides)
    region = Region.open_with(rules, seeds)
    worlds, classes = seeds.shape[0], len(AGES) + len(SIZES) + 2
    course = Course(trial, rules, Lives.none(worlds), np.zeros((worlds, classes)), np.zeros((worlds, classes)))
    places = [place.id for place in rules.setup.places]
    plan = actions_of(trial.programmes, places)
    everywhere = np.arange(worlds)
    for quarter in range(trial.quarters + 1):
        if quarter % MOMENTS == 0:
            course.moments[quarter] = region.snapshot()
        course.lives.see(region)
        _count(course, region)
        todo = [action for when, action in plan if when == quarter]
        for action in todo:
            act(rules, region.state, region.history, action, everywhere)
        if todo:
            region.refresh()
        if quarter < trial.quarters:
            region.advance()
    course.series = _Series(region)
    return course


def _count(course: Course, region: Region) -> None:
    """Enter this quarter's firms, and those that leave at its end, in their classes."""
    now = sight(region)
    for column, mask in enumerate((*_classes(now.age, AGES), *_classes(now.size, SIZES))):
        course.exposed[:, column] += now.sum(mask)
        course.closed[:, column] += now.sum(mask & now.leaving)


def _classes(x: Array, bounds: Sequence[float]) -> list[NDArray[np.bool_]]:
    """Return which firms fall in each class."""
    edges = (-np.inf, *bounds, np.inf)
    return [(x >= low) & (x < high) for low, high in pairwise(edges)]
