"""How many firms a house stands for, so that towns stay towns: first houses shrink, then one stands for several."""

from collections.abc import Iterator
from dataclasses import dataclass

ROOM = 26
"""Houses of full size that a town holds before it grows into its neighbours."""
LADDER = (1.0, 1.5, 2.25, 3.4)
"""Magnifications at which more houses find room."""
SHRINK = (1.0, 0.85, 0.72)
EACH = (1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True)
class Crowding:
    """How a crowd is drawn.

    Attributes:
        each: How many firms the house with a number stands for; 1 where every firm has its own.
        scale: How large houses and gaps are on the unmagnified sheet.
    """

    each: int
    scale: float

    def holds(self, most: int) -> bool:
        """Whether a town of so many firms fits."""
        return -(-most // self.each) <= ROOM / self.scale**2


def crowding(most: int, zoom: float) -> Crowding:
    """Return how to draw a region whose largest town has so many firms, magnified so much.

    Whoever looks closer sees more houses, each for fewer firms; with room for every firm nothing moves.
    """
    return next(way for way in _ways(zoom) if way.holds(most) or way.each == EACH[-1])


def _ways(zoom: float) -> Iterator[Crowding]:
    for each in EACH:
        for near in LADDER:
            if near <= zoom + 1e-9:
                # A house with a number needs room for it.
                yield from (Crowding(each, shrink / near) for shrink in (SHRINK if each == 1 else SHRINK[:1]))


def chunks(firms: list[int], each: int) -> Iterator[tuple[int, ...]]:
    """Yield so many firms at a time, the last ones together."""
    for start in range(0, len(firms), each):
        yield tuple(firms[start : start + each])
