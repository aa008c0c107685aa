"""Doing an action: it becomes changes with the government's own cause, applied and posted like every other."""

from collections.abc import Sequence

import numpy as np

from game.simulation import shocks
from game.simulation.actions import Action, Answer, Enact, Quote, Refusal, Repeal, check
from game.simulation.entering import enter
from game.simulation.exact import Index
from game.simulation.indicators import History
from game.simulation.ledger import Page
from game.simulation.mechanism import Changes
from game.simulation.policy import index_of
from game.simulation.rules import Rules
from game.simulation.state import State


def act(
    rules: Rules, state: State, history: History, action: Action, worlds: np.ndarray | None = None,
    page: Page | None = None,
) -> Quote | Refusal:  # fmt: skip
    """Do an action in the first world, or in every listed world where it is allowed.

    Args:
        rules: The level.
        state: Changed in place.
        history: For cards with conditions.
        action: What to do.
        worlds: Numbers of the worlds; None means world 0 only.
        page: The ledger's page.

    Returns:
        The quote or refusal of the first of these worlds.
    """
    return act_in(rules, state, history, action, np.zeros(1, dtype=int) if worlds is None else worlds, page)[0]


def act_in(
    rules: Rules, state: State, history: History, action: Action, worlds: np.ndarray, page: Page | None = None
) -> list[Quote | Refusal]:
    """Do an action in every listed world where it is allowed; returns each one's quote or refusal."""
    answers = [check(rules, state, history, action, int(k)) for k in worlds]
    quotes = [answer for answer in answers if isinstance(answer, Quote)]
    where = np.array([k for k, answer in zip(worlds, answers, strict=True) if isinstance(answer, Quote)], dtype=int)
    if not quotes:
        return answers
    if page is not None:
        enter(state, [_changes(rules, state, action, where, quotes)], page)
        return answers
    # A decision concerns few worlds of many: they are looked at alone, and what became of them is put back.
    few = state.governed(where)
    enter(few, [_changes(rules, few, action, np.arange(len(quotes)), quotes)], None)
    for kind, table in few.tables.items():
        if kind != "firm":
            state.tables[kind][:, where] = table
    return answers


def _changes(
    rules: Rules, state: State, action: Action, where: Index, quotes: Sequence[Quote]
) -> tuple[str, Changes]:  # fmt: skip
    """Return the changes an action makes in the worlds that allow it, each at its own price."""
    if isinstance(action, Answer):
        names = [event.id for event in rules.setup.events]
        e = names.index(action.event)
        which = np.zeros(state.pending.shape, dtype=bool)
        which[where, e] = True
        choice = [choice.id for choice in rules.setup.events[e].choices].index(action.choice)
        return "answer", {
            (stock, action.event): change for (stock, _), change in shocks.answer(rules, state, which, choice).items()
        }
    k = index_of(rules.setup.policies)[action.policy]
    price, attention, support = (np.zeros(state.worlds) for _ in range(3))
    price[where] = [quote.price for quote in quotes]
    attention[where] = [quote.attention for quote in quotes]
    support[where] = [quote.support for quote in quotes]
    size = 0.0 if isinstance(action, Repeal) else float(action.size)
    at = np.zeros(state.running.shape)
    at[where, k, action.site] = 1.0
    changes = {
        ("treasury", action.policy): -price,
        ("attention", action.policy): -attention,
        ("support", action.policy): support,
        ("running", action.policy): at * (size - state.running),
    }
    if isinstance(action, Enact):
        changes["clock", action.policy] = -at * state.clock
    return "policy", changes
