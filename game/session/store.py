"""Where a player's files live, written whole or not at all."""

import contextlib
import json
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

HOME = "SECOND_FLOURISHING_HOME"
"""Name of the environment variable that moves a player's folder."""
AUTOSAVE, QUICKSAVE, TERMINAL = "autosave", "quicksave", "terminal"
"""The names of the runs that are kept: the window's every year by itself, one at a player's word, the terminal's.

A run goes on in the file it came from, so that playing in one place never takes away what was played in another.
"""
BEFORE = "-before"
"""What is added to the name of a run that was put aside for another."""


class NotWritable(Exception):  # noqa: N818 - it is shown to people as a sentence
    """A folder or file cannot be written; the path says which."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"{path}: {cause}")
        self.path, self.cause = path, cause


def folder() -> Path:
    """Return the player's folder on this kind of computer."""
    chosen = os.environ.get(HOME)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", str(Path.home()))) / "Second Flourishing"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Second Flourishing"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "second-flourishing"


def path_of(name: str) -> Path:
    """Return where a save of this name lives."""
    return folder() / "saves" / f"{name}.json"


def newest() -> Path | None:
    """Return the run to go on with, the newest of all that are kept, wherever it was played."""
    return next(iter(kept()), None)


def kept() -> list[Path]:
    """List every run that is kept, the newest first; those put aside come last."""
    found: dict[Path, tuple[bool, float]] = {}
    for name in (AUTOSAVE, QUICKSAVE, TERMINAL, AUTOSAVE + BEFORE, TERMINAL + BEFORE):
        with contextlib.suppress(OSError):
            if path_of(name).is_file():
                found[path_of(name)] = name.endswith(BEFORE), -path_of(name).stat().st_mtime
    return sorted(found, key=lambda path: found[path])


def ended(path: Path) -> bool:
    """Whether a kept run has been played to its end, as far as its file says."""
    try:
        return _ended(path, path.stat().st_mtime_ns)
    except OSError:
        return False


@lru_cache(maxsize=8)
def _ended(path: Path, stamp: int) -> bool:
    content = read_json(path)
    return isinstance(content, dict) and content.get("finished") is True


def write(path: Path, text: str) -> None:
    """Write a file so that a reader finds the old one or the new one, never half of either.

    Raises:
        NotWritable: The folder cannot be made or written.
    """
    if not path.name or "\0" in str(path):
        raise NotWritable(path, "no name of a file")
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise NotWritable(path, error.strerror or str(error)) from error


def write_json(path: Path, content: Any) -> None:
    """Write readable JSON, whole or not at all."""
    write(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def write_compact(path: Path, content: Any) -> None:
    """Write JSON that nobody will read by eye, whole or not at all."""
    write(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")


def read_json(path: Path) -> Any | None:
    """Read JSON; None where there is none or it cannot be understood."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
