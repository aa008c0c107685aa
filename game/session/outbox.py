"""Where a run lies to be handed in: one small file, in a folder that everybody finds."""

import os
from pathlib import Path

from game.session import saves, store
from game.session.session import Session


def path_for(session: Session) -> Path:
    """Return where this run's hand-in is written."""
    who = session.player.replace(" ", "_") or "nobody"
    return _folder() / f"{session.level.id}_{session.seed}_{who}.json"


def _folder() -> Path:
    """Return a folder of the player's own documents: what is handed on must not lie where the system hides things."""
    if store.HOME in os.environ:
        return store.folder() / "hand_ins"
    documents = Path.home() / "Documents"
    return (documents if documents.is_dir() else Path.home()) / "Second Flourishing"


def write(session: Session) -> Path:
    """Write the hand-in of a run.

    Raises:
        NotWritable: The folder cannot be written.
    """
    path = path_for(session)
    saves.write(session.record(), path)
    return path
