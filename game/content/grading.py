"""How a teacher weighs what a class handed in, and the marks of the rubric a teacher sets by hand."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from game.content.authored import Authored, Number, Text, Whole
from game.content.complaint import Fault
from game.content.vocabulary import Vocabulary

FILE = "grading.yaml"
"""Its name, beside the hand-ins."""

MOST_OVERRIDES = 600

Row = Literal["entry", "labour", "trust", "crowding", "lock_in", "renewal"]
"""The six concepts of the rubric."""

Weight = Annotated[Number, Field(ge=0, le=100)]


class Weights(Authored):
    """What each part counts; they need not add up to 100. Luck is shown and never counted (design)."""

    participation: Weight = 30.0
    checks: Weight = 30.0
    explanations: Weight = 20.0
    decisions: Weight = 20.0
    luck: Number = 0.0


class Override(Authored):
    """A mark of the rubric a teacher gives instead of the one read from the hand-in, and why."""

    pupil: Text
    concept: Row
    level: Annotated[Whole, Field(ge=0, le=3)]
    note: Text


class Grading(Authored):
    """The file beside the hand-ins."""

    format: Literal[1] = 1
    weights: Weights = Weights()
    overrides: Annotated[tuple[Override, ...], Field(max_length=MOST_OVERRIDES)] = ()


PARTS = tuple(name for name in Weights.model_fields if name != "luck")


def check_grading(grading: Grading, _: Vocabulary) -> Iterator[Fault]:
    """Find what is wrong between the weights, and between the marks set by hand."""
    if grading.weights.luck != 0:
        yield Fault(("weights", "luck"), "luck_is_not_graded", {"found": grading.weights.luck})
    if not any(getattr(grading.weights, part) for part in PARTS):
        yield Fault(("weights",), "nothing_weighs", {"found": 0})
    seen: set[tuple[str, str]] = set()
    for k, one in enumerate(grading.overrides):
        if (one.pupil, one.concept) in seen:
            yield Fault(("overrides", k), "twice_by_hand", {"found": one.pupil, "concept": one.concept})
        seen.add((one.pupil, one.concept))
