"""A recording: everything that makes one run what it was, small, readable, and safe to share.

State is never saved: a run is a pure function of level, seed and actions, so these are enough.
Fingerprints every few quarters let anybody check that the same things happen again.
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from game.session.branch import Branch, Step
from game.simulation.actions import Action, Adjust, Answer, Enact, Repeal
from game.simulation.indicators import History

FORMAT = 1
EVERY = 8
"""Quarters between two fingerprints."""

SEEN = ("firms", "employment", "mean_margin", "variety", "trust", "lock_in", "treasury", "support")
"""Numbers kept with a run, so that it can be shown as it was played even under other rules."""

MOST_BYTES = 1_000_000
MOST_QUARTERS = 2000
MOST_BRANCHES = 100
MOST_NAME = 80
MOST_POINTS = 12


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class LevelRef(_Strict):
    """Which level was played, and the fingerprint of its text."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")  # never a path: a recording may come from anybody
    digest: str = Field(max_length=MOST_NAME)


class ActionLine(_Strict):
    """One thing done."""

    quarter: int = Field(ge=0, le=MOST_QUARTERS)
    do: Literal["enact", "adjust", "repeal", "answer"]
    policy: str | None = Field(None, max_length=MOST_NAME)
    place: int = Field(0, ge=0, le=200)
    size: int = Field(1, ge=0, le=3)
    event: str | None = Field(None, max_length=MOST_NAME)
    choice: str | None = Field(None, max_length=MOST_NAME)


class Prediction(_Strict):
    """What the player expected: a curve over the coming quarters, sealed. The simulation never sees it.

    Attributes:
        quarter: When it was sealed.
        indicator: The number.
        values: The curve at ``quarters``; in old recordings one value a quarter.
        quarters: On which later quarters the values lie.
        low: The tenth of a hundred futures at the same quarters, as they stood when it was sealed.
        high: The ninetieth.
        moment: Fingerprint of the quarter it was sealed in: it speaks of every line that shares this moment.
        hindsight: The player had already seen what comes after this moment.
        real: What happened at ``quarters``, as far as the run went.
    """

    quarter: int = Field(ge=0, le=MOST_QUARTERS)
    indicator: str = Field(max_length=MOST_NAME)
    values: tuple[float, ...] = Field(max_length=200)
    quarters: tuple[Annotated[int, Field(ge=0, le=MOST_QUARTERS)], ...] = Field((), max_length=MOST_POINTS)
    low: tuple[float, ...] = Field((), max_length=MOST_POINTS)
    high: tuple[float, ...] = Field((), max_length=MOST_POINTS)
    moment: str = Field("", max_length=MOST_NAME)
    hindsight: bool = False
    real: tuple[float, ...] = Field((), max_length=MOST_POINTS)


class Said(_Strict):
    """An answer to a question.

    Attributes:
        question: Which question.
        answer: What was answered; for a choice the numbers of the answers, from 0, as the author wrote them.
        quarter: When, if it was told.
        kind: On which occasion.
        right: Which share of it was right, where only the run itself can tell.
        seconds: How long it took, where there was a clock.
    """

    question: str = Field(max_length=MOST_NAME)
    answer: str = Field(max_length=400)
    quarter: int | None = Field(None, ge=0, le=MOST_QUARTERS)
    kind: Literal["before", "after", "again", "known", "explain", "fall", "hint"] | None = None
    right: float | None = Field(None, ge=0, le=1)
    seconds: float | None = Field(None, ge=0, le=1e6)


class Diagnosis(_Strict):
    """Which phase the player thought the region is in: a share for each of the five, adding up to 1."""

    quarter: int = Field(ge=0, le=MOST_QUARTERS)
    shares: tuple[Annotated[float, Field(ge=0, le=1)], ...] = Field(min_length=5, max_length=5)
    moment: str = Field("", max_length=MOST_NAME)


class BranchLine(_Strict):
    """Another line of time the player kept."""

    name: str = Field(max_length=MOST_NAME)
    fork: int = Field(ge=0, le=MOST_QUARTERS)
    quarter: int = Field(ge=0, le=MOST_QUARTERS)
    actions: tuple[ActionLine, ...] = Field(max_length=5000)


class Course(_Strict):
    """What the player saw: a few numbers every few quarters. Other rules give another history; this one happened."""

    quarters: tuple[int, ...] = Field(max_length=MOST_QUARTERS)
    values: dict[str, tuple[float, ...]] = Field(max_length=80)


class Recording(_Strict):
    """One run, whole; up to the quarter ``worked`` a worked example played it."""

    format: int = Field(ge=1, le=FORMAT)
    game_version: str = Field(max_length=40)
    rules: str = Field("", max_length=MOST_NAME)
    level: LevelRef
    seed: int = Field(ge=0, lt=2**63)
    quarter: int = Field(ge=0, le=MOST_QUARTERS)
    name: str = Field("", max_length=MOST_NAME)
    player: str = Field("", max_length=MOST_NAME)
    worked: int = Field(0, ge=0, le=MOST_QUARTERS)
    actions: tuple[ActionLine, ...] = Field((), max_length=5000)
    predictions: tuple[Prediction, ...] = Field((), max_length=200)
    answers: tuple[Said, ...] = Field((), max_length=500)
    diagnoses: tuple[Diagnosis, ...] = Field((), max_length=200)
    branches: tuple[BranchLine, ...] = Field((), max_length=MOST_BRANCHES)
    digests: dict[int, str] = Field(default_factory=dict, max_length=MOST_QUARTERS)
    course: Course | None = None
    finished: bool = False


def course_of(history: History) -> Course:
    """Keep what was seen, every few quarters and at the end."""
    last = len(history) - 1
    quarters = sorted({*range(0, last + 1, EVERY), last})
    values = {name: tuple(round(float(history[name][q, 0]), 4) for q in quarters) for name in SEEN}
    return Course(quarters=tuple(quarters), values=values)


def line_of(step: Step) -> ActionLine:
    """Write one step down."""
    action = step.action
    if isinstance(action, Answer):
        return ActionLine(quarter=step.quarter, do="answer", event=action.event, choice=action.choice)
    if isinstance(action, Repeal):
        return ActionLine(quarter=step.quarter, do="repeal", policy=action.policy, place=action.site)
    kind: Literal["enact", "adjust"] = "enact" if isinstance(action, Enact) else "adjust"
    return ActionLine(quarter=step.quarter, do=kind, policy=action.policy, place=action.site, size=action.size)


def action_of(line: ActionLine) -> Action:
    """Read one step back. Whether it is allowed is the simulation's business."""
    if line.do == "answer":
        return Answer(line.event or "", line.choice or "")
    if line.do == "repeal":
        return Repeal(line.policy or "", line.place)
    if line.do == "adjust":
        return Adjust(line.policy or "", line.place, line.size)
    return Enact(line.policy or "", line.place, line.size)


def lines_of(steps: Sequence[Step]) -> tuple[ActionLine, ...]:
    """Write steps down, in order."""
    return tuple(line_of(step) for step in steps)


def digests_of(branch: Branch) -> dict[int, str]:
    """Keep a fingerprint every few quarters and the last one."""
    return {q: digest for q, digest in branch.digests.items() if q % EVERY == 0 or q == branch.quarter}
