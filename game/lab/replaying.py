"""Playing what a person did once more, on any dice: decisions in their quarters, answers whenever an event asks."""

from collections.abc import Sequence

import numpy as np

from game.lab.settled import settle
from game.session.branch import Step
from game.simulation.acting import act
from game.simulation.actions import Answer
from game.simulation.dice import Words
from game.simulation.exact import Index
from game.simulation.region import Region

Records = Sequence[tuple[Sequence[Step], slice]]
"""What is done in which worlds: several records may be played side by side."""


def act_as(region: Region, records: Records) -> None:
    """Do what each record has for this quarter, and let the market know."""
    done, answered = acted(region, records)
    if done:
        settle(region, answered)


def acted(region: Region, records: Records) -> tuple[bool, bool]:
    """Do what each record has for this quarter, in those of its worlds that allow it.

    Other dice bring events at other times; a person who answered one is taken to answer it so whenever it comes, and
    who answered it several times, as in that quarter or the last time before.

    Returns:
        Whether anything was done, and whether an event was answered: of neither the market has been told.
    """
    everywhere, done, answered = np.arange(region.state.worlds), False, False
    for steps, part in records:
        for step in _due(steps, region.state.quarter):
            worlds = everywhere[part]
            if isinstance(step.action, Answer):
                worlds = _waiting(region, step.action.event, worlds)
            if worlds.shape[0]:
                act(region.rules, region.state, region.history, step.action, worlds)
                done, answered = True, answered or isinstance(step.action, Answer)
    return done, answered


def _due(steps: Sequence[Step], quarter: int) -> list[Step]:
    """List a record's steps of a quarter, and of every event the answer that holds then."""
    answers: dict[str, Step] = {}
    for step in steps:
        if isinstance(step.action, Answer) and (step.quarter <= quarter or step.action.event not in answers):
            answers[step.action.event] = step
    held = set(map(id, answers.values()))
    return [one for one in steps if id(one) in held or (one.quarter == quarter and not isinstance(one.action, Answer))]


def _waiting(region: Region, event: str, worlds: Index) -> Index:
    names = [one.id for one in region.rules.setup.events]
    if event not in names:
        return worlds[:0]
    waiting: Index = worlds[region.state.pending[worlds, names.index(event)] > 0]
    return waiting


def play_on(region: Region, records: Records, until: int) -> Region:
    """Play to a quarter; the region itself moves on."""
    while region.state.quarter < until:
        act_as(region, records)
        region.advance()
    return region


def with_dice(now: Region, seeds: Words) -> Region:
    """Return world 0 of a moment once for each seed, with its whole past."""
    result = Region(now.rules, now.state.repeated(seeds), now.history.repeated(seeds.shape[0]), {})
    result.refresh()  # the market of the moment throws dice too
    return result
