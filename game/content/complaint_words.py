"""Puts complaints into words: what was found, what is allowed, and a hint, in the reader's language."""

from collections.abc import Mapping, Sequence
from typing import Any

from game.content.complaint import Complaint
from game.content.descriptions import describe
from game.content.numbers import number
from game.content.words import Words

_LONGEST = 48
_MOST_OPTIONS = 10


def sentence(complaint: Complaint, words: Words) -> str:
    """Write a complaint on one line: ``file:line:column: severity: path: found … allowed … hint``."""
    parts = as_json(complaint, words)
    parts["severity"] = words(f"complaints.severity.{complaint.severity}")
    parts["path"] = complaint.path or words(f"complaints.{'this_line' if complaint.line > 1 else 'whole_file'}")
    hint = parts.pop("hint")
    hint = words("complaints.hint", hint=hint) if hint else ""
    return words("complaints.sentence", file=complaint.file, **parts, hint=hint).rstrip()


def as_json(complaint: Complaint, words: Words) -> dict[str, Any]:
    """Return a complaint as ``check --json`` gives it, within its file."""
    values = _shown(complaint.values, words)
    return {
        "line": complaint.line,
        "column": complaint.column,
        "severity": complaint.severity,
        "path": complaint.path,
        "found": _text(complaint, "found", values, words) or values.get("found", ""),
        "allowed": _text(complaint, "allowed", values, words),
        "hint": _hint(complaint, values, words),
    }


def report(complaints: Mapping[str, Sequence[Complaint]], words: Words) -> dict[str, Any]:
    """Return the answer of ``check --json``: every file with its complaints."""
    return {
        "files": [
            {"file": file, "complaints": [as_json(complaint, words) for complaint in found]}
            for file, found in complaints.items()
        ]
    }


def _text(complaint: Complaint, part: str, values: Mapping[str, Any], words: Words) -> str:
    """Return one part of a rule's words, or nothing where the rule has none."""
    id_ = f"complaints.rules.{complaint.rule}.{part}"
    return words(id_, **values) if id_ in words else ""


def _hint(complaint: Complaint, values: Mapping[str, Any], words: Words) -> str:
    """Say how to mend it: a near name first, else what the rule advises, else what the key is for."""
    if complaint.values.get("nearest"):
        return words("complaints.did_you_mean", nearest=complaint.values["nearest"])
    own = _text(complaint, "hint", values, words)
    if own or complaint.rule != "missing_key":
        return own
    return describe(str(complaint.values["model"]), str(complaint.values["key"]), words.language)


def _shown(values: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Write every value so that it can stand in a sentence."""
    shown: dict[str, Any] = {}
    for key, value in values.items():
        if key == "found":
            shown[key] = _found(value, words)
        elif isinstance(value, tuple):
            shown[key] = _options(value, words)
        elif isinstance(value, float):
            shown[key] = _number(value)
        else:
            shown[key] = value
    return shown


def _found(value: Any, words: Words) -> str:
    """Write what stands in the file, short."""
    if value is None:
        return words("complaints.shown.nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, dict | list | tuple):
        return words("complaints.shown.block" if isinstance(value, dict) else "complaints.shown.list")
    text = " ".join(str(value).split())
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return words("complaints.shown.text", text=short)


def _number(value: float) -> str:
    """Write a number as an author would type it, without commas."""
    if isinstance(value, float) and not 1 <= abs(value) < 1e15:
        return f"{value:.12g}"
    return number(value, _digits(value)).replace(",", "")


def _digits(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").split(".")[1])


def _options(options: Sequence[Any], words: Words) -> str:
    """List the first few of what is allowed."""
    if not options:
        return words("complaints.shown.nothing")
    comma = words("complaints.comma")
    more = comma + "…" if len(options) > _MOST_OPTIONS else ""
    return comma.join(str(option) for option in options[:_MOST_OPTIONS]) + more
