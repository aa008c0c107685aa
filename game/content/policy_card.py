"""A policy card: what a government may do, what it costs, which levers it moves, and what the evidence says."""

import re
from typing import Annotated, Literal

from pydantic import Field

from game.content.authored import (
    Authored,
    Bilingual,
    Condition,
    Evidence,
    Flag,
    Id,
    NotNegative,
    Number,
    Share,
    Shift,
    Text,
    Whole,
)

MOST_WORDS = 8
MOST_CHARACTERS = 16
_CHINESE = re.compile("[\u3400-\u9fff]")


class PolicyCard(Authored):
    """One card. Money is in the simulation's unit, time in quarters."""

    id: Id
    family: Literal["attract", "train", "trust", "share", "name", "renew"]
    name: Bilingual
    tagline: Bilingual
    text: Bilingual
    concepts: tuple[Text, ...]
    price: NotNegative
    upkeep: NotNegative
    attention: Annotated[Whole, Field(ge=1, le=3)]
    delay: Annotated[Whole, Field(ge=0, le=40)]
    ramp: Annotated[Whole, Field(ge=1, le=40)]
    decay: Share
    lasts: Annotated[Whole, Field(ge=1, le=400)] | None = None
    place: Literal["none", "one"]
    sizes: Annotated[Whole, Field(ge=1, le=3)]
    support: Number = 0.0
    temptation: Flag = False
    shifts: Annotated[tuple[Shift, ...], Field(min_length=1)]
    needs: tuple[Condition, ...] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]

    @property
    def placed(self) -> bool:
        """Whether it is enacted at one place."""
        return self.place == "one"


def tagline_length(tagline: Bilingual) -> tuple[int, int]:
    """Count a tagline's English words and Chinese characters."""
    return len(tagline.en.split()), len(_CHINESE.findall(tagline.zh))
