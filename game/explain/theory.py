"""The theory page of a mechanism, read from its own docstring and declarations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.content import library
from game.content.words import Words
from game.simulation.mechanisms import ALL
from game.simulation.parameter import Parameter

PARTS = ("theory", "claim", "boundary")
_CODE = re.compile(r" \(``[^`]*``\)")
_PART = re.compile(r"^(Theory|Claim|Boundary): ", re.MULTILINE)


@dataclass(frozen=True)
class Theory:
    """What one mechanism says of itself.

    Attributes:
        name: The mechanism.
        title: Its first sentence.
        parts: Theory, claim and boundary, as they are written in the code (in English).
        parameters: Its numbers by name.
        moved_by: Which policies move each of its levers.
        changes: Which causes it writes to each stock.
    """

    name: str
    title: str
    parts: Mapping[str, str]
    parameters: Mapping[str, Parameter]
    moved_by: Mapping[str, Sequence[str]]
    changes: Mapping[str, Sequence[str]]


def names() -> tuple[str, ...]:
    """List the mechanisms in the order in which a quarter runs."""
    return tuple(ALL)


def theory(name: str) -> Theory:
    """Read the page of a mechanism.

    Raises:
        KeyError: There is no such mechanism.
    """
    mechanism = ALL[name]
    title, _, rest = (mechanism.module.__doc__ or "").strip().partition("\n\n")
    pieces = _PART.split(rest)
    parts = {label.lower(): _sentence(text) for label, text in zip(pieces[1::2], pieces[2::2], strict=True)}
    levers = [key for key, parameter in mechanism.parameters.items() if parameter.lever]
    moved = {key: _movers(f"{name}.{key}") for key in levers}
    return Theory(name, " ".join(title.split()), parts, mechanism.parameters, moved, mechanism.changes)


def _sentence(text: str) -> str:
    whole = _CODE.sub("", " ".join(text.split())).replace("``", "")
    return whole[:1].upper() + whole[1:]


def _movers(lever: str) -> tuple[str, ...]:
    cards = library.policies().values()
    return tuple(card.id for card in cards if any(shift.lever == lever for shift in card.shifts))


def mark_of(parameter: Parameter, say: Words) -> str:
    """Write where a number comes from: a choice, a trial, a fit, or the work it was taken from."""
    if parameter.source in ("design", "prototype", "calibrated"):
        return say(f"codex.from_mark.{parameter.source}")
    *who, year = parameter.source.split("_")
    return f"{' '.join(one.capitalize() for one in who)} {year}" if who else year.capitalize()


def pages(say: Words) -> Sequence[tuple[str, str]]:
    """List every mechanism with its name in the reader's language."""
    return tuple((name, say(f"theory.{name}.name")) for name in names())
