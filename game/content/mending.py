"""Puts something sound where the form is broken, so that one mistake does not hide what the rest of a file means.

What was put in is nobody's: whatever is said about it, or follows from it, is left unsaid.
"""

import copy
import types
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from game.content.authored import Bilingual
from game.content.complaint import Fault, Steps
from game.content.model_faults import validate

Model = TypeVar("Model", bound=BaseModel)
FOLLOWS: Mapping[str, tuple[Steps, ...]] = {
    "unknown_place": (("map", "places", "*", "id"),), "unknown_event": (("events", "*", "id"),),
    "unknown_choice": (("events", "*", "choices", "*", "id"),), "unknown_deed": (("events", "*", "id"), ("policies",)),
    "unknown_source": (("sources", "*", "key"),),
    "outside_frame": (("map", "frame"),), "more_than": (("map", "frame"),), "not_allowed_here": (("policies",),),
    "after_the_end": (("quarters",),), "nothing_to_pass": (("kind",),), "flows_of_a_flow": (("kind",),),
    "event_outside_level": (("start",), ("quarters",)),
    "answer_not_awaited": (("start",), ("quarters",), ("events", "*", "when")),
    "no_buyer": (("quarters",), ("industry",), ("formation",), ("mechanisms",), ("government",)),
}  # fmt: skip
"""For each rule the other parts it looks at: where one of them cannot be read, nothing is said by it."""

ROUNDS = 3
"""What was mended may show the next mistake in the same place: a list that has become too short."""
_STEP = frozenset({"step_needs", "step_ignores", "place_needed", "place_unused", "answer_not_awaited"})
"""Rules about how the parts of one step fit each other."""


def mended(model: type[Model], content: Any, faults: Sequence[Fault]) -> tuple[Model | None, list[Steps]]:
    """Return what the content says where its form is sound, and where something was put in that may mislead.

    It is None where nothing can be put in.
    """
    content, places = copy.deepcopy(content), []
    for _ in range(ROUNDS):
        for fault in faults:
            steps = _place(model, fault)
            if not steps or not _mend(model, content, steps):
                return None, []
            if Bilingual not in (_plain(_at(model, steps)), _plain(_at(model, steps[:-1]))):
                places.append(steps)
        found, faults = validate(model, content)
        if found is not None:
            return found, places
    return None, []


def misled(fault: Fault, places: Sequence[Steps]) -> bool:
    """Whether a fault may be none: it lies at, around or beside what was put in, or hangs on it by its rule."""
    parts = (fault.steps, *FOLLOWS.get(fault.rule, ()))
    beside = fault.rule in _STEP and any(place[:-1] == fault.steps[:-1] for place in places)
    return beside or any(_within(place, part) or _within(part, place) for place in places for part in parts)


def _within(inner: Steps, outer: Steps) -> bool:
    same = (one == other or "*" in (one, other) for one, other in zip(inner, outer, strict=False))
    return len(inner) >= len(outer) and all(same)


def _place(model: type[BaseModel], fault: Fault) -> Steps:
    """Return where something is to be mended: at the fault, or at what holds it where the model does not lead on."""
    steps = fault.steps
    while steps and fault.rule != "unknown_key" and _at(model, steps) is None:
        steps = steps[:-1]
    return steps


def _mend(model: type[BaseModel], content: Any, steps: Steps) -> bool:
    """Take out what need not be there, and put something sound in place of what must; False where it cannot be."""
    *way, last = steps
    try:
        for step in way:
            content = content[step]
        if isinstance(last, int) or _needed(_at(model, tuple(way)), last):
            content[last] = filler(_at(model, steps))
        else:
            content.pop(last, None)
    except (KeyError, IndexError, TypeError, AttributeError):
        return False
    return True


def _needed(owner: Any, key: str) -> bool:
    """Whether a key must be there."""
    field = _field(_plain(owner), key)
    return field is not None and bool(field.is_required())


def filler(kind: Any) -> Any:
    """Return the least that is sound of a kind."""
    bounds = _bounds(kind)
    plain = _plain(kind)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        needed = {name: field for name, field in plain.model_fields.items() if field.is_required()}
        return {field.alias or name: filler(_of(field)) for name, field in needed.items()}
    inner = get_args(plain)
    if get_origin(plain) is Literal:
        return inner[0]
    if get_origin(plain) is tuple:
        some = [inner[0]] * bounds.get("min_length", 0) if inner[-1] is Ellipsis else inner
        return [filler(one) for one in some]
    if plain in (int, float):
        return plain(bounds.get("ge", 1 if "gt" in bounds else 0))
    return {str: "x", bool: False}.get(plain, {})


def _at(kind: Any, steps: Steps) -> Any:
    """Follow a way through models, lists and mappings; None where it leads nowhere."""
    for step in steps:
        kind = next((found for one in _choices(kind) if (found := _inner(one, step)) is not None), None)
    return kind


def _inner(kind: Any, step: str | int) -> Any:
    plain, inner = _plain(kind), get_args(_plain(kind))
    if get_origin(plain) is tuple and isinstance(step, int):
        return inner[0] if inner[-1] is Ellipsis else inner[step] if step < len(inner) else None
    if inner and get_origin(plain) is not tuple and isinstance(step, str):
        return inner[-1]
    field = _field(plain, step)
    return None if field is None else _of(field)


def _field(plain: Any, key: str | int) -> Any:
    """Return the field of a model that an author writes under this key."""
    if not (isinstance(plain, type) and issubclass(plain, BaseModel)):
        return None
    return next((field for name, field in plain.model_fields.items() if (field.alias or name) == key), None)


def _of(field: Any) -> Any:
    """Return what a field holds, with its bounds."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _choices(kind: Any) -> Iterator[Any]:
    """Yield what a value may be: one thing, or the alternatives of a union."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        yield from (one for one in get_args(kind) if one is not type(None))
    elif kind is not None:
        yield kind


def _plain(kind: Any) -> Any:
    """Return the first thing a value may be, without its bounds."""
    first = next(_choices(kind), None)
    return _plain(first) if get_origin(first) is Annotated else first


def _bounds(kind: Any) -> dict[str, Any]:
    """Collect the bounds of a kind."""
    found: dict[str, Any] = {}
    while get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        for one in more:
            parts = getattr(one, "metadata", [one])
            found |= {name: getattr(part, name) for part in parts for name in ("ge", "gt", "min_length")
                      if getattr(part, name, None) is not None}  # fmt: skip
    return found
