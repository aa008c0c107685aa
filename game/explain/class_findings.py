"""What the debrief of a class found: from recordings alone, without a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from game.explain.forecast import Estimate
from game.explain.gains import Gain


@dataclass(frozen=True)
class CardUse:
    """What a card did in the runs that played it.

    Attributes:
        policy: The card.
        runs: How many runs played it.
        effect: What it did to the first number compared, over these runs; the interval is between runs.
        better: Quarters with it that were better, seen from before.
        costly: Quarters with it that were costly.
    """

    policy: str
    runs: int
    effect: Estimate
    better: int
    costly: int


@dataclass(frozen=True)
class Otherwise:
    """One decision of one run made a year later: the run as it was, and as it would have been, on the same dice."""

    run: int
    step: int
    played: tuple[float, ...]
    instead: tuple[float, ...]


@dataclass(frozen=True)
class ClassFindings:
    """Everything the page of a class needs beyond the runs.

    Attributes:
        reference: The reference's course on the dice most runs had.
        cards: What cards did, the largest effect first.
        otherwise: One counterfactual, chosen by its size.
        luck: Share of the variance between runs that dice account for; None where all had the same dice.
        concepts: For each concept in which share of runs it was seen, predicted, used and explained.
        dice: For each dice, how much further some strategies got on them than on average, in the first number compared.
        checks: Right answers of the whole class before and after play, concept by concept.
        decisions: For each run the index that may be graded: its decisions on fresh dice, the same for all (1: the
            reference); None where they do not tell.
        weakest_turn: The run that ended lowest and the last quarter it could have been turned, if there was one.
    """

    reference: tuple[float, ...]
    cards: Sequence[CardUse]
    otherwise: Otherwise | None
    luck: float | None
    weakest_turn: tuple[int, int | None]
    concepts: Mapping[str, Mapping[str, float]]
    checks: Sequence[Gain] = ()
    dice: Mapping[int, float] = field(default_factory=dict)
    decisions: Sequence[Estimate | None] = ()
