"""The names that authored content may use, and what is said when a name is not among them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from game.content.authored import Condition, Shift
from game.content.complaint import Fault, Severity, Steps, nearest
from game.content.policy_card import PolicyCard
from game.simulation.indicators import SHARES
from game.simulation.parameter import Parameter


@dataclass(frozen=True)
class Vocabulary:
    """Everything that content may name.

    Attributes:
        parameters: Every number of every mechanism, ``"mechanism.parameter"``.
        indicators: What can be measured.
        policies: The cards by id.
        concepts: The ids of the concepts.
        sources: The keys of what cards may cite.
        industries: The numbers of each industry profile.
    """

    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    indicators: Sequence[str] = ()
    policies: Mapping[str, PolicyCard] = field(default_factory=dict)
    concepts: Sequence[str] = ()
    sources: Sequence[str] = ()
    industries: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """The pages of the simulation."""
        return tuple(dict.fromkeys(key.partition(".")[0] for key in self.parameters))

    @property
    def levers(self) -> tuple[str, ...]:
        """The parameters that policies and events may shift."""
        return tuple(key for key, parameter in self.parameters.items() if parameter.lever)


def check_name(
    steps: Steps, kind: str, name: str, known: Sequence[str], severity: Severity = "error"
) -> Iterator[Fault]:
    """Complain about a name nobody knows.

    Args:
        steps: Where it stands.
        kind: What it should name: ``place``, ``policy``, ``concept``, ``indicator`` …
        name: The name.
        known: The names there are.
        severity: How bad it is.
    """
    if name not in known:
        values = {"found": name, "options": tuple(known), "nearest": nearest(name, known)}
        yield Fault(steps, f"unknown_{kind}", values, severity)


def check_names(steps: Steps, kind: str, names: Sequence[str], known: Sequence[str]) -> Iterator[Fault]:
    """Complain about every unknown name in a list."""
    for k, name in enumerate(names):
        yield from check_name((*steps, k), kind, name, known)


def check_unique(steps: Steps, names: Sequence[str], key: str = "id") -> Iterator[Fault]:
    """Complain about the second of two things that have the same name."""
    for k, name in enumerate(names):
        if name in names[:k]:
            yield Fault((*steps, k, key), "not_unique", {"found": name})


def check_conditions(steps: Steps, conditions: Sequence[Condition], vocabulary: Vocabulary) -> Iterator[Fault]:
    """Complain about conditions on something that is not measured."""
    for k, condition in enumerate(conditions):
        yield from check_name((*steps, k, "indicator"), "indicator", condition.indicator, vocabulary.indicators)
        yield from check_share((*steps, k, "value"), condition.indicator, condition.value)


def check_share(steps: Steps, indicator: str, value: float) -> Iterator[Fault]:
    """Complain about a share that was written as a number of per cent: 50 can only have meant 50 %."""
    if indicator in SHARES and not 0 <= value <= 1:
        yield Fault(steps, "share_above_one", {"found": value})


def check_shifts(steps: Steps, shifts: Sequence[Shift], vocabulary: Vocabulary) -> Iterator[Fault]:
    """Complain about each shift, and about a lever that is shifted twice in one breath."""
    moved: list[tuple[str, str | None]] = []
    for k, shift in enumerate(shifts):
        yield from check_shift((*steps, k), shift, vocabulary)
        one = (shift.lever, getattr(shift, "place", None))
        if one in moved:
            yield Fault((*steps, k, "lever"), "lever_twice", {"found": shift.lever})
        moved.append(one)


def check_shift(steps: Steps, shift: Shift, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Complain about a shift of something that is no lever, or farther than the lever reaches."""
    parameter = vocabulary.parameters.get(shift.lever)
    if parameter is None or not parameter.lever:
        rule = "unknown_lever" if parameter is None else "not_a_lever"
        found = {"found": shift.lever, "options": vocabulary.levers, "nearest": nearest(shift.lever, vocabulary.levers)}
        yield Fault((*steps, "lever"), rule, found)
        return
    reach = parameter.high - parameter.low
    if abs(shift.by) > reach:
        values = {"found": shift.by, "low": -reach, "high": reach, "lever": shift.lever}
        yield Fault((*steps, "by"), "shift_too_far", values)
