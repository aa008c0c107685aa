"""``run``: a level without a player, in many worlds, with a plan, changed numbers and tables."""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.commands.opening import No, level_named, refuse_errors
from game.commands.parsing import Parser, WrongUse
from game.content import library
from game.content.build import setup_of
from game.content.complaint import nearest
from game.content.level import Level, digest
from game.content.plan import PlanStep, actions_of
from game.content.words import Words
from game.explain.speech import Speaker
from game.lab import ensemble
from game.lab.tables import FirmBook
from game.session import goals, saves, store
from game.session.recording import FORMAT, LevelRef, Recording, course_of, lines_of
from game.simulation.actions import Action, Refusal
from game.simulation.indicators import INDICATORS
from game.simulation.registry import PARAMETERS
from game.simulation.rules import Rules
from game.version import RULES, VERSION

TABLES = ("indicators", "firms", "panel")


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("level")
    parser.whole("seed", 0, 2**63 - 1, 1)
    parser.whole("worlds", 1, 100_000, 1)
    parser.whole("quarters", 1, 2000, None)
    parser.option("plan", metavar="FILE", type=Path)
    parser.option("set", metavar="MECHANISM.PARAMETER=VALUE", action="append", default=[])
    for table in TABLES:
        parser.option(table, metavar="F.csv", type=Path)
    parser.option("record", metavar="F.json", type=Path)
    parser.option("json", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Play, write what was asked for, and say what became of it."""
    changed = _changed(given.set, say)
    try:
        level = level_named(given.level, say)
        steps = _plan(given.plan, level, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1
    setup = setup_of(level, library.policies())
    rules = Rules(replace(setup, parameters={**setup.parameters, **changed}))
    places = [place.id for place in level.map.places]
    plan = actions_of(steps, places)
    book = FirmBook(places, given.panel is not None) if given.firms or given.panel else None
    quarters = given.quarters or level.quarters
    speaker = Speaker(say, level, library.policies())

    def refused(quarter: int, action: Action, refusal: Refusal) -> None:
        what = getattr(action, "policy", "") or getattr(action, "event", "")
        values = {"quarter": quarter, "action": what, "reason": speaker.refusal(refusal)}
        print(say("command.refused_step", **values), file=sys.stderr)

    began = time.perf_counter()
    done = ensemble.run(rules, given.seed, given.worlds, quarters, plan, book, refused)
    seconds = time.perf_counter() - began
    try:
        _write(given, level, done, book, say)
    except store.NotWritable as error:
        print(say("saves.not_writable", path=error.path, cause=error.cause), file=sys.stderr)
        return 1
    result = _result(given, level, done, quarters, seconds)
    print(json.dumps(result, ensure_ascii=False) if given.json else _told(result, level, speaker))
    return 0


def _changed(pairs: Sequence[str], say: Words) -> dict[str, float]:
    """Read ``--set mechanism.parameter=value``."""
    changed: dict[str, float] = {}
    for pair in pairs:
        key, equals, text = pair.partition("=")
        if not equals:
            raise WrongUse(say("command.set_form", found=pair))
        if key not in PARAMETERS:
            near = nearest(key, tuple(PARAMETERS))
            hint = say("command.no_level_hint", nearest=near) if near else ""
            raise WrongUse(say("command.set_unknown", found=key, hint=hint))
        parameter = PARAMETERS[key]
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not parameter.low <= value <= parameter.high:
            values = {"low": f"{parameter.low:g}", "high": f"{parameter.high:g}", "unit": parameter.unit}
            raise WrongUse(say("command.set_range", key=key, found=text, **values))
        changed[key] = value
    return changed


def _plan(path: Path | None, level: Level, say: Words) -> Sequence[PlanStep]:
    """Read the plan; none means that nobody governs."""
    if path is None:
        return ()
    plan, complaints = library.load_plan(path, level)
    refuse_errors(complaints, say)
    return plan.steps if plan else ()


def _write(given: argparse.Namespace, level: Level, done: ensemble.Run, book: FirmBook | None, say: Words) -> None:
    """Write the tables and the recording."""
    files = {table: getattr(given, table) for table in TABLES}
    ensemble.write_tables(done, book, files)
    if given.record is not None:
        saves.write(_recording(given.seed, level, done), given.record)
    for path in (*files.values(), given.record):
        if path is not None:
            print(say("command.wrote", path=path), file=sys.stderr)


def _recording(seed: int, level: Level, done: ensemble.Run) -> Recording:
    """Write world 0 down."""
    last = max(done.digests)
    return Recording(
        format=FORMAT,
        game_version=VERSION,
        rules=RULES,
        level=LevelRef(id=level.id, digest=digest(level)),
        seed=seed,
        quarter=last,
        actions=lines_of(done.steps),
        digests=done.digests,
        course=course_of(done.region.history.world(0)),
        finished=last >= level.quarters,
    )


def _result(
    given: argparse.Namespace, level: Level, done: ensemble.Run, quarters: int, seconds: float
) -> dict[str, Any]:
    """Collect the answer, as the contract has it."""
    history = done.region.history.world(0)
    judged = [goals.progress(goal, history, level.quarters) for goal in level.goals]
    return {
        "level": level.id,
        "seed": given.seed,
        "worlds": given.worlds,
        "quarters": quarters,
        "digest": done.region.state.digest(),
        "closing": {name: float(history.last(name)[0]) for name in INDICATORS},
        "goals": {item.goal.id: {"value": item.value, "met": item.status == "met"} for item in judged},
        "firm_quarters": done.firm_quarters,
        "seconds": round(seconds, 3),
    }


def _told(result: dict[str, Any], level: Level, speaker: Speaker) -> str:
    """Tell the answer in words."""
    say = speaker.words
    lines = [say("command.played", **{**result, "level": level.title[say.language]})]
    lines += [f"  {speaker.name(name)}: {speaker.value(name, value)}" for name, value in result["closing"].items()]
    for goal in level.goals:
        status = say("goal.met" if result["goals"][goal.id]["met"] else "goal.missed")
        lines.append(f"  [{status}] {goal.text[say.language]}")
    return "\n".join([*lines, say("command.digest", digest=result["digest"])])
