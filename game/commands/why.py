"""``why``: the causes of a number's change, adding up exactly."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from game.commands.opening import No, recording_at
from game.commands.parsing import Parser
from game.content import library
from game.content.words import Words
from game.explain.speech import Speaker
from game.explain.why import Explainer, Reason
from game.plain import page
from game.session.session import Session
from game.simulation.indicators import MEASURED


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("record", type=Path)
    parser.option("number", required=True, metavar="ID")
    parser.whole("at", 0, 2000, None, required=True)
    parser.whole("since", 0, 2000, None)
    parser.option("json", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Say why."""
    if given.number not in MEASURED:
        print(say("command.no_number", number=given.number, numbers=", ".join(MEASURED)), file=sys.stderr)
        return 1
    try:
        recording, level = recording_at(given.record, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1
    session = Session.replay(level, library.policies(), recording)
    since = given.at - 1 if given.since is None else given.since
    if not 0 <= since < given.at <= session.quarter:
        print(say("command.span", quarter=session.quarter), file=sys.stderr)
        return 1
    reason = Explainer().why(session.branch, given.number, since, given.at)
    if given.json:
        print(json.dumps(_result(reason), ensure_ascii=False))
        return 0
    for line in page.why(reason, Speaker(say, level, library.policies())):
        print(line)
    return 0


def _result(reason: Reason) -> dict[str, Any]:
    """Collect the answer, as the contract has it."""
    contributions: list[dict[str, Any]] = []
    for part in reason.contributions:
        line: dict[str, Any] = {"cause": part.cause, "amount": part.amount, "share": part.share}
        if part.cause.startswith("policy."):
            line["decision"] = part.cause.removeprefix("policy.")
        contributions.append(line)
    return {
        "number": reason.number,
        "since": reason.since,
        "at": reason.at,
        "before": reason.before,
        "after": reason.after,
        "contributions": contributions,
    }
