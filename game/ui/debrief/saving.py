"""Saving a debrief as a page, and a run as a hand-in, beside the saved runs."""

from game.plain.debrief_page import page
from game.session import outbox, store
from game.ui.debrief.talk import Talk


def save(talk: Talk) -> str:
    """Write the page of a run; returns a sentence that says where, or why not."""
    session, speaker = talk.playing.session, talk.playing.speaker
    name = f"{session.level.id}-{session.seed}-{session.branch.digests[session.quarter][:8]}.html"
    path = store.folder() / "debriefs" / name
    try:
        store.write(path, page(session, talk.found, speaker, talk.draft.text, talk.earlier))
    except store.NotWritable as error:
        return speaker.words("saves.not_writable", path=error.path, cause=error.cause)
    return speaker.words("debrief.saved", path=path)


def hand_in(talk: Talk) -> str:
    """Write the run as one small file for the teacher; returns a sentence that says where, or why not."""
    session, speaker = talk.playing.session, talk.playing.speaker
    try:
        path = outbox.write(session)
    except store.NotWritable as error:
        return speaker.words("saves.not_writable", path=error.path, cause=error.cause)
    return speaker.words("class.handed_in", path=path)
