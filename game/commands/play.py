"""``play``: opens the window, or says in a sentence why it cannot."""

import argparse
import importlib
import os
import sys

from game.commands.parsing import Parser
from game.content.words import Words


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("level", nargs="?")


def run(given: argparse.Namespace, say: Words) -> int:
    """Open the window."""
    level = None
    if given.level:
        opening = importlib.import_module("game.commands.opening")
        try:
            level = opening.level_named(given.level, say)
        except opening.No as no:
            print(no, file=sys.stderr)
            return 1
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # The window is only imported when it is wanted, and the levels when one is named: the title is there sooner.
    window = importlib.import_module("game.ui.window")
    trouble = window.open_window(level, given.lang, say.language)
    if trouble:
        print(say(f"command.{trouble[0]}", **trouble[1]), file=sys.stderr)
        return 1
    return 0
