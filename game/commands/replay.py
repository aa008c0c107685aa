"""``replay``: a recording played again, and compared with what was recorded."""

import argparse
import sys
from pathlib import Path

from game.commands.opening import No, recording_at
from game.commands.parsing import Parser
from game.content import library
from game.content.words import Words
from game.explain.speech import Speaker
from game.plain import page
from game.session.session import Session, first_difference
from game.version import RULES


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("record", type=Path)
    parser.option("verify", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Play it again; with ``--verify``, 1 when something differs."""
    try:
        recording, level = recording_at(given.record, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1
    speaker = Speaker(say, level, library.policies())
    if recording.rules != RULES and recording.course is not None:
        for line in (say("command.as_played"), *page.course(recording.course, speaker), say("command.under_new_rules")):
            print(line)
    session = Session.replay(level, library.policies(), recording)
    values = {"seed": session.seed, "quarters": session.quarter, "actions": len(recording.actions)}
    print(say("command.replayed", level=level.title[say.language], **values))
    for line in page.summary(session, speaker) + page.goals(session.progress(), speaker):
        print(line)
    if not given.verify:
        return 0
    differs = first_difference(session, recording)
    if differs is None:
        print(say("command.verified", quarter=max(recording.digests, default=0)))
        return 0
    print(say("command.differs", quarter=differs))
    return 1
