"""What the government may do. An action is a small frozen value: it can be asked about before it is done.

``check`` answers with a quote or a refusal and changes nothing, so hovering and doing share one rule.
A refusal is an id with numbers, never prose: words are chosen at the edge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.simulation.indicators import History
from game.simulation.policy import Policy, index_of
from game.simulation.rules import Rules
from game.simulation.state import State


@dataclass(frozen=True)
class Enact:
    """Start a programme, at a place if its card asks for one (``site`` is the place's number)."""

    policy: str
    site: int = 0
    size: int = 1


@dataclass(frozen=True)
class Adjust:
    """Make a running programme larger or smaller."""

    policy: str
    site: int = 0
    size: int = 1


@dataclass(frozen=True)
class Repeal:
    """Stop a programme; what has taken hold fades."""

    policy: str
    site: int = 0


@dataclass(frozen=True)
class Answer:
    """Answer an event that waits."""

    event: str
    choice: str


Action = Enact | Adjust | Repeal | Answer


@dataclass(frozen=True)
class Quote:
    """What an action would take: money now, money a quarter (change), attention, and support (change)."""

    price: float = 0.0
    upkeep: float = 0.0
    attention: float = 0.0
    support: float = 0.0


@dataclass(frozen=True)
class Refusal:
    """Why an action cannot be done: an id and its numbers."""

    reason: str
    values: Mapping[str, float | str] = field(default_factory=dict)


REFUSALS = (
    "unknown_policy", "unknown_place", "size_out_of_range", "already_running", "not_running", "no_change",
    "insufficient_funds", "insufficient_attention", "not_pending", "unknown_choice", "needs", "ended",
)  # fmt: skip
"""Every reason there is. ``ended`` is never given here: a session refuses with it once its level is over."""


def check(rules: Rules, state: State, history: History, action: Action, world: int = 0) -> Quote | Refusal:
    """Say what an action would take in one world, or why it cannot be done."""
    if isinstance(action, Answer):
        return _check_answer(rules, state, action, world)
    cards = index_of(rules.setup.policies)
    if action.policy not in cards:
        return Refusal("unknown_policy", {"policy": action.policy})
    k = cards[action.policy]
    card = rules.setup.policies[k]
    if not 0 <= action.site < (len(rules.setup.places) if card.placed else 1):
        return Refusal("unknown_place", {"place": action.site})
    running = float(state.running[world, k, action.site])
    refusal = _check_size(card, action, running)
    if refusal:
        return refusal
    quote = _quote(card, action, running)
    return _afford(state, quote, world) or _needs(card, history, action, world) or quote


def _check_size(card: Policy, action: Enact | Adjust | Repeal, running: float) -> Refusal | None:
    """Refuse what does not fit a programme's present size."""
    size = 0 if isinstance(action, Repeal) else action.size
    if not isinstance(action, Repeal) and not 1 <= size <= card.sizes:
        return Refusal("size_out_of_range", {"size": size, "most": card.sizes})
    if isinstance(action, Enact) and running > 0:
        return Refusal("already_running", {"size": running})
    if not isinstance(action, Enact) and running == 0:
        return Refusal("not_running")
    if isinstance(action, Adjust) and size == running:
        return Refusal("no_change", {"size": size})
    return None


def _quote(card: Policy, action: Enact | Adjust | Repeal, running: float) -> Quote:
    """Work out what an action takes. Smaller is free, larger pays for what is added."""
    size = 0.0 if isinstance(action, Repeal) else float(action.size)
    added = max(size - running, 0.0)
    attention = card.attention if isinstance(action, Enact) else 0.0 if isinstance(action, Repeal) else 0.5
    support = card.support * added
    return Quote(card.price * added, card.upkeep * (size - running), attention, support)


def _afford(state: State, quote: Quote, world: int) -> Refusal | None:
    """Refuse what money or attention do not reach for."""
    treasury, attention = float(state.treasury[world]), float(state.attention[world])
    if quote.price > max(treasury, 0.0):
        return Refusal("insufficient_funds", {"need": quote.price, "have": treasury})
    if quote.attention > attention + 1e-9:
        return Refusal("insufficient_attention", {"need": quote.attention, "have": attention})
    return None


def _needs(card: Policy, history: History, action: Action, world: int) -> Refusal | None:
    """Refuse a card whose conditions do not hold yet."""
    if isinstance(action, Enact):
        for need in card.needs:
            have = history.last(need.indicator)[world]
            if not need.hold(have):
                about: dict[str, float | str] = {"indicator": need.indicator, "need": need.value, "have": float(have)}
                return Refusal("needs", about | {"op": need.op})
    return None


def _check_answer(rules: Rules, state: State, action: Answer, world: int) -> Quote | Refusal:
    """Say what an answer takes."""
    names = [event.id for event in rules.setup.events]
    if action.event not in names or not state.pending[world, names.index(action.event)]:
        return Refusal("not_pending", {"event": action.event})
    choices = rules.setup.events[names.index(action.event)].choices
    chosen = [choice for choice in choices if choice.id == action.choice]
    if not chosen:
        return Refusal("unknown_choice", {"choice": action.choice})
    quote = Quote(chosen[0].price, 0.0, 0.0, chosen[0].support)
    return _afford(state, quote, world) or quote
