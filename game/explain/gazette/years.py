"""The years of a run: each ends where the calendar turns."""

from dataclasses import dataclass

from game.content.level import Level


@dataclass(frozen=True)
class Year:
    """A year that is over: its first quarter, the quarter after its last, and its number in the calendar."""

    since: int
    at: int
    number: int


def years(level: Level, quarter: int) -> list[Year]:
    """List the years that are over by a quarter; the first may be short."""
    turns = [q for q in range(1, quarter + 1) if level.date_of(q)[1] == 1]
    return [
        Year(since, at, level.date_of(since)[0]) for since, at in zip([0, *turns], turns, strict=False) if at > since
    ]


def paper_name(level: Level) -> dict[str, str]:
    """Return the name of the region's chief place in each language; newspapers are called after it."""
    chief = max(level.map.places, key=lambda place: place.people)
    return {"en": chief.name["en"], "zh": chief.name["zh"]}
