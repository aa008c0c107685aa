"""``check``: every mistake in every file, all at once."""

import argparse
import json
from pathlib import Path

from game.commands.parsing import Parser
from game.content import library
from game.content.complaint import has_errors
from game.content.complaint_words import report, sentence
from game.content.words import Words


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("files", nargs="*", type=Path)
    parser.option("json", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Print every complaint; 1 when something must be mended."""
    files = given.files or library.every_file()
    found = {str(path): library.check_file(path) for path in files}
    complaints = [complaint for some in found.values() for complaint in some]
    errors = sum(complaint.severity == "error" for complaint in complaints)
    if given.json:
        print(json.dumps(report(found, say), ensure_ascii=False))
    else:
        for complaint in complaints:
            print(sentence(complaint, say))
        counts = {"errors": errors, "warnings": len(complaints) - errors, "count": len(files)}
        print(say("command.found" if complaints else "command.all_fine", **counts))
    return 1 if has_errors(complaints) else 0
