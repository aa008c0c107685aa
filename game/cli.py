"""Every command; the same game with or without a window. Each command is one page in ``game/commands/``."""

import importlib
import locale
import os
import sys
from collections.abc import Sequence
from typing import Protocol

from game.commands.parsing import Parser, WrongUse
from game.content.language import Language
from game.content.words import LANGUAGES, Words, words
from game.version import VERSION

COMMANDS = (
    "play", "read", "levels", "check", "run", "replay", "why", "forecast", "whatif", "debrief", "prove", "facts",
    "schema", "class",
)  # fmt: skip
"""Names of the pages in ``game/commands/``; a page is only imported when it is asked for."""

PAGES = {"class": "classroom"}
"""Pages that cannot be called like their command, a word of Python."""


class Command(Protocol):
    """What a page in ``game/commands/`` offers."""

    def declare(self, parser: Parser, say: Words) -> None:
        """Name its arguments."""

    def run(self, given: object, say: Words) -> int:
        """Do it; 0 is fine, 1 means the answer is no, 2 wrong use."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    say = words(language_of(arguments))
    name, rest = _split(arguments)
    if name is None:
        if any(word in ("-h", "--help") for word in arguments):
            print(_overview(say))
            return 0
        if "--version" in arguments:
            print(VERSION)
            return 0
        name = "play"
    try:
        return _run(name, rest, say)
    except WrongUse as error:
        print(say("command.wrong", message=error, command=name), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(say("command.stopped"), file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(name: str, rest: Sequence[str], say: Words) -> int:
    if name not in COMMANDS:
        raise WrongUse(say("command.unknown", name=name, names=", ".join(COMMANDS)))
    page: Command = importlib.import_module(f"game.commands.{PAGES.get(name, name)}")
    parser = Parser(name, say)
    page.declare(parser, say)
    given = parser.read(rest)
    return 0 if given is None else page.run(given, say)


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language asked for with ``--lang``, else the computer's, else English."""
    for k, word in enumerate(arguments):
        asked = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and k + 1 < len(arguments):
            asked = arguments[k + 1]
        for language in LANGUAGES:
            if asked == language:
                return language
    return _of_the_computer()


def _of_the_computer() -> Language:
    """Return the language the computer speaks; what is asked for counts even where its files are not installed."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")] + [locale.getlocale()[0] or ""]
    told = next((name for name in names if name.split(".")[0] not in ("", "C", "POSIX")), "")
    return "zh" if told.lower().startswith(("zh", "chinese")) else "en"


def _split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Find the command among the arguments; ``--lang`` may stand before it."""
    rest = list(arguments)
    k = 0
    while k < len(rest):
        if rest[k] == "--lang":
            k += 2
        elif rest[k].startswith("-"):
            k += 1
        else:
            return rest.pop(k), rest
    known = any(word in ("-h", "--help", "--version") for word in rest)
    return (None if known else "play"), rest


def _overview(say: Words) -> str:
    """Write the page of all commands."""
    lines = [say("game.title") + " · " + say("game.other_title"), say("command.about"), ""]
    lines.append(say("command.usage") + "python main.py [COMMAND] [--lang en|zh]")
    width = max(len(name) for name in COMMANDS)
    lines += [f"  {name:{width}}  {say(f'command.{name}.about')}" for name in COMMANDS]
    return "\n".join(lines)


def _speak_utf8() -> None:
    """Make pipes and old consoles take Chinese."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
