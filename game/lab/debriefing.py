"""A debrief's work, cut into parts: any of them may come first, and what has come can be shown at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain.findings import VARIANTS, Company, Findings, Held, Histories, Regret, Weighed
from game.explain.stars import compared
from game.lab import calibration, company, regret, skill, turning, without
from game.lab.skill import Ends
from game.lab.strategies import STRATEGIES
from game.lab.workers import Question
from game.lab.worth import wanted
from game.session.branch import Branch, Step
from game.session.session import Session
from game.simulation.acting import act
from game.simulation.region import Region

DOTS = 64
"""Histories drawn in a row."""


@dataclass(frozen=True)
class Part:
    """One piece of work.

    Attributes:
        kind: What is asked.
        what: Its arguments after level and cards.
    """

    kind: str
    what: tuple[Any, ...]


@dataclass(frozen=True)
class Run:
    """What a debrief needs to know of a run."""

    level: Level
    cards: Mapping[str, PolicyCard]
    seed: int
    branch: Branch
    end: int

    @classmethod
    def of(cls, session: Session) -> "Run":
        """Take the line of time being played; one that has ended is followed to the level's own end."""
        end = session.level.quarters if session.outcome().ended else session.quarter
        return cls(session.level, session.cards, session.seed, session.branch, end)


def question(run: Run, worlds: int = without.WORLDS, only: frozenset[str] | None = None) -> Question[Findings]:
    """Ask for everything a debrief shows, what matters most first; or for some kinds of parts only."""
    known = company.kept(run.level, run.seed)
    work = [*_decisions(run, worlds), *_plays(run, worlds), *_judging(run, worlds)]
    work += [] if known else [Part("company", (run.seed, name)) for name in STRATEGIES]
    work += _looking(run)
    parts = [(run.level, run.cards, part) for part in work if only is None or part.kind in only]
    return Question(answer, parts, partial(merge, run, known))


def of_decisions(
    run: Run, worlds: int = without.WORLDS, variants: tuple[str, ...] = VARIANTS
) -> Question[list[Weighed]]:
    """Ask only what each decision did."""
    found = without.jobs(run.level, run.branch, run.end, worlds, variants)
    return Question(without.weigh, [(job,) for job in found], lambda groups: [one for group in groups for one in group])


def _decisions(run: Run, worlds: int) -> list[Part]:
    return [Part("weigh", (job,)) for job in without.jobs(run.level, run.branch, run.end, worlds)]


def _plays(run: Run, worlds: int) -> list[Part]:
    """List whole plays; those that only say how kind a seed is need fewer dice."""
    told = (skill.YOU, skill.NOBODY, *skill.published(run.level))
    names = [*told, *(name for name in skill.ENSEMBLE if name not in told)] if wanted(run.level) else told[:2]
    steps = tuple(run.branch.steps)
    return [
        Part("play", (run.seed, 1 + (worlds if name in told else skill.OTHER_SEEDS), name, steps, run.end))
        for name in names
    ]


def _judging(run: Run, worlds: int) -> list[Part]:
    found = []
    for quarter in regret.quarters(run.branch, run.end) if wanted(run.level) else ():
        done = tuple(step.action for step in run.branch.steps if step.quarter == quarter)
        found.append(Part("regret", (run.branch.snapshots[quarter], done, run.end, worlds)))
    return found


def _looking(run: Run) -> list[Part]:
    """List the moments at which it might have been turned, and those whose bands can be compared."""
    branch, decided = run.branch, [step.quarter for step in run.branch.steps]
    found = [
        Part("turning", (quarter, branch.snapshots[quarter], run.end)) for quarter in turning.moments(branch, run.end)
    ]
    for quarter in calibration.moments(branch, min(run.end, branch.quarter)):
        done = tuple(step for step in branch.steps if step.quarter == quarter)
        found.append(Part("held", (branch.snapshots[quarter], done, branch.region.history, decided)))
    return found


def answer(level: Level, cards: Mapping[str, PolicyCard], part: Part) -> tuple[str, Any]:
    """Do one piece of work."""
    what = part.what
    if part.kind == "weigh":
        return part.kind, without.weigh(*what)
    if part.kind == "turning":
        return part.kind, (what[0], turning.chance(level, cards, what[1], what[2]))
    if part.kind == "held":
        return part.kind, calibration.held(_after(what[0], what[1]), what[2], what[3])
    asked = {"play": skill.play, "regret": regret.judge, "company": company.play_many}
    return part.kind, asked[part.kind](level, cards, *what)  # type: ignore[operator]


def _after(now: Region, done: Sequence[Step]) -> Region:
    """Return a moment after what was decided in it."""
    here = now.snapshot()
    for step in done:
        act(here.rules, here.state, here.history, step.action)
    here.refresh()
    return here


def merge(run: Run, known: Company | None, answers: Sequence[tuple[str, Any]]) -> Findings:
    """Put together what has come so far, in whatever order."""
    by_kind: dict[str, list[Any]] = {}
    for kind, found in answers:
        by_kind.setdefault(kind, []).append(found)
    decisions = sorted((one for group in by_kind.get("weigh", []) for one in group), key=lambda one: one.step.quarter)
    ends = {one.name: one for one in by_kind.get("play", [])}
    played = by_kind.get("company", [])
    others = known or (company.merge(run.level, played) if len(played) == len(STRATEGIES) else None)
    moments = sorted(by_kind.get("turning", []))
    all_moments = len(moments) == len(turning.moments(run.branch, run.end)) and moments
    regrets: list[Regret] = sorted(by_kind.get("regret", []), key=lambda one: one.quarter)
    return Findings(
        decisions=tuple(decisions),
        regrets=tuple(regrets),
        histories=_histories(run, ends, others),
        skill=skill.judge(run.level, ends),
        company=others,
        turning=turning.merge(*zip(*moments, strict=True)) if all_moments else None,
        held=sum(by_kind.get("held", []), Held()),
    )


def _histories(run: Run, ends: Mapping[str, Ends], others: Company | None) -> Histories | None:
    """Lay out three rows of whole histories; the first of each play has the dice that fell."""
    if not {skill.YOU, skill.NOBODY} <= ends.keys() or others is None:
        return None
    number, at, _ = compared(run.level)[0]
    ranked = np.sort(np.array(others.values[0]))
    picks = np.linspace(0, len(ranked) - 1, min(DOTS, len(ranked))).round().astype(int)
    yours, nobody = ends[skill.YOU].number, ends[skill.NOBODY].number
    return Histories(
        number, min(at, run.end), float(yours[0]),
        tuple(map(float, yours[1:])), tuple(map(float, ranked[picks])), tuple(map(float, nobody[1:])),
    )  # fmt: skip
