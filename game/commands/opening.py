"""What several commands begin with: a level by name, a recording by path, and kind words where there is none."""

import sys
from collections.abc import Iterable
from pathlib import Path

from game.content import library
from game.content.complaint import Complaint, has_errors, nearest
from game.content.complaint_words import sentence
from game.content.level import Level, digest
from game.content.words import Words
from game.explain.findings import LEAST
from game.explain.speech import Speaker
from game.session import saves
from game.session.recording import Recording
from game.session.saves import Unreadable
from game.session.session import Session, first_difference
from game.version import RULES


class No(Exception):  # noqa: N818 - the answer is no; it is printed, and the exit code is 1
    """The command cannot go on; the text says why and what to do."""


def level_named(name: str, say: Words) -> Level:
    """Open a level by its id, the name of its file, or its path.

    Raises:
        No: There is none, or it has errors.
    """
    path = library.find_level(name)
    if path is None:
        known = library.names_of_levels()
        near = nearest(name, known)
        hint = say("command.no_level_hint", nearest=near) if near else ""
        raise No(say("command.no_level", name=name[:80], hint=hint, levels=", ".join(known)))
    found = library.load_level(path)
    if found.level is None:
        lines = [say("command.level_errors", file=path), *(sentence(c, say) for c in found.complaints)]
        raise No("\n".join(lines))
    return found.level


def refuse_errors(complaints: Iterable[Complaint], say: Words) -> None:
    """Stop when a file has errors.

    Raises:
        No: With every complaint.
    """
    found = tuple(complaints)
    if has_errors(found):
        raise No("\n".join(sentence(complaint, say) for complaint in found))


def recording_at(path: Path, say: Words) -> tuple[Recording, Level]:
    """Open a recording and the level it was played on; say so when either has changed since.

    Raises:
        No: It cannot be read, or its level is not here.
    """
    recording = saves.read(path)
    if isinstance(recording, Unreadable):
        raise No(say(f"saves.{recording.reason}", path=recording.path, detail=recording.detail))
    where = library.find_level(recording.level.id)
    if where is None:
        raise No(say("saves.unknown_level", path=path, level=recording.level.id))
    level = level_named(recording.level.id, say)
    for warning in changes_since(recording, level, say):
        print(warning, file=sys.stderr)
    return recording, level


def run_at(path: Path, say: Words) -> Session:
    """Open a recording and play it again; say so where it is not what it was, or has no end yet.

    Raises:
        No: It cannot be read, or nothing has happened in it.
    """
    recording, level = recording_at(path, say)
    refuse_empty(path, recording, say)
    session = Session.replay(level, library.policies(), recording)
    tell_oddities(path, recording, session, say)
    return session


def refuse_empty(path: Path, recording: Recording, say: Words) -> None:
    """Refuse a run in which nothing has happened.

    Raises:
        No: It is too short to be talked about.
    """
    if recording.quarter < LEAST:
        raise No(say("debrief.empty", path=path, quarters=LEAST))


def tell_oddities(path: Path, recording: Recording, session: Session, say: Words) -> None:
    """Say where a recording does not play as it says, and where it has no end yet."""
    speaker = Speaker(say, session.level, session.cards)
    differs = first_difference(session, recording)
    if differs is not None:
        print(say("debrief.edited", path=path, date=speaker.date(differs)), file=sys.stderr)
    if not session.outcome().ended:
        print(say("debrief.unfinished", path=path, date=speaker.date(session.quarter)), file=sys.stderr)


def changes_since(recording: Recording, level: Level, say: Words) -> list[str]:
    """Say what has changed since a recording was made."""
    found = []
    if recording.level.digest != digest(level):
        found.append(say("saves.other_level", level=level.title[say.language]))
    if recording.rules != RULES:
        found.append(say("saves.other_rules", then=recording.rules or "?", now=RULES))
    return found
