"""``levels``: what can be played, and what each level teaches."""

import argparse

from game.commands.parsing import Parser
from game.content import library
from game.content.words import Words


def declare(parser: Parser, say: Words) -> None:
    """It takes no arguments."""


def run(given: argparse.Namespace, say: Words) -> int:
    """List the levels."""
    language, concepts = say.language, library.concepts()
    broken = 0
    for path in library.level_files():
        level = library.load_level(path).level
        if level is None:
            broken += 1
            print(say("command.level_broken", file=path.name))
            continue
        taught = say("read.comma").join(concepts[id_].name[language] for id_ in level.teaches if id_ in concepts)
        line = f"{level.id:12} {say(f'kind.{level.kind}')} · {level.title[language]}"
        line += f" · {say('unit.years', count=level.quarters // 4)}"
        print(line + (f" · {say('command.teaches', concepts=taught)}" if taught else ""))
    return 1 if broken else 0
