"""Chance that is always the same, and which house stands where.

Old firms stand in the middle, and nobody moves when a neighbour leaves.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Offset = tuple[float, float]
Free = Callable[[int, float, float], bool]

GAP = (34.0, 29.0)
"""No two houses are closer than this both across and down, in pixels at scale 1."""
_STEP = 4
_WORD = 0xFFFFFFFFFFFFFFFF


def chance(*numbers: int) -> float:
    """Return a number from 0 to 1 that belongs to these whole numbers (a splitmix64 hash)."""
    value = 0x5EED
    for number in numbers:
        value = (value + (number & _WORD) + 0x9E3779B97F4A7C15) & _WORD
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _WORD
        value ^= value >> 31
    return (value >> 11) * 2.0**-53


Grid = NDArray[np.float32]
Whole = NDArray[np.int64]


def chances(i: Whole, j: Whole, seed: int) -> Grid:
    """Return a number from 0 to 1 for every pair of whole numbers; arrays are matched as numpy matches them."""
    word = i.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64((seed * 0xD1B54A32D192ED03) & _WORD)
    word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9) + j.astype(np.uint64)
    word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    word = (word ^ (word >> np.uint64(31))) * np.uint64(0x9E3779B97F4A7C15)
    return (word >> np.uint64(40)).astype(np.float32) * np.float32(2.0**-24)


def stretched(grid: Grid, xs: Grid, ys: Grid) -> Grid:
    """Read a grid between its points: at every ``xs`` across and ``ys`` down, both counted in grid steps."""
    i = np.clip(np.floor(xs), 0, grid.shape[0] - 2).astype(np.int64)
    j = np.clip(np.floor(ys), 0, grid.shape[1] - 2).astype(np.int64)
    u, v = np.clip(xs - i, 0, 1).astype(np.float32)[:, None], np.clip(ys - j, 0, 1).astype(np.float32)
    rows = grid[i] * (1 - u) + grid[i + 1] * u
    return rows[:, j] * (1 - v) + rows[:, j + 1] * v


def waves(xs: Grid, ys: Grid, seed: int) -> Grid:
    """Return smooth disorder from 0 to 1 whose bumps are one unit wide, at every ``xs`` and ``ys``."""
    i, j = np.floor(xs).astype(np.int64), np.floor(ys).astype(np.int64)
    across, down = np.arange(i.min(), i.max() + 2), np.arange(j.min(), j.max() + 2)
    lattice = chances(across[:, None], down[None, :], seed)
    u, v = xs - i, ys - j
    # The cubic flattens the ends of each step, so the lattice itself does not show.
    return stretched(lattice, i - across[0] + u * u * (3 - 2 * u), j - down[0] + v * v * (3 - 2 * v))


def _clear(spot: Offset, taken: Sequence[Offset], scale: float) -> bool:
    across, down = GAP[0] * scale, GAP[1] * scale
    return all(abs(spot[0] - x) >= across or abs(spot[1] - y) >= down for x, y in taken)


def _candidates(width: float, height: float, scale: float, seed: int) -> list[Offset]:
    """Return a fine grid, nearest to the middle first, with a little disorder so that no rows show."""
    ranked = []
    step = _STEP * scale
    across, down = round(width * 1.4 / step), round(height * 1.6 / step)
    for i in range(-across, across + 1):
        for j in range(-down, down + 1):
            x, y = i * step, j * step
            far = (2 * x / width) ** 2 + (2 * y / height) ** 2
            ranked.append((far + 0.16 * chance(i, j, seed), x, y))
    return [(x, y) for _, x, y in sorted(ranked)]


@lru_cache(maxsize=64)
def _all_seats(width: float, height: float, scale: float, seed: int, most: int) -> tuple[Offset, ...]:
    taken: list[Offset] = []
    for spot in _candidates(width, height, scale, seed):
        if len(taken) == most:
            break
        if _clear(spot, taken, scale):
            taken.append(spot)
    return tuple(taken)


def seats(count: int, width: float, height: float, scale: float = 1.0, seed: int = 0) -> list[Offset]:
    """Return places for houses round a town, the innermost first; more firms never move the earlier seats.

    Args:
        count: How many houses; past what the ellipse holds they go on outwards.
        width: The ellipse from west to east in pixels.
        height: The ellipse from north to south in pixels.
        scale: How large houses are drawn; the gaps grow with it.
        seed: Another arrangement for another town.

    Returns:
        The feet of the houses against the middle of the town; to paint, sort by the second number.
    """
    most = max(64, -(-count // 64) * 64)
    return list(_all_seats(width, height, scale, seed, most)[:count])


class Seating:
    """Who sits where, from quarter to quarter."""

    def __init__(
        self, width: float = 186.0, height: float = 104.0, scale: float = 1.0, free: Free | None = None
    ) -> None:
        """Begin with empty towns.

        Args:
            width: A town's ellipse from west to east in pixels.
            height: The same from north to south.
            scale: How large houses are drawn.
            free: Whether a place has dry ground at an offset; all ground is good if not given.
        """
        self._width, self._height, self._scale = width, height, scale
        self._free = free
        self._seat_of: dict[int, tuple[int, int]] = {}

    def update(self, firms: Mapping[int, int]) -> dict[int, Offset]:
        """Seat the new firms, free the seats of those gone, and say where everyone is.

        Args:
            firms: The place (as an index) of each living firm, oldest first if it matters who sits innermost.

        Returns:
            The offset from the middle of its place for each firm.
        """
        self._seat_of = {
            firm: seat for firm, seat in self._seat_of.items() if firm in firms and firms[firm] == seat[0]
        }
        taken = set(self._seat_of.values())
        for firm, place in firms.items():
            if firm not in self._seat_of:
                seat = (place, self._innermost(place, taken))
                taken.add(seat)
                self._seat_of[firm] = seat
        return {firm: self._offset(*self._seat_of[firm]) for firm in firms}

    def _offset(self, place: int, number: int) -> Offset:
        return seats(number + 1, self._width, self._height, self._scale, place)[number]

    def _innermost(self, place: int, taken: set[tuple[int, int]]) -> int:
        number = 0
        while (place, number) in taken or not self._dry(place, number):
            number += 1
        return number

    def _dry(self, place: int, number: int) -> bool:
        # Past sixty seats a wet one is better than none at all.
        return self._free is None or number >= 60 or self._free(place, *self._offset(place, number))
