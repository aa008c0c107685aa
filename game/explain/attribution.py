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

from game.explain.levers_at_rest import Decided, decided
from game.explain.scopes import MEASURES
from game.simulation import exact
from game.simulation.exact import Array
from game.simulation.ledger import Page, Post
from game.simulation.mechanism import Now
from game.simulation.rules import Rules
from game.simulation.state import MARKS, ORIGINS, STOCKS, State
from game.simulation.tick import market

FIRM_STOCKS = tuple(name for name, stock in STOCKS.items() if stock.of == "firm")


Shape = Mapping[str, Array]
"""Numbers of one scale, each with the scale's own shape."""


class Source(NamedTuple):
    """A cause, and the decision whose levers made it do so much; none where the levers had no part in it."""

    cause: str
    decision: str = ""


@dataclass
class Move:
    """What one source did in a quarter: stocks moved, firms that left, firms that came."""

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
        for cause, change in _split(rules, post, post.change[0] - sum(part for _, part in parts)):
            of(cause, cause if cause.startswith(("policy.", "event.")) else "").posts.append((post.stock, change))
    for reason, (_, slots, firms) in page.gone.items():
        for slot, firm in zip(slots, firms, strict=True):
            of(f"exit.{reason}", by.left.get(int(firm), "")).gone.append(int(slot))
    _, slots, firms = page.born
    for slot, firm in zip(slots, firms, strict=True):
        origin = ORIGINS[int(after.origin[0, slot])]
        of(f"entry.{origin}", by.came.get(int(firm), "")).born.append(int(slot))
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
    """A batch of worlds that walks from the beginning of a quarter to its end, one cause at a time."""

    def __init__(self, rules: Rules, before: State, after: State, moves: list[Move]) -> None:
        self.rules, self.after, self.moves = rules, after, moves
        newborn = [slot for move in moves for slot in move.born]
        # A newcomer may take the seat of a firm that left: here everybody gets a seat of their own.
        self.seat = {slot: before.width + k for k, slot in enumerate(newborn)}
        self.width = before.width + len(newborn)
        self.before = before

    def measured(self, order: list[int], scales: Sequence[str]) -> dict[str, dict[str, Array]]:
        """Measure every number after 0, 1, 2 … sources in the given order, ``[sources + 1, …]`` each."""
        worlds = len(order) + 1
        state = self.before.repeated(np.repeat(self.before.seeds[:1], worlds))
        if self.width > state.width:
            state.widen(self.width - state.width)
        for k, number in enumerate(order):
            self._take(state, slice(k + 1, None), self.moves[number])
        _hold(state)
        # No number measured here depends on the date itself: what time brings comes as changes of stocks.
        flows = market(self.rules, state)
        now = Now(state, flows, self.rules.geography, self.rules.setup.policies)
        return {
            scale: {name: exact.to_grid(value) for name, value in MEASURES[scale](now, self.rules.input_share).items()}
            for scale in scales
        }

    def _take(self, state: State, worlds: slice, move: Move) -> None:
        """Let one cause act in all worlds that have come so far."""
        for stock, change in move.posts:
            rows = state.stocks[stock][worlds]
            if change.ndim:
                rows[..., : change.shape[-1]] += change
            else:
                rows += change
        self._seat(state, worlds, move)

    def _seat(self, state: State, worlds: slice, move: Move) -> None:
        """Clear the seats of firms that left, and seat those that came."""
        for slot in move.gone:
            for mark in MARKS:
                state.marks[mark][worlds, slot] = 0
            for stock in FIRM_STOCKS:
                state.stocks[stock][worlds, slot] = 0.0
        for slot in move.born:
            seat = self.seat[slot]
            for mark in MARKS:
                state.marks[mark][worlds, seat] = self.after.marks[mark][0, slot]
            for stock in FIRM_STOCKS:
                state.stocks[stock][worlds, seat] = self.after.stocks[stock][0, slot]


def _hold(state: State) -> None:
    """Hold half-way states within their ranges; the first and the last are within them already."""
    for name, stock in STOCKS.items():
        value = state.stocks[name]
        value = value - np.floor(value) if name == "style" else np.minimum(np.maximum(value, stock.low), stock.high)
        state.stocks[name] = np.where(state.alive, value, 0.0) if stock.of == "firm" else value


def take_apart(
    rules: Rules, before: State, page: Page, after: State, scales: Sequence[str] = ("region", "places"),
) -> Quarter:  # fmt: skip
    """Take one quarter apart.

    Args:
        rules: The level.
        before: The state at the beginning, before anything was done in it.
        page: The quarter's ledger.
        after: The state at the end.
        scales: Whose numbers.
    """
    moves = moves_of(rules, page, before, after, decided(rules, before, page))
    return walked(Walk(rules, before.world(0), after, moves), scales)


def walked(walk: Walk, scales: Sequence[str]) -> Quarter:
    """Walk a quarter both ways and read the sources' amounts off."""
    forward = list(range(len(walk.moves)))
    there, back = walk.measured(forward, scales), walk.measured(forward[::-1], scales)
    return Quarter(
        tuple(move.source for move in walk.moves),
        {scale: _between(there[scale], back[scale]) for scale in scales},
    )


def _between(there: Shape, back: Shape) -> Scale:
    """Average both ways of walking; their steps add up to the same whole."""
    return Scale(
        {name: value[0] for name, value in there.items()},
        {name: value[-1] for name, value in there.items()},
        {
            name: 0.5 * (np.diff(value, axis=0) + np.diff(back[name], axis=0)[::-1])
            for name, value in there.items()
        },
    )
