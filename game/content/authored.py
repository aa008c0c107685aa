"""What everything that people write has in common: strict keys, both languages, sourced claims."""

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, Strict, field_validator, model_validator
from pydantic_core import PydanticCustomError

from game.content.language import Language, placeholders

_FOLD = re.compile("(?<=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef”’]) +(?=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“‘])")

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]
Flag = Annotated[bool, Strict()]
Share = Annotated[float, Strict(), Field(ge=0, le=1)]
Positive = Annotated[float, Strict(), Field(gt=0, allow_inf_nan=False)]
NotNegative = Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
Quarter = Annotated[int, Strict(), Field(ge=0, le=400)]
"""A quarter of the level, counted from 0."""

Operator = Literal[">=", "<="]


class Authored(BaseModel):
    """Anything written in a file: unknown keys are refused, and nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Bilingual(Authored):
    """A text in English and Simplified Chinese: equal citizens, both required."""

    en: Text
    zh: Text

    @field_validator("zh")
    @classmethod
    def _without_folds(cls, text: str) -> str:
        # YAML joins folded lines with a space; between Chinese characters there is none.
        return _FOLD.sub("", text)

    def __getitem__(self, language: Language) -> str:
        return self.en if language == "en" else self.zh

    @model_validator(mode="after")
    def _same_placeholders(self) -> Self:
        en, zh = placeholders(self.en), placeholders(self.zh)
        if en is None or zh is None:
            raise PydanticCustomError("broken_placeholder", "a brace is left open")
        if en != zh:
            only = {"en": ", ".join(sorted(en)), "zh": ", ".join(sorted(zh))}
            raise PydanticCustomError("different_placeholders", "placeholders differ", only)
        return self


class Condition(Authored):
    """Something measured that must hold."""

    indicator: Text
    op: Operator
    value: Number


class Shift(Authored):
    """A lever and how far it is moved at full strength."""

    lever: Text
    by: Number


class Evidence(Authored):
    """What was found where it was tried, and how well that is known."""

    text: Bilingual
    source: Text
    standing: Literal["confirmed", "secondary", "claim", "design"]
