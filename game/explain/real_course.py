"""How it really went, beside the play: what the sources say, as far as the player's calendar has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.content import numbers
from game.content.citations import source_told
from game.content.level import Level, RealPoint
from game.explain.speech import Speaker


@dataclass(frozen=True)
class RealLine:
    """The true course of one number, in the game's own unit.

    Attributes:
        first: The quarter it begins in.
        values: Quarter by quarter, straight between the years that are known.
        caption: What one of the game's stands for, and who counted.
    """

    first: int
    values: tuple[float, ...]
    caption: str


def real_line(level: Level, number: str, quarter: int, speaker: Speaker) -> RealLine | None:
    """Return the true course of a number up to a quarter; None before two of its years are known.

    A history does not tell its own end: years to come are left out until the play has reached them.
    """
    course = next((one for one in level.real_course if one.indicator == number), None)
    if course is None:
        return None
    known = [(at, point) for point in course.points if 0 <= (at := _quarter(level, point)) <= quarter]
    if len(known) < 2:
        return None
    values = _between([(at, point.value / course.one) for at, point in known])
    texts = {source.key: source_told(source.text, speaker.language) for source in level.sources}
    named = dict.fromkeys(texts[point.source] for _, point in known)
    caption = speaker.words(
        "real.caption", amount=numbers.number(course.one), unit=course.unit[speaker.language],
        sources=speaker.words("real.and").join(named),
    )  # fmt: skip
    return RealLine(known[0][0], values, caption)


def _quarter(level: Level, point: RealPoint) -> int:
    """Return the first quarter of a point's year, counted from the level's beginning."""
    return 4 * (point.year - level.start.year) + 1 - level.start.quarter


def _between(known: Sequence[tuple[int, float]]) -> tuple[float, ...]:
    """Fill the quarters between known ones in a straight line."""
    values: list[float] = []
    for (since, low), (until, high) in pairwise(known):
        values += [low + (high - low) * k / (until - since) for k in range(until - since)]
    return (*values, known[-1][1])
