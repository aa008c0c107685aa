"""Many recordings of one level played again side by side: a class in the time of one run.

World k of a batch is the world alone, so every run comes out as it would by itself, to the last bit. There is no
ledger: these runs can be compared, shown and played on, but not asked why.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from game.content.build import setup_of
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.session.branch import Branch, Step
from game.session.recording import Recording
from game.session.session import Session, steps_of
from game.simulation.acting import act
from game.simulation.actions import Quote
from game.simulation.dice import seeds_for
from game.simulation.indicators import History
from game.simulation.region import Region
from game.simulation.rules import Rules


def replay(level: Level, cards: Mapping[str, PolicyCard], recordings: Sequence[Recording]) -> list[Session]:
    """Play recordings again, each up to the quarter it stopped at."""
    rules = Rules(setup_of(level, cards))
    seeds = np.concatenate([seeds_for(one.seed, 1) for one in recordings])
    region = Region.open_with(rules, seeds)
    branches = [Branch("", region) for _ in recordings]
    asked = [steps_of(one.actions) for one in recordings]
    last = max(one.quarter for one in recordings)
    for quarter in range(last + 1):
        for k, one in enumerate(recordings):
            if quarter <= one.quarter:
                _arrive(branches[k], region, k, quarter in one.digests or quarter == one.quarter)
        acted = [_act(branches[k], region, k, asked[k]) for k, one in enumerate(recordings) if quarter <= one.quarter]
        if any(acted):
            region.refresh()
        for k, one in enumerate(recordings):
            if quarter == one.quarter:
                branches[k].region = _alone(region, k)
        if quarter < last:
            region.advance()
    return [_session(level, cards, rules, one, branch) for one, branch in zip(recordings, branches, strict=True)]


def _alone(region: Region, k: int) -> Region:
    """Return one world as a region of its own; its market is computed when somebody plays it on."""
    return Region(region.rules, region.state.world(k), region.history.world(k), {})


def _arrive(branch: Branch, region: Region, k: int, marked: bool) -> None:
    """Keep the beginning of a quarter; the rows of its past are shared by all later ones."""
    quarter = region.state.quarter
    before = branch.snapshots.get(quarter - 1)
    past = list(before.history.rows) if before is not None else []
    past += [row[:, k : k + 1] for row in region.history.rows[len(past) :]]
    branch.snapshots[quarter] = Region(region.rules, region.state.world(k), History(past), {})
    if marked:
        branch.digests[quarter] = region.state.digest(k)


def _act(branch: Branch, region: Region, k: int, asked: Sequence[Step]) -> bool:
    """Do what a recording has for this quarter, as far as it is allowed."""
    acted = False
    for step in asked:
        if step.quarter == region.state.quarter:
            answer = act(region.rules, region.state, region.history, step.action, np.array([k]))
            if isinstance(answer, Quote):
                branch.steps.append(step)
                acted = True
    return acted


def _session(
    level: Level, cards: Mapping[str, PolicyCard], rules: Rules, recording: Recording, branch: Branch
) -> Session:  # fmt: skip
    session = Session(level, cards, recording.seed, rules, [branch])
    session.predictions, session.said = list(recording.predictions), list(recording.answers)
    session.worked = recording.worked
    return session
