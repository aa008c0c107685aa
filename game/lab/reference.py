"""The reference: a steady government that reads the goals. A yardstick that is published, and meant to be beaten.

It wants, for every goal, the families of cards that serve the goal's number, those of unmet goals thrice as much; a
little of everything else; cheap before dear, broad before deep. What tempts it takes only where the end is near,
because then only somebody else pays. It keeps back the money a goal asks for, and answers events as it buys cards: by
what an answer moves.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.level import Level
from game.lab.governing import goal_holds
from game.lab.situation import Situation
from game.lab.strategies import Strategy
from game.lab.worth import wanted
from game.simulation.dice import Dice

SERVES: Mapping[str, tuple[str, ...]] = {
    "firms": ("attract", "share"),
    "employment": ("attract", "share", "train"),
    "country_jobs": ("share", "train"),
    "revenue": ("name", "attract", "train", "renew"),
    "value_added": ("renew", "train"),
    "productivity": ("train", "renew"),
    "mean_margin": ("renew", "name"),
    "profit": ("renew", "name"),
    "variety": ("renew",),
    "trust": ("trust",),
    "cheating": ("trust",),
    "reputation": ("name", "trust"),
    "skill": ("train",),
    "skilled_share": ("train",),
    "openness": ("renew",),
    "lock_in": ("renew",),
    "rung": ("renew", "train"),
    "support": ("share",),
    "suppliers": ("attract", "share"),
    "market_share": ("name", "renew"),
    "rent": ("share",),
}
"""Families that serve a number, the first before the others (design)."""

OTHERWISE = ("renew", "train", "trust")
SHORT = 48
"""Quarters up to which a level is too short for what tempts to take its revenge (design)."""

ALL_ELSE, DEEPER, UNMET = 0.3, 0.05, 3.0
KEPT = 1.0


def reference(level: Level) -> Strategy:
    """Return the reference government of a level."""
    kept = [goal.value for goal in wanted(level) if goal.indicator == "treasury" and goal.op == ">="]

    def wants(here: Situation, dice: Dice) -> NDArray[Any]:
        return _wants(level, here)

    return Strategy(wants, reserve=max([KEPT, *kept]), answers="weighed")


def pupil(level: Level) -> Strategy:
    """Return the government of somebody who does what the level teaches, cheap before dear, and nothing else."""
    kept = [goal.value for goal in wanted(level) if goal.indicator == "treasury" and goal.op == ">="]

    def wants(here: Situation, dice: Dice) -> NDArray[Any]:
        taught = np.array([bool(about & set(level.teaches)) for about in here.desk.concepts], dtype=bool)
        price = np.array([card.price for card in here.desk.cards])
        return (taught & ~here.desk.tempting) / (1.0 + price) * np.where(here.size > 1, DEEPER, 1.0)

    return Strategy(wants, reserve=max([KEPT, *kept]), answers="weighed")


def _wants(level: Level, here: Situation) -> NDArray[Any]:
    desk = here.desk
    found = np.zeros(here.price.shape) + ALL_ELSE * ~desk.tempting
    families = np.array(desk.families)
    for goal in wanted(level):
        if goal.indicator == "treasury":
            continue
        weight = goal.weight * (2.0 if goal.kind == "pass" else 1.0)
        urgent = weight * np.where(goal_holds(goal, here.last(goal.indicator)), 1.0, UNMET)
        for k, family in enumerate(SERVES.get(goal.indicator, OTHERWISE)):
            serving = families == family if level.quarters <= SHORT else desk.of(family)
            found = found + urgent[:, None] * serving / (1.0 + 0.5 * k)
    price = np.array([card.price for card in desk.cards])
    return found / (1.0 + price) * np.where(here.size > 1, DEEPER, 1.0)
