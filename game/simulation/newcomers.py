"""Newcomers: firms about to be born, and how they take their seats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array, Index, Mask
from game.simulation.state import BLOCK, STOCKS, State, seats


@dataclass(frozen=True)
class Cohort:
    """Newcomers of one kind: every array has one row a newcomer, ordered by world."""

    world: Index
    origin: Index
    parent: Index
    place: Index
    branch: Mask
    stocks: Mapping[str, Array]


def choose_place(chance: Array, world: Index, u: Array) -> Index:
    """Pick a place for each newcomer by the places' chances (``[world, place]``, adding to 1)."""
    climbed = np.cumsum(exact.to_grid(chance), axis=1)
    picked: Index = np.minimum((u[:, None] >= climbed[world]).sum(axis=1), chance.shape[1] - 1)
    return picked


def joined(cohorts: Sequence[Cohort]) -> Cohort:
    """Merge cohorts into one, ordered by world and then by kind."""
    world = np.concatenate([cohort.world for cohort in cohorts])
    order = np.argsort(world, kind="stable")

    def merge(name: str) -> Array:
        return np.concatenate([np.asarray(cohort.stocks[name], dtype=float) for cohort in cohorts])[order]

    return Cohort(
        world=world[order],
        origin=np.concatenate([cohort.origin for cohort in cohorts])[order],
        parent=np.concatenate([cohort.parent for cohort in cohorts])[order],
        place=np.concatenate([cohort.place for cohort in cohorts])[order],
        branch=np.concatenate([cohort.branch for cohort in cohorts])[order],
        stocks={name: merge(name) for name in cohorts[0].stocks},
    )


def settle(state: State, newcomers: Cohort, capacity: int) -> tuple[Array, Index, Index]:
    """Seat newcomers in the lowest free slots of their worlds; who finds no seat is refused.

    Returns:
        How many were refused in each world, and the world and slot of every newcomer who was seated.
    """
    world = newcomers.world
    counts = np.bincount(world, minlength=state.worlds)
    if world.shape[0] == 0:
        return np.zeros(state.worlds), world, world
    rank = np.arange(world.shape[0]) - (np.cumsum(counts) - counts)[world]
    free = capacity - state.alive.sum(axis=1)
    short = int((np.minimum(counts, free) - (state.width - state.alive.sum(axis=1))).max())
    if short > 0:
        state.widen(-(-short // BLOCK) * BLOCK)
    seated = rank < free[world]
    refused = np.bincount(world[~seated], minlength=state.worlds).astype(float)
    where = np.flatnonzero(counts)
    row, free_slot = seats(~state.alive[where])
    first = np.searchsorted(row, np.searchsorted(where, world[seated]))
    slot = free_slot[first + rank[seated]]
    world = world[seated]
    state.alive[world, slot] = True
    state.firm[world, slot] = state.next_firm[world] + rank[seated]
    state.born[world, slot] = state.quarter
    for name in ("parent", "origin", "place", "branch"):
        state.marks[name][world, slot] = getattr(newcomers, name)[seated]
    for name, value in newcomers.stocks.items():
        low, high = STOCKS[name].low, STOCKS[name].high
        state.stocks[name][world, slot] = np.minimum(np.maximum(exact.to_grid(value[seated]), low), high)
    state.next_firm += np.bincount(world, minlength=state.worlds)
    return refused, world, slot


def bury(state: State, leaving: Mask) -> None:
    """Empty the seats of firms that left."""
    world, slot = seats(leaving)
    for name, stock in STOCKS.items():
        if stock.of == "firm":
            state.stocks[name][world, slot] = 0.0
    for value in state.marks.values():
        value[world, slot] = 0
