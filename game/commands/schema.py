"""``schema``: JSON Schema, so that editors complete and check while an author types."""

import argparse
import json

from game.commands.parsing import Parser
from game.content.schema import MODELS, schema
from game.content.words import Words


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("kind", nargs="?", choices=tuple(MODELS), default="level")


def run(given: argparse.Namespace, say: Words) -> int:
    """Print the schema."""
    print(json.dumps(schema(given.kind, say.language), ensure_ascii=False, indent=1))
    return 0
