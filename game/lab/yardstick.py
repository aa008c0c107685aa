"""The yardstick of a prediction: where the futures lie at the quarters it is drawn on."""

from collections.abc import Sequence

import numpy as np

from game.lab.forecast import dice_of, futures, moment
from game.simulation.region import Region

WORLDS = 40

Ends = tuple[tuple[float, ...], tuple[float, ...]]


def yardstick(region: Region, number: str, quarters: Sequence[int], worlds: int = WORLDS) -> Ends:
    """Return where four futures of five lie at some later quarters: the lower ends and the upper ends."""
    now = moment(region)
    batch = futures(now, dice_of(now, worlds))
    values = []
    for _ in range(now.state.quarter, max(quarters)):
        batch.advance()
        if batch.state.quarter in quarters:
            values.append(np.sort(batch.history.last(number), kind="stable"))
    low, high = (round(share * (worlds - 1)) for share in (0.1, 0.9))
    return tuple(float(row[low]) for row in values), tuple(float(row[high]) for row in values)
