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
from game.explain.scopes import AtPlace, OfFirm, Scope, numbers_of
from game.explain.speech import Speaker
from game.explain.why import Explainer, Reason, lifetime
from game.plain import ladder
from game.session.session import Session


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("record", type=Path)
    parser.option("number", required=True, metavar="ID")
    parser.whole("at", 0, 2000, None, required=True)
    parser.whole("since", 0, 2000, None)
    parser.option("place", metavar="ID")
    parser.whole("firm", 0, 1_000_000, None)
    parser.option("json", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Say why."""
    try:
        recording, level = recording_at(given.record, say)
        session = Session.replay(level, library.policies(), recording)
        reason = _asked(given, session, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1
    if given.json:
        print(json.dumps(_result(reason), ensure_ascii=False))
        return 0
    speaker = Speaker(say, level, library.policies())
    for line in [*ladder.causes(reason, speaker), *ladder.cards(ladder.decided(reason), session, speaker)]:
        print(line)
    return 0


def _asked(given: argparse.Namespace, session: Session, say: Words) -> Reason:
    """Answer what was asked, or say why it cannot be."""
    scope = _scope(given, session, say)
    if given.number not in numbers_of(scope):
        raise No(say("command.no_number", number=given.number, numbers=", ".join(numbers_of(scope))))
    since = given.at - 1 if given.since is None else given.since
    if not 0 <= since < given.at <= session.quarter:
        raise No(say("command.span", quarter=session.quarter))
    life = lifetime(session.branch, scope.firm) if isinstance(scope, OfFirm) else None
    if life is not None and not life[0] <= since < given.at <= life[1]:
        raise No(say("why.firm_span", first=life[0], last=life[1]))
    return Explainer().why(session.branch, given.number, since, given.at, scope)


def _scope(given: argparse.Namespace, session: Session, say: Words) -> Scope:
    """Return whose number is asked about."""
    if given.firm is not None:
        if lifetime(session.branch, given.firm) is None:
            raise No(say("why.no_firm", firm=given.firm))
        return OfFirm(given.firm)
    if given.place is None:
        return None
    ids = [place.id for place in session.level.map.places]
    if given.place not in ids:
        raise No(say("why.no_place", place=given.place, places=", ".join(ids)))
    return AtPlace(ids.index(given.place))


def _result(reason: Reason) -> dict[str, Any]:
    """Collect the answer, as the contract has it: what a decision did through a cause stands on a line of its own."""
    contributions: list[dict[str, Any]] = []
    whole = sum(abs(part.amount) for part in reason.contributions) or 1.0
    for part in reason.contributions:
        rest = part.amount - sum(amount for _, amount in part.decided)
        lines = [*((decision, amount) for decision, amount in part.decided), ("", rest)]
        for decision, amount in lines:
            if not amount:
                continue
            line: dict[str, Any] = {"cause": part.cause, "amount": amount, "share": abs(amount) / whole}
            if decision:
                line["decision"] = decision.partition(".")[2]
            contributions.append(line)
    asked = {"place": reason.scope.site} if isinstance(reason.scope, AtPlace) else {}
    asked |= {"firm": reason.scope.firm} if isinstance(reason.scope, OfFirm) else {}
    return {
        "number": reason.number,
        **asked,
        "since": reason.since,
        "at": reason.at,
        "before": reason.before,
        "after": reason.after,
        "contributions": contributions,
    }
