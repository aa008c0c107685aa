"""``forecast``: where a region may go, until when acting still helps, and what stands in the way."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from game.commands.opening import No, level_named, recording_at
from game.commands.parsing import Parser
from game.content import library
from game.content.build import setup_of
from game.content.level import Level
from game.content.words import Words
from game.explain.forecast import Estimate, Forecast, Limits, Window, told
from game.explain.speech import Speaker
from game.lab import questions
from game.lab.workers import Workers
from game.session.session import Session
from game.simulation.region import Region
from game.simulation.rules import Rules


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.takes("source")
    parser.whole("at", 0, 2000, None)
    parser.whole("seed", 0, 2**63 - 1, 1)
    parser.whole("worlds", 16, 10_000, 256)
    parser.whole("horizon", 1, 400, 40)
    parser.option("json", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Forecast, and say it."""
    try:
        level, region = moment(given, say)
    except No as no:
        print(no, file=sys.stderr)
        return 1
    began = time.perf_counter()
    workers = Workers(patient=False)
    try:
        forecast = workers.answer(questions.of_futures(region, given.worlds, given.horizon))
        seconds = time.perf_counter() - began
        window = workers.answer(questions.of_window(region))
        limits = workers.answer(questions.of_limits(region))
    finally:
        workers.close()
    if given.json:
        print(json.dumps(answer(forecast, window, limits, round(seconds, 3)), ensure_ascii=False))
    else:
        print("\n".join(told(forecast, window, limits, Speaker(say, level, library.policies()))))
    return 0


def moment(given: argparse.Namespace, say: Words) -> tuple[Level, Region]:
    """Return the region in the quarter that was asked for: of a recording, or of a level that nobody governs.

    Raises:
        No: There is no such level, recording or quarter.
    """
    if not given.source.endswith(".json"):
        level = level_named(given.source, say)
        region = Region.open(Rules(setup_of(level, library.policies())), given.seed)
        for _ in range(given.at or 0):
            region.advance()
        return level, region
    recording, level = recording_at(Path(given.source), say)
    branch = Session.replay(level, library.policies(), recording).branch
    at = branch.quarter if given.at is None else given.at
    if at > branch.quarter:
        raise No(say("command.span", quarter=branch.quarter))
    return level, branch.region if at == branch.quarter else branch.snapshots[at]


def answer(forecast: Forecast, window: Window, limits: Limits, seconds: float) -> dict[str, Any]:
    """Put a forecast as the contract has it, and a little more."""
    closes = None
    if window.closes is not None:
        closes = {
            "quarter": int(window.closes.value),
            "low": int(window.closes.low),
            "high": int(window.closes.high),
        }
    return {
        "at": forecast.at,
        "horizon": forecast.horizon,
        "worlds": forecast.worlds,
        "p_second_flourishing": _estimate(forecast.flourishing),
        "window_closes": closes,
        "phases": dict(forecast.phases),
        "bands": {
            name: {
                "quarter": list(forecast.quarters),
                **{p: [float(v) for v in getattr(band, p)] for p in ("p10", "p50", "p90")},
            }
            for name, band in forecast.bands.items()
        },
        "seconds": seconds,
        "window": {
            "state": window.state,
            "quarter": list(window.moments),
            "acting": list(window.acting),
            "waiting": list(window.waiting),
        },
        "limits": {
            "chance": limits.chance,
            "binding": limits.binding,
            "gains": {way: _estimate(gain) for way, gain in limits.gains.items()},
        },
    }


def _estimate(found: Estimate) -> dict[str, float]:
    return {"value": found.value, "low": found.low, "high": found.high}
