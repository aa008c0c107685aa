"""Chance that is always the same, and which house stands where.

Old firms stand in the middle, and nobody moves when a neighbour leaves.
"""

import math
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Offset = tuple[float, float]
Free = Callable[[float, float], bool]

GAP = (34.0, 29.0)
"""No two houses are closer than this both across and down, in pixels at scale 1."""
_STEP = 4
_MOST = 128
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
Mask = NDArray[np.bool_]


def chances(i: Whole, j: Whole, seed: int) -> Grid:
    """Return a number from 0 to 1 for every pair of whole numbers; arrays pair as numpy pairs them."""
    start = np.uint64((seed * 0xD1B54A32D192ED03) & _WORD)
    word = i.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + start
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
    between: Grid = rows[:, j] * (1 - v) + rows[:, j + 1] * v
    return between


def waves(xs: Grid, ys: Grid, seed: int) -> Grid:
    """Return smooth disorder from 0 to 1 whose bumps are one unit wide, at every ``xs`` and ``ys``."""
    i, j = np.floor(xs).astype(np.int64), np.floor(ys).astype(np.int64)
    across, down = np.arange(i.min(), i.max() + 2), np.arange(j.min(), j.max() + 2)
    lattice = chances(across[:, None], down[None, :], seed)
    u, v = xs - i, ys - j
    # The cubic flattens the ends of each step, so the lattice itself does not show.
    return stretched(lattice, i - across[0] + u * u * (3 - 2 * u), j - down[0] + v * v * (3 - 2 * v))


def spots(size: tuple[int, int], origin: Offset, step: float, clear: Mask, seed: int) -> tuple[Grid, Grid, Grid]:
    """Return scattered points across and down, and a chance for each; dragging the view drags the points.

    Args:
        size: Width and height of the picture in pixels.
        origin: Where its upper left corner lies in the region, in pixels of this magnification.
        step: How far apart the points are, more or less.
        clear: Where, on a quarter-size grid, there is none.
        seed: Other points.
    """
    first = [math.floor(start / step) for start in origin]
    i = first[0] + np.arange(int(size[0] / step) + 2)[:, None]
    j = first[1] + np.arange(int(size[1] / step) + 2)[None, :]
    x = ((i + chances(i, j, seed)) * step - origin[0]).ravel()
    y = ((j + chances(i, j, seed + 1)) * step - origin[1]).ravel()
    seen = (x >= 0) & (y >= 0) & (x < size[0]) & (y < size[1])
    x, y, luck = x[seen], y[seen], chances(i, j, seed + 2).ravel()[seen]
    free = ~clear[(x / 4).astype(np.int64), (y / 4).astype(np.int64)]
    return x[free].astype(np.float32), y[free].astype(np.float32), luck[free]


def distance(seeds: Mask, reach: int) -> Grid:
    """Return how many cells away the nearest marked cell is, never more than ``reach``."""
    along = np.where(seeds, 0, reach).astype(np.float32)
    for i in range(1, len(along)):
        np.minimum(along[i], along[i - 1] + 1, out=along[i])
    for i in range(len(along) - 2, -1, -1):
        np.minimum(along[i], along[i + 1] + 1, out=along[i])
    square = along * along
    best = square.copy()
    for k in range(1, reach):
        np.minimum(best[:, k:], square[:, :-k] + k * k, out=best[:, k:])
        np.minimum(best[:, :-k], square[:, k:] + k * k, out=best[:, :-k])
    root: Grid = np.sqrt(best)
    return root


class _Yards:
    """Where houses stand, in cells as large as the gap between two, so that neighbours are found at once."""

    def __init__(self, scale: float) -> None:
        self._across, self._down = GAP[0] * scale, GAP[1] * scale
        self._cells: dict[tuple[int, int], list[Offset]] = {}

    def add(self, foot: Offset) -> None:
        self._cells.setdefault(self._cell(foot), []).append(foot)

    def free(self, foot: Offset) -> bool:
        """Whether nobody stands too close."""
        i, j = self._cell(foot)
        near = (self._cells.get((i + k, j + m), ()) for k in (-1, 0, 1) for m in (-1, 0, 1))
        return all(abs(foot[0] - x) >= self._across or abs(foot[1] - y) >= self._down for yard in near for x, y in yard)

    def _cell(self, foot: Offset) -> tuple[int, int]:
        return math.floor(foot[0] / self._across), math.floor(foot[1] / self._down)


@lru_cache(maxsize=64)
def _all_seats(width: float, height: float, scale: float, seed: int, most: int) -> tuple[Offset, ...]:
    """Walk a fine grid from the middle outwards, with a little disorder so that no rows show."""
    step = _STEP * scale
    across, down = round(width * 1.3 / step), round(height * 1.6 / step)
    i, j = np.arange(-across, across + 1)[:, None], np.arange(-down, down + 1)[None, :]
    far = (2 * step * i / width) ** 2 + (2 * step * j / height) ** 2 + 0.34 * chances(i, j, seed)
    reach_x, reach_y = -(-int(GAP[0]) // _STEP) - 1, -(-int(GAP[1]) // _STEP) - 1
    free = np.ones(far.shape, dtype=np.bool_)
    found: list[Offset] = []
    for spot in np.argsort(far, axis=None, kind="stable").tolist():
        x, y = divmod(spot, far.shape[1])
        if len(found) < most and free[x, y]:
            free[max(0, x - reach_x) : x + reach_x + 1, max(0, y - reach_y) : y + reach_y + 1] = False
            found.append(((x - across) * step, (y - down) * step))
    return tuple(found)


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
    most = max(_MOST, count)
    return list(_all_seats(width, height, scale, seed, most)[:count])


class Seating:
    """Who sits where, from quarter to quarter."""

    def __init__(
        self,
        width: float = 186.0,
        height: float = 104.0,
        scale: float = 1.0,
        centres: Sequence[Offset] = (),
        free: Free | None = None,
    ) -> None:
        """Begin with empty towns.

        Args:
            width: A town's ellipse from west to east in pixels.
            height: The same from north to south.
            scale: How large houses are drawn.
            centres: The middle of each place in pixels; with it, towns keep off each other's seats.
            free: Whether a house may stand at a pixel (needs ``centres``); everywhere if not given.
        """
        self._width, self._height, self._scale = width, height, scale
        self._centres, self._free = centres, free
        self._seat_of: dict[int, tuple[int, int]] = {}

    def update(self, firms: Mapping[int, int]) -> dict[int, Offset]:
        """Seat the new firms, free the seats of those gone, and say where everyone is.

        Args:
            firms: The place (as an index) of each living firm; of two new firms the first sits further in.

        Returns:
            The offset from the middle of its place for each firm.
        """
        self._seat_of = {firm: seat for firm, seat in self._seat_of.items() if firm in firms and firms[firm] == seat[0]}
        yards, taken = _Yards(self._scale), set(self._seat_of.values())
        for seat in taken:
            yards.add(self._foot(*seat))
        for firm, place in firms.items():
            if firm not in self._seat_of:
                seat = (place, self._innermost(place, yards, taken))
                self._seat_of[firm] = seat
                taken.add(seat)
                yards.add(self._foot(*seat))
        return {firm: self._offset(*self._seat_of[firm]) for firm in firms}

    def _offset(self, place: int, number: int) -> Offset:
        most = _MOST if number < _MOST else 8 * _MOST
        known = _all_seats(self._width, self._height, self._scale, place, most)
        return known[number % len(known)]

    def _foot(self, place: int, number: int) -> Offset:
        """Return where a seat is on the screen; towns without a known middle are far from each other."""
        middle = self._centres[place] if place < len(self._centres) else (9999.0 * (place + 1), 0.0)
        offset = self._offset(place, number)
        return middle[0] + offset[0], middle[1] + offset[1]

    def _innermost(self, place: int, yards: _Yards, taken: Set[tuple[int, int]]) -> int:
        for number in range(_MOST):
            foot = self._foot(place, number)
            if yards.free(foot) and (self._free is None or self._free(*foot)):
                return number
        # All good ground is full: better in the water or in a neighbour's yard than nowhere.
        return next(number for number in range(len(taken) + 1) if (place, number) not in taken)


def inside(spot: tuple[float, float], outline: Sequence[tuple[float, float]]) -> bool:
    """Whether a spot lies within an outline."""
    x, y = spot
    within = False
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            within = not within
    return within
