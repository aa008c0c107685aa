"""Proves a level by playing it: every named strategy, its own solution, and that solution without what it teaches.

The same worlds for all, so that strategies differ by what they do and not by their luck.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from multiprocessing import get_context

import numpy as np

from game.content.build import setup_of
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.explain.forecast import Estimate
from game.lab.forecast import wilson
from game.lab.governing import How, Plan, Played, plan_of, play_beside
from game.lab.strategies import HEURISTICS, STRATEGIES, only
from game.simulation.actions import Answer
from game.simulation.dice import seeds_for
from game.simulation.indicators import WATCHED
from game.simulation.rules import Rules

SEED = 20_000
SOLUTION, LATE, SHORT, ONLY, WITHOUT = "solution", "late", "short", "only:", "without:"
A_YEAR, A_THIRD = 4, 3
"""Quarters by which a slow hand is late with every card; a sparing one leaves out every third (design)."""

Tick = Callable[[int, int], None]
"""Called with how many plays are done, of how many."""


@dataclass(frozen=True)
class Proof:
    """What the plays of a level showed.

    Attributes:
        worlds: In how many worlds each was played.
        wins: Share of worlds won, of the solution (first, where there is one) and every named strategy.
        levers: Share won with one card alone; in an eighth of the worlds where that tells that it is not too much.
        restricted: For each concept taught, the share of its wins the solution loses without that concept's cards.
        forgiving: Share of worlds won by the solution a year late and by two thirds of it, on average: the measured
            difficulty. None without a solution.
        unneeded: Concepts taught that no card of the solution carries.
        luck: Share of the scores' variance that lies between worlds and not between strategies.
        phases: Share of all plays in which each phase came up.
        events: Share of all plays in which each event came.
        goals: Share of all plays in which each goal was met.
        ready: Goals that hold in some world before anything is done.
        idle: Share of worlds in which the solution or doing nothing left nothing to do in the first twenty quarters.
        expected: Share of worlds left alone in which each expectation came true.
        refused: Share of worlds that refused each step of the solution.
    """

    worlds: int
    wins: Mapping[str, Estimate]
    levers: Mapping[str, float]
    restricted: Mapping[str, float]
    forgiving: float | None
    unneeded: tuple[str, ...]
    luck: float
    phases: Mapping[str, float]
    events: Mapping[str, float]
    goals: Mapping[str, float]
    ready: tuple[str, ...]
    idle: float
    expected: tuple[float, ...]
    refused: tuple[float, ...]

    @property
    def beginner(self) -> float:
        """Share of worlds won by those who have one plain idea: whoever tries a level for the first time."""
        return float(np.mean([self.wins[name].value for name in HEURISTICS]))


LEVER_WINS = 0.5
"""Most wins of one card alone (AU-12)."""

FIRST_LOOK = 8
"""One card alone is played in one world of so many first, and in all of them where it may win too much (design)."""

TOGETHER = 1200
"""Worlds that are played side by side: in larger batches a quarter gains nothing more (measured)."""


@dataclass(frozen=True)
class Job:
    """Some ways to play, each in all the worlds."""

    level: Level
    cards: Mapping[str, PolicyCard]
    worlds: int
    names: tuple[str, ...]


def jobs(level: Level, cards: Mapping[str, PolicyCard], worlds: int, processes: int = 1) -> list[Job]:
    """List every way to play a level that proves something, in jobs of a size: no process waits for another's last."""
    names = [SOLUTION, LATE, SHORT, *(WITHOUT + concept for concept in _needed(level, cards))] if level.solution else []
    alone = [ONLY + id_ for id_ in sorted(cards) if level.allows(id_)]
    first = -(-worlds // FIRST_LOOK)
    return [
        *cut(Job(level, cards, worlds, (*names, *STRATEGIES)), processes),
        *cut(Job(level, cards, first, tuple(alone)), processes),
    ]


def cut(job: Job, processes: int) -> list[Job]:
    """Cut a job into some of a size, as many for each process."""
    names = job.names
    rounds = -(-len(names) // (max(TOGETHER // job.worlds, 1) * processes))
    shares = min(rounds * processes, len(names))
    ends = [len(names) * k // shares for k in range(shares + 1)] if shares else []
    return [replace(job, names=names[begin:end]) for begin, end in pairwise(ends)]


def run(job: Job) -> list[Played]:
    """Play a level in some ways."""
    hows = [_how(job, name) for name in job.names]
    rules = Rules(setup_of(job.level, job.cards))
    return play_beside(job.level, rules, job.cards, seeds_for(SEED, job.worlds), hows)


def _how(job: Job, name: str) -> How:
    if name in PLAYED_AS:
        return PLAYED_AS[name](plan_of(job.level))
    if name.startswith(WITHOUT):
        banned = frozenset(id_ for id_, card in job.cards.items() if name.removeprefix(WITHOUT) in card.concepts)
        return plan_of(job.level, banned)
    return only(name.removeprefix(ONLY)) if name.startswith(ONLY) else STRATEGIES[name]


def late(plan: Plan) -> Plan:
    """Return a plan whose cards are played a year late; what an event asks is answered while it waits."""
    moved = [(quarter if isinstance(action, Answer) else quarter + A_YEAR, action) for quarter, action in plan]
    return sorted(moved, key=lambda step: step[0])


def short(plan: Plan) -> Plan:
    """Return a plan without every third of its cards."""
    cards = [step for step in plan if not isinstance(step[1], Answer)]
    return [step for step in plan if step not in cards[A_THIRD - 1 :: A_THIRD]]


PLAYED_AS: Mapping[str, Callable[[Plan], Plan]] = {SOLUTION: list, LATE: late, SHORT: short}
"""How the solution is played: as it is written, and by two hands that know what to do but are slow, or sparing."""


def prove(
    level: Level, cards: Mapping[str, PolicyCard], worlds: int = 200, processes: int = 1, tick: Tick | None = None
) -> Proof:
    """Play a level every way there is.

    Args:
        level: Free of errors.
        cards: Every policy card by id.
        worlds: How many worlds for each way.
        processes: How many to use.
        tick: Told after each play.
    """
    plays: dict[str, Played] = {}
    todo, done, ways = jobs(level, cards, worlds, processes), 0, 0
    with _players(processes) as played:
        while todo:
            ways += sum(len(job.names) for job in todo)
            for job, found in zip(todo, played(run, todo), strict=True):
                plays.update(zip(job.names, found, strict=True))
                done += len(job.names)
                if tick is not None:
                    tick(done, ways)
            doubtful = tuple(name for name, found in plays.items() if _may_win_too_much(name, found, worlds))
            todo = cut(Job(level, cards, worlds, doubtful), processes)
    return weigh(level, cards, plays, worlds)


def _may_win_too_much(name: str, found: Played, worlds: int) -> bool:
    """Tell whether a card alone must be played in all the worlds to know."""
    seen = len(found.won)
    return name.startswith(ONLY) and seen < worlds and wilson(int(found.won.sum()), seen).high > LEVER_WINS


@contextmanager
def _players(processes: int) -> Iterator[Callable[..., Iterator[list[Played]]]]:
    """Give what plays jobs one after another: in this process, or in several."""
    if processes <= 1:
        yield map
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield pool.map


def weigh(level: Level, cards: Mapping[str, PolicyCard], plays: Mapping[str, Played], worlds: int) -> Proof:
    """Read a proof off the plays."""
    named = [name for name in (SOLUTION, *STRATEGIES) if name in plays]
    needed = _needed(level, cards) if level.solution else ()
    won = {name: float(found.won.mean()) for name, found in plays.items()}
    everything = list(plays.values())

    def share(marks: Sequence[np.ndarray]) -> list[float]:
        return [float(value) for value in np.mean([mark.mean(axis=1) for mark in marks], axis=0)]

    return Proof(
        worlds=worlds,
        wins={name: wilson(int(plays[name].won.sum()), worlds) for name in named},
        levers={name.removeprefix(ONLY): won[name] for name in plays if name.startswith(ONLY)},
        restricted={concept: _lost(won[SOLUTION], won[WITHOUT + concept]) for concept in needed},
        forgiving=float(np.mean([won[LATE], won[SHORT]])) if level.solution else None,
        unneeded=tuple(concept for concept in level.teaches if level.solution and concept not in needed),
        luck=luck_share(np.array([plays[name].score for name in named])),
        phases=dict(zip(WATCHED, share([found.phases for found in everything]), strict=True)),
        events=dict(zip([e.id for e in level.events], share([found.fired for found in everything]), strict=True)),
        goals=dict(zip([g.id for g in level.goals], share([found.met for found in everything]), strict=True)),
        ready=tuple(g.id for g, mark in zip(level.goals, plays["nothing"].early, strict=True) if mark.any()),
        idle=float(max(found.idle.mean() for name, found in plays.items() if name in (SOLUTION, "nothing"))),
        expected=tuple(float(mark.mean()) for mark in plays["nothing"].expected),
        refused=plays[SOLUTION].refused if level.solution else (),
    )


def _lost(whole: float, part: float) -> float:
    """Return the share of wins that are lost; of no wins none is."""
    return 1.0 - part / whole if whole > 0.0 else 0.0


def luck_share(scores: np.ndarray) -> float:
    """Return the share of variance between worlds, ``[strategy, world]``: what the player has no hand in."""
    total = float(scores.var())
    return float(scores.var(axis=1).mean()) / total if total > 0.0 else 0.0


def _needed(level: Level, cards: Mapping[str, PolicyCard]) -> tuple[str, ...]:
    """List the concepts taught that some card of the solution carries."""
    used = {step.policy for step in level.solution if step.policy in cards}
    carried = {concept for id_ in used if id_ is not None for concept in cards[id_].concepts}
    return tuple(concept for concept in level.teaches if concept in carried)
