"""Predictions in words and shapes: what can be drawn, four shapes to choose from, and how far off it was.

Theory: surprise teaches, and only what was predicted can surprise (Brod 2021).
Claim: none about this game; it is designed from that finding.
Boundary: whoever has seen the future of this moment before does not predict; such a guess is marked and not counted.
"""

import math
from collections.abc import Sequence
from typing import Literal

from game.content.level import Level
from game.explain.quantities import IN_PERCENT, KINDS
from game.explain.speech import Speaker
from game.session.predicting import NotSealed, Outcome

Shape = Literal["rise", "level", "peak", "fall"]
SHAPES: tuple[Shape, ...] = ("rise", "level", "peak", "fall")

ASKABLE = ("firms", "employment", "mean_margin", "variety", "trust", "wage", "reputation", "lock_in")
"""Numbers a player may predict whenever he likes; a level may ask for any other."""

ROOM = 2.5
"""How many times the largest value so far a chart without a natural top reaches."""


def reach(number: str, series: Sequence[float], level: Level) -> tuple[float, float]:
    """Return the lowest and the highest value a chart of predictions shows; a goal is always in reach."""
    wanted = [goal.value for goal in level.goals if goal.indicator == number]
    high, low = max(*series, *(0.5 * value for value in wanted), -1e9), min(series)
    kind = KINDS[number]
    if number in ("mean_margin", "markup"):
        return _down(min(low, -0.1)), _up(max(high, 0.2))
    if kind == "share":
        return 0.0, _up(max(high, 1.0))
    if kind == "money" or kind == "signed_index" or low < 0:
        size = _up(ROOM * max(abs(high), abs(low), 0.4))
        return -size, size
    return 0.0, _up(ROOM * max(high, 0.4))


def holding(ends: tuple[float, float], values: Sequence[float]) -> tuple[float, float]:
    """Widen an axis so that it holds some values, and still ends at round numbers."""
    low, high = min(values), max(values)
    return _down(low) if low < ends[0] else ends[0], _up(high) if high > ends[1] else ends[1]


def _up(value: float) -> float:
    """Return the next round number above."""
    size = 10.0 ** math.floor(math.log10(value))
    return next(step * size for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * size >= value * 0.9999)


def _down(value: float) -> float:
    return -_up(-value)


def shaped(shape: Shape, start: float, ends: tuple[float, float], points: int, peak: int) -> list[float]:
    """Return a curve of one of four shapes.

    Args:
        shape: On and on up, up and then level, up and down again, or down.
        start: The value now.
        ends: The chart's lowest and highest value.
        points: On how many points it is drawn.
        peak: Number of the point (from 0) at which it turns or levels off.
    """
    low, high = ends
    top = start + 0.45 * (high - start)
    floor = start - 0.6 * (start - low)
    curve = []
    for k in range(points):
        done = (k + 1) / points
        climbed = min((k + 1) / (peak + 1), 1.0)
        if shape == "rise":
            curve.append(start + (top - start) * done)
        elif shape == "fall":
            curve.append(start + (floor - start) * done)
        elif shape == "level":
            curve.append(start + (top - start) * climbed)
        else:
            after = max(k - peak, 0) / max(points - 1 - peak, 1)
            curve.append(start + (top - start) * climbed - (top - floor) * 0.8 * after)
    return [min(max(value, low), high) for value in curve]


def refused(no: NotSealed, number: str, ends: tuple[float, float], speaker: Speaker) -> str:
    """Say why a prediction was not taken."""
    return speaker.words(
        f"learn.not_sealed.{no.reason}",
        number=speaker.name(number) if number in KINDS else number,
        low=speaker.value(number, ends[0]) if number in KINDS else "",
        high=speaker.value(number, ends[1]) if number in KINDS else "",
        quarter=speaker.date(no.quarter),
        count=no.quarter,
    )


def told(outcome: Outcome, speaker: Speaker) -> list[str]:
    """Say how far off a prediction was, against how far apart the futures lay."""
    guess, number = outcome.prediction, outcome.prediction.indicator
    say = speaker.words
    lines = [
        say(
            "learn.gap",
            number=speaker.name(number),
            gap=amount(number, outcome.gap, speaker),
            when=speaker.date(guess.quarter),
        )
    ]
    if outcome.spread > 0:
        word = "learn.far_off" if outcome.far_off else "learn.near"
        lines.append(say(word, spread=amount(number, outcome.spread, speaker)))
    if outcome.real:
        last = speaker.value(number, guess.values[len(outcome.real) - 1])
        lines.append(say("learn.ended", expected=last, real=speaker.value(number, outcome.real[-1])))
    if guess.hindsight:
        lines.append(say("learn.hindsight"))
    return lines


def amount(number: str, size: float, speaker: Speaker) -> str:
    """Write a distance between two values of a number: shares in points."""
    written = speaker.change(number, abs(size)).removeprefix("+")
    return speaker.words("learn.points", amount=written) if KINDS[number] in IN_PERCENT else written
