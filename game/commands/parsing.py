"""Arguments of a command, and kind words where they are wrong."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from game.content.words import Words


class WrongUse(Exception):  # noqa: N818 - it is shown to people as a sentence
    """The command was given something it does not take; the text says what it takes."""


class _Quiet(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongUse(message)


class Parser:
    """Collects what a command takes, in the reader's language."""

    def __init__(self, name: str, say: Words) -> None:
        self.name, self.say = name, say
        self._parser = _Quiet(
            prog=f"python main.py {name}",
            description=say(f"command.{name}.about"),
            add_help=False,
            formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=30, width=96),
        )
        self._given = self._parser.add_argument_group(say("command.arguments"))
        self._options = self._parser.add_argument_group(say("command.options"))
        self._options.add_argument("-h", "--help", action="store_true", help=say("command.help"))
        self._options.add_argument("--lang", choices=("en", "zh"), help=say("command.language"))

    def takes(self, name: str, **how: Any) -> None:
        """Take an argument without a dash; its words have the id ``command.<command>.<name>``."""
        self._given.add_argument(name, metavar=name.upper(), help=self.say(f"command.{self.name}.{name}"), **how)

    def option(self, name: str, **how: Any) -> None:
        """Take an option ``--name``."""
        self._options.add_argument(f"--{name}", help=self.say(f"command.{self.name}.{name}"), **how)

    def whole(self, name: str, low: int, high: int, default: int | None, required: bool = False) -> None:
        """Take an option that is a whole number within a range."""

        def read(text: str) -> int:
            try:
                value = int(text)
            except ValueError:
                value = low - 1
            if not low <= value <= high:
                raise WrongUse(self.say("command.whole_number", name=f"--{name}", low=low, high=high, found=text))
            return value

        self.option(name, type=read, default=default, metavar="N", required=required)

    def read(self, words: Sequence[str]) -> argparse.Namespace | None:
        """Return what was given; None when help was asked for, which is printed.

        Raises:
            WrongUse: Something is missing, unknown or out of range.
        """
        if "-h" in words or "--help" in words:
            page = self._parser.format_help()
            print(page.replace("usage: ", self.say("command.usage"), 1), end="")
            return None
        return self._parser.parse_args(list(words))
