"""``whatif``: each decision removed, delayed and advanced in turn, same dice; luck and skill."""

import argparse
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.commands import progress_bar
from game.commands.opening import No, run_at
from game.commands.parsing import Parser
from game.content import library
from game.content.words import Words
from game.explain.debrief import decision_lines
from game.explain.findings import VARIANTS, Effects, Findings, Weighed
from game.explain.forecast import Estimate
from game.explain.luck_told import luck_lines, luck_rows
from game.explain.speech import Speaker
from game.lab import debriefing
from game.lab.workers import Workers
from game.plain import page
from game.session.session import Session
from game.simulation.actions import Answer

ASKED = frozenset({"weigh", "play", "regret"})


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("record", type=Path)
    parser.whole("worlds", 8, 1000, 64)
    parser.option("json", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Weigh every decision, and say it."""
    try:
        session = run_at(given.record, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1
    began = time.perf_counter()
    workers = Workers(patient=False)
    try:
        with progress_bar.bar(say("debrief.weighing")) as tick:
            question = debriefing.question(debriefing.Run.of(session), given.worlds, ASKED)
            found = workers.answer(question, tick)
    finally:
        workers.close()
    if given.json:
        print(json.dumps(answer(session, found, round(time.perf_counter() - began, 3)), ensure_ascii=False))
        return 0
    speaker = Speaker(say, session.level, library.policies())
    lines = [*decision_lines(session, found, speaker), *luck_lines(found, speaker)]
    print("\n".join([*lines, *page.table(luck_rows(found, speaker), say)]))
    return 0


def answer(session: Session, found: Findings, seconds: float) -> dict[str, Any]:
    """Put what was found as the contract has it, and a little more."""
    skill = found.skill
    luck = None if skill is None else {"value": skill.seed_luck, "error": skill.seed_error}
    index = skill.index if skill else None
    return {
        "decisions": [_decision(session, one) for one in found.decisions],
        "luck": luck,
        "skill": None if skill is None else {
            **({} if index is None else _estimate(index)), "here": skill.here, "seeds": skill.seeds,
        },
        "regrets": [
            {"quarter": one.quarter, "verdict": one.verdict, "gain": one.gain, "error": one.error,
             "instead": one.instead} for one in found.regrets
        ],
        "finished": session.outcome().ended,
        "seconds": seconds,
    }  # fmt: skip


def _decision(session: Session, one: Weighed) -> dict[str, Any]:
    action = one.step.action
    line: dict[str, Any] = {"quarter": one.step.quarter, "do": type(action).__name__.lower()}
    if isinstance(action, Answer):
        line |= {"policy": None, "place": None, "event": action.event, "choice": action.choice}
    else:
        placed = session.cards[action.policy].placed
        line |= {"policy": action.policy, "place": session.level.map.places[action.site].id if placed else None}
    for name in VARIANTS:
        effects = one.effects.get(name)
        line[name] = None if effects is None else {
            goal: {**_estimate(effect), "chance": effects.chances[goal], "hindsight": effects.hindsight[goal]}
            for goal, effect in effects.goals.items()
        }  # fmt: skip
    line["numbers"] = {name: _numbers(one.effects.get(name)) for name in VARIANTS}
    return line


def _numbers(effects: Effects | None) -> Mapping[str, dict[str, float]] | None:
    return None if effects is None else {name: _estimate(effect) for name, effect in effects.numbers.items()}


def _estimate(found: Estimate) -> dict[str, float]:
    return {"effect": found.value, "low": found.low, "high": found.high}
