"""Arithmetic that gives the same bytes on every processor.

numpy's own ``exp``, ``log`` and ``power`` choose different code on different processors and differ in the
last bit, which is enough to make two copies of one history drift apart. Here they are rebuilt from
operations that agree everywhere: ``+ − × ÷``, comparison, rounding, table look-up and bit shifts.

Error bounds (tested): ``exp`` 2e-14 relative, ``log`` 3e-16 absolute near 1 and 2e-15 relative elsewhere,
``power`` 2e-13 relative for results between 1e-6 and 1e6.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Index = NDArray[np.int64]

GRID = 2.0**-32
"""Every change of every stock is a multiple of this, so sums are exact in any order (below 2**20)."""

_EXP_ROWS = 512
_LOG_ROWS = 128


def _decimal_table(rows: int, value: str) -> Array:
    """Compute one table with fifty digits, so that no processor has a say in it."""
    with localcontext() as context:
        context.prec = 50
        if value == "exp":
            step = Decimal(2).ln() / rows
            return np.array([float((step * row).exp()) for row in range(rows)])
        centres = [Decimal(1)] + [1 + (Decimal(row) + Decimal("0.5")) / rows for row in range(1, rows)]
        inverses = [float(1 / centre) for centre in centres]
        if value == "inverse":
            return np.array(inverses)
        # The logarithm belongs to the *rounded* inverse, or the table's rounding would enter twice.
        return np.array([float(-Decimal(inverse).ln()) for inverse in inverses])


_EXP_TABLE = _decimal_table(_EXP_ROWS, "exp")
_EXP_REACH = 1000
_EXP_POWERS: Array = np.ldexp(_EXP_TABLE, np.arange(-_EXP_REACH, _EXP_REACH)[:, None]).ravel()
"""The same with every power of two: only the few kilobytes around the numbers asked for are ever touched."""

_INVERSE_TABLE = _decimal_table(_LOG_ROWS, "inverse")
_LOG_TABLE = _decimal_table(_LOG_ROWS, "log")

_LN2_HIGH = 6.93147180369123816490e-01  # the leading 32 bits of ln 2, so that k · high is exact
_LN2_LOW = 1.90821492927058770002e-10

_POWERS_OF_TWO = np.arange(-1023, 1025)[:, None]
_INVERSES: Array = np.ldexp(_INVERSE_TABLE, -np.clip(_POWERS_OF_TWO, -1022, 1022)).ravel()
_LOGS: Array = np.tile(_LOG_TABLE, _POWERS_OF_TWO.shape[0])
_HIGHS: Array = np.repeat(_POWERS_OF_TWO * _LN2_HIGH, _LOG_ROWS)
_LOWS: Array = np.repeat(_POWERS_OF_TWO * _LN2_LOW, _LOG_ROWS)
"""The parts of a logarithm for every power of two as well, by a number's leading bits."""


def _number(value: float) -> Array:
    """Keep a constant as an array without axes, which numpy takes in twice as fast as a float."""
    return np.array(value)


_LARGE = _number(1.5 * GRID * 2.0**52)
_LEAST, _MOST = _number(-690.0), _number(690.0)
_STEPS = _number(_EXP_ROWS / (_LN2_HIGH + _LN2_LOW))
_STEP_HIGH, _STEP_LOW = _number(_LN2_HIGH / _EXP_ROWS), _number(_LN2_LOW / _EXP_ROWS)
_ONE, _HALF, _SIXTH, _SEVENTH = (_number(value) for value in (1.0, 0.5, 1.0 / 6.0, 1.0 / 7.0))
_LOG_TAIL = tuple(_number(value) for value in (1.0 / 6.0, 0.2, 0.25, 1.0 / 3.0, 0.5))
_WHOLE = _number(1.5 * 2.0**52)
_WHOLE_BITS = _WHOLE.view(np.int64) - _EXP_REACH * _EXP_ROWS
_LOG_SHIFT = np.array(45)
_TINY = _number(2.0**-1022)


_EXP_LIST: list[float] = _EXP_TABLE.tolist()
_INVERSE_LIST: list[float] = _INVERSE_TABLE.tolist()
_LOG_LIST: list[float] = _LOG_TABLE.tolist()
_TAIL_LIST = [float(coefficient) for coefficient in _LOG_TAIL]
_ONE_STEPS, _ONE_STEP_HIGH, _ONE_STEP_LOW = float(_STEPS), float(_STEP_HIGH), float(_STEP_LOW)
_POWERS = [float(1 << power) for power in range(1000)]
_ENDLESS = 0x7FF << 52
_STEP = 1.0 / _POWERS[52]  # from one fraction of a number to the next

SMALL = 8192
"""Numbers up to which a call of numpy costs more than the numbers it works on (measured)."""

FEW = 8
"""Numbers up to which Python's own arithmetic, the same to the last bit, is quicker than twenty calls of numpy."""


def exp(x: Array) -> Array:
    """Return e to the power ``x``, element by element; arguments beyond ±690 are held there."""
    if x.size <= FEW:
        return np.array([_exp_of(one) for one in x.ravel().tolist()]).reshape(x.shape)
    r = x.clip(_LEAST, _MOST)
    k = r * _STEPS
    # Next to so large a number a float64 has no digits behind the point: adding it rounds, and its bits count.
    k += _WHOLE
    row = k.view(np.int64) - _WHOLE_BITS
    k -= _WHOLE
    # In place from here on: most of the time would go into new memory.
    r -= k * _STEP_HIGH
    k *= _STEP_LOW
    r -= k
    result: Array = r * _SIXTH
    result += _HALF
    result *= r
    result += _ONE
    result *= r
    result += _ONE
    result *= _EXP_POWERS.take(row, mode="clip")  # what is not a number has no row, and stays what it is
    return result


def _exp_of(x: float) -> float:
    """Return e to the power of one number, by the same steps."""
    if x != x:  # not a number: passed on
        return x
    r = min(max(x, -690.0), 690.0)
    k = round(r * _ONE_STEPS)
    r -= k * _ONE_STEP_HIGH
    r -= k * _ONE_STEP_LOW
    result = ((r * (1.0 / 6.0) + 0.5) * r + 1.0) * r + 1.0
    result *= _EXP_LIST[k & (_EXP_ROWS - 1)]
    return result * _POWERS[k >> 9] if k >= 0 else result / _POWERS[-(k >> 9)]


def log(x: Array) -> Array:
    """Return the natural logarithm of positive ``x``; ``log(1)`` is exactly 0, zero gives about −709."""
    if x.size <= FEW:
        held = np.maximum(x.ravel(), _TINY).view(np.int64)
        return np.array([_log_of(bits) for bits in held.tolist()]).reshape(x.shape)
    x = np.maximum(x, _TINY)
    row = x.view(np.int64) >> _LOG_SHIFT  # the power of two and the leading digits: where the tables have the number
    r = x
    r *= _INVERSES.take(row, mode="clip")
    r -= _ONE
    tail = r * _SEVENTH
    for coefficient in _LOG_TAIL:
        np.subtract(coefficient, tail, out=tail)
        tail *= r
    tail *= r
    r -= tail
    r += _LOWS.take(row, mode="clip")
    r += _LOGS.take(row, mode="clip")
    r += _HIGHS.take(row, mode="clip")
    return r


def _log_of(bits: int) -> float:
    """Return the natural logarithm of the number of these bits, by the same steps."""
    if bits >= _ENDLESS:  # without end or not a number: passed on
        return float(np.inf if bits == _ENDLESS else np.nan)
    row, power_of_two = bits >> 45 & (_LOG_ROWS - 1), float((bits >> 52) - 1023)
    r = (1.0 + (bits & 0xFFFFFFFFFFFFF) * _STEP) * _INVERSE_LIST[row] - 1.0
    tail = r * (1.0 / 7.0)
    for coefficient in _TAIL_LIST:
        tail = (coefficient - tail) * r
    tail *= r
    rest = ((r - tail) + power_of_two * _LN2_LOW) + _LOG_LIST[row]
    return power_of_two * _LN2_HIGH + rest


def power(x: Array, exponent: float) -> Array:
    """Return positive ``x`` to a fixed power."""
    return exp(exponent * log(x))


def logistic(x: Array) -> Array:
    """Return 1 / (1 + e^−x)."""
    result: Array = 1.0 / (1.0 + exp(-x))
    return result


def to_grid(x: Array) -> Array:
    """Round to the nearest multiple of 2⁻³², on which addition is exact (of 2⁻³¹ beyond 2**19)."""
    # Next to so large a number a float64 has no finer digits than the grid's, so adding it rounds.
    result: Array = np.asarray(x + _LARGE)
    result -= _LARGE
    return result


def all_to_grid(changes: Sequence[Array], shape: tuple[int, ...]) -> Array:
    """Round arrays that fit one shape to the grid together, ``[array, *shape]``."""
    rows = np.empty((len(changes), *shape))
    # Where calls are what costs, arrays of the full shape (none can be larger) are put together in one.
    together = np.concatenate(changes) if rows.size <= SMALL else rows[:0]
    if together.size == rows.size:
        np.add(together.reshape(rows.shape), _LARGE, out=rows)
    else:
        for row, change in zip(rows, changes, strict=True):
            np.add(change, _LARGE, out=row)
    rows -= _LARGE
    return rows


def each_to_grid(changes: Sequence[Array], stock: Array) -> Iterable[Array]:
    """Round changes that fit a stock's shape to the grid, one by one where there are many numbers."""
    if len(changes) * stock.size <= SMALL:
        yield from all_to_grid(changes, stock.shape)
        return
    for change in changes:
        # What is used and forgotten before the next is made stays where the processor has it at hand.
        row = np.add(change, _LARGE, out=np.empty(stock.shape))
        row -= _LARGE
        yield row


def total(x: Array) -> Array:
    """Sum along the last axis, exactly: the same at any capacity, order or batch size."""
    result: Array = np.add.reduce(to_grid(x), axis=-1)
    return result
