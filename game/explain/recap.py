"""What one needs to know to go on with a run after a week: where it stands, what was done last, what moved (SP-10)."""

from game.content import numbers
from game.explain.speech import Speaker
from game.explain.tale import decision
from game.explain.why import Explainer
from game.session.session import Session

NUMBER, BACK = "firms", 4
"""The number whose last year is told."""


def recap(session: Session, speaker: Speaker, explainer: Explainer) -> list[str]:
    """Say it in at most three lines; nothing at the very beginning."""
    if session.quarter == 0:
        return []
    return [_stands(session, speaker), *_done(session, speaker), *_moved(session, speaker, explainer)]


def _stands(session: Session, speaker: Speaker) -> str:
    """Say when it is, and how many of the goals that must be met are met as things stand."""
    asked = [one for one in session.progress() if one.goal.kind == "pass" and not one.goal.hidden]
    met = numbers.number(sum(one.status == "met" for one in asked))
    left = numbers.number(max(session.level.quarters - session.quarter, 0))
    return speaker.words("story.recap_stands", date=speaker.date(session.quarter), met=met, most=len(asked), left=left)


def _done(session: Session, speaker: Speaker) -> list[str]:
    if not session.branch.steps:
        return [speaker.words("story.nothing_done")]
    last = session.branch.steps[-1]
    what, date = decision(session, speaker, last), speaker.date(last.quarter)
    return [speaker.words("story.recap_done", what=what, date=date)]


def _moved(session: Session, speaker: Speaker, explainer: Explainer) -> list[str]:
    """Say how the number moved and why; not where figures are late or rough, for it would tell the truth."""
    if session.figures.rough:
        return []
    since = max(session.quarter - BACK, 0)
    return [speaker.sentence(explainer.why(session.branch, NUMBER, since, session.quarter))]
