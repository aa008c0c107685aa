"""The outlines of the eight roofs; with its colour, a roof says what a firm makes."""

import math
from collections.abc import Sequence

Point = tuple[float, float]

BODY = 0.52
"""How high the walls are, in house widths."""


def _vault() -> list[Point]:
    steps = 18
    return [
        (0.5 - 0.54 * math.cos(math.pi * k / steps), BODY + 0.56 * math.sin(math.pi * k / steps))
        for k in range(steps + 1)
    ]


def _mirrored(left: Sequence[Point]) -> list[Point]:
    return [*left, *((1.0 - x, h) for x, h in reversed(left) if x != 0.5)]


ROOFS: tuple[tuple[Point, ...], ...] = (
    ((-0.08, 0.48), (0.5, 1.14), (1.08, 0.48)),
    tuple(_mirrored([(-0.03, BODY), (-0.03, 0.84), (0.16, 0.84), (0.16, 0.70), (0.5, 0.70)])),
    ((0.0, BODY), (0.0, 1.06), (0.5, 0.64), (0.5, 1.06), (1.0, 0.64), (1.0, BODY)),
    tuple(_vault()),
    ((-0.05, BODY), (-0.05, 0.62), (1.03, 1.18), (1.03, BODY)),
    ((-0.06, BODY), (-0.06, 1.06), (0.5, 0.68), (1.06, 1.06), (1.06, BODY)),
    tuple(
        _mirrored(
            [(0.0, BODY), (0.0, 0.71), (0.17, 0.71), (0.17, 0.93), (0.34, 0.93), (0.34, 1.15), (0.5, 1.15)],
        )
    ),
    tuple(
        _mirrored(
            [(-0.06, 0.50), (-0.16, 0.58), (-0.22, 0.80), (-0.10, 0.68), (0.02, 0.65), (0.16, 0.72),
             (0.30, 0.84), (0.40, 0.98), (0.46, 1.12), (0.5, 1.32)],
        )
    ),
)  # fmt: skip
"""The front of each roof from left to right: share of the width across, height above the ground."""
