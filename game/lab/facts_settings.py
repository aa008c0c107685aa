"""A stylised fact as it is written down: the sentence, where it comes from, its band, and how it is measured here."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from game.content.authored import Authored, Bilingual, Flag, Id, Number, Quarter, Text, Whole
from game.content.plan import PlanStep

Character = Literal["standardising", "electronics", "craft", "projects", "services"]
Formation = Literal["spontaneous", "mandated", "guided"]


class LeverShift(Authored):
    """A lever moved by hand for some quarters, where no card does exactly what was evaluated."""

    lever: Text
    by: Number
    quarter: Quarter
    quarters: Annotated[Whole, Field(ge=1, le=400)]


class Trial(Authored):
    """The level a fact is measured on, how it is changed, and for how long it runs.

    Attributes:
        level: Its id.
        industry: Another industry's character, instead of the level's own.
        formation: Another way of forming.
        parameters: Overrides of mechanisms' numbers.
        treasury: Money at the start, so that a programme does not end for lack of it.
        programmes: Cards, and when they are enacted.
        shifts: Levers moved without a card.
        quarters: How long.
    """

    level: Id = "reference"
    industry: Character | None = None
    formation: Formation | None = None
    parameters: Mapping[str, Number] = {}
    treasury: Number | None = None
    programmes: tuple[PlanStep, ...] = ()
    shifts: tuple[LeverShift, ...] = ()
    quarters: Annotated[Whole, Field(ge=8, le=600)] = 240

    @property
    def twin(self) -> "Trial":
        """The same region with nothing done to it: what a policy is measured against."""
        return self.model_copy(update={"programmes": (), "shifts": ()})

    @property
    def treated(self) -> bool:
        """Whether anything is done."""
        return bool(self.programmes or self.shifts)


class Source(Authored):
    """Who found it, and how well that was checked: only its abstract may have been read."""

    text: Text
    standing: Literal["confirmed", "secondary", "memory", "design"]


class Fact(Authored):
    """One sentence the model is held to.

    Attributes:
        id: Its number in the design sheet, such as ``C1``.
        sentence: The claim.
        measure: How it is measured here, in words.
        sources: Where it comes from.
        low: Lower end of the band, None for none.
        high: Upper end.
        statistic: Name of the function that measures it.
        options: Numbers the statistic takes.
        trials: Where it is measured; several are pooled.
        worlds: In how many worlds, for each trial.
        seed: Of the first world.
        beside: Other statistics of the same trials, shown without a band.
        named: Whether the design sheet's list names it.
        why_not: Why it is missed, or met only just; empty when it is surely met.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9_]{1,30}$")]
    sentence: Bilingual
    measure: Bilingual
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    low: Number | None = None
    high: Number | None = None
    statistic: Id
    options: Mapping[str, Number] = {}
    trials: Annotated[tuple[Trial, ...], Field(min_length=1)] = (Trial(),)
    worlds: Annotated[Whole, Field(ge=1, le=10_000)] = 200
    seed: Annotated[Whole, Field(ge=0)] = 410_000
    beside: tuple[Id, ...] = ()
    named: Flag = True
    why_not: Bilingual | None = None

    def holds(self, value: float) -> bool:
        """Whether a value lies in the band; what could not be measured does not."""
        above = value >= (self.low if self.low is not None else -float("inf"))
        return above and value <= (self.high if self.high is not None else float("inf"))


class FactFile(Authored):
    """One file: a fact, or a few that belong together."""

    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
