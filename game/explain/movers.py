"""What moves a number: every card of the desk tried on copies of the region, by the same dice, all at once.

In one world of a batch nothing is done, in each other world one programme is at work; the difference is its effect.
Some dice are thrown for all of them, and an effect counts only where all dice agree on its direction.
"""

from dataclasses import dataclass

import numpy as np

from game.simulation.dice import seeds_for
from game.simulation.exact import Array
from game.simulation.indicators import INDEX, History
from game.simulation.region import Region
from game.simulation.tick import market

DICE, HORIZON = 3, 12
SOON = 6
"""Quarters within which half of what a card does must show for it to be called fast."""
PURSE = 60.0
"""Money everybody is given, so that no world fails for want of it."""
LEAST = 0.005
"""Part of a number's size below which a card does not move it."""


@dataclass(frozen=True)
class Mover:
    """What one card does to a number in three years, and whether it does so soon."""

    policy: str
    effect: float
    soon: bool


class Trial:
    """The batch of worlds, lived a few quarters at a time so that no frame waits for it."""

    def __init__(self, region: Region) -> None:
        self.policies = region.rules.setup.policies
        seeds = np.tile(seeds_for(11, DICE, "movers"), len(self.policies) + 1)
        state = region.state.world(0).repeated(seeds)
        site = int(np.argmax(region.rules.geography.people))
        for k, card in enumerate(self.policies):
            worlds = slice((k + 1) * DICE, (k + 2) * DICE)
            for stock, value in (("running", 1.0), ("clock", float(card.delay + card.ramp)), ("strength", 1.0)):
                state.stocks[stock][worlds, k, site if card.placed else 0] = value
        purse = state.stocks["treasury"]
        purse += PURSE
        history = History(region.history.world(0).rows[-8:]).repeated(state.worlds)
        self._first = len(history)
        self.region = Region(region.rules, state, history, market(region.rules, state))
        self._found: dict[str, tuple[Mover, ...]] = {}

    @property
    def left(self) -> int:
        """Quarters still to live."""
        return HORIZON + self._first - len(self.region.history)

    def work(self, most: int = HORIZON) -> None:
        """Live some quarters."""
        for _ in range(min(most, self.left)):
            self.region.advance()

    def movers(self, number: str) -> tuple[Mover, ...]:
        """Return what moves a number, the strongest first; nothing where it is not among the measured."""
        if number not in INDEX:
            return ()
        if number not in self._found:
            self._found[number] = self._ranked(self.region.history[number][self._first - 1 :])
        return self._found[number]

    def _ranked(self, rows: Array) -> tuple[Mover, ...]:
        """Compare every card's worlds with those in which nothing was done."""
        worlds = rows.reshape(rows.shape[0], len(self.policies) + 1, DICE)
        effects = worlds[:, 1:] - worlds[:, :1]
        usual = max(float(np.abs(worlds[-1, 0]).mean()), 0.05)
        found = []
        for k, card in enumerate(self.policies):
            end = effects[-1, k]
            mean = float(end.mean())
            if abs(mean) > LEAST * usual and bool((np.sign(end) == np.sign(mean)).all()):
                half = np.flatnonzero(np.abs(effects[:, k].mean(axis=1)) >= 0.5 * abs(mean))
                soon = card.delay + card.ramp / 2 + (int(half[0]) if half.shape[0] else HORIZON) <= SOON
                found.append(Mover(card.id, mean, soon))
        return tuple(sorted(found, key=lambda mover: -abs(mover.effect)))
