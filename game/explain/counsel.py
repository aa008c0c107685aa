"""What the advisers say, in one line each, with their reason from the ledger and their record."""

from game.content import numbers
from game.explain.advisers import Advice, Record, futures_agree
from game.explain.forecast import Forecast
from game.explain.predictions import amount
from game.explain.speech import Speaker
from game.explain.why import OTHER, Explainer
from game.session.session import Session
from game.simulation.indicators import MEASURED


def line(session: Session, advice: Advice, explainer: Explainer, speaker: Speaker) -> str:
    """Say what moved and through what, and what to do about it."""
    say, number = speaker.words, advice.claim.number
    by = amount(number, advice.moved, speaker)
    shows = any(digit in by for digit in "123456789")
    moved = "stood" if not shows else "rose" if advice.moved > 0 else "fell"
    cause = _cause(session, advice, explainer, speaker)
    seen = say(f"learn.adviser.{moved}", number=speaker.name(number), amount=by, cause=cause)
    card = speaker.policy(advice.card) if advice.card else ""
    return say("read.sentences", first=seen, second=say(f"learn.adviser.{advice.stance}", card=card))


def claim(advice: Advice, forecast: Forecast | None, speaker: Speaker) -> str:
    """Say what can be checked, and whether the middle of the futures agrees."""
    say = speaker.words
    said = say(
        "learn.adviser.will_rise" if advice.claim.rises else "learn.adviser.will_fall",
        number=speaker.name(advice.claim.number), when=speaker.date(advice.at + advice.claim.quarters),
    )  # fmt: skip
    agree = futures_agree(advice, forecast)
    if agree is None:
        return said
    return say("read.sentences", first=said, second=say("learn.adviser.agree" if agree else "learn.adviser.disagree"))


def record(found: Record, speaker: Speaker) -> str:
    """Say how often somebody was right."""
    if not found.told:
        return speaker.words("learn.adviser.no_record")
    right, told = numbers.number(found.right), numbers.number(found.told)
    return speaker.words("learn.adviser.record", right=right, told=told)


def _cause(session: Session, advice: Advice, explainer: Explainer, speaker: Speaker) -> str:
    """Name the largest cause of the year's change, from the ledger of the very year that was published."""
    number = advice.claim.number
    if number not in MEASURED or not advice.moved:
        return ""
    until = len(session.figures.known_at(number, advice.at)) - 1
    reason = explainer.why(session.branch, number, max(until - 4, 0), until)
    if (reason.after - reason.before) * advice.moved <= 0:
        return speaker.words("cause.other")  # rough figures tell of a move that there was not
    towards = [part for part in reason.contributions if part.amount * advice.moved > 0 and part.cause != OTHER]
    return speaker.cause(towards[0].cause) if towards else speaker.words("cause.other")
