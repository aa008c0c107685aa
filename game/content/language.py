"""The two languages everything is written in, and what a text leaves open. Knows no models, so it costs nothing."""

from string import Formatter
from typing import Literal

Language = Literal["en", "zh"]


def placeholders(text: str) -> set[str] | None:
    """Return the names in ``{braces}``, or None when a brace is left open."""
    if "{" not in text and "}" not in text:
        return set()
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
