"""Saving and loading runs: a save is a recording, read with the same care as a level."""

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from game.session import store
from game.session.recording import FORMAT, MOST_BYTES, Recording


@dataclass(frozen=True)
class Unreadable:
    """Why a file is not a recording: an id under ``saves`` in the words, and its values."""

    reason: str
    path: Path
    detail: str = ""


def write(recording: Recording, path: Path) -> None:
    """Write a recording, whole or not at all.

    Raises:
        NotWritable: The folder cannot be written.
    """
    store.write(path, recording.model_dump_json(exclude_none=True, exclude_defaults=False, indent=1) + "\n")


def keep(recording: Recording, name: str) -> None:
    """Keep a run that goes on by itself; one of another level or other dice that lies there is put aside first.

    Raises:
        NotWritable: The folder cannot be written.
    """
    path = store.path_of(name)
    there = read(path)
    if isinstance(there, Recording) and (there.level.id, there.seed) != (recording.level.id, recording.seed):
        with contextlib.suppress(OSError):
            path.replace(store.path_of(name + store.BEFORE))
    write(recording, path)


def read(path: Path) -> Recording | Unreadable:
    """Read a recording, or say in one word what is wrong with the file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return Unreadable("too_large", path)
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return Unreadable("not_text", path)
    except (OSError, ValueError) as error:
        return Unreadable("not_there", path, getattr(error, "strerror", None) or str(error))
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Unreadable("not_json", path, str(error)[:200])
    if not isinstance(content, dict):
        return Unreadable("not_recording", path)
    version = content.get("format")
    if isinstance(version, int) and version > FORMAT:
        return Unreadable("too_new", path, str(version))
    try:
        return Recording.model_validate(content)
    except (ValidationError, RecursionError) as error:
        first = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": "nested too deeply"}
        where = ".".join(str(part) for part in first["loc"])
        return Unreadable("not_recording", path, f"{where}: {first['msg']}")
