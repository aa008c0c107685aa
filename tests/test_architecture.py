"""The house stands as planned: who may know whom, what is forbidden where, how large things may be."""

import ast
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GAME = ROOT / "game"

ROOMS = ("cli", "ui", "classroom", "plain", "lab", "explain", "session", "content", "simulation", "version")
"""From the roof to the ground: imports go downward only."""

SAME_ROOM = {"commands": "cli"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "managers", "core"}
NOT_IN_SIMULATION = {
    "random", "time", "datetime", "os", "io", "pathlib", "math", "cmath", "secrets", "pickle",
}  # fmt: skip
INEXACT = {
    "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "power", "float_power", "sin", "cos", "tan",
    "sinh",
    "cosh", "tanh", "arctan", "arcsin", "arccos", "cbrt", "dot", "vdot", "inner", "matmul", "einsum",
    "tensordot",
    "random", "linalg", "hypot", "logaddexp", "std", "var",
}  # fmt: skip
MOST_LINES_OF_MODULE, MOST_LINES_OF_FUNCTION = 250, 40


def modules() -> list[Path]:
    """List every module of the game."""
    return sorted(path for path in GAME.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    """Parse a module once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """Write a module's place as people do."""
    return path.relative_to(ROOT).as_posix()


def room_of(dotted: str) -> str:
    """Return the room a module of the game belongs to."""
    parts = dotted.split(".")
    room = parts[1] if len(parts) > 1 else "game"
    return SAME_ROOM.get(room, room)


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield every module that is imported, and the line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno} imports by dots; write the whole name"
            module = node.module or ""
            yield module, node.lineno
            yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names if module.count(".") < 2)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a module, methods and inner ones too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines, from ``def`` to its end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_module_stands_in_a_room_of_the_house() -> None:
    wrong = [name_of(p) for p in modules() if p.parent != GAME and room_of(_dotted(p)) not in ROOMS]
    assert not wrong, f"no such room: {wrong}"


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_imports_go_downward_only() -> None:
    wrong = []
    for path in modules():
        here = room_of(_dotted(path))
        for name, line in imports(path):
            there = room_of(name)
            if not name.startswith("game.") or there not in ROOMS or here not in ROOMS:
                continue
            if ROOMS.index(there) < ROOMS.index(here):
                wrong.append(f"{name_of(path)}:{line} ({here}) knows {name} ({there})")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kept", ["game.ui", "pygame"])
def test_only_the_window_imports_the_window_and_pygame(kept: str) -> None:
    wrong = [
        f"{name_of(path)}:{line} imports {name}"
        for path in modules()
        for name, line in imports(path)
        if f"{name}.".startswith(f"{kept}.") and room_of(_dotted(path)) != "ui"
    ]
    assert not wrong, "\n".join(wrong)


def test_only_play_opens_the_window_by_name() -> None:
    asks = [p for p in modules() if room_of(_dotted(p)) != "ui" and "game.ui" in p.read_text(encoding="utf-8")]
    assert [name_of(path) for path in asks] == ["game/commands/play.py"]


def test_the_simulation_knows_numpy_and_itself_only() -> None:
    wrong = []
    for path in (GAME / "simulation").rglob("*.py"):
        for name, line in imports(path):
            top = name.split(".")[0]
            own = name.startswith("game.simulation") or name == "game"
            plain = top in sys.stdlib_module_names and top not in NOT_IN_SIMULATION
            if not (own or plain or top == "numpy"):
                wrong.append(f"{name_of(path)}:{line} imports {name}")
    assert not wrong, "\n".join(wrong)


def _inexact(node: ast.AST) -> str:
    """Name an operation that gives other bits on other processors, or nothing."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return "@"
    if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Pow):
        base = getattr(node, "left", None)
        power_of_two = _constant(base) == 2 and _constant(getattr(node, "right", None)) is not None
        squared = _constant(getattr(node, "right", getattr(node, "value", None))) == 2
        return "" if squared or power_of_two else "**"
    if isinstance(node, ast.Attribute) and node.attr in INEXACT and ast.unparse(node.value) != "exact":
        return node.attr
    return "pow" if isinstance(node, ast.Name) and node.id == "pow" else ""


def _constant(node: ast.AST | None) -> float | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = _constant(node.operand)
        return None if value is None else -value
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, int | float) else None


def _decimals(path: Path) -> set[int]:
    """Return the lines of functions that compute tables with decimals, which every processor does alike."""
    return {
        line
        for function in functions(path)
        if any(isinstance(node, ast.Name) and node.id == "Decimal" for node in ast.walk(function))
        for line in range(function.lineno, (function.end_lineno or 0) + 1)
    }


def test_the_simulation_uses_no_inexact_function() -> None:
    wrong = []
    for path in (GAME / "simulation").rglob("*.py"):
        exempt = _decimals(path)
        for node in ast.walk(tree(path)):
            found = _inexact(node)
            if found and getattr(node, "lineno", 0) not in exempt:
                wrong.append(f"{name_of(path)}:{getattr(node, 'lineno', 0)} uses {found}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", ["a @ b", "np.exp(x)", "x ** 0.5", "x ** y", "x **= 3", "a.dot(b)", "pow(a, b)"])
def test_an_inexact_operation_would_be_noticed(code: str) -> None:
    assert any(_inexact(node) for node in ast.walk(ast.parse(code)))


@pytest.mark.parametrize("code", ["a ** 2", "2.0 ** -32", "exact.exp(x)", "np.sqrt(x)", "a * b"])
def test_an_exact_operation_is_left_alone(code: str) -> None:
    assert not any(_inexact(node) for node in ast.walk(ast.parse(code)))


def test_no_mechanism_knows_another() -> None:
    pages = [path for path in (GAME / "simulation" / "mechanisms").glob("*.py") if path.stem != "__init__"]
    found = [(path, name) for path in pages for name, _ in imports(path)]
    wrong = [f"{name_of(path)}: {name}" for path, name in found if name.startswith("game.simulation.mechanisms")]
    assert len(pages) > 20
    assert not wrong, "\n".join(wrong)


def test_no_module_has_a_name_that_says_nothing() -> None:
    wrong = [name_of(path) for path in modules() if FORBIDDEN_NAMES & {path.stem, *path.relative_to(GAME).parts[:-1]}]
    assert not wrong, wrong


def _public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


def test_everything_public_says_what_it_is() -> None:
    wrong = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in modules()
        for node in _public(tree(path).body)
        if not ast.get_docstring(node)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_module_begins_with_a_sentence() -> None:
    wrong = [name_of(path) for path in modules() if tree(path).body and not ast.get_docstring(tree(path))]
    assert not wrong, wrong


def test_no_module_and_no_function_is_too_long() -> None:
    wrong = []
    for path in modules():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES_OF_MODULE:
            wrong.append(f"{name_of(path)}: {lines} lines")
        wrong += [
            f"{name_of(path)}:{node.lineno} {node.name}: {length(node)} lines"
            for node in functions(path)
            if length(node) > MOST_LINES_OF_FUNCTION
        ]
    assert not wrong, "\n".join(wrong)


def test_most_modules_and_functions_are_short() -> None:
    lines = [len(path.read_text(encoding="utf-8").splitlines()) for path in modules() if path.stat().st_size]
    lengths = sorted(length(node) for path in modules() for node in functions(path))
    assert statistics.median(lines) <= 90
    assert statistics.median(lengths) <= 10
    assert lengths[int(0.9 * len(lengths))] <= 25
