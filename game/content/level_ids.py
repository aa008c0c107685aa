"""By which id each level of a folder is found, and which one kept the id of another."""

import contextlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from game.content.complaint import Fault

_ID_LINE = re.compile(r"^id: +[\"']?([a-z][a-z0-9_]*)", re.MULTILINE)


@cache
def files(folder: Path) -> Mapping[str, Path]:
    """Return the files of a folder by their ids; the first that has one keeps it."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.is_file() and (name := _id_of(path)):
            found.setdefault(name, path)
    return found


def taken(path: Path, content: Any) -> list[Fault]:
    """Find the level beside this one whose id it kept when it was copied: no one could open the copy by it."""
    name = content.get("id") if isinstance(content, dict) else None
    first = files(path.resolve().parent).get(name) if isinstance(name, str) else None
    if first is None or first.resolve() == path.resolve():
        return []
    return [Fault(("id",), "id_taken", {"found": name, "file": first.name})]


def _id_of(path: Path) -> str | None:
    """Return the id that stands at the head of a level file; the rest need not be read for it."""
    with contextlib.suppress(OSError, UnicodeDecodeError), path.open(encoding="utf-8") as file:
        return found.group(1) if (found := _ID_LINE.search(file.read(4000))) else None
    return None
