"""Marks and the rubric of a class, counted from the evidence in its hand-ins.

Total: the weighted mean of four parts, each a share from 0 to 1, over the parts that can be told.
Claim: none that a mark is learning; scores in business simulations and learning hardly go together (Anderson and
Lawton 1992, Washbush and Gosen 2001). Luck counts nothing: decisions are judged on dice that nobody had.
Boundary: a handful of answers is little, and the interval says so; what nobody in a class did is taken for not asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from game.content.grading import PARTS, Grading
from game.explain.evidence import ROWS, Evidence, Kind
from game.explain.forecast import Estimate
from game.session.session import Session

TAKING_PART: tuple[Kind, ...] = ("quarters", "before", "asked", "after")
COUNTED: Mapping[str, tuple[Kind, ...]] = {
    "participation": TAKING_PART, "checks": ("check",), "explanations": ("prediction", "explanation"),
    "decisions": ("decision",),
}  # fmt: skip
"""Which pieces of evidence each part is made of."""

WIDE = 1.96
"""Standard errors on either side of an interval of 95 %."""


@dataclass(frozen=True)
class Run:
    """One hand-in that counts: a pseudonym, its file, the run played again, and what it shows."""

    pupil: str
    file: str
    session: Session
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Mark:
    """One part: a share from 0 to 1, its standard error, and how many pieces it is made of; None: cannot be told."""

    share: float | None
    error: float = 0.0
    pieces: int = 0


@dataclass(frozen=True)
class RubricMark:
    """One row of the rubric: the level that stands, the one read from the hand-in, a teacher's note if it was set."""

    level: int
    found: int
    note: str = ""


@dataclass(frozen=True)
class Graded:
    """Everything told of one run.

    Attributes:
        total: 0 to 100, with its interval; None where no part can be told.
        luck: How kind the run's dice were, in the first number compared; shown and never counted.
    """

    run: Run
    parts: Mapping[str, Mark]
    total: Estimate | None
    rubric: Mapping[str, RubricMark]
    luck: float | None = None


def of_class(
    runs: Sequence[Run], decisions: Sequence[Estimate | None], dice: Mapping[int, float], grading: Grading,
    elsewhere: Sequence[Run] = (),
) -> list[Graded]:  # fmt: skip
    """Grade the runs of one level.

    Args:
        runs: Of one class.
        decisions: For each run the index of its decisions on fresh dice.
        dice: How kind each dice were.
        grading: The weights, and what is set by hand.
        elsewhere: Runs of other levels: who does the same there has transferred it.
    """
    asked = {kind for run in runs for kind in _done(run)}
    found = []
    for run, index in zip(runs, decisions or [None] * len(runs), strict=True):
        parts = {part: _mark(run, COUNTED[part], asked) for part in PARTS if part != "decisions"}
        parts["decisions"] = _of_decisions(run, index)
        others = [one for one in elsewhere if one.pupil == run.pupil and one.session.level.id != run.session.level.id]
        found.append(
            Graded(run, parts, total(parts, grading), _rubric(run, others, grading), dice.get(run.session.seed))
        )
    return found


def _done(run: Run) -> set[str]:
    """Return what a run took part in, by kind; asked predictions and questions why count as one."""
    return {one.kind for one in run.evidence if one.share > 0 or one.kind in ("prediction", "explanation")}


def _mark(run: Run, kinds: Sequence[Kind], asked: set[str]) -> Mark:
    """Average the pieces of some kinds; where others did something and this run did not, that is nought."""
    if "after" not in asked and "check" in kinds:
        return Mark(None)
    pieces = [one.share for one in run.evidence if one.kind in kinds and one.counts and _was_asked(one, asked)]
    if not pieces:
        # What was sealed and is not due yet, or was sealed with hindsight, tells nothing either way.
        waiting = any(one.kind == "asked" and one.share > 0 for one in run.evidence)
        return Mark(0.0 if set(kinds) & asked and not waiting else None)
    share, count = sum(pieces) / len(pieces), len(pieces)
    # Two right and two wrong ones more: of a few answers, all right does not mean certainty (Agresti and Coull).
    likely = (sum(pieces) + 2.0) / (count + 4.0)
    error = 0.0 if kinds == TAKING_PART else sqrt(likely * (1.0 - likely) / (count + 4.0))
    return Mark(share, error, count)


def _was_asked(one: Evidence, asked: set[str]) -> bool:
    return one.kind in asked or one.kind not in TAKING_PART


def _of_decisions(run: Run, index: Estimate | None) -> Mark:
    """Cut the index to 0 … 1; what a worked example began is not the player's to be judged by."""
    if index is None or run.session.worked:
        return Mark(None)
    return Mark(min(max(index.value, 0.0), 1.0), (index.high - index.low) / (2 * WIDE), len(run.session.branch.steps))


def total(parts: Mapping[str, Mark], grading: Grading) -> Estimate | None:
    """Weigh the parts that can be told: 0 to 100."""
    told = [(getattr(grading.weights, part), mark) for part, mark in parts.items() if mark.share is not None]
    weight = sum(one for one, _ in told)
    if not weight:
        return None
    value = 100 * sum(one * (mark.share or 0.0) for one, mark in told) / weight
    half = 100 * WIDE * sqrt(sum((one * mark.error / weight) ** 2 for one, mark in told))
    return Estimate(value, max(value - half, 0.0), min(value + half, 100.0))


def _rubric(run: Run, others: Sequence[Run], grading: Grading) -> dict[str, RubricMark]:
    by_hand = {one.concept: one for one in grading.overrides if one.pupil in (run.pupil, run.file)}
    found = {}
    for row in ROWS:
        level = level_of(row, run.evidence, [one.evidence for one in others])
        hand = by_hand.get(row)  # type: ignore[call-overload]
        found[row] = RubricMark(hand.level, level, hand.note) if hand else RubricMark(level, level)
    return found


def level_of(row: str, evidence: Sequence[Evidence], others: Sequence[Sequence[Evidence]] = ()) -> int:
    """Return how far a concept was met.

    0 not; 1 named: a question after play answered right; 2 predicted, or a card played in time; 3 its true causes
    explained, and transferred: a question from another trade right, or the same done in another level.
    """
    mine = [one for one in evidence if row in one.rows]
    kinds = {one.kind for one in mine}
    there = {one.kind for other in others for one in other if row in one.rows}
    transferred = any(one.transfer for one in mine) or bool(there & {"prediction", "decision", "explanation"})
    if "explanation" in kinds and transferred:
        return 3
    if kinds & {"prediction", "decision"}:
        return 2
    return 1 if "check" in kinds else 0


def speaking_for(row: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the pieces that a row of the rubric rests on."""
    return [one for one in evidence if row in one.rows]
