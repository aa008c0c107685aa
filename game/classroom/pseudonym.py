"""Names for a lesson, from a fixed list in both languages."""

from functools import cache
from pathlib import Path

import yaml

from game.content.language import Language

_FILE = Path(__file__).with_name("pseudonyms.yaml")


@cache
def _lists() -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    read = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read["first"], read["second"]


def how_many() -> int:
    """Return how many names there are."""
    first, second = _lists()
    return len(first) * len(second)


def name(number: int, language: Language) -> str:
    """Return a name by its number; any whole number will do."""
    first, second = _lists()
    one, two = first[number % len(first)], second[number // len(first) % len(second)]
    return one[language] + (" " if language == "en" else "的") + two[language]


def number_of(text: str) -> int | None:
    """Return the number of a name in either language; None when it is not on the list."""
    for number in range(how_many()):
        if text in (name(number, "en"), name(number, "zh")):
            return number
    return None
