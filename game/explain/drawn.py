"""A sealed prediction as a line: quarter by quarter, from where the number stood, with the band of that time."""

from dataclasses import dataclass

import numpy as np

from game.session.recording import Prediction


@dataclass(frozen=True)
class Drawn:
    """A prediction, quarter by quarter from the one it was sealed in.

    Attributes:
        first: That quarter.
        values: What was drawn.
        low: The lower edge of where four futures of five lay then; empty where nobody looked.
        high: The upper edge.
    """

    first: int
    values: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()

    @property
    def last(self) -> int:
        """The last quarter drawn."""
        return self.first + len(self.values) - 1


def drawn(one: Prediction, came: list[float]) -> Drawn | None:
    """Turn a prediction into a line; None where there is nothing to compare it with yet."""
    if not one.values or one.quarter >= len(came) - 1:
        return None
    begin = came[one.quarter]
    at = one.quarters or tuple(one.quarter + 1 + k for k in range(len(one.values)))
    if len(at) != len(one.values) or list(at) != sorted(set(at)) or at[0] <= one.quarter:
        return None
    span = np.arange(one.quarter, at[-1] + 1)

    def filled(values: tuple[float, ...]) -> tuple[float, ...]:
        if len(values) != len(at):
            return ()
        return tuple(map(float, np.interp(span, (one.quarter, *at), (begin, *values))))

    return Drawn(one.quarter, filled(one.values), filled(one.low), filled(one.high))
