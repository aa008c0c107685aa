"""Turns what pydantic found into faults with plain rules and a place in the file."""

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.content.authored import Bilingual
from game.content.complaint import Fault, Steps, nearest

Model = TypeVar("Model", bound=BaseModel)

_RULES = {
    "string_type": "expected_text",
    "int_type": "expected_whole",
    "int_from_float": "expected_whole",
    "float_type": "expected_number",
    "bool_type": "expected_flag",
    "tuple_type": "expected_list",
    "dict_type": "expected_mapping",
    "mapping_type": "expected_mapping",
    "model_type": "expected_mapping",
    "greater_than_equal": "at_least",
    "less_than_equal": "at_most",
    "greater_than": "more_than",
    "less_than": "less_than",
    "too_short": "too_few",
    "too_long": "too_many",
    "string_too_short": "empty_text",
    "broken_placeholder": "broken_placeholder",
    "different_placeholders": "different_placeholders",
}
"""Kind of error → rule."""

_LIMITS = {"ge": "low", "gt": "low", "le": "high", "lt": "high", "min_length": "low", "max_length": "high"}


def validate(model: type[Model], content: Any) -> tuple[Model | None, list[Fault]]:
    """Check content against a model.

    Args:
        model: What it should be.
        content: Plain mappings, lists, texts and numbers.

    Returns:
        The checked object, or None and everything that is wrong at once.
    """
    try:
        return model.model_validate(content), []
    except ValidationError as error:
        faults = [_fault(model, content, detail) for detail in error.errors(include_url=False)]
        return None, faults


def _fault(model: type[BaseModel], content: Any, detail: ErrorDetails) -> Fault:
    """Put one error in our terms."""
    steps = _steps(content, detail["loc"])
    kind, found, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "missing":
        return _missing(model, steps)
    if kind == "extra_forbidden":
        keys = keys_of(_model_at(model, steps[:-1]))
        return Fault(steps, "unknown_key", {"found": steps[-1], "options": keys, "nearest": nearest(steps[-1], keys)})
    if kind == "literal_error":
        options = tuple(_literals(str(context["expected"])))
        return Fault(steps, "one_of", {"found": found, "options": options, "nearest": nearest(found, options)})
    if kind == "string_pattern_mismatch":
        return Fault(steps, "empty_text" if context["pattern"] == r"\S" else "bad_id", {"found": found})
    if kind == "model_type" and _is_bilingual(model, steps):
        return Fault(steps, "expected_both_languages", {"found": found})
    limits = {_LIMITS[key]: value for key, value in context.items() if key in _LIMITS}
    if kind in ("too_short", "too_long"):
        found = context.get("actual_length") or len(found)
    if kind == "different_placeholders":
        limits = {"en": context["en"], "zh": context["zh"]}
    return Fault(steps, _RULES.get(kind, "invalid"), {"found": found, "message": detail["msg"], **limits})


def _missing(model: type[BaseModel], steps: Steps) -> Fault:
    """Something that must be there is not: a key, a language, or the second of a pair."""
    if isinstance(steps[-1], int):
        return Fault(steps[:-1], "expected_pair", {"found": steps[-1]})
    owner = _model_at(model, steps[:-1])
    bilingual = owner is not None and issubclass(owner, Bilingual) and steps[-1] in ("en", "zh")
    values = {"found": None, "key": steps[-1], "model": owner.__name__ if owner else ""}
    return Fault(steps, "missing_language" if bilingual else "missing_key", values)


def _steps(content: Any, loc: tuple[int | str, ...]) -> Steps:
    """Return the way through the content, without the names of alternatives that pydantic adds."""
    steps: list[str | int] = []
    for k, step in enumerate(loc):
        if isinstance(content, dict) and step in content:
            content = content[str(step)]
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
        elif k < len(loc) - 1 or not isinstance(content, dict | list) or _is_tag(content, step):
            continue
        steps.append(step)
    return tuple(steps)


def _is_tag(content: Any, step: str | int) -> bool:
    """Whether a step cannot be a key or number of what it stands in."""
    return isinstance(content, list) and isinstance(step, str)


def _model_at(model: type[BaseModel], steps: Steps) -> type[BaseModel] | None:
    """Follow a way through the models; numbers of list items and keys of free mappings are passed over."""
    here: type[BaseModel] | None = model
    for step in steps:
        if isinstance(step, int) or here is None:
            if here is not None and "root" in here.model_fields:
                here = _inner(here.model_fields["root"].annotation)
            continue
        field = next((f for name, f in here.model_fields.items() if (f.alias or name) == step), None)
        here = _inner(field.annotation) if field else None
    return here


def _inner(annotation: Any) -> type[BaseModel] | None:
    """Return the one model inside an annotation such as ``tuple[Event, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_inner(part) for part in get_args(annotation))
    return next((part for part in found if part), None)


def _is_bilingual(model: type[BaseModel], steps: Steps) -> bool:
    owner = _model_at(model, steps)
    needed = [name for name, field in owner.model_fields.items() if field.is_required()] if owner else []
    return needed == ["en", "zh"]


def keys_of(model: type[BaseModel] | None) -> tuple[str, ...]:
    """List the keys an author may write."""
    return tuple(field.alias or name for name, field in model.model_fields.items()) if model else ()


def _literals(expected: str) -> Iterator[str]:
    """Take apart pydantic's ``'a', 'b' or 'c'``."""
    for part in expected.replace(" or ", ", ").split(", "):
        yield part.strip("'")
