"""Can a fall be explained? One question about the largest fall of jobs in a run, and how many named a true cause.

Claim (CE-07): of five newcomers four name one of the two largest causes within two minutes, with the ladder of causes
at hand. It is a claim about people: the game asks and counts, and whether it holds only people can show.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.explain.prompts import BACK, Prompt, prompt_for
from game.explain.why import Explainer
from game.session.recording import Said
from game.session.session import Session

NUMBER = "employment"
SECONDS = 120.0
"""Time in which a cause is to be found (CE-07)."""


def fall(session: Session, explainer: Explainer) -> Prompt | None:
    """Ask about the largest fall within two years; None where jobs never fell or too few causes moved them."""
    series = session.branch.region.history[NUMBER][:, 0].tolist()
    since, at = deepest(series)
    return prompt_for(session, explainer, NUMBER, since, at, "fall")


def deepest(series: Sequence[float], back: int = BACK) -> tuple[int, int]:
    """Return between which two quarters, so many apart at most, a series fell furthest; twice 0 where it never did."""
    spans = [(since, at) for at in range(1, len(series)) for since in range(max(at - back, 0), at)]
    falls = [(since, at) for since, at in spans if series[at] < series[since]]
    return min(falls, key=lambda span: (series[span[1]] - series[span[0]], span[1] - span[0]), default=(0, 0))


@dataclass(frozen=True)
class Understood:
    """How many were asked, named one of the two largest causes, and did so in time; a terminal keeps no time."""

    asked: int
    named: int
    in_time: int


def understood(answers: Iterable[Said]) -> Understood:
    """Count the answers to the question about a fall."""
    found = [said for said in answers if said.kind == "fall"]
    named = [said for said in found if said.right]
    in_time = [said for said in named if said.seconds is not None and said.seconds <= SECONDS]
    return Understood(len(found), len(named), len(in_time))
