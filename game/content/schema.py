"""JSON Schemas for editors, from the same models that check the files."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from game.content.concept_card import ConceptCard
from game.content.descriptions import describe
from game.content.language import Language
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.content.question import QuestionPair

MODELS: Mapping[str, type[BaseModel]] = {
    "level": Level, "policy": PolicyCard, "concept": ConceptCard, "question": QuestionPair,
}  # fmt: skip
"""Kinds of files that have a schema."""


def schema(kind: str, language: Language) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file.

    Raises:
        KeyError: There is no such kind.
    """
    model = MODELS[kind]
    content = model.model_json_schema(by_alias=True)
    for owner, block in [(model.__name__, content), *content.get("$defs", {}).items()]:
        _explain(owner, block, language)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **content}


def _explain(owner: str, block: dict[str, Any], language: Language) -> None:
    """Add what each key is for, in the reader's language."""
    for key, value in block.get("properties", {}).items():
        text = describe(owner, key, language)
        if text:
            value["description"] = text
