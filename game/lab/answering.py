"""How strategies answer events: by habit, or by weighing what each answer would move."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.lab.situation import Desk, look
from game.lab.strategies import Strategy
from game.simulation.acting import act
from game.simulation.actions import Answer
from game.simulation.dice import Dice
from game.simulation.exact import Array, Index
from game.simulation.region import Region
from game.simulation.shocks import Choice


def answer(region: Region, table: Desk, strategy: Strategy, dice: Dice, worlds: Index) -> bool:
    """Answer every event that waits in these worlds, and tell whether any did; what cannot be paid is left as it is."""
    answered = False
    for e, event in enumerate(region.rules.setup.events):
        waiting: Index = worlds[region.state.pending[worlds, e] > 0]
        if not waiting.shape[0] or strategy.answers == "first":
            continue
        picks = _picks(region, table, strategy, event.choices, dice.world(f"answer {event.id}"), dice)
        for choice in np.unique(picks[waiting]):
            action = Answer(event.id, event.choices[int(choice)].id)
            act(region.rules, region.state, region.history, action, waiting[picks[waiting] == choice])
            answered = True
    return answered


def _picks(
    region: Region, table: Desk, strategy: Strategy, choices: Sequence[Choice], lot: Array, dice: Dice
) -> Index:  # fmt: skip
    """Choose an answer for every world."""
    if strategy.answers == "weighed":
        return _weighed(region, table, strategy, choices, dice)
    if strategy.answers == "random":
        return np.minimum((lot * len(choices)).astype(np.int64), len(choices) - 1)
    dearest = int(np.argmax([choice.price for choice in choices]))
    return np.full(lot.shape, len(choices) - 1 if strategy.answers == "last" else dearest)


def _weighed(region: Region, table: Desk, strategy: Strategy, choices: Sequence[Choice], dice: Dice) -> Index:
    """Take the answer that does most of what wanted cards do, and undoes least; the first where none does any."""
    here = look(region, table)
    wanted = np.broadcast_to(strategy.wants(here, dice), here.price.shape)
    worth = np.array([_worth(table, choice, wanted) for choice in choices])
    price = np.array([choice.price for choice in choices])[:, None]
    chosen: Index = np.where(price <= np.maximum(region.state.treasury, 0.0), worth, -np.inf).argmax(axis=0)
    return chosen


def _worth(table: Desk, choice: Choice, wanted: NDArray[np.float64]) -> Array:
    """Return how much of the wanted cards' work an answer does: their levers it moves, or moves back, ``[world]``."""
    found = np.zeros(wanted.shape[0])
    for pulse in choice.pulses:
        for k, card in enumerate(table.cards):
            found += wanted[:, k] * sum(pulse.by / shift.by for shift in card.shifts if shift.lever == pulse.lever)
    return found
