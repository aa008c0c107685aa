"""Goals: how far along each is, and whether the level is won, lost or still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.content.level import Goal, Level, Vote
from game.simulation.indicators import History

Status = Literal["open", "met", "missed"]


@dataclass(frozen=True)
class Progress:
    """One goal now: its value, how far along (0 … 1), and whether it is decided."""

    goal: Goal
    value: float
    share: float
    status: Status


@dataclass(frozen=True)
class Outcome:
    """How a level stands. ``reason`` says what ended it: ``term``, ``failed``, ``voted_out`` or nothing yet."""

    ended: bool
    won: bool
    stars: int
    reason: str


NEED = ("pass", "optional", "fail")
"""The kinds of goals as people are told them: what is needed, what is extra, what must not happen."""


def by_need(judged: Sequence[Progress]) -> list[Progress]:
    """Order judged goals as people are told them."""
    return sorted(judged, key=lambda item: NEED.index(item.goal.kind))


def goals_by_need(level: Level) -> list[Goal]:
    """Order a level's goals as people are told them."""
    return sorted(level.goals, key=lambda goal: NEED.index(goal.kind))


def _meets(goal: Goal, value: float) -> bool:
    return value >= goal.value if goal.op == ">=" else value <= goal.value


def _share(goal: Goal, value: float, start: float) -> float:
    """How far a number has come from where it started to where it must be; if it began there, how much is left."""
    if _meets(goal, value):
        return 1.0
    if _meets(goal, start):
        small, large = sorted((abs(value), abs(goal.value)))
        return min(0.99, small / large) if value * goal.value > 0 else 0.0
    return max(0.0, min(0.99, (value - start) / (goal.value - start)))


def progress(goal: Goal, history: History, quarters: int) -> Progress:
    """Judge one goal on what has happened so far.

    ``by``: met once, at that quarter or before. ``at``: met in that very quarter. ``for``: met that many
    quarters on end. ``until``: met in every quarter up to that one. None of them: met when the level ends.
    """
    series = history[goal.indicator][:, 0]
    first, last, now = float(series[0]), float(series[-1]), len(series) - 1
    share = _share(goal, last, first)
    hits: list[bool] = (series >= goal.value if goal.op == ">=" else series <= goal.value).tolist()
    if goal.after is not None:
        hits[: goal.after] = [False] * min(goal.after, len(hits))
    status, share = _judge(goal, hits, now, quarters, share)
    return Progress(goal, last, share, status)


def _judge(goal: Goal, hits: Sequence[bool], now: int, quarters: int, share: float) -> tuple[Status, float]:
    """Decide a goal by its kind of deadline."""
    if goal.for_ is not None:
        deadline = goal.by if goal.by is not None else quarters
        run = best = 0
        for hit in hits[: deadline + 1]:
            run = run + 1 if hit else 0
            best = max(best, run)
        late: Status = "missed" if now >= deadline else "open"
        return ("met", 1.0) if best >= goal.for_ else (late, min(run / goal.for_, 0.99))
    if goal.until is not None:
        kept = all(hits[max(1, goal.after or 0) : goal.until + 1])
        over = now >= goal.until
        return ("missed", 0.0) if not kept else ("met", 1.0) if over else ("open", now / goal.until)
    if goal.by is not None:
        done = any(hits[: goal.by + 1])
        return ("met", 1.0) if done else ("missed" if now >= goal.by else "open", share)
    due = goal.at if goal.at is not None else quarters
    if now < due:
        return "open", share
    return ("met", 1.0) if hits[due] else ("missed", share)


def figure(goal: Goal, series: Sequence[float]) -> float:
    """Return the value a goal stands or falls by: the best that was kept long enough, the worst, or its own day's."""
    better, worse = (max, min) if goal.op == ">=" else (min, max)
    last = len(series) - 1
    begin, end = goal.after or 0, min(last if goal.by is None else goal.by, last)
    if goal.for_ is not None:
        spans = [worse(series[k : k + goal.for_]) for k in range(begin, end + 2 - goal.for_)]
        return better(spans, default=series[last])
    if goal.until is not None:
        return worse(series[max(1, begin) : goal.until + 1], default=series[last])
    if goal.by is not None:
        return better(series[begin : end + 1], default=series[last])
    return series[min(last if goal.at is None else goal.at, last)]


def votes(vote: Vote | None, history: History) -> list[tuple[int, float, bool]]:
    """List every council vote so far: quarter, support, and whether the government stayed."""
    if vote is None:
        return []
    support = history["support"][:, 0]
    return [
        (q, float(support[q]), bool(support[q] >= vote.threshold)) for q in range(vote.every, len(support), vote.every)
    ]


def outcome(goals: Sequence[Goal], vote: Vote | None, history: History, quarters: int) -> Outcome:
    """Say whether the level has ended, and how."""
    return outcome_of([progress(goal, history, quarters) for goal in goals], vote, history, quarters)


def outcome_of(judged: Sequence[Progress], vote: Vote | None, history: History, quarters: int) -> Outcome:
    """Say the same where the goals have been judged already."""
    stars = sum(1 for item in judged if item.goal.kind != "fail" and item.status == "met")
    failed = any(item.goal.kind == "fail" and item.status == "met" for item in judged)
    out = any(not stayed for _, _, stayed in votes(vote, history))
    needed = [item for item in judged if item.goal.kind == "pass"]
    lost = any(item.status == "missed" for item in needed)
    over = len(history) - 1 >= quarters
    if out or failed:
        return Outcome(True, False, stars, "voted_out" if out else "failed")
    if not over:
        return Outcome(False, False, stars, "")
    return Outcome(True, bool(needed) and not lost, stars, "term")
