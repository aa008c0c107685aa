"""Newcomers: firms about to be born, and how they are entered in the table of firms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.simulation import exact
from game.simulation.exact import Array, Index, Mask
from game.simulation.ranges import hold
from game.simulation.roster import NOBODY
from game.simulation.state import NAMES, State


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


def settle(state: State, newcomers: Cohort | None, leaving: Mask, capacity: int) -> tuple[Array, Index]:
    """Strike firms that left off the table and enter newcomers; those for whom there is no room are refused.

    Args:
        state: Changed in place.
        newcomers: Ordered by world; None when nobody comes.
        leaving: Who left, ``[firm]``.
        capacity: The most firms a world has room for.

    Returns:
        How many were refused in each world, and the rows of the newcomers who were entered.
    """
    staying = np.flatnonzero(~leaving)
    if newcomers is None or newcomers.world.shape[0] == 0:
        if staying.shape[0] < leaving.shape[0]:
            state.people(state.firms.take(staying, axis=1), state.tables["firm"].take(staying, axis=1))
        return np.zeros(state.worlds), NOBODY
    free = capacity - (state.roster.counts - state.roster.sum(leaving).astype(np.int64))
    rank = _rank(newcomers.world, state.worlds)
    entered = np.flatnonzero(rank < free[newcomers.world])
    world = newcomers.world[entered]
    refused = np.bincount(newcomers.world, minlength=state.worlds) - np.bincount(world, minlength=state.worlds)
    marks = [world, state.next_firm[world] + rank[entered], newcomers.parent[entered],
             np.full(world.shape, state.quarter), newcomers.origin[entered], newcomers.place[entered],
             newcomers.branch[entered]]  # fmt: skip
    stocks = exact.to_grid(np.array([newcomers.stocks[name][entered] for name in NAMES["firm"]]))
    hold("firm", stocks)
    # Newcomers are the youngest: they stand behind the others of their world.
    behind = np.searchsorted(state.home[staying], world, side="right")
    row = behind + np.arange(world.shape[0])
    others = np.ones(staying.shape[0] + world.shape[0], dtype=bool)
    others[row] = False
    state.people(_entered(state.firms, staying, others, row, np.array(marks)),
                 _entered(state.tables["firm"], staying, others, row, stocks))  # fmt: skip
    state.next_firm += np.bincount(world, minlength=state.worlds)
    return refused.astype(np.float64), row


def _entered(table: NDArray[Any], staying: Index, others: Mask, row: Index, newcomers: NDArray[Any]) -> NDArray[Any]:
    """Return a table of those who stay, and of newcomers in rows of their own."""
    source = np.zeros(others.shape[0], dtype=np.int64)
    source[others] = staying
    entered = table.take(source, axis=1) if table.shape[1] else np.zeros((table.shape[0], row.shape[0]), table.dtype)
    entered[:, row] = newcomers
    return entered


def _rank(world: Index, worlds: int) -> Index:
    """Number newcomers within their world: 0, 1, 2 and so on."""
    counts = np.bincount(world, minlength=worlds)
    rank: Index = np.arange(world.shape[0]) - (np.cumsum(counts) - counts)[world]
    return rank
