"""The rows of the inventory, and whether what they point to exists."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from game.content import library
from game.content.level_numbers import FORMATIONS
from game.simulation.mechanisms import ALL
from game.simulation.registry import CAUSES, INDICATORS, LEVERS, PARAMETERS
from game.simulation.state import STOCKS

ROOT = Path(__file__).parents[2]
ROWS = Path(__file__).with_name("rows.yaml")

TOLD = ("concept", "screen")
"""Kinds that only tell: where nothing else stands, a term does not act."""


@dataclass(frozen=True)
class Row:
    """One term of the paper, and where it is alive."""

    section: str
    chinese: str
    english: str
    code: tuple[tuple[str, str], ...]
    meets: str
    test: str
    gap: str = ""

    @property
    def only_told(self) -> bool:
        """Whether nothing but cards and screens stands behind it."""
        return all(kind in TOLD for kind, _ in self.code)


def rows(path: Path = ROWS) -> Iterator[Row]:
    """Read the rows in their order."""
    for part in yaml.safe_load(path.read_text(encoding="utf-8")):
        for chinese, english, code, meets, test, *gap in part["rows"]:
            places = tuple((kind, name) for kind, _, name in (one.partition(":") for one in code.split()))
            yield Row(part["section"], chinese, english, places, meets, test, *gap)


@cache
def _events() -> frozenset[str]:
    levels = (library.load_level(path).level for path in library.level_files())
    return frozenset(f"{level.id}.{event.id}" for level in levels if level for event in level.events)


KNOWN: Mapping[str, Callable[[str], bool]] = {
    "mechanism": ALL.__contains__,
    "stock": STOCKS.__contains__,
    "number": INDICATORS.__contains__,
    "parameter": PARAMETERS.__contains__,
    "lever": LEVERS.__contains__,
    "cause": lambda name: any(name in causes for causes in CAUSES.values()),
    "policy": lambda name: name in library.policies(),
    "concept": lambda name: name in library.concepts(),
    "industry": lambda name: name in library.industries(),
    "formation": FORMATIONS.__contains__,
    "level": lambda name: library.find_level(name) is not None,
    "event": lambda name: name in _events(),
    "screen": lambda name: (ROOT / f"game/ui/screens/{name}.py").is_file(),
}
"""What a place in the code may be, and whether there is one of that name."""


@cache
def _tests_of(file: Path) -> frozenset[str]:
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def astray(row: Row) -> list[str]:
    """List what a row points to and is not there."""
    lost = [f"{kind}:{name}" for kind, name in row.code if kind not in KNOWN or not KNOWN[kind](name)]
    file, _, function = row.test.partition("::")
    if not function.startswith("test_") or function not in _tests_of(ROOT / file):
        lost.append(row.test)
    return lost if row.code else [*lost, "nothing"]
