"""What an author is told: where it is, what was found, and by which rule. Words come later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Literal

Steps = tuple[str | int, ...]
"""The way from the top of a file to a value: ``("events", 3, "when")``."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Mark:
    """A position in a file, counted from 1 as editors do."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Fault:
    """A broken rule, before anyone looked up the line it stands on.

    Attributes:
        steps: Where in the content.
        rule: Which rule, an id under ``complaints.rules`` in the words.
        values: What the rule's words need: ``found``, and whatever else they name.
        severity: Whether it must or should be mended.
        mark: The position, where it is known already.
    """

    steps: Steps
    rule: str
    values: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity = "error"
    mark: Mark | None = None


@dataclass(frozen=True)
class Complaint:
    """A fault on its line. ``game.content.complaint_words`` puts it into a language."""

    file: str
    line: int
    column: int
    severity: Severity
    path: str
    rule: str
    values: Mapping[str, Any] = field(default_factory=dict)


def path_of(steps: Steps) -> str:
    """Write a way through the content as people do: ``events[3].when.quarter``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


def nearest(word: Any, options: Sequence[str]) -> str:
    """Return the option an author most likely meant, or an empty string."""
    lower = {option.casefold(): option for option in options}
    close = get_close_matches(str(word).casefold()[:80], list(lower), n=1, cutoff=0.6)
    return lower[close[0]] if close else ""


def has_errors(complaints: Sequence[Complaint]) -> bool:
    """Whether anything must be mended before the content can be used."""
    return any(complaint.severity == "error" for complaint in complaints)
