"""Diagnosis: which phase the player thinks it is, scored against what was measured.

Theory: a share for each phase can be checked afterwards; the score is Brier's, summed over the five phases.
Boundary: the measured shares are the model's own reading of the region, not a truth beyond it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content import numbers
from game.explain.speech import Speaker
from game.session.branch import Branch
from game.session.recording import Diagnosis
from game.session.session import Session
from game.simulation.indicators import WATCHED

EVERY = 20
"""Quarters between two times the player is asked."""

SHRUG = (0.2, 0.2, 0.2, 0.2, 0.2)
"""What somebody says who does not know: all alike."""

CLOSE, FAR = 0.15, 0.6


@dataclass(frozen=True)
class Judged:
    """A diagnosis, what was measured, the score (0 is best, 2 worst), and what a shrug would have scored."""

    diagnosis: Diagnosis
    measured: tuple[float, ...]
    score: float
    shrug: float


def brier(shares: Sequence[float], measured: Sequence[float]) -> float:
    """Return the sum of squared differences: 0 when all agree, 2 when sure of a phase that it is surely not."""
    return sum((said - true) ** 2 for said, true in zip(shares, measured, strict=True))


def normal(weights: Sequence[float]) -> tuple[float, ...]:
    """Turn weights into shares that add up to 1; without any weight, all alike."""
    total = sum(weights)
    return tuple(weight / total for weight in weights) if total > 0 else SHRUG


def diagnose(session: Session, weights: Sequence[float]) -> Diagnosis:
    """Note down what the player thinks; a later word in the same quarter replaces the earlier one."""
    moment = session.branch.digests[session.quarter]
    shares = tuple(round(share, 3) for share in normal(weights))
    said = Diagnosis(quarter=session.quarter, shares=shares, moment=moment)
    session.diagnoses = [one for one in session.diagnoses if (one.quarter, one.moment) != (said.quarter, moment)]
    session.diagnoses.append(said)
    return said


def judged(session: Session) -> list[Judged]:
    """Score every diagnosis made on the line being played."""
    return [judge(one, session.branch) for one in session.diagnoses if _here(one, session.branch)]


def judge(said: Diagnosis, branch: Branch) -> Judged:
    """Score one diagnosis against the phases measured in its quarter."""
    history = branch.region.history
    measured = tuple(float(history[name][said.quarter, 0]) for name in WATCHED)
    return Judged(said, measured, brier(said.shares, measured), brier(SHRUG, measured))


def score(session: Session) -> float | None:
    """Return the average score of a run; None where nothing was said."""
    found = judged(session)
    return sum(one.score for one in found) / len(found) if found else None


def told(one: Judged, speaker: Speaker) -> list[str]:
    """Say what was said, what was measured, and the score."""
    say = speaker.words
    lines = [say("learn.measured", when=speaker.date(one.diagnosis.quarter))]
    for name, said, true in zip(WATCHED, one.diagnosis.shares, one.measured, strict=True):
        shares = {"said": numbers.percent(said), "true": numbers.percent(true)}
        lines.append("  " + say("learn.phase_line", phase=say(f"phase.{name}"), **shares))
    word = "close" if one.score < CLOSE else "far" if one.score > FAR else "between"
    values = {"score": numbers.number(one.score, 2), "shrug": numbers.number(one.shrug, 2)}
    return [*lines, say(f"learn.score.{word}", **values)]


def _here(said: Diagnosis, branch: Branch) -> bool:
    return said.quarter <= branch.quarter and said.moment in ("", branch.digests.get(said.quarter))
