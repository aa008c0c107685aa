"""Turns what trips people up in YAML into a rule with a remedy: tabs, quotes, colons, Chinese punctuation."""

import re
from collections.abc import Sequence

import yaml

from game.content.complaint import Fault, Mark, Steps

_CHINESE = re.compile("[\u3400-\u9fff]")
_KEY_WITH_WIDE_COLON = re.compile(r"[A-Za-z_][\w.-]*\s*：")
_WIDE_SPACE = re.compile("^[ ]*(- )?[\u3000\xa0]")
_TAB_INDENT = re.compile(r"^[ ]*(- )?\t")

_PROBLEMS = (
    ("mapping values are not allowed", "colon_in_text"),
    ("could not find expected ':'", "missing_colon"),
    ("found unexpected end of stream", "open_quote"),
    ("document indicator", "open_quote"),
    ("or ']'", "open_bracket"),
    ("or '}'", "open_bracket"),
    ("cannot start any token", "special_character"),
    ("unknown escape", "backslash"),
    ("expected key", "indentation"),
    ("'-' indicator", "indentation"),
    ("block sequence entries", "indentation"),
    ("expected node content", "missing_value"),
)
"""A piece of the parser's own sentence → our rule."""


def lookalike(steps: Steps, text: str, mark: Mark, lines: Sequence[str], in_brackets: bool) -> list[Fault]:
    """Find Chinese punctuation that was meant as YAML in a text without quotes.

    Args:
        steps: Where the text is.
        text: The text as read.
        mark: Where it begins.
        lines: The file.
        in_brackets: Whether it stands inside ``[ ]`` or ``{ }``.
    """
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""  # an empty value may lie after the end
    before = line[: mark.column - 1]
    begins_line = not before.strip(" -\u3000")
    if begins_line and _KEY_WITH_WIDE_COLON.match(text):
        return [Fault(steps, "wide_colon", {"found": "："}, mark=mark)]
    if text[:1] in ("［", "｛"):
        return [Fault(steps, "wide_bracket", {"found": text[0]}, mark=mark)]
    if in_brackets and "，" in text and not _CHINESE.search(text):
        return [Fault(steps, "wide_comma", {"found": "，"}, mark=mark)]
    return []


def lookalike_key(steps: Steps, key: str, mark: Mark) -> list[Fault]:
    """Find a key that begins with a wide space, which looks like indentation, or that swallowed a wide colon."""
    if key[:1] in ("\u3000", "\xa0"):
        return [Fault(steps, "wide_space", {"found": key.strip()}, mark=mark)]
    if _KEY_WITH_WIDE_COLON.match(key):
        colon = Mark(mark.line, mark.column + key.index("："))
        return [Fault(steps, "wide_colon", {"found": key}, mark=colon)]
    return []


def syntax_fault(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Fault:
    """Say in our words what the parser could not read, and where the cause most likely is."""
    problem, mark = error.problem or "", _mark(error)
    near = range(mark.line, max(mark.line - 3, 0), -1)
    for number in near:
        line = lines[number - 1] if number <= len(lines) else ""
        found = _slip(line, number)
        if found:
            return found
    rule = next((rule for piece, rule in _PROBLEMS if piece in problem), "syntax")
    if rule in ("open_quote", "open_bracket", "missing_colon") and error.context_mark:
        mark = Mark(error.context_mark.line + 1, error.context_mark.column + 1)
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    if rule == "open_bracket" and line.count('"') % 2:  # the open quote swallowed the bracket
        rule = "open_quote"
    return Fault((), rule, {"found": line.strip()}, mark=mark)


def _slip(line: str, number: int) -> Fault | None:
    """Find a tab or a wide character in a line that the parser stumbled over."""
    values = {"found": line.strip()}
    if tab := _TAB_INDENT.match(line):
        return Fault((), "tab", values, mark=Mark(number, tab.end()))
    if space := _WIDE_SPACE.match(line):
        return Fault((), "wide_space", values, mark=Mark(number, space.end()))
    for character, rule in (("：", "wide_colon"), ("｛", "wide_bracket"), ("［", "wide_bracket"), ("，", "wide_comma")):
        place = line.find(character)
        if place >= 0 and _is_syntax(line, place, character):
            return Fault((), rule, values, mark=Mark(number, place + 1))
    return None


def _is_syntax(line: str, place: int, character: str) -> bool:
    """Guess whether a wide character was meant as YAML rather than as part of a sentence."""
    before = line[:place].strip(" -{[,'\"")
    if character == "：":
        return bool(re.fullmatch(r"[A-Za-z_][\w.-]*", before))
    if character == "，":
        return bool(re.match(r"\s*[A-Za-z_]\w*\s*[:：]", line[place + 1 :]))
    return before.endswith(":") or not before


def _mark(error: yaml.MarkedYAMLError) -> Mark:
    mark = error.problem_mark or error.context_mark
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark()
