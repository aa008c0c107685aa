"""What a level asks of whoever plays it: predictions, questions, and to make do with late and rough figures."""

from typing import Annotated, Literal

from pydantic import Field

from game.content.authored import Authored, Bilingual, Flag, Id, Number, Quarter, Text, Whole


class Prediction(Authored):
    """A curve the player draws before it happens."""

    indicator: Text
    at: Quarter
    text: Bilingual


class QuestionAnswer(Authored):
    """One answer to a question, and why it is right or not."""

    text: Bilingual
    right: Flag = False
    why: Bilingual | None = None


class Question(Authored):
    """A question about a concept, before or after play."""

    id: Id
    text: Bilingual
    concept: Text | None = None
    when: Literal["before", "after"] = "after"
    answers: Annotated[tuple[QuestionAnswer, ...], Field(min_length=2)]


class Statistics(Authored):
    """How late and how rough the published figures are; what happens is not touched by it."""

    lag: Annotated[Whole, Field(ge=0, le=8)] = 0
    noise: Annotated[Number, Field(ge=0, le=0.3)] = 0.0


class Hint(Bilingual):
    """A hint gives way once all of ``done`` is done, or where nothing is named, once anything is decided.

    Cards are started, events answered, numbers asked why of; and see ``LOOKS``.
    """

    done: tuple[Text, ...] = ()


LOOKS = ("family_tree", "diagnosis")
"""Pages that a hint can ask to open, beside the causes of every number."""
