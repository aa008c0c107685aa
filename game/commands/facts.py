"""``facts``: what is known of clusters from published work, and whether the model shows it."""

import argparse
import json
import math
from typing import Any

from game.commands.parsing import Parser
from game.content.citations import cited
from game.content.words import Words
from game.lab.facts import Measured, load_all, measure
from game.lab.facts_settings import Fact

USUAL = 200


def declare(parser: Parser, say: Words) -> None:
    """Name the arguments."""
    parser.whole("worlds", 4, 10_000, USUAL)
    parser.option("json", action="store_true")


def run(given: argparse.Namespace, say: Words) -> int:
    """Measure every fact and print it; a missed fact is an answer, not a failure."""
    found = measure(load_all(), given.worlds / USUAL)
    if given.json:
        print(json.dumps({"facts": [answer(item, say) for item in found]}, ensure_ascii=False))
    else:
        print("\n".join(told(item, say) for item in found))
        print(say("facts.total", met=sum(item.met for item in found), count=len(found)))
    return 0


def answer(item: Measured, say: Words) -> dict[str, Any]:
    """Put one fact as the contract has it, and a little more."""
    fact, language = item.fact, say.language
    return {
        "id": fact.id,
        "sentence": fact.sentence[language],
        "source": source_of(fact, say),
        "low": fact.low,
        "high": fact.high,
        "value": _number(item.figure.value),
        "value_low": _number(item.figure.low),
        "value_high": _number(item.figure.high),
        "met": item.met,
        "why_not": why_not(item, say),
        "measure": fact.measure[language],
        "sure": item.sure,
        "overlaps": item.touches,
        "named": fact.named,
        "beside": {name: _number(figure.value) for name, figure in item.beside.items()},
    }


def told(item: Measured, say: Words) -> str:
    """Tell one fact in words."""
    fact, figure = item.fact, item.figure
    verdict = say("facts.met") if item.met else say("facts.missed")
    value = f"{figure.value:.3g} [{figure.low:.3g}, {figure.high:.3g}]"
    lines = [f"{fact.id}  {verdict}  " + say("facts.figures", value=value, band=band(fact))]
    lines.append("    " + fact.sentence[say.language])
    lines.append("    " + source_of(fact, say))
    reason = why_not(item, say)
    return "\n".join([*lines, f"    {reason}"] if reason else lines)


def band(fact: Fact) -> str:
    """Write a band: ``0.4 … 0.9``, ``≥ 1.2``, ``≤ 0.25``."""
    if fact.low is None:
        return f"≤ {fact.high:g}"
    return f"≥ {fact.low:g}" if fact.high is None else f"{fact.low:g} … {fact.high:g}"


def source_of(fact: Fact, say: Words) -> str:
    """Write where a fact comes from, and how well that was checked."""
    return "; ".join(
        f"{cited(source.text, say.language)} ({say(f'facts.standing.{source.standing}')})" for source in fact.sources
    )


def why_not(item: Measured, say: Words) -> str:
    """Say why a fact is missed; nothing when it is met."""
    if item.met:
        return ""
    return item.fact.why_not[say.language] if item.fact.why_not else say("facts.unexplained")


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 6)
