"""The work of a class debrief, cut into parts: what cards did, one thing tried otherwise, what the dice account for.

It must be quick. Runs are played side by side from their beginning, as they were and with each decision taken away, on
their own dice and on a few others; what they say is put together over runs, for between runs there is more to learn
than within one.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from game.content import library
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain import mastery
from game.explain.class_findings import CardUse, ClassFindings
from game.explain.findings import Regret
from game.explain.forecast import Estimate
from game.explain.gains import Gain, gains
from game.explain.stars import compared
from game.lab import class_standing, debriefing, regret, skill, turning
from game.lab.class_standing import SIDE_BY_SIDE, Stood
from game.lab.class_weighing import Tried, a_year_later, batches, weigh
from game.lab.workers import Question
from game.lab.worth import wanted
from game.session.notebook import Marks
from game.session.session import Session
from game.simulation.actions import Enact

JUDGED, QUARTERS, FUTURES = 4, 2, 12
"""Runs whose decisions are judged from before, quarters of each, and futures of each."""

MOST_SEEDS = 30
"""Seeds of a class on which strategies are tried."""

Answers = Sequence[tuple[str, Any]]


def question(sessions: Sequence[Session]) -> Question[ClassFindings]:
    """Ask what a class's page needs."""
    level, cards = sessions[0].level, sessions[0].cards
    runs = [debriefing.Run.of(session) for session in sessions]
    weakest = _weakest(sessions)
    seeds, steps = _seeds(sessions), [tuple(session.branch.steps) for session in sessions]
    parts: list[tuple[Any, ...]] = [(level, cards, "weigh", (batch,)) for batch in batches(sessions)]
    parts.append((level, cards, "stand", (seeds,)))
    if wanted(level):
        cut = [steps[k : k + SIDE_BY_SIDE] for k in range(0, len(steps), SIDE_BY_SIDE)]
        parts += [(level, cards, "again", (some, seeds[0])) for some in cut]
    for k in _judged(len(runs)):
        parts += [(level, cards, "regret", what) for what in _regrets(k, runs[k])] if wanted(level) else []
    moments = turning.moments(runs[weakest].branch, runs[weakest].end)[::3]
    parts += [(level, cards, "turning", (q, runs[weakest].branch.snapshots[q], runs[weakest].end)) for q in moments]
    return Question(answer, parts, partial(merge, sessions, weakest, seeds))


def _judged(runs: int) -> list[int]:
    """Choose the runs whose decisions are judged, spread over the class."""
    return sorted({round(k * (runs - 1) / max(JUDGED - 1, 1)) for k in range(min(JUDGED, runs))})


def _regrets(k: int, run: debriefing.Run) -> list[tuple[Any, ...]]:
    found = []
    for quarter in regret.quarters(run.branch, run.end)[:QUARTERS]:
        done = tuple(step.action for step in run.branch.steps if step.quarter == quarter)
        found.append((k, run.branch.snapshots[quarter], done, run.end))
    return found


def _ends(sessions: Sequence[Session]) -> list[float]:
    number, at, _ = compared(sessions[0].level)[0]
    return [float(s.branch.region.history[number][min(at, s.quarter), 0]) for s in sessions]


def _weakest(sessions: Sequence[Session]) -> int:
    up = compared(sessions[0].level)[0][2]
    return min(range(len(sessions)), key=lambda k: _ends(sessions)[k] * (1 if up else -1))


def _seeds(sessions: Sequence[Session]) -> list[int]:
    """List the seeds of a class, the one most runs had first."""
    seeds = [session.seed for session in sessions]
    return sorted(set(seeds), key=lambda seed: (-seeds.count(seed), seed))[:MOST_SEEDS]


def answer(level: Level, cards: Mapping[str, PolicyCard], kind: str, what: tuple[Any, ...]) -> tuple[str, Any]:
    """Do one piece of work."""
    if kind == "weigh":
        return kind, weigh(level, cards, what[0])
    if kind == "regret":
        return kind, (what[0], regret.judge(level, cards, what[1], what[2], what[3], FUTURES))
    if kind == "turning":
        return kind, (what[0], turning.chance(level, cards, what[1], what[2], 16))
    if kind == "again":
        return kind, class_standing.again(level, cards, what[0], what[1])
    return kind, class_standing.stand(level, cards, what[0])


def merge(sessions: Sequence[Session], weakest: int, seeds: Sequence[int], answers: Answers) -> ClassFindings:
    """Put the parts together."""
    by_kind: dict[str, list[Any]] = {}
    for kind, found in answers:
        by_kind.setdefault(kind, []).append(found)
    tried = [one for group in by_kind.get("weigh", []) for one in group]
    chances = sorted(by_kind.get("turning", []))
    turn = turning.merge(*zip(*chances, strict=True)).last if chances else None
    stood: list[Stood] = by_kind["stand"][0]
    worths = [one for group in by_kind.get("again", []) for one in group]
    kind_dice = class_standing.kindness(stood, seeds)
    return ClassFindings(
        reference=next(one.course for one in stood if one.name == skill.REFERENCE),
        cards=_cards(tried, by_kind.get("regret", []), sessions),
        otherwise=a_year_later(sessions, tried),
        luck=_luck(sessions, kind_dice),
        weakest_turn=(weakest, turn),
        concepts=_used(sessions),
        checks=_checked(sessions),
        dice=kind_dice,
        decisions=tuple(class_standing.graded(sessions[0].level, stood, worths)),
    )


def _checked(sessions: Sequence[Session]) -> list[Gain]:
    """Count the whole class's right answers before and after play, for concepts there is a card of."""
    found = gains((said for one in sessions for said in one.said), sessions[0].level)
    return [one for one in found if one.concept in library.concepts()]


def _cards(
    tried: Sequence[Tried], regrets: Sequence[tuple[int, Regret]], sessions: Sequence[Session]
) -> list[CardUse]:  # fmt: skip
    """Say what each card did over the runs that started it, the largest effect first."""
    by_card: dict[str, dict[int, float]] = {}
    for one in tried:
        action = sessions[one.run].branch.steps[one.step].action
        if isinstance(action, Enact):
            own = by_card.setdefault(action.policy, {})
            own[one.run] = own.get(one.run, 0.0) - one.effect
    found = []
    for policy, effects in by_card.items():
        values = np.array(list(effects.values()))
        half = 1.96 * float(values.std(ddof=1)) / float(np.sqrt(len(values))) if len(values) > 1 else float("inf")
        verdicts = [one.verdict for k, one in regrets if _started(sessions[k], policy, one.quarter)]
        mean = float(values.mean())
        found.append(CardUse(policy, len(values), Estimate(mean, mean - half, mean + half),
                             verdicts.count("better"), verdicts.count("costly")))  # fmt: skip
    return sorted(found, key=lambda one: (one.runs < 2, -abs(one.effect.value)))


def _started(session: Session, policy: str, quarter: int) -> bool:
    return any(
        step.quarter == quarter and isinstance(step.action, Enact) and step.action.policy == policy
        for step in session.branch.steps
    )


def _luck(sessions: Sequence[Session], kind: Mapping[int, float]) -> float | None:
    """Return the share of variance between runs that goes with how kind their dice were to everybody."""
    if len(kind) < 2:
        return None
    known = [(end, kind[s.seed]) for end, s in zip(_ends(sessions), sessions, strict=True) if s.seed in kind]
    ends, dice = np.array(known).T
    if ends.std() <= 0.0 or dice.std() <= 0.0:
        return 0.0
    return float(np.corrcoef(ends, dice)[0, 1] ** 2)


def _used(sessions: Sequence[Session]) -> dict[str, dict[str, float]]:
    """Return for the concepts of the level in which share of runs each was seen, predicted, used and explained."""
    level, cards, count = sessions[0].level, sessions[0].cards, len(sessions)
    met = [mastery.of_one(session.record()) for session in sessions]
    allowed = [card for id_, card in sorted(cards.items()) if level.allows(id_)]
    names = list(dict.fromkeys([*level.teaches, *(concept for card in allowed for concept in card.concepts)]))[:6]
    return {
        name: {mark: sum(getattr(one.get(name, Marks()), mark) for one in met) / count for mark in Marks.model_fields}
        for name in names
    }
