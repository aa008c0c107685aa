"""Questions about ideas: each in two parallel forms, so that what was asked before can be asked after.

Every answer says why it is right or not, about the matter and never about whoever answers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from game.content.authored import Authored, Bilingual, Flag, Id, Text, Whole
from game.content.complaint import Fault
from game.content.level import Level
from game.content.level_teaching import QuestionAnswer
from game.content.vocabulary import Vocabulary, check_names

MISCONCEPTIONS = 22
"""Beliefs that the game's situations confront, numbered."""

FormName = Literal["a", "b"]


class ReasonedAnswer(Authored):
    """One answer, and why it is right or not."""

    text: Bilingual
    right: Flag = False
    why: Bilingual


class Flows(Authored):
    """What comes in and what goes out, year by year: the question is about what stays."""

    into: Annotated[tuple[Whole, ...], Field(min_length=3, max_length=12)]
    out_of: Annotated[tuple[Whole, ...], Field(min_length=3, max_length=12)]


class Form(Authored):
    """One wording of a question."""

    text: Bilingual
    flows: Flows | None = None
    answers: Annotated[tuple[ReasonedAnswer, ...], Field(min_length=3, max_length=4)]


class QuestionPair(Authored):
    """One question in two forms.

    ``idea`` asks about the idea itself, ``transfer`` in another trade or place, ``flow`` about what stays of a flow.
    ``region`` names a real place that is told of; then a source is due.
    """

    id: Id
    kind: Literal["idea", "transfer", "flow"]
    concepts: Annotated[tuple[Text, ...], Field(min_length=1)]
    misconception: Annotated[Whole, Field(ge=1, le=MISCONCEPTIONS)] | None = None
    belief: Bilingual | None = None
    sources: tuple[Text, ...] = ()
    region: Bilingual | None = None
    a: Form
    b: Form


@dataclass(frozen=True)
class Item:
    """One question as it is asked.

    Attributes:
        id: ``pair.form``, or ``level.question`` where a level's author wrote it.
        concepts: What it is about.
        text: The question.
        answers: Exactly one of them is right.
        flows: What is drawn beside it.
        pair: The pair it belongs to; nothing for a level's own.
    """

    id: str
    concepts: tuple[str, ...]
    text: Bilingual
    answers: tuple[ReasonedAnswer | QuestionAnswer, ...]
    flows: Flows | None = None
    pair: QuestionPair | None = None

    @property
    def right(self) -> int:
        """The number of the right answer."""
        return next(k for k, answer in enumerate(self.answers) if answer.right)


def item(pair: QuestionPair, form: FormName) -> Item:
    """Return one form of a pair."""
    found = pair.a if form == "a" else pair.b
    return Item(f"{pair.id}.{form}", pair.concepts, found.text, found.answers, found.flows, pair)


def items(bank: Mapping[str, QuestionPair]) -> Mapping[str, Item]:
    """Return every form of every pair by its id."""
    both: tuple[FormName, FormName] = ("a", "b")
    found = (item(pair, form) for pair in bank.values() for form in both)
    return {one.id: one for one in found}


def own_items(level: Level, when: Literal["before", "after"]) -> list[Item]:
    """Return the questions that a level's author wrote."""
    return [
        Item(f"{level.id}.{q.id}", (q.concept,) if q.concept else (), q.text, q.answers)
        for q in level.questions
        if q.when == when
    ]


def check_question(pair: QuestionPair, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Find what is wrong within a pair, and between it and the rest of the game."""
    yield from check_names(("concepts",), "concept", pair.concepts, vocabulary.concepts)
    yield from check_names(("sources",), "source", pair.sources, vocabulary.sources)
    if (pair.misconception is None) != (pair.belief is None):
        yield Fault(("belief",), "belief_and_number", {"found": pair.misconception})
    if pair.region is not None and not pair.sources:
        yield Fault(("region",), "case_without_source", {"found": pair.region.en})
    for name, form in (("a", pair.a), ("b", pair.b)):
        right = sum(answer.right for answer in form.answers)
        if right != 1:
            yield Fault((name, "answers"), "one_right_answer", {"found": right})
        if (pair.kind == "flow") != (form.flows is not None):
            yield Fault((name, "flows"), "flows_of_a_flow", {"found": pair.kind})
        if form.flows is not None and len(form.flows.into) != len(form.flows.out_of):
            lengths = {"found": len(form.flows.out_of), "length": len(form.flows.into)}
            yield Fault((name, "flows"), "flows_alike", lengths)
    if len(pair.a.answers) != len(pair.b.answers):
        yield Fault(("b", "answers"), "forms_alike", {"found": len(pair.b.answers), "length": len(pair.a.answers)})
