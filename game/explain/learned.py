"""What a debrief says of the learning itself: answers before and after, concept by concept, and phases told right.

Boundary: a handful of answers shows little of one person; nothing here is a mark, and it is never one number.
"""

from game.content import library, numbers
from game.explain import diagnosis
from game.explain.gains import Gain, gains
from game.explain.speech import Speaker
from game.session.session import Session

NONE = "–"
"""Stands where nobody was asked."""


def share(counted: tuple[int, int]) -> str:
    """Write the share of right answers, or a dash where nobody was asked."""
    right, asked = counted
    return numbers.percent(right / asked) if asked else NONE


def lines(session: Session, speaker: Speaker) -> list[str]:
    """Say what answers before and after show, and how near the diagnoses came; nothing where nothing was asked."""
    say = speaker.words
    known = library.concepts()
    found = [_gain(one, speaker) for one in gains(session.said, session.level) if one.concept in known]
    judged = diagnosis.judged(session)
    if judged:
        mean = sum(one.score for one in judged) / len(judged)
        shrug = sum(one.shrug for one in judged) / len(judged)
        values = {"score": numbers.number(mean, 2), "shrug": numbers.number(shrug, 2)}
        found.append(say("debrief.learned.phases", count=len(judged), **values))
    return found


def _gain(one: Gain, speaker: Speaker) -> str:
    name = library.concepts()[one.concept].name[speaker.language]
    before, after = (f"{right} / {asked}" if asked else NONE for right, asked in (one.before, one.after))
    return speaker.words("debrief.learned.gain", concept=name, before=before, after=after)
