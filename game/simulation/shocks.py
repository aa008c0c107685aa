"""Events from outside: they happen, they ask, and they act only by shifting levers for a while."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.simulation import exact
from game.simulation.exact import Mask
from game.simulation.mechanism import Changes
from game.simulation.policy import Need

if TYPE_CHECKING:
    from game.simulation.indicators import History
    from game.simulation.rules import Rules
    from game.simulation.state import State


@dataclass(frozen=True)
class Pulse:
    """A lever moved by an amount for some quarters, in the region or at one place."""

    lever: str
    by: float
    quarters: int
    place: int | None = None


@dataclass(frozen=True)
class Choice:
    """One answer to an event; the first one is taken when nobody answers."""

    id: str
    price: float = 0.0
    support: float = 0.0
    pulses: tuple[Pulse, ...] = ()


@dataclass(frozen=True)
class Event:
    """Something that happens once or more.

    Attributes:
        id: Its name in the level.
        quarter: The quarter it happens in, or None when it waits for its conditions.
        needs: What must hold first.
        chance: Probability a quarter once everything holds.
        once: Whether it can happen only once.
        pulses: What it does whatever the answer.
        choices: The answers, none for a plain event.
    """

    id: str
    quarter: int | None = None
    needs: tuple[Need, ...] = ()
    chance: float = 1.0
    once: bool = True
    pulses: tuple[Pulse, ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Slot:
    """Where one pulse lives in the state's ``pulse`` array: its event, and its answer (None: of all)."""

    event: int
    choice: int | None
    pulse: Pulse


def slots_of(events: Sequence[Event]) -> tuple[Slot, ...]:
    """List every pulse of a level in one fixed order."""
    found: list[Slot] = []
    for e, event in enumerate(events):
        found += [Slot(e, None, pulse) for pulse in event.pulses]
        for c, choice in enumerate(event.choices):
            found += [Slot(e, c, pulse) for pulse in choice.pulses]
    return tuple(found)


def answer_by_default(rules: Rules, state: State) -> Changes:
    """Give events that nobody answered their first answer."""
    if not state.pending.any():
        return {}
    return answer(rules, state, state.pending > 0, 0)


def answer(rules: Rules, state: State, which: Mask, choice: int) -> Changes:
    """Answer pending events (``[world, event]``): pay, feel the council, start the answer's pulses."""
    price = np.array([_choice(event, choice).price for event in rules.setup.events])
    support = np.array([_choice(event, choice).support for event in rules.setup.events])
    starts = np.zeros(state.pulse.shape)
    for k, slot in enumerate(rules.slots):
        if slot.choice == choice:
            starts[:, k] = np.where(which[:, slot.event], slot.pulse.quarters - state.pulse[:, k], 0.0)
    return {
        ("pending", "answer"): -1.0 * which,
        ("pulse", "answer"): starts,
        ("treasury", "answer"): -exact.total(which * price[None, :]),
        ("support", "answer"): exact.total(which * support[None, :]),
    }


def _choice(event: Event, k: int) -> Choice:
    """Return an event's answer, or one that does nothing where there are fewer."""
    return event.choices[k] if k < len(event.choices) else Choice("none")


def pass_time(state: State) -> Changes:
    """Let every pulse run one quarter down."""
    if not state.pulse.any():
        return {}
    return {("pulse", "time"): -np.minimum(state.pulse, 1.0)}


def draw(rules: Rules, state: State, history: History) -> Changes:
    """Draw the events of the quarter that begins."""
    events = rules.setup.events
    if not events:
        return {}
    throws = state.dice.counted("events", len(events))
    happens = np.zeros(state.fired.shape, dtype=bool)
    for k, event in enumerate(events):
        ready = np.full(state.worlds, event.quarter is None or event.quarter == state.quarter)
        ready &= (state.fired[:, k] == 0) | (not event.once)
        for need in event.needs:
            ready &= need.hold(history.last(need.indicator))
        happens[:, k] = ready & (throws[:, k] < event.chance)
    starts = np.zeros(state.pulse.shape)
    for k, slot in enumerate(rules.slots):
        if slot.choice is None:
            starts[:, k] = np.where(happens[:, slot.event], slot.pulse.quarters - state.pulse[:, k], 0.0)
    asks = np.array([bool(event.choices) for event in events])
    return {
        ("fired", "event"): happens * 1.0,
        ("pending", "event"): happens * asks[None, :] * 1.0,
        ("pulse", "event"): starts,
    }
