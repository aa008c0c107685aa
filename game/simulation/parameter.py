"""A number in a rule: its default, its sensible range, its unit and where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parameter:
    """One declared number of a mechanism.

    Attributes:
        default: The value used when a level says nothing.
        low: The smallest value a level may set.
        high: The largest value a level may set.
        unit: What the number counts, in plain words.
        source: A key of the literature, ``prototype`` or ``design``.
        lever: Whether a policy or an event may shift it while the game runs.
        place: Whether a shift acts at one place rather than on the whole region.
    """

    default: float
    low: float
    high: float
    unit: str
    source: str = "design"
    lever: bool = False
    place: bool = False
