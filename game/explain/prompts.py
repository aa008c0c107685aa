"""Explain prompts: after a surprise, choose the two causes that moved a number most.

Theory: explaining to oneself teaches (Bisra 2018), most of all after a wrong prediction; too many prompts tire.
Claim: none about this game; it is designed from that finding.
Boundary: at most three prompts in twenty minutes, never two close together, and none has to be answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.explain.why import LEAST, OTHER, Explainer, Reason
from game.session.predicting import due, resolved
from game.session.recording import Said
from game.session.session import Session
from game.simulation.dice import seeds_for
from game.simulation.indicators import WATCHED

CHOICES, RIGHT = 6, 2
BACK = 8
"""Quarters that are explained after a turn of phase."""

MOVED_BY_PHASE = {
    "p_formative": "firms", "p_growth": "employment", "p_maturity": "mean_margin", "p_petrified": "employment",
    "p_renewal": "new_branch_share",
}  # fmt: skip
"""The number to explain when a phase has become the likeliest."""

NOT_AT_WORK = (
    "imitation.copying", "entry.spinoff", "entry.attracted", "entry.founded", "exit.insolvent", "exit.relocated",
    "demand.cheaper_rivals", "trust.cheating", "trust.dealing", "training.ageing", "suppliers.opening",
    "reputation.outbreak", "frontier.jump", "labour.migration", "lock_in.politics", "openness.arrival",
    "exploration.exploring", "upgrading.contracts", "growth.orders",
)  # fmt: skip
"""Causes a player may well think of; those that did not act stand among the choices."""


@dataclass(frozen=True)
class Prompt:
    """One question why: a number over a span, six causes to choose from, and the two that moved it most."""

    reason: Reason
    choices: tuple[str, ...]
    right: tuple[str, str]
    kind: Literal["explain", "fall"] = "explain"

    @property
    def id(self) -> str:
        """The name under which its answer is recorded."""
        return f"why.{self.reason.number}.{self.reason.since}.{self.reason.at}"


def wanted(session: Session, explainer: Explainer) -> Prompt | None:
    """Return the prompt that this quarter calls for: after a prediction far off, or a turn of phase."""
    asked = {said.question for said in session.said}
    for number, since in _occasions(session):
        prompt = prompt_for(session, explainer, number, since)
        if prompt is not None and prompt.id not in asked:
            return prompt
    return None


def _occasions(session: Session) -> list[tuple[str, int]]:
    """List numbers and the quarters to explain them from."""
    now = session.quarter
    far = [o.prediction for o in resolved(session) if o.far_off and due(o.prediction) == now]
    found = [(guess.indicator, guess.quarter) for guess in far]
    turned = turn_of_phase(session)
    if turned is not None:
        found.append((MOVED_BY_PHASE[turned], max(now - BACK, 0)))
    return found


def turn_of_phase(session: Session) -> str | None:
    """Return the phase that has become the likeliest with this quarter."""
    history = session.branch.region.history
    if session.quarter < 2:
        return None
    now, before = (max(WATCHED, key=lambda name: float(history.last(name, back)[0])) for back in (0, 1))
    return now if now != before else None


def prompt_for(
    session: Session, explainer: Explainer, number: str, since: int, at: int | None = None,
    kind: Literal["explain", "fall"] = "explain",
) -> Prompt | None:  # fmt: skip
    """Make a prompt for a number, from a quarter until now or another; None where fewer than two causes moved it."""
    at = session.quarter if at is None else at
    if since >= at:
        return None
    try:
        reason = explainer.why(session.branch, number, since, at)
    except KeyError:
        return None
    acted = [part for part in reason.contributions if part.cause != OTHER and part.share >= LEAST]
    if len(acted) < RIGHT:
        return None
    first, second = acted[:RIGHT]
    minor = [part.cause for part in acted[RIGHT:] if part.share < 0.6 * second.share][:2]
    moved = {part.cause for part in reason.contributions}
    idle = _shuffled([cause for cause in NOT_AT_WORK if cause not in moved], session.seed, f"idle.{number}.{since}")
    right = (first.cause, second.cause)
    choices = [*right, *minor, *idle][:CHOICES]
    return Prompt(reason, tuple(_shuffled(choices, session.seed, f"prompt.{number}.{since}")), right, kind)


def _shuffled(causes: Sequence[str], seed: int, stream: str) -> list[str]:
    """Put causes in an order that tells nothing, the same for everybody who plays this seed."""
    keys = [int(word) for word in seeds_for(seed, len(causes) + 1, stream)[1:]]
    return [cause for _, cause in sorted(zip(keys, causes, strict=True))]


def answer(session: Session, prompt: Prompt, chosen: Sequence[str], seconds: float | None = None) -> Said:
    """Record what was chosen, and how long it took where there was a clock."""
    right = len(set(chosen) & set(prompt.right)) / RIGHT
    said = Said(
        question=prompt.id, answer=",".join(chosen)[:400], quarter=session.quarter, kind=prompt.kind, right=right,
        seconds=seconds,
    )  # fmt: skip
    session.said.append(said)
    return said
