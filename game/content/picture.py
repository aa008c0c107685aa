"""A picture drawn with the game's own means: a row of little houses, and the threads between their roofs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from game.content.authored import Authored, Text, Whole
from game.content.complaint import Fault, Steps

_HOUSE = re.compile(r"(?P<kind>[0-7])\.(?P<lit>[0-6])(\.(?P<stone>[0-5]))?(?P<wide>\+?)(?P<fresh>\*?)")

Pair = Annotated[tuple[Whole, Whole], Field()]


@dataclass(frozen=True)
class House:
    """One house: what it makes, lit windows, stone, and whether it is large or new."""

    kind: int
    lit: int
    stone: int = 0
    wide: bool = False
    fresh: bool = False


class Picture(Authored):
    """Houses from left to right, and what ties them.

    A house is written ``kind.lit`` or ``kind.lit.stone``, with ``+`` when it is large and ``*`` when it is new; ``-``
    leaves a gap. Threads name houses by their number from 0, gaps counted.
    """

    houses: Annotated[Text, Field(pattern=r"^(-|[0-7]\.[0-6](\.[0-5])?\+?\*?)( (-|[0-7]\.[0-6](\.[0-5])?\+?\*?))*$")]
    threads: tuple[Pair, ...] = ()
    broken: tuple[Pair, ...] = ()
    outside: tuple[Whole, ...] = ()

    @property
    def row(self) -> tuple[House | None, ...]:
        """The houses; None where a gap is left."""
        return tuple(_house(one) for one in self.houses.split(" "))


def _house(text: str) -> House | None:
    found = _HOUSE.fullmatch(text)
    if found is None:
        return None
    stone = int(found["stone"] or 0)
    return House(int(found["kind"]), int(found["lit"]), stone, bool(found["wide"]), bool(found["fresh"]))


def check_picture(steps: Steps, picture: Picture | None) -> Iterator[Fault]:
    """Complain about threads that end at no house."""
    if picture is None:
        return
    for key in ("threads", "broken", "outside"):
        for k, ends in enumerate(getattr(picture, key)):
            for end in ends if isinstance(ends, tuple) else (ends,):
                if not 0 <= end < len(picture.row) or picture.row[end] is None:
                    high = len(picture.row) - 1
                    yield Fault((*steps, key, k), "out_of_range", {"found": end, "low": 0, "high": high})
