"""Predictions: sealed before anything is seen, never given to the simulation, compared when their time has come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from game.content.level_teaching import Prediction as Ask
from game.session.branch import Branch
from game.session.recording import MOST_POINTS, Prediction
from game.simulation.indicators import INDICATORS

if TYPE_CHECKING:
    from game.session.session import Session

AHEAD = 40
"""Quarters a prediction reaches ahead at most."""
LEAST_AHEAD = 4
POINTS = 6
MOST_PREDICTIONS = 60


@dataclass(frozen=True)
class NotSealed:
    """Why a prediction was not taken: an id under ``predict`` in the words, and its values."""

    reason: str
    quarter: int = 0


@dataclass(frozen=True)
class Outcome:
    """A prediction whose time has come.

    Attributes:
        prediction: What was expected.
        real: What happened at the same quarters.
        gap: How far off it was on average.
        spread: Half the width of where four futures of five lay, on average; 0 where nobody looked.
    """

    prediction: Prediction
    real: tuple[float, ...]
    gap: float
    spread: float

    @property
    def far_off(self) -> bool:
        """Whether it is in the worst third.

        Whoever had drawn one of the futures blindly would be farther off than ``spread`` one time in three.
        """
        return self.spread > 0 and self.gap > self.spread


def quarters_ahead(quarter: int, end: int) -> tuple[int, ...]:
    """Return the quarters a prediction made now is drawn on: evenly spread up to its horizon."""
    ahead = min(AHEAD, end - quarter)
    count = min(POINTS, ahead)
    if ahead < LEAST_AHEAD:
        return ()
    return tuple(quarter + round(ahead * (k + 1) / count) for k in range(count))


def asked_now(session: "Session") -> Ask | None:
    """Return what the level asks to predict this quarter, unless that has been done."""
    for ask in session.level.predictions:
        if ask.at == session.quarter and quarters_ahead(session.quarter, session.level.quarters):
            sealed = (p for p in on_line(session.predictions, session.branch) if p.quarter == ask.at)
            return None if any(p.indicator == ask.indicator for p in sealed) else ask
    return None


def seal(
    session: "Session", indicator: str, values: Sequence[float], reach: tuple[float, float],
    spread: tuple[Sequence[float], Sequence[float]] = ((), ()),
) -> Prediction | NotSealed:  # fmt: skip
    """Seal a prediction; from now on nobody can change it.

    Args:
        session: The run; the prediction is made for the line being played, from this quarter on.
        indicator: The number.
        values: What is expected at ``quarters_ahead``.
        reach: The chart's lowest and highest value: what lies outside cannot be drawn.
        spread: Where four futures of five lie at the same quarters: the lower ends, the upper ends.
    """
    quarters = quarters_ahead(session.quarter, session.level.quarters)
    if indicator not in INDICATORS:
        return NotSealed("no_number")
    if not quarters or session.outcome().ended:
        return NotSealed("too_late")
    if len(values) != len(quarters):
        return NotSealed("wrong_count", len(quarters))
    outside = [q for q, value in zip(quarters, values, strict=True) if not reach[0] <= value <= reach[1]]
    if outside:
        return NotSealed("outside", outside[0])
    if any(p.indicator == indicator and p.quarter == session.quarter for p in _here(session)):
        return NotSealed("sealed_already")
    if len(session.predictions) >= MOST_PREDICTIONS:
        return NotSealed("too_many")
    low, high = (tuple(_short(value) for value in some) for some in spread)
    sealed = Prediction(
        quarter=session.quarter, indicator=indicator, values=tuple(_short(value) for value in values),
        quarters=quarters, low=low, high=high, moment=session.branch.digests[session.quarter],
        hindsight=_seen_after(session),
    )  # fmt: skip
    session.predictions.append(sealed)
    return sealed


def on_line(predictions: Iterable[Prediction], branch: Branch) -> list[Prediction]:
    """Keep the predictions that speak of a line: made at a moment which is part of its past."""
    return [p for p in predictions if p.quarter <= branch.quarter and p.moment in ("", branch.digests.get(p.quarter))]


def resolved(session: "Session") -> list[Outcome]:
    """Compare every prediction on the line being played whose last quarter has come; odd ones are passed over."""
    return [outcome_of(p, session.branch) for p in _here(session) if sound(p) and due(p) <= session.quarter]


def sound(prediction: Prediction) -> bool:
    """Tell whether a prediction can be drawn: a recording may have been written by hand."""
    quarters, count = prediction.quarters, len(prediction.quarters)
    later = [prediction.quarter, *quarters]
    return (
        count > 0
        and prediction.indicator in INDICATORS
        and all(a < b for a, b in pairwise(later))
        and len(prediction.values) == count
        and {len(prediction.low), len(prediction.high)} <= {0, count}
        and len(prediction.low) == len(prediction.high)
    )


def due(prediction: Prediction) -> int:
    """Return the quarter in which a prediction is opened."""
    return prediction.quarters[-1] if prediction.quarters else prediction.quarter + len(prediction.values)


def outcome_of(prediction: Prediction, branch: Branch) -> Outcome:
    """Compare a prediction with what happened on a line."""
    return judged(prediction, _real(prediction, branch))


def judged(prediction: Prediction, real: tuple[float, ...]) -> Outcome:
    """Compare a prediction with given values at its quarters."""
    gaps = [abs(value - true) for value, true in zip(prediction.values, real, strict=False)]
    ends = [(high - low) / 2 for low, high in zip(prediction.low, prediction.high, strict=False)]
    return Outcome(prediction, real, sum(gaps) / max(len(gaps), 1), sum(ends) / max(len(ends), 1))


def written(predictions: Sequence[Prediction], branch: Branch) -> tuple[Prediction, ...]:
    """Write predictions down with what happened, as far as the line went; others stay as they are."""
    here = [p for p in on_line(predictions, branch) if p.quarters]
    return tuple(p.model_copy(update={"real": _real(p, branch)}) if p in here else p for p in predictions)


def _here(session: "Session") -> list[Prediction]:
    return on_line(session.predictions, session.branch)


def _real(prediction: Prediction, branch: Branch) -> tuple[float, ...]:
    """Return what happened at a prediction's quarters, up to now."""
    if prediction.indicator not in INDICATORS:
        return ()
    series = branch.region.history[prediction.indicator][:, 0]
    return tuple(_short(float(series[q])) for q in prediction.quarters[:MOST_POINTS] if q < len(series))


def _seen_after(session: "Session") -> bool:
    """Tell whether another line has already gone on from this very moment."""
    moment = session.branch.digests[session.quarter]
    return any(b.digests.get(session.quarter) == moment and b.quarter > session.quarter for b in session.branches)


def _short(value: float) -> float:
    """Round as far as a chart can show."""
    return float(f"{value:.5g}")
