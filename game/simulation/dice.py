"""Counter-based dice: a throw is a hash of (seed, stream, quarter, firm), not the next of a sequence.

So one more firm, or one decision fewer, changes only what it touches: every other throw stays the same.
That keeps replays exact and makes "what if" honest (common random numbers).
The hash is the splitmix64 finaliser (Steele, Lea and Flood 2014) with Stafford's thirteenth constants.
"""

import numpy as np
from numpy.typing import NDArray

from game.simulation import exact
from game.simulation.exact import Array, Index
from game.simulation.roster import Roster

Words = NDArray[np.uint64]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_UNIT = 2.0**-53


def mix(x: Words) -> Words:
    """Scatter 64-bit words, in place, so that neighbouring inputs share nothing."""
    x ^= x >> _S30
    x *= _FIRST
    x ^= x >> _S27
    x *= _SECOND
    x ^= x >> _S31
    return x


def upper(words: Words) -> Index:
    """Keep the upper 53 bits of words, in place: as signed words, which convert faster, for none is that large."""
    words >>= _S11
    return words.view(np.int64)


def fraction(upper_bits: Index) -> Array:
    """Turn whole numbers below 2⁵³ into numbers in [0, 1)."""
    result: Array = upper_bits.astype(np.float64)
    result *= _UNIT
    return result


def unit(words: Words) -> Array:
    """Turn words into numbers in [0, 1), by their upper 53 bits. The words are used up."""
    return fraction(upper(words))


def _stream_constant(stream: str) -> int:
    """Turn a stream's name into a constant (64-bit FNV-1a)."""
    value = 0xCBF29CE484222325
    for byte in stream.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def seeds_for(seed: int, worlds: int, family: str = "world") -> Words:
    """Give each world of a batch its own seed; world 0 is the seed itself, so a batch contains the solo run.

    Args:
        seed: The playthrough's seed, any whole number ≥ 0.
        worlds: How many worlds.
        family: Another name gives other seeds for the same numbers (futures, company, …).

    Returns:
        Seeds, shape ``[worlds]``.
    """
    first = np.full(worlds, seed & 0xFFFFFFFFFFFFFFFF, dtype=np.uint64)
    k = np.arange(worlds, dtype=np.uint64)
    derived = mix(mix(first * _GOLDEN + np.uint64(_stream_constant(family))) + k * _GOLDEN)
    if family == "world":
        derived[0] = first[0]
    return derived


_KNOWN: dict[str, int] = {}
"""Streams thrown so far and their constants, so that their keys are mixed in one go: a cache and no more."""

_EACH: dict[str, None] = {}
"""Streams thrown for every firm so far: where firms are few, one call throws them all."""


class Dice:
    """The dice of one quarter for a batch of worlds."""

    def __init__(self, seeds: Words, quarter: int) -> None:
        self.quarter = quarter
        self._worlds = mix(seeds * _GOLDEN + np.uint64(77))
        self._keys: dict[str, Words] = {}
        self._roster: Roster | None = None
        self._scattered: Words = self._worlds
        self._thrown: dict[str, Index] = {}

    def _key(self, stream: str) -> Words:
        if stream not in self._keys:
            if stream not in _KNOWN:
                _KNOWN[stream] = _stream_constant(stream)
            when = np.uint64((self.quarter * 0xD1342543DE82EF95) & 0xFFFFFFFFFFFFFFFF)
            known = dict(_KNOWN)
            constants = np.array(list(known.values()), dtype=np.uint64) + when
            self._keys = dict(zip(known, mix(constants[:, None] + self._worlds), strict=True))
        return self._keys[stream]

    def world(self, stream: str) -> Array:
        """Throw once for each world: uniform in [0, 1), shape ``[worlds]``."""
        return unit(self._key(stream).copy())

    def counted(self, stream: str, count: int) -> Array:
        """Throw ``count`` times for each world: uniform, shape ``[worlds, count]``."""
        return unit(mix(np.arange(count, dtype=np.uint64) * _GOLDEN + self._key(stream)[:, None]))

    def each(self, stream: str, roster: Roster) -> Array:
        """Throw for every firm, by its number and never by its row: uniform, shape ``[firm]``."""
        return fraction(self._each(stream, roster))

    def below(self, stream: str, roster: Roster, chance: Array) -> tuple[Index, Array]:
        """Return the firms that throw below their world's chance, or one for all, and their throws; as ``each``."""
        # Compared as the whole numbers they are made of: few throws need to be turned into fractions.
        thrown, least = self._each(stream, roster), np.ceil(chance * 2.0**53).astype(np.int64)
        rows: Index = np.flatnonzero(thrown < roster.spread(least))
        return rows, fraction(thrown[rows])

    def _each(self, stream: str, roster: Roster) -> Index:
        """Throw for every firm, ``[firm]``: whole numbers below 2⁵³."""
        # Nine streams a quarter throw for the same firms, so what depends on the firm alone is kept.
        if roster is not self._roster:
            self._roster, self._scattered = roster, roster.firm.astype(np.uint64) * _GOLDEN
            self._thrown = {}
        if stream not in self._thrown:
            _EACH[stream] = None
            together = list(_EACH) if self._scattered.shape[0] * len(_EACH) <= exact.SMALL else [stream]
            keys = np.array([self._key(one) for one in together])
            thrown = upper(mix(self._scattered + roster.spread(keys)))
            self._thrown.update(zip(together, thrown, strict=True))
        return self._thrown[stream]

    def picked(self, stream: str, world: Index, ids: Index) -> Array:
        """Throw for chosen (world, id) pairs only, shape of ``ids``: what ``each`` gives a firm of that number."""
        return unit(mix(ids.astype(np.uint64) * _GOLDEN + self._key(stream)[world]))


_ROWS = 4096


def _laplace_table() -> Array:
    """Quantiles of the Laplace distribution with standard deviation 1."""
    u = (np.arange(_ROWS) + 0.5) / _ROWS
    below = np.minimum(u, 1.0 - u)
    size: Array = -exact.log(2.0 * below) / np.sqrt(np.full(_ROWS, 2.0))
    return np.where(u < 0.5, -size, size)


def _normal_table() -> Array:
    """Quantiles of the normal distribution, by Newton steps on Φ with the error function's series."""
    u = (np.arange(_ROWS // 2) + _ROWS // 2 + 0.5) / _ROWS
    x = np.zeros(_ROWS // 2)
    for _ in range(60):
        density = exact.exp(-0.5 * x * x) * 0.3989422804014327
        term, series = x, x
        for n in range(1, 60):
            term = term * x * x / (2 * n + 1)
            series = series + term
        x = x - np.clip((0.5 + density * series - u) / density, -0.5, 0.5)
    return np.concatenate([-x[::-1], x])


_LAPLACE = _laplace_table()
_NORMAL = _normal_table()


def laplace(u: Array) -> Array:
    """Turn uniform throws into Laplace ones (mean 0, standard deviation 1), in 4,096 steps."""
    return _LAPLACE.take((u * _ROWS).astype(np.int64))


def normal(u: Array) -> Array:
    """Turn uniform throws into normal ones (mean 0, standard deviation 1), in 4,096 steps."""
    return _NORMAL.take((u * _ROWS).astype(np.int64))


def poisson(u: Array, rate: Array, most: int) -> Index:
    """Turn uniform throws into Poisson counts by walking up the distribution, at most ``most``."""
    term = exact.exp(-rate)
    below = term
    count = np.zeros(u.shape, dtype=np.int64)
    for k in range(1, most + 1):
        more = u > below
        if not more.any():
            break
        count += more
        term = term * rate / k
        below = below + term
    return count
