"""An event: what happens from outside, when, and what may be answered. It acts only through levers."""

from typing import Annotated

from pydantic import Field

from game.content.authored import (
    Authored,
    Bilingual,
    Condition,
    Flag,
    Id,
    NotNegative,
    Number,
    Shift,
    Text,
    Whole,
)


class When(Authored):
    """A time: a quarter of the level counted from 0, or a quarter (1 to 4) of a year."""

    quarter: Annotated[Whole, Field(ge=0, le=400)]
    year: Whole | None = None


class TimedShift(Shift):
    """A lever moved for some quarters, in the whole region or at one place."""

    for_: Annotated[Whole, Field(alias="for", ge=1, le=400)]
    place: Text | None = None


class Choice(Authored):
    """One answer to an event."""

    id: Id
    label: Bilingual
    text: Bilingual | None = None
    price: NotNegative = 0.0
    support: Number = 0.0
    shifts: tuple[TimedShift, ...] = ()


class Event(Authored):
    """Something that happens at a time, or while its conditions hold; the first answer is the usual one."""

    id: Id
    title: Bilingual
    text: Bilingual
    source: Text | None = None
    when: When | None = None
    if_: Annotated[tuple[Condition, ...], Field(alias="if")] = ()
    chance: Annotated[Number, Field(gt=0, le=1)] = 1.0
    once: Flag = True
    shifts: tuple[TimedShift, ...] = ()
    choices: tuple[Choice, ...] = ()
