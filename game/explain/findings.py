"""What a debrief found: what each decision did, luck and skill, company, when it could still be turned.

Computed by ``lab``, said by ``debrief``. Every effect is the model's own, and paired: the same dice with and without.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.explain.forecast import Estimate
from game.session.branch import Step

VARIANTS = ("removed", "delayed", "advanced")
"""What is tried with each decision; the last two by ``SHIFT`` quarters."""

SHIFT = 4
LEAST = 4
"""Quarters below which there is nothing to talk about."""

JUDGED = ("employment", "mean_margin", "variety", "trust")
"""Numbers followed to the end beside the goals."""

Verdict = Literal["better", "equal", "costly"]


@dataclass(frozen=True)
class Effects:
    """What one change of one decision does; what it was as played is subtracted.

    Attributes:
        goals: For each goal, the change of its number in the quarter the goal is read in.
        numbers: For each of ``JUDGED``, its change at the end.
        chances: For each goal, the change of the share of futures that reach it.
        hindsight: The same changes of goals and numbers on the dice that really fell; keys as in the two others,
            numbers with ``number.`` before them.
    """

    goals: Mapping[str, Estimate]
    numbers: Mapping[str, Estimate]
    chances: Mapping[str, float]
    hindsight: Mapping[str, float]


@dataclass(frozen=True)
class Regret:
    """A decision judged with foresight: what it was worth against the best of the other things that could be done.

    Attributes:
        verdict: ``better`` or ``costly`` only where the difference is more than two standard errors.
        gain: Worth of what was done less that of the best other thing, in goals (1: all of them).
        error: Its standard error.
        instead: The best other thing: the id of a card, or nothing.
    """

    quarter: int
    verdict: Verdict
    gain: float
    error: float
    instead: str


@dataclass(frozen=True)
class Weighed:
    """A decision and what it did: for each variant its effects, None where it could not be tried."""

    step: Step
    effects: Mapping[str, Effects | None]


@dataclass(frozen=True)
class Histories:
    """Whole histories by how their first goal's number ended: one dot each.

    Attributes:
        number: Which number.
        quarter: When it was read.
        you: Where this run ended.
        yours: Your decisions, other dice.
        others: Other strategies, your dice.
        nobody: Nobody acts, other dice.
    """

    number: str
    quarter: int
    you: float
    yours: Sequence[float]
    others: Sequence[float]
    nobody: Sequence[float]

    @property
    def choices(self) -> float:
        """What the decisions were worth: you on all dice, less nobody on all dice."""
        return _mean(self.yours) - _mean(self.nobody)

    @property
    def dice(self) -> float:
        """What the dice gave: this run, less your decisions on all dice."""
        return self.you - _mean(self.yours)


@dataclass(frozen=True)
class Skill:
    """The skill index and its limits.

    Attributes:
        here: Skill on the dice that fell; None where the reference is hardly better than nobody.
        index: Mean over shared seeds.
        seeds: On how many seeds it could be told.
        seed_luck: How much kinder this seed is to all strategies than other seeds are, in goals.
        seed_error: Its standard error.
    """

    here: float | None
    index: Estimate | None
    seeds: int
    seed_luck: float
    seed_error: float


@dataclass(frozen=True)
class Company:
    """Many plays of named strategies on the same dice.

    Attributes:
        metrics: The numbers compared, each with the quarter it is read in.
        strategies: Which strategy played each.
        values: For each metric, how each play ended.
    """

    metrics: tuple[tuple[str, int], ...]
    strategies: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Turning:
    """Until when it could still be turned: a steady government takes over in a quarter, and the futures are counted.

    Attributes:
        quarters: When it takes over.
        chances: In which share of futures it still succeeds.
        last: The last quarter with at least half of the best chance; None where there never was one.
    """

    quarters: tuple[int, ...]
    chances: tuple[float, ...]
    last: int | None


@dataclass(frozen=True)
class Held:
    """How often a forecast's band held: four futures of five were to lie in it.

    Attributes:
        kept: Bands that held where nothing new was decided in their time.
        among: Such bands.
        kept_decided: Bands that held although something was decided.
        among_decided: Such bands.
    """

    kept: int = 0
    among: int = 0
    kept_decided: int = 0
    among_decided: int = 0

    def __add__(self, other: "Held") -> "Held":
        return Held(
            self.kept + other.kept, self.among + other.among,
            self.kept_decided + other.kept_decided, self.among_decided + other.among_decided,
        )  # fmt: skip


@dataclass(frozen=True)
class Findings:
    """Everything a debrief computes."""

    decisions: tuple[Weighed, ...]
    regrets: tuple[Regret, ...]
    histories: Histories | None
    skill: Skill | None
    company: Company | None
    turning: Turning | None
    held: Held


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
