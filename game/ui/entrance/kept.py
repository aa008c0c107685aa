"""The run to go on with, in a few words: where, and when."""

from functools import lru_cache
from pathlib import Path

from game.content import library
from game.content.level import Level
from game.content.words import Words
from game.explain.speech import Speaker
from game.session import saves, store
from game.session.recording import Recording


def told(words: Words) -> str:
    """Say which run would be gone on with; an empty text where there is none that can be read."""
    path = store.newest()
    found = _known(path) if path is not None else None
    if found is None:
        return ""
    recording, level = found
    title = level.title[words.language].split("：")[0].split(": ")[0]
    shown = words("entrance.kept", level=title, date=Speaker(words, level, {}).date(recording.quarter))
    typed = path == store.path_of(store.TERMINAL)
    return words("read.aside", first=shown, second=words("entrance.in_terminal")) if typed else shown


def of_level(level: Level) -> tuple[Path, int] | None:
    """Return the newest kept run of a level that has begun and not ended, and its quarter."""
    for path in store.kept():
        found = _known(path)
        if found is not None and found[1].id == level.id and found[0].quarter and not found[0].finished:
            return path, found[0].quarter
    return None


def _known(path: Path) -> tuple[Recording, Level] | None:
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int) -> tuple[Recording, Level] | None:
    recording = saves.read(path)
    if not isinstance(recording, Recording):
        return None
    where = library.find_level(recording.level.id)
    level = library.load_level(where).level if where is not None else None
    return (recording, level) if level is not None else None
