"""Taking a kept run up again: every quarter of it is played anew, so that it is whole and can be asked why."""

from pathlib import Path

from game.content import library
from game.content.level import Level
from game.content.words import words
from game.explain.recap import recap
from game.explain.story import Message
from game.session import saves, store
from game.session.recording import Recording
from game.session.saves import Unreadable
from game.session.session import Session
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.version import RULES


def resume(path: Path, preferences: Preferences) -> Playing | str:
    """Open a saved run, or say in a sentence why it cannot be opened."""
    say = words(preferences.language)
    recording = saves.read(path)
    if isinstance(recording, Unreadable):
        return say(f"saves.{recording.reason}", path=path, detail=recording.detail)
    where = library.find_level(recording.level.id)
    if where is None:
        return say("saves.unknown_level", path=path, level=recording.level.id)
    level = library.load_level(where).level
    if level is None:
        return say("saves.level_broken", level=recording.level.id)
    playing = _replayed(level, recording, preferences)
    if path.stem.startswith(store.TERMINAL):
        playing.kept_in = store.TERMINAL
    return playing


def quick_save(playing: Playing) -> Playing | None:
    """Open the quick save; where there is none that can be opened, the run being played says why."""
    path, say = store.path_of(store.QUICKSAVE), playing.speaker.words
    found = resume(path, playing.preferences) if path.is_file() else say("saves.nothing")
    if isinstance(found, str):
        playing.said = found
        return None
    found.said = say("saves.loaded", date=found.speaker.date(found.session.quarter))
    return found


def _replayed(level: Level, recording: Recording, preferences: Preferences) -> Playing:
    playing = Playing(Session.replay(level, library.policies(), recording), preferences)
    if not playing.session.outcome().ended:
        told = recap(playing.session, playing.speaker, playing.explainer)
        playing.notices = [Message(recording.quarter, "plain", line, kind="phase") for line in reversed(told)]
    if recording.rules != RULES:
        playing.said = playing.speaker.words("saves.other_rules", then=recording.rules or "?", now=RULES)
    return playing
