"""``read``: the game in the terminal, as plain pages; input may be piped."""

import argparse
import secrets
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from game.classroom import pseudonym
from game.commands.opening import No, level_named
from game.commands.parsing import Parser
from game.content import library
from game.content.words import LANGUAGES, Words, words
from game.explain.speech import Speaker
from game.plain.terminal import Terminal, play
from game.session import saves, store
from game.session.session import Session


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("level")
    parser.whole("seed", 0, 2**63 - 1, 1)
    parser.option("transcript", metavar="FILE", type=Path)


def run(given: argparse.Namespace, say: Words) -> int:
    """Play until the input ends."""
    try:
        level = level_named(given.level, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1
    cards = library.policies()
    session = Session.open(level, cards, given.seed)
    speakers: dict[str, Speaker] = {language: Speaker(words(language), level, cards) for language in LANGUAGES}
    name = pseudonym.name(secrets.randbelow(pseudonym.how_many()), say.language)
    terminal = Terminal(session, speakers, say.language, name=name)
    kept: list[str] = []
    play(terminal, _typed(kept), _teller(kept))
    return _close(terminal, given.transcript, kept, say)


def _typed(kept: list[str]) -> Iterator[str]:
    """Yield typed lines, with a prompt where a person types."""
    typing = sys.stdin.isatty()
    while True:
        if typing:
            print("> ", end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            return
        kept.append("> " + line.rstrip("\n"))
        yield line


def _teller(kept: list[str]) -> Callable[[str], None]:
    def tell(text: str) -> None:
        kept.append(text)
        print(text, flush=True)

    return tell


def _close(terminal: Terminal, transcript: Path | None, kept: list[str], say: Words) -> int:
    """Keep the run, and the transcript if one was asked for."""
    code = 0
    path = store.path_of(store.TERMINAL)
    try:
        saves.keep(terminal.session.record(), store.TERMINAL)
        print(terminal.speaker.words("read.bye", path=path))
    except store.NotWritable as error:
        print(say("saves.not_writable", path=error.path, cause=error.cause), file=sys.stderr)
    if transcript is not None:
        try:
            store.write(transcript, "\n".join(kept) + "\n")
        except store.NotWritable as error:
            print(say("saves.not_writable", path=error.path, cause=error.cause), file=sys.stderr)
            code = 1
    return code
