"""What an overlay says of one moment: a sentence, a scale in words, and a value for every place or firm."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from game.explain.speech import Speaker
from game.simulation.region import Region

Look = Literal["disc", "stripes", "ring", "bars", "chevrons", "links"]
"""The shape that carries the value besides its colour."""


@dataclass(frozen=True)
class Reading:
    """One overlay, read off a region.

    Attributes:
        look: How values are drawn.
        sentence: What there is to see, in words.
        scale: Words for each step, from the least to the most.
        steps: Where one step ends and the next begins; one fewer than the words.
        places: The value of each place that has one.
        sizes: How large each place's mark is, from 0 to 1; all alike if none are given.
        labels: The number written at each of these places.
        firms: The value of each firm.
        km: How far a ring reaches, in km.
        links: The links of the chain by name, and which of them are there.
    """

    look: Look
    sentence: str
    scale: tuple[str, ...]
    steps: tuple[float, ...]
    places: Mapping[int, float] = field(default_factory=dict)
    sizes: Mapping[int, float] = field(default_factory=dict)
    labels: Mapping[int, str] = field(default_factory=dict)
    firms: Mapping[int, float] = field(default_factory=dict)
    km: float = 0.0
    links: tuple[tuple[str, bool], ...] = ()

    def level(self, value: float) -> int:
        """Return the step of the scale a value stands on, from 0."""
        return bisect_right(self.steps, value)


@dataclass(frozen=True)
class Overlay:
    """Something that can be laid over the map; its name is ``overlay.<id>.name``."""

    id: str
    key: str
    read: Callable[[Region, Speaker], Reading]
