"""What is known of the futures of the run in the window: asked beside the game, shown when it is there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.explain.forecast import Forecast, Limits, Window
from game.lab import forecast, questions
from game.lab.preview import Preview
from game.lab.workers import Question, Workers
from game.session.branch import Branch
from game.simulation.actions import Action
from game.simulation.region import Region

FUTURES, WINDOW, LIMITS, DECISION = "futures", "window", "limits", "decision"

ASKED: Mapping[str, Callable[[Region], Question[Any]]] = {
    WINDOW: questions.of_window,
    LIMITS: questions.of_limits,
}

LEAST_AHEAD = 8
"""Quarters to look ahead even where the level ends sooner: a fan needs room to open."""

OFTEN = 4
"""Quarters after which window and limits are asked for anew while time runs; at rest they are always up to date."""


@dataclass
class Futures:
    """The latest answers, and for which moment they hold."""

    forecast: Forecast | None = None
    window: Window | None = None
    limits: Limits | None = None
    preview: Preview | None = None
    previewed: tuple[str, Action] | None = None
    _asked: dict[str, str] = field(default_factory=dict)
    _asked_at: dict[str, int] = field(default_factory=dict)

    def look(self, workers: Workers | None, branch: Branch, resting: bool, end: int = 400) -> None:
        """Take the answers that have come, and ask what has not been asked of this moment.

        Args:
            workers: Who answers; None means that nobody looks ahead.
            branch: The line of time.
            resting: Whether time stands still, so that there is leisure for the longer questions.
            end: The level's last quarter: what comes after it concerns nobody.
        """
        if workers is None:
            return
        self._take(workers)
        moment, quarter = branch.moment, branch.quarter
        if self._asked.get(FUTURES) != moment and not (workers.busy(FUTURES) and not resting):
            self._asked[FUTURES] = moment
            horizon = min(forecast.HORIZON, max(end - quarter, LEAST_AHEAD))
            workers.ask(FUTURES, questions.of_futures(branch.region, horizon=horizon))
        if self.forecast is None or workers.busy(FUTURES):
            return  # what is always in view comes first
        for name in (WINDOW, LIMITS):
            due = resting or abs(quarter - self._asked_at.get(name, -OFTEN)) >= OFTEN
            if self._asked.get(name) != moment and due and not workers.busy(WINDOW):
                self._ask(workers, name, moment, branch)

    def weigh(self, workers: Workers | None, branch: Branch, action: Action) -> Preview | None:
        """Ask what a decision would change; returns the answer once it is there."""
        if workers is None:
            return None
        self._take(workers)
        wanted = (branch.moment, action)
        if self.previewed != wanted:
            self.previewed, self.preview = wanted, None
            workers.ask(DECISION, questions.of_decision(branch.region, action))
        return self.preview

    def _ask(self, workers: Workers, name: str, moment: str, branch: Branch) -> None:
        self._asked[name], self._asked_at[name] = moment, branch.quarter
        workers.ask(name, ASKED[name](branch.region))

    def _take(self, workers: Workers) -> None:
        self.forecast = workers.poll(FUTURES) or self.forecast
        self.window = workers.poll(WINDOW) or self.window
        self.limits = workers.poll(LIMITS) or self.limits
        self.preview = workers.poll(DECISION) or self.preview
