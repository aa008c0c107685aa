"""Numbers as people read them: ``1,234``, ``12.3M`` and ``1230万``, a true minus, a space before the per cent sign."""

from game.content.language import Language

MINUS = "\u2212"
NARROW = "\u00a0"
"""The space before a unit does not break, so the sign is never alone on the next line."""

_LARGE = {
    "en": ((1e9, "B"), (1e6, "M"), (1e3, "k")),
    "zh": ((1e8, "亿"), (1e4, "万")),
}
_LONGEST = 100_000


def number(value: float, digits: int = 0) -> str:
    """Write a number in full, with commas: ``1,234.5``. Both languages write it so."""
    text = f"{abs(value):,.{digits}f}"
    negative = value < 0 and any(figure in "123456789" for figure in text)
    return MINUS + text if negative else text


def compact(value: float, language: Language) -> str:
    """Write a large number short, to three figures: ``12.3M`` or ``1230万``. Small ones are written in full."""
    rounded = float(f"{value:.3g}")
    if abs(rounded) < _LONGEST:
        return number(value)
    for size, name in _LARGE[language]:
        if abs(rounded) >= size:
            return f"{MINUS if value < 0 else ''}{abs(rounded) / size:.10g}{name}"
    raise AssertionError("every large number has a name")


def percent(share: float, digits: int = 0) -> str:
    """Write a share of 1 as ``12 %``."""
    return f"{number(100 * share, digits)}{NARROW}%"


def change(value: float, digits: int = 0) -> str:
    """Write a change with its sign: ``+3``, ``−2``, ``0``."""
    text = number(value, digits)
    grew = value > 0 and any(figure in "123456789" for figure in text)
    return f"+{text}" if grew else text


def chance(share: float, low: float, high: float) -> str:
    """Write a chance with half its interval, ``34 % ± 5``; one that would pass nothing or everything, by its end."""
    half = 0.5 * (high - low)
    if share < half:
        return f"\u2264{NARROW}{percent(high)}"
    return f"\u2265{NARROW}{percent(low)}" if share + half > 1.0 else f"{percent(share)} ± {number(100.0 * half)}"


def amount(money: float, language: Language) -> str:
    """Write how much money it is; small sums in small units, so that a little never reads as nothing."""
    if abs(money) < 500.0:
        return "0"
    if language == "zh":
        if abs(money) < 5e3:
            return number(money)
        if abs(money) < 1e8:
            return f"{number(money / 1e4)}万"
        return f"{number(money / 1e8, 2).rstrip('0').rstrip('.')}亿"  # nobody says 25.00亿
    if abs(money) < 999_500.0:  # from there on it rounds to a million
        return f"{number(money / 1e3)}k"
    return f"{number(money / 1e6, 1)}M"
