"""Each decision of a run taken away, made later, made earlier: the same dice with and without, over many futures.

Decisions of the same two years are weighed together, from a year before the first of them: the region of that quarter,
many times over, plays on with everything that was decided in the run, and once more for each change. The first of
these futures has the dice that really fell; it alone is hindsight. The others are fresh from that quarter on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.content.level import Level
from game.explain.findings import JUDGED, SHIFT, VARIANTS, Effects, Weighed
from game.explain.forecast import Estimate
from game.lab.replaying import play_on, with_dice
from game.lab.worth import due, met, wanted
from game.session.branch import Branch, Step
from game.simulation.actions import Answer
from game.simulation.dice import Words, seeds_for
from game.simulation.exact import Array
from game.simulation.region import Region

WORLDS = 64
SPAN, MOST = 8, 4
"""Quarters and decisions that one group holds at most."""

SURE = 1.96
"""Standard errors each way of an interval of 95 %."""

Ends = Mapping[str, Array]
"""How futures ended: goals by their ids, numbers with ``number.`` before them, reached goals with ``met.``."""


@dataclass(frozen=True)
class Job:
    """Some decisions to be weighed together.

    Attributes:
        numbers: Which of the run's steps they are.
        now: The region from which all futures start.
        steps: Everything done in the run.
        worlds: How many futures.
        end: Where the run ends.
        variants: What to try.
    """

    level: Level
    numbers: tuple[int, ...]
    now: Region
    steps: tuple[Step, ...]
    worlds: int
    end: int
    variants: tuple[str, ...] = VARIANTS


def jobs(
    level: Level, branch: Branch, end: int, worlds: int = WORLDS, variants: tuple[str, ...] = VARIANTS
) -> list[Job]:
    """List the decisions of a line of time, in groups."""
    groups: list[list[int]] = []
    for number, step in enumerate(branch.steps):
        if step.quarter >= end:
            continue  # nothing follows from what was done when all was over
        fits = groups and len(groups[-1]) < MOST and step.quarter - branch.steps[groups[-1][0]].quarter <= SPAN
        groups[-1].append(number) if fits else groups.append([number])
    found = []
    for group in groups:
        start = max(branch.steps[group[0]].quarter - SHIFT, 0)
        found.append(Job(level, tuple(group), branch.snapshots[start], tuple(branch.steps), worlds, end, variants))
    return found


def weigh(job: Job) -> list[Weighed]:
    """Weigh the decisions of a group."""
    lines: dict[str, Sequence[Step]] = {"played": job.steps}
    for number in job.numbers:
        lines |= {f"{name} {number}": steps for name, steps in _changed(job, number).items()}
    found = _compared(job, lines)
    return [
        Weighed(job.steps[number], {name: found.get(f"{name} {number}") for name in job.variants})
        for number in job.numbers
    ]


def _changed(job: Job, number: int) -> dict[str, Sequence[Step]]:
    """Return the run's record with one decision changed, in every way that can be tried."""
    step = job.steps[number]
    others = [one for k, one in enumerate(job.steps) if k != number]
    found: dict[str, Sequence[Step]] = {"removed": others}
    moved = {"delayed": step.quarter + SHIFT, "advanced": step.quarter - SHIFT}
    for name, quarter in moved.items():
        # An event asks when it asks: an answer cannot be moved.
        if not isinstance(step.action, Answer) and job.now.state.quarter <= quarter < job.end:
            found[name] = _ordered([*others, replace(step, quarter=quarter)])
    return {name: steps for name, steps in found.items() if name in job.variants}


def _ordered(steps: Sequence[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: step.quarter)


def seeds_of(now: Region, worlds: int) -> Words:
    """Return the dice that really fell, and so many others."""
    own = now.state.seeds[:1]
    return np.concatenate([own, seeds_for(int(own[0]), worlds, "without")])


def _compared(job: Job, lines: Mapping[str, Sequence[Step]]) -> dict[str, Effects]:
    """Play records side by side on the same dice, and compare each with the first."""
    seeds = seeds_of(job.now, job.worlds)
    size = seeds.shape[0]
    parts = {name: slice(k * size, (k + 1) * size) for k, name in enumerate(lines)}
    region = with_dice(job.now, np.tile(seeds, len(lines)))
    play_on(region, [(lines[name], part) for name, part in parts.items()], job.end)
    history = region.history
    ends = {goal.id: history[goal.indicator][due(goal, job.end)] for goal in wanted(job.level)}
    ends |= {f"number.{name}": history.last(name) for name in JUDGED}
    ends |= {f"met.{id_}": mark.astype(np.float64) for id_, mark in met(job.level, history, job.end).items()}
    base, *tried = parts
    played = {key: values[parts[base]] for key, values in ends.items()}
    return {name: _effects(job, played, {key: values[parts[name]] for key, values in ends.items()}) for name in tried}


def _effects(job: Job, played: Ends, instead: Ends) -> Effects:
    """Compare future by future."""
    change = {name: instead[name] - played[name] for name in played}
    goals = [goal.id for goal in wanted(job.level)]
    return Effects(
        goals={id_: _estimate(change[id_][1:]) for id_ in goals},
        numbers={name: _estimate(change[f"number.{name}"][1:]) for name in JUDGED},
        chances={id_: float(change[f"met.{id_}"][1:].mean()) for id_ in goals},
        hindsight={name: float(change[name][0]) for name in (*goals, *(f"number.{one}" for one in JUDGED))},
    )


def _estimate(changes: Array) -> Estimate:
    """Return the mean change and its interval."""
    mean = float(changes.mean())
    half = SURE * float(changes.std(ddof=1)) / float(np.sqrt(changes.shape[0]))
    return Estimate(mean, mean - half, mean + half)
