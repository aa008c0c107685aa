"""A plan: what to do in which quarter. Levels carry one that must win, and ``run --plan`` plays one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, RootModel

from game.content.authored import Authored, Bilingual, Quarter, Text, Whole
from game.content.complaint import Fault, Steps
from game.content.event import Event
from game.content.vocabulary import Vocabulary, check_name
from game.simulation.actions import Action, Adjust, Answer, Enact, Repeal

NEEDED = {"enact": ("policy",), "adjust": ("policy", "size"), "repeal": ("policy",), "answer": ("event", "choice")}
"""What each kind of step cannot do without."""

_PARTS = ("policy", "place", "size", "event", "choice")
_USED = {
    "enact": ("policy", "place", "size"),
    "adjust": ("policy", "place", "size"),
    "repeal": ("policy", "place"),
    "answer": ("event", "choice"),
}


class PlanStep(Authored):
    """One decision, and in a worked example what the author says about it."""

    quarter: Quarter
    do: Literal["enact", "adjust", "repeal", "answer"]
    policy: Text | None = None
    place: Text | None = None
    size: Annotated[Whole, Field(ge=1, le=3)] | None = None
    event: Text | None = None
    choice: Text | None = None
    note: Bilingual | None = None


class Plan(RootModel[tuple[PlanStep, ...]]):
    """Decisions in the order they are made."""

    @property
    def steps(self) -> tuple[PlanStep, ...]:
        """The decisions."""
        return self.root


def action_of(step: PlanStep, places: Sequence[str]) -> Action:
    """Turn a line of a plan into an action."""
    site = places.index(step.place) if step.place is not None else 0
    if step.do == "answer":
        return Answer(step.event or "", step.choice or "")
    if step.do == "repeal":
        return Repeal(step.policy or "", site)
    kind = Enact if step.do == "enact" else Adjust
    return kind(step.policy or "", site, step.size or 1)


def actions_of(plan: Sequence[PlanStep], places: Sequence[str]) -> list[tuple[int, Action]]:
    """Turn a plan into (quarter, action), in its order."""
    return [(step.quarter, action_of(step, places)) for step in plan]


@dataclass(frozen=True)
class Stage:
    """Where a plan is to be played. None means that it is not known.

    Attributes:
        quarters: How many the level has.
        places: Their ids.
        events: What may ask for an answer.
        allowed: The cards on the desk.
        due: For each event at a fixed date its quarter: the only one in which it waits for an answer.
    """

    quarters: int | None = None
    places: Sequence[str] | None = None
    events: Sequence[Event] | None = None
    allowed: Sequence[str] | None = None
    due: Mapping[str, int] = field(default_factory=dict)


def check_plan(
    steps: Sequence[PlanStep], vocabulary: Vocabulary, stage: Stage | None = None, at: Steps = ()
) -> Iterator[Fault]:
    """Find the steps of a plan that could never be done.

    Args:
        steps: The decisions.
        vocabulary: The cards.
        stage: The level it is for, as far as it is known.
        at: Where the plan stands in its file.
    """
    stage = stage or Stage()
    for k, step in enumerate(steps):
        here = (*at, k)
        yield from _check_parts(here, step)
        yield from _check_time(here, step, steps[k - 1].quarter if k else 0, stage)
        yield from _check_policy(here, step, vocabulary, stage)
        yield from _check_answer(here, step, stage)


def _check_parts(here: Steps, step: PlanStep) -> Iterator[Fault]:
    """Each kind of step needs its parts and has no use for others."""
    for part in _PARTS:
        given = getattr(step, part) is not None
        if part in NEEDED[step.do] and not given:
            yield Fault((*here, part), "step_needs", {"found": None, "do": step.do, "part": part})
        if given and part not in _USED[step.do]:
            yield Fault((*here, part), "step_ignores", {"found": part, "do": step.do, "options": _USED[step.do]})


def _check_time(here: Steps, step: PlanStep, before: int, stage: Stage) -> Iterator[Fault]:
    """Steps come in order, and before the level ends."""
    if step.quarter < before:
        yield Fault((*here, "quarter"), "step_out_of_order", {"found": step.quarter, "low": before})
    if stage.quarters is not None and step.quarter >= stage.quarters:
        yield Fault((*here, "quarter"), "after_the_end", {"found": step.quarter, "high": stage.quarters - 1})


def _check_policy(here: Steps, step: PlanStep, vocabulary: Vocabulary, stage: Stage) -> Iterator[Fault]:
    """A policy must exist, be allowed here, and stand where and as large as its card says."""
    if step.policy is None or step.do == "answer":
        return
    yield from check_name((*here, "policy"), "policy", step.policy, tuple(vocabulary.policies))
    card = vocabulary.policies.get(step.policy)
    if card is None:
        return
    if stage.allowed is not None and step.policy not in stage.allowed:
        yield Fault((*here, "policy"), "not_allowed_here", {"found": step.policy, "options": tuple(stage.allowed)})
    if step.size is not None and step.size > card.sizes:
        yield Fault((*here, "size"), "at_most", {"found": step.size, "high": card.sizes})
    if card.placed and step.place is None:
        yield Fault((*here, "place"), "place_needed", {"found": None, "policy": step.policy})
    if not card.placed and step.place is not None:
        yield Fault((*here, "place"), "place_unused", {"found": step.place, "policy": step.policy}, "warning")
    if step.place is not None and stage.places is not None:
        yield from check_name((*here, "place"), "place", step.place, stage.places)


def _check_answer(here: Steps, step: PlanStep, stage: Stage) -> Iterator[Fault]:
    """An answer must be one that its event offers, given while the event waits."""
    if step.event is None or stage.events is None:
        return
    yield from check_name((*here, "event"), "event", step.event, [event.id for event in stage.events])
    for event in stage.events:
        if event.id == step.event and step.choice is not None:
            offered = [choice.id for choice in event.choices]
            yield from check_name((*here, "choice"), "choice", step.choice, offered)
    due = stage.due.get(step.event, step.quarter)
    if step.do == "answer" and step.quarter != due:
        yield Fault((*here, "quarter"), "answer_not_awaited", {"found": step.quarter, "event": step.event, "due": due})
