"""What an author is told about a proof: every promise of a good level that the plays did not keep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.content.level import Level
from game.lab.prove import LEVER_WINS, SOLUTION, Proof

IDLE_WINS, RANDOM_WINS, LUCK, FALL = 0.2, 0.35, 0.4, 0.15
"""Most wins of doing nothing and of a lot; most luck; least fall without a concept (AU-08, AU-09, AU-12)."""

SOLUTION_WINS = (0.6, 0.95)

REFUSED = 0.5
"""Most worlds that may refuse a step of the solution: what is shown as the way must be a way that can be gone."""


@dataclass(frozen=True)
class Finding:
    """One promise that is not kept: the id of its words, and the numbers in it."""

    rule: str
    values: Mapping[str, float | str] = field(default_factory=dict)


def findings(level: Level, proof: Proof) -> list[Finding]:
    """List what is wrong with a level; a sandbox without goals promises nothing but events and room to act."""
    graded = any(goal.kind == "pass" for goal in level.goals)
    found = [*_wins(proof), *_steps(level, proof), *_concepts(proof), *_goals(level, proof)] if graded else []
    return [*found, *_course(level, proof)]


def _wins(proof: Proof) -> Iterator[Finding]:
    for name, most in (("nothing", IDLE_WINS), ("random", RANDOM_WINS)):
        if proof.wins[name].value > most:
            yield Finding(f"{name}_wins", {"found": proof.wins[name].value, "most": most})
    if SOLUTION in proof.wins:
        value, (least, most) = proof.wins[SOLUTION].value, SOLUTION_WINS
        if not least <= value <= most:
            rule = "solution_too_weak" if value < least else "solution_too_sure"
            yield Finding(rule, {"found": value, "least": least, "most": most})
    else:
        yield Finding("no_solution")
    for card, value in proof.levers.items():
        if value > LEVER_WINS:
            yield Finding("one_card_wins", {"policy": card, "found": value, "most": LEVER_WINS})
    if proof.luck > LUCK:
        yield Finding("luck", {"found": proof.luck, "most": LUCK})


def _steps(level: Level, proof: Proof) -> Iterator[Finding]:
    for step, share in zip(level.solution, proof.refused, strict=True):
        if share > REFUSED:
            values: dict[str, float | str] = {"quarter": str(step.quarter), "found": share, "most": REFUSED}
            values["policy" if step.policy else "event"] = step.policy or step.event or ""
            yield Finding("step_refused" if step.policy else "answer_refused", values)


def _concepts(proof: Proof) -> Iterator[Finding]:
    for concept, fall in proof.restricted.items():
        if fall < FALL:
            yield Finding("concept_not_needed", {"concept": concept, "found": max(fall, 0.0), "least": FALL})
    for concept in proof.unneeded:
        yield Finding("concept_without_card", {"concept": concept})


def _goals(level: Level, proof: Proof) -> Iterator[Finding]:
    for goal in level.goals:
        if goal.kind != "fail" and proof.goals[goal.id] == 0.0:
            yield Finding("goal_never_met", {"goal": goal.id})
        if goal.kind != "fail" and goal.id in proof.ready and (goal.by is not None or goal.for_ is not None):
            yield Finding("goal_met_at_once", {"goal": goal.id})


def _course(level: Level, proof: Proof) -> Iterator[Finding]:
    for event, share in proof.events.items():
        if share == 0.0:
            yield Finding("event_never", {"event": event})
    if proof.idle > 0.0:
        yield Finding("nothing_to_do", {"found": proof.idle})
    for k, (expectation, share) in enumerate(zip(level.expect, proof.expected, strict=True)):
        if share < expectation.share:
            yield Finding("not_as_expected", {"number": k + 1, "found": share, "least": expectation.share})
