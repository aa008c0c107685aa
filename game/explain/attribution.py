"""Through which causes every number moved in one quarter: contributions that add up exactly.

The ledger knows by how much each cause moved each *stock*. A number on screen (a margin, a price, a wage) is
computed from many stocks. So the quarter is walked through once more, one cause at a time: a batch of worlds is
built in which world k holds the stocks after the first k causes, and every number is measured in all of them at
once. Differences between neighbours are the contributions; they telescope, so they add up to the last bit.

Walking in one order would favour the causes that come first. The quarter is therefore walked forwards and
backwards, and the two are averaged: an effect that two causes share is split evenly between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from game.explain.levers_at_rest import Decided, deciding
from game.explain.scopes import MEASURES
from game.explain.steps import Steps
from game.simulation import exact
from game.simulation.exact import Array, Mask
from game.simulation.ledger import Page, Post
from game.simulation.mechanism import Now
from game.simulation.ranges import hold
from game.simulation.rules import Rules
from game.simulation.state import NAMES, ORIGINS, STOCKS, State
from game.simulation.tick import market

FIRM_STOCKS = NAMES["firm"]

Shape = Mapping[str, Array]
"""Numbers of one scale, each with the scale's own shape."""


class Source(NamedTuple):
    """A cause, and the decision whose levers made it do so much; none where the levers had no part in it."""

    cause: str
    decision: str = ""


@dataclass
class Move:
    """What one source did in a quarter: stocks moved, rows of firms that left, rows of firms that came."""

    source: Source
    posts: list[tuple[str, Array]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    born: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Scale:
    """Numbers taken apart; ``amounts[number]`` has a row for each source."""

    before: Shape
    after: Shape
    amounts: Shape


@dataclass(frozen=True)
class Quarter:
    """One quarter taken apart, at the scales that were asked for: ``region``, ``places``, ``firms``."""

    sources: tuple[Source, ...]
    scales: Mapping[str, Scale]


def moves_of(rules: Rules, page: Page, before: State, after: State, by: Decided | None = None) -> list[Move]:
    """List what happened in a quarter, source by source, in the order of the tick."""
    by = by or Decided()
    found: dict[Source, Move] = {}

    def of(cause: str, decision: str = "") -> Move:
        source = Source(cause, decision)
        return found.setdefault(source, Move(source))

    for post in page.posts:
        parts = by.parts.get((post.stock, post.cause), ())
        for decision, part in parts:
            of(post.cause, decision).posts.append((post.stock, part))
        for cause, change in _split(rules, post, page.of_world(post) - sum(part for _, part in parts)):
            of(cause, cause if cause.startswith(("policy.", "event.")) else "").posts.append((post.stock, change))
    for reason, (_, rows, firms) in page.gone.items():
        for row, firm in zip(rows, firms, strict=True):
            of(f"exit.{reason}", by.left.get(int(firm), "")).gone.append(int(row))
    _, rows, firms = page.born
    for row, firm in zip(rows, firms, strict=True):
        origin = ORIGINS[int(after.origin[row])]
        of(f"entry.{origin}", by.came.get(int(firm), "")).born.append(int(row))
    return list(found.values())


def _split(rules: Rules, post: Post, change: Array) -> list[tuple[str, Array]]:
    """Name the programme or event behind a change of programmes and pulses; leave out what changed nothing."""
    named = [(post.cause, change)]
    if STOCKS[post.stock].of == "programme":
        named = [(f"policy.{card.id}", _only(change, k)) for k, card in enumerate(rules.setup.policies)]
    if STOCKS[post.stock].of == "pulse":
        named = [
            (f"event.{event.id}", np.where([slot.event == e for slot in rules.slots], change, 0.0))
            for e, event in enumerate(rules.setup.events)
        ]
    return [(cause, part) for cause, part in named if part.any()]


def _only(change: Array, k: int) -> Array:
    """Keep one row of a change."""
    kept = np.zeros(change.shape)
    kept[k] = change[k]
    return kept


class Walk:
    """A batch of worlds that walks from the beginning of a quarter to its end, one cause at a time.

    Every firm of the quarter has a column of its own on the way, whether it is there yet, there still, or not: first
    those of the beginning in the order of their rows, then the newcomers.
    """

    def __init__(self, rules: Rules, before: State, after: State, moves: list[Move]) -> None:
        self.rules, self.before, self.moves = rules, before, moves
        newborn = sorted(row for move in moves for row in move.born)
        self.known = before.firms.shape[1]
        self.column = {row: self.known + k for k, row in enumerate(newborn)}
        self.marks = np.concatenate([before.firms, after.firms[:, newborn]], axis=1)
        self.born = after.tables["firm"][:, newborn]

    def measuring(self, order: list[int], scales: Sequence[str]) -> Steps[dict[str, dict[str, Array]]]:
        """Measure every number after 0, 1, 2 … sources in the given order, ``[sources + 1, …]`` each."""
        worlds = len(order) + 1
        state = self.before.repeated(np.repeat(self.before.seeds[:1], worlds))
        here = np.zeros((worlds, self.marks.shape[1]), dtype=bool)
        here[:, : self.known] = True
        start = np.concatenate([self.before.tables["firm"], self.born], axis=1)
        firms = np.repeat(start[:, None, :], worlds, axis=1)
        for k, number in enumerate(order):
            self._take(state, firms, here, k + 1, self.moves[number])
        yield
        self._people(state, firms, here)
        yield
        # No number measured here depends on the date itself: what time brings comes as changes of stocks.
        flows = market(self.rules, state)
        yield
        now = Now(state, flows, self.rules.geography, self.rules.setup.policies)
        found = {scale: MEASURES[scale](now, self.rules.input_share) for scale in scales}
        return {
            scale: {
                name: exact.to_grid(_spaced(value, here) if scale == "firms" else value) for name, value in row.items()
            }
            for scale, row in found.items()
        }

    def _take(self, state: State, firms: Array, here: Mask, world: int, move: Move) -> None:
        """Let one cause act in a world and all that come after it."""
        for stock, change in move.posts:
            if STOCKS[stock].of == "firm":
                firms[FIRM_STOCKS.index(stock), world:, : self.known] += change
            else:
                rows = state.stocks[stock][world:]
                rows += change
        here[world:, move.gone] = False
        here[world:, [self.column[row] for row in move.born]] = True

    def _people(self, state: State, firms: Array, here: Mask) -> None:
        """Enter in each world the firms that are there; hold half-way states within their ranges."""
        world, column = np.nonzero(here)
        marks = self.marks[:, column]
        marks[0] = world
        state.people(marks, firms[:, here])
        for kind, table in state.tables.items():
            hold(kind, table)


def _spaced(value: Array, here: Mask) -> Array:
    """Give every firm its column again; 0 where it is not there."""
    spaced = np.zeros(here.shape)
    spaced[here] = value
    return spaced


def taking_apart(
    rules: Rules, before: State, page: Page, after: State, scales: Sequence[str] = ("region", "places"),
) -> Steps[Quarter]:  # fmt: skip
    """Take one quarter apart, step by step.

    Args:
        rules: The level.
        before: The state at the beginning, before anything was done in it.
        page: The quarter's ledger.
        after: The state at the end.
        scales: Whose numbers.
    """
    by = yield from deciding(rules, before, page)
    yield
    moves = moves_of(rules, page, before, after, by)
    yield
    return (yield from walking(Walk(rules, before.world(0), after, moves), scales))


def walking(walk: Walk, scales: Sequence[str]) -> Steps[Quarter]:
    """Walk a quarter both ways and read the sources' amounts off."""
    forward = list(range(len(walk.moves)))
    there = yield from walk.measuring(forward, scales)
    yield
    back = yield from walk.measuring(forward[::-1], scales)
    return Quarter(
        tuple(move.source for move in walk.moves),
        {scale: _between(there[scale], back[scale]) for scale in scales},
    )


def _between(there: Shape, back: Shape) -> Scale:
    """Average both ways of walking; their steps add up to the same whole."""
    return Scale(
        {name: value[0] for name, value in there.items()},
        {name: value[-1] for name, value in there.items()},
        {name: 0.5 * (np.diff(value, axis=0) + np.diff(back[name], axis=0)[::-1]) for name, value in there.items()},
    )
