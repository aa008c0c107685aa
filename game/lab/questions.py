"""The questions about the future that can be shared out: its bands, its window, what stands in the way, a decision."""

from functools import partial

from game.explain.forecast import Forecast, Limits, Window
from game.lab import forecast, forecast_limits, forecast_window, preview
from game.lab.preview import Preview
from game.lab.workers import Question
from game.simulation.actions import Action
from game.simulation.region import Region

LEAST = 2
"""Parts at least, so that two processes have something to do."""


def of_futures(region: Region, worlds: int = forecast.WORLDS, horizon: int = forecast.HORIZON) -> Question[Forecast]:
    """Ask where the region may go."""
    now = forecast.moment(region)
    parts = [(now, worlds, horizon, part) for part in forecast.parts(now, worlds, LEAST)]
    return Question(forecast.run_block, parts, partial(forecast.merge, now))


def of_window(
    region: Region, worlds: int = forecast_window.WORLDS, horizon: int = forecast.HORIZON
) -> Question[Window]:
    """Ask until when acting still helps."""
    now = forecast.moment(region)
    parts = [(now, worlds, horizon, part) for part in forecast.parts(now, worlds, LEAST)]
    return Question(forecast_window.run_block, parts, partial(forecast_window.merge, now, horizon))


def of_limits(region: Region, worlds: int = forecast_limits.WORLDS) -> Question[Limits]:
    """Ask what stands in the way."""
    now = forecast.moment(region)
    parts = [(now, worlds, part) for part in forecast.parts(now, worlds, LEAST)]
    return Question(forecast_limits.run_block, parts, forecast_limits.merge)


def of_decision(
    region: Region, action: Action, worlds: int = preview.WORLDS, horizon: int = preview.HORIZON
) -> Question[Preview]:
    """Ask what a decision would change."""
    now = forecast.moment(region)
    parts = [(now, action, worlds, horizon, part) for part in forecast.parts(now, worlds, LEAST)]
    return Question(preview.run_block, parts, partial(preview.merge, now, horizon))
