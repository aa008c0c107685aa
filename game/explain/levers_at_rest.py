"""What a decision did through the mechanisms: the quarter lived once more with its levers at rest, by the same dice.

A programme does not move a number itself; it shifts levers, and mechanisms do more or less than they would have. So
a quarter is lived again in a small batch: in one world every lever rests, in the next the first decision shifts its
levers, then the second too, until all stand as they were. What a mechanism changes from one world to the next is the
decision's part of it. They are let in forwards and backwards, and the two are averaged: what two decisions do
together is split evenly. Who comes or leaves cannot be halved: each firm counts for the decision it came with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from game.explain.steps import Steps
from game.simulation.exact import Array
from game.simulation.indicators import COLUMNS, History
from game.simulation.ledger import LIMIT, Page
from game.simulation.rules import Rules
from game.simulation.state import ORIGINS, STOCKS, State
from game.simulation.tick import tick

LEAST = 0.02
"""Part of a mechanism's change below which no decision is named for it."""

Entry = tuple[str, str]
"""A stock and a cause: one line of the ledger."""


@dataclass(frozen=True)
class Decided:
    """What decisions did in a quarter.

    Attributes:
        parts: For a line of the ledger, each decision's part of the change.
        came: For a firm that opened, the decision it came with.
        left: For a firm that closed, the decision it left with.
    """

    parts: dict[Entry, list[tuple[str, Array]]] = field(default_factory=dict)
    came: dict[int, str] = field(default_factory=dict)
    left: dict[int, str] = field(default_factory=dict)


class Resting(Rules):
    """The rules of a level, with some levers at rest in each world.

    ``programmes`` and ``pulses`` say which act: ``[world, policy]`` and ``[world, pulse]``, 0 or 1.
    """

    def __init__(self, rules: Rules, programmes: Array, pulses: Array) -> None:
        self.__dict__.update(rules.__dict__)
        self._last = None
        self._programmes, self._pulses = programmes, pulses

    def acting(self, state: State) -> tuple[Array, Array]:
        """Return what shifts levers, without what rests."""
        return state.strength * self._programmes[:, :, None], state.pulse * self._pulses


def shifting(rules: Rules, state: State) -> list[tuple[str, Array, Array]]:
    """List the programmes and events that shift levers now, each with the masks of what is its own."""
    cards, events = rules.setup.policies, rules.setup.events
    owner = np.array([slot.event for slot in rules.slots], dtype=np.int64)
    nothing, none = np.zeros(len(cards)), np.zeros(len(rules.slots))
    found = [
        (f"policy.{card.id}", np.eye(len(cards))[k], none)
        for k, card in enumerate(cards)
        if state.strength[0, k].any() and card.shifts
    ]
    found += [
        (f"event.{event.id}", nothing, (owner == e).astype(np.float64))
        for e, event in enumerate(events)
        if (state.pulse[0] * (owner == e)).any() or state.pending[0, e]
    ]
    return found


def deciding(rules: Rules, before: State, page: Page) -> Steps[Decided]:
    """Find what decisions did in a quarter; nothing where no lever was shifted."""
    start = _after_actions(before, page)
    shifts = shifting(rules, start)
    if not shifts:
        return Decided()
    count = len(shifts)
    # Worlds: the first k decisions act (k = 0 … count), then the last k of them (k = 1 … count − 1).
    acting = [range(k) for k in range(count + 1)] + [range(count - k, count) for k in range(1, count)]
    programmes = np.array([sum((shifts[i][1] for i in some), np.zeros(len(rules.setup.policies))) for some in acting])
    pulses = np.array([sum((shifts[i][2] for i in some), np.zeros(len(rules.slots))) for some in acting])
    state = start.repeated(np.repeat(start.seeds[:1], len(acting)))
    lived = Page(page.quarter)
    # The history is read only by events and the watcher of phases at the quarter's end, which nobody asks about here.
    silent = History([np.zeros((len(COLUMNS), len(acting)))])
    tick(Resting(rules, programmes, pulses), state, silent, page=lived)
    yield
    names = [name for name, _, _ in shifts]
    return Decided(_parts(lived, names), _came(lived, state, names), _left(lived, names))


def _after_actions(before: State, page: Page) -> State:
    """Return the quarter's beginning with everything that was done in it."""
    state = before.world(0)
    for post in page.posts:
        if not post.cause.startswith(("policy.", "answer.")) and post.cause != LIMIT:
            break
        stood = state.stocks[post.stock]
        stood += post.change[:1]
    return state


def _parts(lived: Page, names: Sequence[str]) -> dict[Entry, list[tuple[str, Array]]]:
    """Read each decision's part off neighbouring worlds."""
    count = len(names)
    found: dict[Entry, list[tuple[str, Array]]] = {}
    for post in lived.posts:
        if post.cause == LIMIT or post.cause.startswith(("shocks.", "public_budget.programme")):
            continue
        # Every world lives the quarter with the firms it began with, so their rows make a block for each.
        change = post.change.reshape(2 * count, -1) if STOCKS[post.stock].of == "firm" else post.change
        least = LEAST * float(np.abs(change[count]).sum())
        parts = []
        for i, name in enumerate(names):
            back = change[_last(count, count - i)] - change[_last(count, count - i - 1)]
            part = 0.5 * (change[i + 1] - change[i] + back)
            if float(np.abs(part).sum()) > least:
                parts.append((name, part))
        if parts:
            found[post.stock, post.cause] = parts
    return found


def _last(count: int, k: int) -> int:
    """Return the world in which the last k decisions act."""
    return 0 if k == 0 else count if k == count else count + k


def _came(lived: Page, state: State, names: Sequence[str]) -> dict[int, str]:
    """Name the decision without which a firm would not have opened."""
    count = len(names)
    world, row, firm = lived.born
    found = {}
    for origin in range(len(ORIGINS)):
        came = [[int(f) for w, r, f in zip(world, row, firm, strict=True) if w == k and state.origin[r] == origin]
                for k in range(count + 1)]  # fmt: skip
        for order, one in enumerate(came[count]):
            fewer = [i for i in range(count) if len(came[i]) <= order]
            if fewer:
                found[one] = names[fewer[-1]]
    return found


def _left(lived: Page, names: Sequence[str]) -> dict[int, str]:
    """Name the decision without which a firm would not have closed."""
    count, found = len(names), {}
    for world, _, firm in lived.gone.values():
        rows = [{int(f) for w, f in zip(world, firm, strict=True) if w == k} for k in range(count + 1)]
        for one in rows[count]:
            stayed = [i for i in range(count) if one not in rows[i]]
            if stayed:
                found[one] = names[stayed[-1]]
    return found
