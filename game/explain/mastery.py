"""What a player has done with each concept, read off recordings: seen, predicted, used, explained.

Theory: marks stand for things done and are never added up to a score (a game's score is not learning).
Boundary: a card enacted may have been a lucky guess, and three right answers too. The marks say what happened.
"""

from collections.abc import Iterable
from functools import cache

from game.content import library
from game.content.level import Level
from game.explain.checks import every_item, is_right
from game.explain.quantities import CONCEPTS
from game.session.notebook import Marks
from game.session.predicting import judged
from game.session.recording import Prediction, Recording, Said

LEAST_QUARTERS = 4
"""Quarters of a level after which what it teaches has been met."""

LEAST_RIGHT = 2
"""Right answers after play that count as having explained a concept."""


def mastery(recordings: Iterable[Recording]) -> dict[str, Marks]:
    """Return the marks of every concept that was met in some runs; nothing is simulated for it."""
    marks: dict[str, Marks] = {}
    for recording in recordings:
        for concept, found in of_one(recording).items():
            marks[concept] = marks.get(concept, Marks()) | found
    return marks


def of_one(recording: Recording) -> dict[str, Marks]:
    """Return the marks of one run."""
    level = _level(recording.level.id)
    found: dict[str, Marks] = {}

    def mark(concepts: Iterable[str], **done: bool) -> None:
        for concept in concepts:
            found[concept] = found.get(concept, Marks()) | Marks(seen=True, **done)

    if level is not None and recording.quarter >= LEAST_QUARTERS:
        mark((*level.teaches, *level.meets))
    own = [line for line in recording.actions if line.quarter >= recording.worked]
    for policy in {line.policy for line in own if line.do == "enact" and line.policy}:
        card = library.policies().get(policy)
        mark(card.concepts if card else (), used=True)
    mark(_concepts(p.indicator for p in recording.predictions if foreseen(p)), predicted=True)
    mark(_concepts(_number(said) for said in recording.answers if said.kind == "explain" and said.right == 1.0),
         explained=True)  # fmt: skip
    seen, explained = _answered(recording.answers, level)
    mark(seen)
    mark(explained, explained=True)
    return found


def foreseen(prediction: Prediction) -> bool:
    """Whether a prediction held: all of it has come, it was near, and the future had not been seen before."""
    whole = bool(prediction.quarters) and len(prediction.real) == len(prediction.quarters)
    outcome = judged(prediction, prediction.real)
    return whole and outcome.spread > 0 and not outcome.far_off and not prediction.hindsight


def _answered(answers: Iterable[Said], level: Level | None) -> tuple[set[str], set[str]]:
    """Return the concepts asked about, and those answered right often enough after play."""
    known, right, seen = every_item(level), dict[str, set[str]](), set[str]()
    for said in answers:
        if said.question not in known or said.kind is None:
            continue
        concepts = known[said.question].concepts
        seen.update(concepts)
        if said.kind != "before" and is_right(said, known):
            for concept in concepts:
                right.setdefault(concept, set()).add(said.question)
    return seen, {concept for concept, some in right.items() if len(some) >= LEAST_RIGHT}


def _concepts(numbers: Iterable[str]) -> list[str]:
    return [CONCEPTS[number] for number in numbers if number in CONCEPTS]


def _number(said: Said) -> str:
    """Read the number out of the name of an explain prompt."""
    parts = said.question.split(".")
    return parts[1] if len(parts) == 4 and parts[0] == "why" else ""


@cache
def _level(name: str) -> Level | None:
    path = library.find_level(name)
    return library.load_level(path).level if path else None
