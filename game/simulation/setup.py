"""What a level gives the simulation: numbers only, no words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.simulation.policy import Policy
from game.simulation.shocks import Event


@dataclass(frozen=True)
class Place:
    """A town or a park: where it lies (km), how much room it has, how many people (thousands)."""

    id: str
    x_km: float
    y_km: float
    land: float = 1.0
    people: float = 1.0


@dataclass(frozen=True)
class Group:
    """Firms that are there at the start.

    ``style`` is the centre of their products on the circle (turns), ``spread`` how far they lie around it.
    An anchor is a branch plant: large, and run from elsewhere.
    """

    count: int
    place: int = 0
    size: float = 1.2
    style: float = 0.5
    spread: float = 1.0
    cash: float = 3.0
    anchor: bool = False


@dataclass(frozen=True)
class Setup:
    """One level, as numbers.

    Attributes:
        places: At least one.
        groups: The firms at the start.
        parameters: Overrides, ``"mechanism.parameter" → value``.
        start: Opening values of stocks of the region (trust, treasury, support …).
        policies: The cards that may be played.
        events: What may happen from outside.
        capacity: The most firms there can be.
        quarters: How long the level lasts.
    """

    places: tuple[Place, ...]
    groups: tuple[Group, ...]
    parameters: Mapping[str, float] = field(default_factory=dict)
    start: Mapping[str, float] = field(default_factory=dict)
    policies: tuple[Policy, ...] = ()
    events: tuple[Event, ...] = ()
    capacity: int = 256
    quarters: int = 120
