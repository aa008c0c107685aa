"""What a strategy sees: money, what each card would add, and the numbers of the region; never the dice to come."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.simulation.exact import Array, Index, Mask
from game.simulation.mechanism import Now
from game.simulation.mechanisms import public_budget
from game.simulation.policy import Policy
from game.simulation.region import Region


@dataclass(frozen=True)
class Desk:
    """The level's cards as a strategy knows them: what each is called and what it belongs to."""

    cards: tuple[Policy, ...]
    families: tuple[str, ...]
    concepts: tuple[frozenset[str], ...]
    tempting: Mask

    def of(self, *families: str) -> Mask:
        """Mark the cards of some families; temptations stand apart."""
        return np.array([family in families for family in self.families]) & ~self.tempting

    def named(self, *names: str) -> Mask:
        """Mark some cards by their ids."""
        return np.array([card.id in names for card in self.cards])


@dataclass(frozen=True)
class Situation:
    """The worlds of one level in one quarter.

    Attributes:
        desk: The cards.
        region: The worlds; strategies read, and never write.
        site: Where each card would go next, ``[world, card]``.
        size: The size it would have there, ``[world, card]``.
        price: What that takes now, ``[world, card]``.
        open: Where it can grow at all and attention reaches, ``[world, card]``.
    """

    desk: Desk
    region: Region
    site: Index
    size: Index
    price: Array
    open: Mask

    def last(self, number: str, back: int = 0) -> Array:
        """Return an indicator as it was published some quarters ago, ``[world]``."""
        return self.region.history.last(number, back)

    @cached_property
    def income(self) -> Array:
        """What a quarter brings in as things stand, programmes paid, ``[world]``; a price is paid once and no part."""
        region = self.region
        if not region.flows:  # a moment of a run that was replayed beside others keeps no market
            region.refresh()
        now = Now(region.state, region.flows, region.rules.geography, region.rules.setup.policies)
        changes = public_budget.step(now, region.rules.sheet(region.state)["public_budget"], region.state.dice)
        result: Array = np.sum([change for (stock, _), change in changes.items() if stock == "treasury"], axis=0)
        return result


def look(region: Region, desk: Desk) -> Situation:
    """See what could be done in every world: each card at the busiest place that still has room for it."""
    state = region.state
    places = state.workers.shape[1]
    firms = np.bincount(state.home * places + state.place, minlength=state.worlds * places).reshape(-1, places)
    running = state.running
    most = np.array([card.sizes for card in desk.cards], dtype=np.float64)
    placed = np.array([card.placed for card in desk.cards])
    room = running < most[None, :, None]
    room &= placed[None, :, None] | (np.arange(places) == 0)
    # A programme that runs is enlarged before another is begun elsewhere.
    rank = np.where(room, firms[:, None, :] + 1000.0 * (running > 0), -1.0)
    site = rank.argmax(axis=2)
    here = np.take_along_axis(running, site[:, :, None], axis=2)[:, :, 0]
    attention = np.where(here > 0, 0.5, np.array([card.attention for card in desk.cards])[None, :])
    price = np.broadcast_to(np.array([card.price for card in desk.cards]), here.shape)
    return Situation(
        desk, region, site, here.astype(np.int64) + 1, price,
        room.any(axis=2) & (attention <= state.attention[:, None] + 1e-9) & _allowed(region, desk, here),
    )  # fmt: skip


def _allowed(region: Region, desk: Desk, here: Array) -> Mask:
    """Mark the cards whose conditions hold, or that run already."""
    holds = np.ones(here.shape, dtype=bool)
    for k, card in enumerate(desk.cards):
        for need in card.needs:
            values = region.history.last(need.indicator)
            holds[:, k] &= need.hold(values)
    return holds | (here > 0)


def desk_of(cards: tuple[Policy, ...], about: Mapping[str, tuple[str, frozenset[str], bool]]) -> Desk:
    """Put the cards of a level on the desk.

    Args:
        cards: As the simulation knows them.
        about: For each id its family, its concepts, and whether it is a temptation.
    """
    known = [about[card.id] for card in cards]
    return Desk(
        cards,
        tuple(family for family, _, _ in known),
        tuple(concepts for _, concepts, _ in known),
        np.array([tempting for _, _, tempting in known], dtype=bool),
    )
