"""How values, changes and years are written on a printed chart, and the courses that are drawn."""

from collections.abc import Callable

from game.explain.speech import Speaker
from game.session.session import Session


def writer(speaker: Speaker, number: str) -> Callable[[float], str]:
    """Return how a number's values are written."""
    return lambda value: speaker.value(number, value)


def changes(speaker: Speaker, number: str) -> Callable[[float], str]:
    """Return how a number's changes are written."""
    return lambda value: speaker.change(number, value)


def year(speaker: Speaker) -> Callable[[int], str]:
    """Return how a quarter is written on an axis."""
    return lambda quarter: str(speaker.level.date_of(quarter)[0])


def series(session: Session, number: str) -> list[float]:
    """Return a number's history."""
    return [float(value) for value in session.branch.region.history[number][:, 0]]
