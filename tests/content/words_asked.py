"""Which words the code asks for, read from its text."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GAME = Path(__file__).resolve().parents[2] / "game"
ASKERS = {"words", "say", "speak", "tr"}
"""Names under which the words of a language are at hand: ``words("…")``, ``self.say("…")``."""


@dataclass(frozen=True)
class Asked:
    """An id, or the beginning of one that is put together; and where it is asked for."""

    text: str
    whole: bool
    where: str


def asked() -> list[Asked]:
    """List every word the code asks for by name."""
    return [found for path in sorted(GAME.rglob("*.py")) for found in _in_module(path)]


def _in_module(path: Path) -> Iterator[Asked]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in ASKERS and node.args:
            where = f"{path.relative_to(GAME).as_posix()}:{node.lineno}"
            yield from _ids(node.args[0], where)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _ids(argument: ast.expr, where: str) -> Iterator[Asked]:
    """Read the ids out of a text, a text with holes, or a choice between two."""
    if isinstance(argument, ast.IfExp):
        yield from _ids(argument.body, where)
        yield from _ids(argument.orelse, where)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "." in argument.value:
        yield Asked(argument.value, True, where)
    elif isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
        begins = str(argument.values[0].value)
        if "." in begins:
            yield Asked(begins, False, where)
