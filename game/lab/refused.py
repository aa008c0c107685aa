"""Which steps of a plan are refused: whoever reads a plan must be able to do what it says."""

from collections.abc import Mapping

import numpy as np

from game.content.build import setup_of
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.lab.governing import Plan, follow
from game.simulation.actions import Refusal, check
from game.simulation.dice import Words
from game.simulation.region import Region
from game.simulation.rules import Rules


def refused(level: Level, cards: Mapping[str, PolicyCard], seeds: Words, plan: Plan) -> list[float]:
    """Return for each step of a plan, in the order they come, the share of worlds that refuse it."""
    region = Region.open_with(Rules(setup_of(level, cards)), seeds)
    worlds, shares = range(region.state.worlds), list[float]()
    for quarter in range(level.quarters):
        for step in plan:
            if step[0] == quarter:
                answers = [check(region.rules, region.state, region.history, step[1], world) for world in worlds]
                shares.append(float(np.mean([isinstance(answer, Refusal) for answer in answers])))
                follow(region, [step])
        region.advance()
    return shares
