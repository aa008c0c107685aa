"""A level as an instructor writes it: the region at the start, what may be done, what may happen, what counts."""

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from game.content.authored import (
    Authored,
    Bilingual,
    Flag,
    Id,
    NotNegative,
    Number,
    Operator,
    Positive,
    Quarter,
    Share,
    Text,
    Whole,
)
from game.content.event import Event, When
from game.content.level_map import Map
from game.content.level_teaching import Hint, Prediction, Question, Statistics
from game.content.plan import PlanStep

FORMAT = 1
PRODUCTS = 8


class Start(Authored):
    """The first quarter in the calendar."""

    year: Annotated[Whole, Field(ge=1000, le=2200)]
    quarter: Annotated[Whole, Field(ge=1, le=4)]


class Industry(Authored):
    """What is made, and how it lends itself to learning and copying."""

    name: Bilingual
    character: Literal["standardising", "electronics", "craft", "projects", "services"]
    learning_rate: Annotated[Number, Field(ge=0, le=0.5)] | None = None
    minimum_scale: Positive | None = None
    products: Annotated[tuple[Bilingual, ...], Field(min_length=PRODUCTS, max_length=PRODUCTS)]


class FirmGroup(Authored):
    """Firms that are there at the start; ``style`` is where on the circle of products they lie, in turns."""

    count: Annotated[Whole, Field(ge=1, le=200)]
    place: Text
    size: Positive = 1.2
    style: Share = 0.5
    spread: Share = 1.0
    cash: Number = 3.0
    kind: Literal["maker", "anchor"] = "maker"


class Firms(Authored):
    """The cluster at the start."""

    groups: tuple[FirmGroup, ...]
    trust: Share | None = None
    lock_in: Share | None = None
    skill: Annotated[Number, Field(ge=0.3, le=1.25)] | None = None


class Unit(Bilingual):
    """The money shown: its name, how much of it is one unit of the simulation, and whose money it is."""

    factor: Positive
    currency: Bilingual | None = None


class Vote(Authored):
    """The council votes every so many quarters; below the threshold the government falls."""

    every: Annotated[Whole, Field(ge=1, le=80)] = 16
    threshold: Share = 0.35


class Government(Authored):
    """What the player begins with."""

    treasury: Number
    income: NotNegative
    attention: Annotated[Number, Field(ge=1, le=4)]
    support: Share
    unit: Unit | None = None
    vote: Vote | None = None


def _form(allowed: Any) -> str:
    return "all" if isinstance(allowed, str) else "list"


class LevelPolicies(Authored):
    """Which cards are on the desk."""

    allowed: Annotated[
        Annotated[Literal["all"], Tag("all")] | Annotated[tuple[Text, ...], Tag("list")], Discriminator(_form)
    ]
    forbidden: tuple[Text, ...] = ()
    prices: Mapping[str, NotNegative] = {}


class Goal(Authored):
    """What counts. ``by``: once until then; ``at``: in that quarter; ``for``: so long on end; ``until``: all along."""

    id: Id
    text: Bilingual
    indicator: Text
    op: Operator
    value: Number
    by: Quarter | None = None
    at: Quarter | None = None
    for_: Annotated[Quarter | None, Field(alias="for")] = None
    until: Quarter | None = None
    after: Quarter | None = None
    weight: Positive = 1.0
    kind: Literal["pass", "fail", "optional"] = "pass"
    hidden: Flag = False


class Expectation(Authored):
    """What the author says happens when nobody governs, in at least this share of worlds."""

    text: Bilingual
    indicator: Text
    op: Operator
    value: Number
    at: Quarter | None = None
    share: Share = 0.9


class RealPoint(Authored):
    """One figure of the true course."""

    year: Annotated[Whole, Field(ge=1000, le=2200)]
    value: Number
    source: Text


class RealCourse(Authored):
    """How it really went. ``one`` of the game stands for so many real ones of this number."""

    indicator: Text
    one: Positive
    unit: Bilingual
    points: Annotated[tuple[RealPoint, ...], Field(min_length=2)]


class Source(Authored):
    """Where a claim comes from."""

    key: Text
    text: Text
    url: Text | None = None
    standing: Literal["confirmed", "secondary", "design"]


class Level(Authored):
    """One playable region."""

    format: Literal[1]
    id: Id
    title: Bilingual
    kind: Literal["lesson", "history", "contrast", "sandbox"]
    teaches: tuple[Text, ...]
    meets: tuple[Text, ...] = ()
    brief: Bilingual
    start: Start
    quarters: Annotated[Whole, Field(ge=4, le=400)]
    formation: Literal["spontaneous", "mandated", "guided"]
    industry: Industry
    map: Map
    firms: Firms
    government: Government
    policies: LevelPolicies
    mechanisms: Mapping[str, Number] = {}
    events: tuple[Event, ...] = ()
    goals: tuple[Goal, ...]
    predictions: tuple[Prediction, ...] = ()
    questions: tuple[Question, ...] = ()
    hints: tuple[Hint, ...] = ()
    solution: tuple[PlanStep, ...] = ()
    history: tuple[PlanStep, ...] = ()
    expect: tuple[Expectation, ...] = ()
    sources: tuple[Source, ...] = ()
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    licence: Text
    scale: Bilingual | None = None
    statistics: Statistics | None = None
    real_course: tuple[RealCourse, ...] = ()
    dice: Annotated[Whole, Field(ge=0)] = 40

    def allows(self, policy: str) -> bool:
        """Whether a card is on this level's desk."""
        listed = self.policies.allowed == "all" or policy in self.policies.allowed
        return listed and policy not in self.policies.forbidden

    def quarter_of(self, when: When) -> int:
        """Return the quarter of the level, counted from 0, at which an event is due."""
        if when.year is None:
            return when.quarter
        return 4 * (when.year - self.start.year) + when.quarter - self.start.quarter

    def due(self) -> dict[str, int]:
        """Return the quarter of every event at a fixed date; a quarter later its first answer has been taken.

        One that lies outside the level never waits, and is complained of where it stands.
        """
        dated = {event.id: self.quarter_of(event.when) for event in self.events if event.when is not None}
        return {id_: quarter for id_, quarter in dated.items() if 0 <= quarter < self.quarters}

    def date_of(self, quarter: int) -> tuple[int, int]:
        """Return the year and its quarter (1 to 4) of a quarter of the level."""
        passed = self.start.quarter - 1 + quarter
        return self.start.year + passed // 4, passed % 4 + 1


_NOTES = {"__all__": {"note"}}
_SAID: Any = {
    "meets": True, "map": {"at"}, "solution": _NOTES, "history": _NOTES,
    "hints": {"__all__": {"done"}}, "authors": True, "licence": True, "sources": True, "dice": True,
}  # fmt: skip
"""What a fingerprint leaves out, beside every text in two languages."""


def digest(level: Level) -> str:
    """Return a fingerprint of what acts in a level: whoever mends a word leaves recordings, codes and proofs valid.

    It is the same whatever the layout, comments or order of keys. Keys left to their defaults do not enter, so a new
    optional key leaves old recordings valid too. Nor does what changes no course: texts, who wrote them and after
    whom, what else it meets, where the world map shows it, and what is said about the steps of its plans.
    """
    content = level.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude=_SAID)
    text = json.dumps(_unsaid(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _unsaid(content: Any) -> Any:
    """Leave out what is said, in either language."""
    if isinstance(content, dict):
        return {key: _unsaid(value) for key, value in content.items() if key not in Bilingual.model_fields}
    return [_unsaid(value) for value in content] if isinstance(content, list) else content
