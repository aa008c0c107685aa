"""What a forecast found, and how it is said: the chance, the window, and what stands in the way.

Theory: four ways to fail to renew: too emptied, too poor, too divided, too closed.
Claim: none; every number here is the model's own and is said to be so.
Boundary: the window rests on how steeply lock-in shuts out new knowledge, which no source fixes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.content import numbers
from game.explain.speech import Speaker
from game.simulation.exact import Array, Mask

WAYS = ("skill", "slack", "trust", "openness")
"""The four ways to fail to renew, each by what is missing."""

WindowState = Literal["closes", "open", "no_gain", "not_needed", "already"]

SAID = ("employment", "mean_margin", "variety", "trust")
"""Numbers whose band is told in words; the others are drawn."""


@dataclass(frozen=True)
class Estimate:
    """A number and the interval of 95 % it lies in."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Band:
    """Where four fifths of the futures lie, quarter by quarter."""

    p10: Array
    p50: Array
    p90: Array


@dataclass(frozen=True, eq=False)
class Forecast:
    """Many futures of one moment.

    Attributes:
        at: The quarter it was made in.
        horizon: How many quarters it looks ahead.
        worlds: How many futures.
        flourishing: Share of futures with a second flourishing.
        phases: Chance of each phase at the horizon; they add up to 1.
        quarters: The quarters of the bands and paths, the present one first.
        bands: For each main indicator.
        paths: Employment in single futures, for drawing, ``[path, quarter]``.
        flourishes: Which of these paths flourish.
    """

    at: int
    horizon: int
    worlds: int
    flourishing: Estimate
    phases: Mapping[str, float]
    quarters: tuple[int, ...]
    bands: Mapping[str, Band]
    paths: Array
    flourishes: Mask


@dataclass(frozen=True)
class Window:
    """When acting still helps.

    Attributes:
        state: Whether it closes; and if not, why there is nothing to close.
        closes: The last quarter at which acting gives half of what acting now gives.
        moments: Quarters to act in.
        acting: Chance when the effort begins in each of them, smoothed so that waiting never helps.
        waiting: Chance at the same distance without any effort.
    """

    state: WindowState
    closes: Estimate | None
    moments: tuple[int, ...]
    acting: tuple[float, ...]
    waiting: tuple[float, ...]


@dataclass(frozen=True)
class Limits:
    """What stands in the way: how much the chance would rise if each of the four were good today."""

    chance: float
    gains: Mapping[str, Estimate]

    @property
    def binding(self) -> str | None:
        """Name the one that would help most; None when none would clearly help."""
        best = max(WAYS, key=lambda way: self.gains[way].value)
        return best if self.gains[best].low > 0.0 else None


def told(forecast: Forecast, window: Window, limits: Limits, speaker: Speaker) -> list[str]:
    """Say all of it."""
    return [
        chance(forecast, speaker),
        *phases(forecast, speaker),
        *bands(forecast, speaker),
        closing(window, speaker),
        in_the_way(limits, speaker),
        speaker.words("forecast.model"),
        speaker.words("forecast.assumption"),
    ]


def chance(forecast: Forecast, speaker: Speaker) -> str:
    """Say the chance of a second flourishing, as the model's."""
    found = forecast.flourishing
    return speaker.words(
        "forecast.chance",
        chance=numbers.percent(found.value),
        low=numbers.percent(found.low),
        high=numbers.percent(found.high),
        worlds=forecast.worlds,
        years=_years(forecast.horizon),
    )


def phases(forecast: Forecast, speaker: Speaker) -> list[str]:
    """Say how likely each phase is at the horizon, the likeliest first."""
    ranked = sorted(forecast.phases.items(), key=lambda item: -item[1])
    say = speaker.words
    lines = [say("forecast.phase", phase=say(f"phase.p_{one}"), share=numbers.percent(share)) for one, share in ranked]
    return [say("forecast.phases", years=_years(forecast.horizon)), *(f"  {line}" for line in lines)]


def bands(forecast: Forecast, speaker: Speaker) -> list[str]:
    """Say where the main numbers will lie in four futures of five."""
    lines = [speaker.words("forecast.bands", years=_years(forecast.horizon))]
    for name in SAID:
        band = forecast.bands[name]
        ends = (speaker.value(name, float(series[-1])) for series in (band.p10, band.p50, band.p90))
        low, middle, high = ends
        lines.append(
            "  " + speaker.words("forecast.band", number=speaker.name(name), low=low, middle=middle, high=high)
        )
    return lines


def closing(window: Window, speaker: Speaker) -> str:
    """Say until when acting still helps, or why there is nothing to wait for."""
    say = speaker.words
    shares = {"acting": numbers.percent(window.acting[0]), "waiting": numbers.percent(window.waiting[0])}
    if window.closes is None:
        return say(f"forecast.window.{window.state}", **shares)
    when: Sequence[str] = [
        speaker.date(int(quarter)) for quarter in (window.closes.value, window.closes.low, window.closes.high)
    ]
    return say("forecast.window.closes", quarter=when[0], low=when[1], high=when[2], **shares)


def in_the_way(limits: Limits, speaker: Speaker) -> str:
    """Say which of the four ways to fail binds most."""
    way = limits.binding
    if way is None:
        return speaker.words("forecast.limit.none", chance=numbers.percent(limits.chance))
    better = min(1.0, limits.chance + limits.gains[way].value)
    return speaker.words(f"forecast.limit.{way}", chance=numbers.percent(limits.chance), better=numbers.percent(better))


def _years(quarters: int) -> str:
    """Write a span in years, with a half only where there is one."""
    return numbers.number(quarters / 4.0, 0 if quarters % 4 == 0 else 2 if quarters % 2 else 1)
