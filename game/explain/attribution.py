"""Through which causes every number moved in one quarter: contributions that add up exactly.

The ledger knows by how much each cause moved each *stock*. A number on screen (a margin, a price, a wage) is
computed from many stocks. So the quarter is walked through once more, one cause at a time: a batch of worlds is
built in which world k holds the stocks after the first k causes, and every number is measured in all of them at
once. Differences between neighbours are the contributions; they telescope, so they add up to the last bit.

Walking in one order would favour the causes that come first. The quarter is therefore walked forwards and
backwards, and the two are averaged: an effect that two causes share is split evenly between them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array
from game.simulation.indicators import MEASURED, measure
from game.simulation.ledger import Page
from game.simulation.mechanism import Now
from game.simulation.rules import Rules
from game.simulation.state import MARKS, ORIGINS, STOCKS, State
from game.simulation.tick import market

FIRM_STOCKS = tuple(name for name, stock in STOCKS.items() if stock.of == "firm")


@dataclass(frozen=True)
class Move:
    """What one cause did in a quarter: stocks moved, firms that left, firms that came."""

    cause: str
    posts: tuple[tuple[str, Array], ...] = ()
    gone: tuple[int, ...] = ()
    born: tuple[int, ...] = ()


@dataclass(frozen=True)
class Quarter:
    """One quarter taken apart.

    ``amounts[cause][number]`` is what a cause added to a number; ``before`` and ``after`` are the number's values.
    """

    before: Mapping[str, float]
    after: Mapping[str, float]
    amounts: Mapping[str, Mapping[str, float]]


def moves_of(rules: Rules, page: Page, before: State, after: State) -> list[Move]:
    """List what happened in a quarter, cause by cause, in the order of the tick."""
    found: dict[str, list[tuple[str, Array]]] = {}
    for post in page.posts:
        for cause, change in _split(rules, post.stock, post.cause, post.change[0]):
            if change.any():
                found.setdefault(cause, []).append((post.stock, change))
    moves = [Move(cause, tuple(posts)) for cause, posts in found.items()]
    for reason, (_, slots, _) in page.gone.items():
        if slots.shape[0]:
            moves.append(Move(f"exit.{reason}", gone=tuple(int(slot) for slot in slots)))
    _, slots, _ = page.born
    for origin, name in enumerate(ORIGINS):
        came = tuple(int(slot) for slot in slots if after.origin[0, slot] == origin)
        if came:
            moves.append(Move(f"entry.{name}", born=came))
    return moves


def _split(rules: Rules, stock: str, cause: str, change: Array) -> list[tuple[str, Array]]:
    """Name the programme or event behind a change of programmes and pulses."""
    if STOCKS[stock].of == "programme":
        cards = rules.setup.policies
        return [(f"policy.{card.id}", _only(change, k)) for k, card in enumerate(cards)]
    if STOCKS[stock].of == "pulse":
        events = rules.setup.events
        return [
            (f"event.{event.id}", np.where([slot.event == e for slot in rules.slots], change, 0.0))
            for e, event in enumerate(events)
        ]
    return [(cause, change)]


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

    def measured(self, order: list[int]) -> dict[str, Array]:
        """Measure every number after 0, 1, 2 … causes in the given order, ``[causes + 1]`` each."""
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
        return measure(now, self.rules.input_share)

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


def take_apart(rules: Rules, before: State, page: Page, after: State) -> Quarter:
    """Take one quarter apart.

    Args:
        rules: The level.
        before: The state at the beginning, before anything was done in it.
        page: The quarter's ledger.
        after: The state at the end.
    """
    moves = moves_of(rules, page, before, after)
    walk = Walk(rules, before.world(0), after, moves)
    forward = list(range(len(moves)))
    there = walk.measured(forward)
    back = walk.measured(forward[::-1])
    amounts: dict[str, dict[str, float]] = {move.cause: {} for move in moves}
    for number in MEASURED:
        steps = np.diff(exact.to_grid(there[number])), np.diff(exact.to_grid(back[number]))[::-1]
        for move, amount in zip(moves, 0.5 * (steps[0] + steps[1]), strict=True):
            amounts[move.cause][number] = float(amount)
    before_row = {number: float(exact.to_grid(there[number])[0]) for number in MEASURED}
    after_row = {number: float(exact.to_grid(there[number])[-1]) for number in MEASURED}
    return Quarter(before_row, after_row, amounts)
