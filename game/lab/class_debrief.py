"""The work of a class debrief, cut into parts: what cards did, one thing tried otherwise, what the dice account for.

It must be quick. Runs are played side by side from their beginning, as they were and with each decision taken away or
made a year later, on their own dice and on a few others; what they say is put together over runs, for between runs
there is more to learn than within one.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from game.content import library
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain import mastery
from game.explain.class_findings import CardUse, ClassFindings, Otherwise
from game.explain.findings import Regret
from game.explain.forecast import Estimate
from game.explain.gains import Gain, gains
from game.explain.stars import compared
from game.lab import debriefing, regret, skill, turning
from game.lab.class_weighing import Tried, batches, changed, weigh
from game.lab.governing import desk, govern
from game.lab.reference import reference
from game.lab.replaying import play_on, with_dice
from game.lab.workers import Question
from game.lab.worth import wanted
from game.session.notebook import Marks
from game.session.session import Session
from game.simulation.actions import Enact
from game.simulation.dice import seeds_for
from game.simulation.region import Region

JUDGED, QUARTERS, FUTURES = 4, 3, 12
"""Runs whose decisions are judged from before, quarters of each, and futures of each."""

OTHERS = 7
"""Other dice on which strategies are tried where the whole class had the same (design)."""

Answers = Sequence[tuple[str, Any]]


def question(sessions: Sequence[Session]) -> Question[ClassFindings]:
    """Ask what a class's page needs."""
    level, cards = sessions[0].level, sessions[0].cards
    runs = [debriefing.Run.of(session) for session in sessions]
    weakest = _weakest(sessions)
    parts: list[tuple[Any, ...]] = [(level, cards, "reference", (_usual_seed(sessions),))]
    parts += [(level, cards, "weigh", (batch,)) for batch in batches(sessions)]
    for k in _judged(len(runs)):
        parts += [(level, cards, "regret", what) for what in _regrets(k, runs[k])] if wanted(level) else []
    moments = turning.moments(runs[weakest].branch, runs[weakest].end)[::2]
    parts += [(level, cards, "turning", (q, runs[weakest].branch.snapshots[q], runs[weakest].end)) for q in moments]
    met = _of_each_seed(sessions)
    parts += [(level, cards, "dice", (session.seed, OTHERS if len(met) == 1 else 0)) for session in met]
    return Question(answer, parts, partial(merge, sessions, weakest))


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


def _usual_seed(sessions: Sequence[Session]) -> int:
    seeds = [session.seed for session in sessions]
    return max(sorted(set(seeds)), key=seeds.count)


def _of_each_seed(sessions: Sequence[Session]) -> list[Session]:
    return list({session.seed: session for session in sessions}.values())[:30]


def answer(level: Level, cards: Mapping[str, PolicyCard], kind: str, what: tuple[Any, ...]) -> tuple[str, Any]:
    """Do one piece of work."""
    if kind == "weigh":
        return kind, weigh(level, cards, what[0])
    if kind == "regret":
        return kind, (what[0], regret.judge(level, cards, what[1], what[2], what[3], FUTURES))
    if kind == "turning":
        return kind, (what[0], turning.chance(level, cards, what[1], what[2], 16))
    if kind == "dice":
        return kind, (what[0], *_by_strategies(level, cards, *what))
    return kind, _course(level, cards, what[0])


def _course(level: Level, cards: Mapping[str, PolicyCard], seed: int) -> tuple[float, ...]:
    """Return the course of the first number compared under the reference."""
    region = Region.open_with(skill.rules_of(level, cards), seeds_for(seed, 1))
    table, strategy = desk(level, region.rules, cards), reference(level)
    for _ in range(level.quarters):
        govern(region, table, strategy)
        region.advance()
    return tuple(map(float, region.history[compared(level)[0][0]][:, 0]))


def _by_strategies(level: Level, cards: Mapping[str, PolicyCard], seed: int, others: int) -> tuple[float, float]:
    """Return what a handful of strategies reach on a seed, on average, and on some others where those are wanted."""
    names = (skill.NOBODY, "little_of_everything", "phase_reader", skill.REFERENCE)
    ends = [skill.play(level, cards, seed, 1 + others, name, (), level.quarters).number for name in names]
    mean = np.mean(ends, axis=0)
    return float(mean[0]), float(mean[1:].mean()) if others else float(mean[0])


def merge(sessions: Sequence[Session], weakest: int, answers: Answers) -> ClassFindings:
    """Put the parts together."""
    by_kind: dict[str, list[Any]] = {}
    for kind, found in answers:
        by_kind.setdefault(kind, []).append(found)
    tried = [one for group in by_kind.get("weigh", []) for one in group]
    chances = sorted(by_kind.get("turning", []))
    turn = turning.merge(*zip(*chances, strict=True)).last if chances else None
    return ClassFindings(
        reference=by_kind["reference"][0],
        cards=_cards(tried, by_kind.get("regret", []), sessions),
        otherwise=_otherwise(sessions, tried),
        luck=_luck(sessions, {seed: own for seed, own, _ in by_kind["dice"]}),
        weakest_turn=(weakest, turn),
        concepts=_used(sessions),
        checks=_checked(sessions),
        dice=_kindness(by_kind["dice"]),
    )


def _kindness(found: Sequence[tuple[int, float, float]]) -> dict[int, float]:
    """Say how kind each dice were: against the average of the class's, or of others where all had the same."""
    average = float(np.mean([others for _, _, others in found]))
    return {seed: own - average for seed, own, _ in sorted(found)}


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
        if isinstance(action, Enact) and one.variant == "removed":
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


def _otherwise(sessions: Sequence[Session], tried: Sequence[Tried]) -> Otherwise | None:
    """Choose the decision whose delay by a year changes most, and play it both ways on its own dice."""
    delayed = [one for one in tried if one.variant == "delayed"]
    if not delayed:
        return None
    best = max(delayed, key=lambda one: (abs(one.own), abs(one.effect)))
    level, k, place = sessions[0].level, best.run, best.step
    session, number = sessions[k], compared(level)[0][0]
    moved = changed(session.branch.steps, place, "delayed") or ()
    now = session.branch.snapshots[session.branch.steps[place].quarter]
    region = with_dice(now, now.state.seeds[:1])
    play_on(region, [(moved, slice(None))], session.quarter)
    was, would = session.branch.region.history[number][:, 0], region.history[number][:, 0]
    return Otherwise(k, place, tuple(map(float, was)), tuple(map(float, would)))


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
