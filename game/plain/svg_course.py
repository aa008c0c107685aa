"""A chart over quarters as SVG: lines, a band, phases shaded, decisions marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.plain.svg import ACCENT, FONT, INK, PALE, RULE, line, picture, text, width


@dataclass(frozen=True)
class Stroke:
    """One line over quarters.

    Attributes:
        values: From ``first`` on, quarter by quarter.
        name: Written at its end.
        first: Its first quarter.
        dash: Dash pattern; none for a solid line.
        colour: Its ink.
        weight: Its width.
    """

    values: Sequence[float]
    name: str = ""
    first: int = 0
    dash: str = ""
    colour: str = INK
    weight: float = 2.0


def course(
    wide: float, tall: float, strokes: Sequence[Stroke], said: str, written: Callable[[float], str],
    year: Callable[[int], str], *, last: int, shades: Sequence[tuple[int, int, str]] = (),
    marks: Sequence[tuple[int, bool]] = (), band: tuple[int, Sequence[float], Sequence[float]] | None = None,
) -> str:  # fmt: skip
    """Draw lines over quarters, phases shaded and named at the top, decisions marked at the axis."""
    values = [value for stroke in strokes for value in stroke.values] + [
        *(band[1] if band else ()),
        *(band[2] if band else ()),
    ]
    low, high = min(0.0, *values), max(values)
    right, top, foot = wide - 92, 18.0, tall - 16

    def at(quarter: float, value: float) -> str:
        x = right * quarter / max(last, 1)
        return f"{x:.1f},{foot - (foot - top) * (value - low) / ((high - low) or 1.0):.1f}"

    parts = [_shade(right, last, top, foot, k, shade) for k, shade in enumerate(shades)]
    parts += [
        line(0, foot, right, foot, INK),
        line(0, top, right, top, RULE, 0.7),
        line(0, (top + foot) / 2, right, (top + foot) / 2, RULE, 0.7),
    ]
    if band is not None:
        upper = [at(band[0] + k, value) for k, value in enumerate(band[2])]
        lower = [at(band[0] + k, value) for k, value in enumerate(band[1])]
        parts.append(f'<polygon points="{" ".join([*upper, *reversed(lower)])}" fill="#D9D4C8"/>')
    parts += [_mark(right * quarter / max(last, 1), foot, strong) for quarter, strong in marks]
    parts += _strokes(strokes, at, written, (right, top, high))
    parts += [text(0, tall - 3, year(0), colour=PALE), text(right, tall - 3, year(last), "end", PALE)]
    return picture(wide, tall, parts, said)


def _strokes(
    strokes: Sequence[Stroke], at: Callable[[float, float], str], written: Callable[[float], str],
    room: tuple[float, float, float],
) -> list[str]:  # fmt: skip
    """Draw lines, each with its name, or its last value, at its end."""
    right, top, high = room
    parts: list[str] = []
    ends: list[float] = []
    if max(stroke.values[-1] for stroke in strokes) < 0.9 * high:
        ends.append(top + 4)
        parts.append(text(right + 5, top + 4, written(high), colour=PALE))
    for stroke in strokes:
        points = " ".join(at(stroke.first + k, value) for k, value in enumerate(stroke.values))
        dash = f' stroke-dasharray="{stroke.dash}"' if stroke.dash else ""
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{stroke.colour}" stroke-width="{stroke.weight}"{dash}/>'
        )
        x, y = map(float, at(stroke.first + len(stroke.values) - 1, stroke.values[-1]).split(","))
        name = stroke.name or written(stroke.values[-1])
        if not name.strip():
            continue
        ends.append(_clear(y + 4, ends))
        parts.append(text(min(x + 5, right + 5), ends[-1], name, colour=stroke.colour, bold=stroke.weight >= 2))
    return parts


def _shade(right: float, last: int, top: float, foot: float, k: int, shade: tuple[int, int, str]) -> str:
    start, end, name = shade
    x, wide = right * start / max(last, 1), right * (end - start) / max(last, 1)
    ground = "#ECE6D9" if k % 2 else "#F7F3EA"
    drawn = f'<rect x="{x:.1f}" y="{top}" width="{wide:.1f}" height="{foot - top:.1f}" fill="{ground}"/>'
    return drawn + (text(x + 2, top - 5, name, colour=PALE) if wide > width(name) else "")


def _mark(x: float, foot: float, strong: bool) -> str:
    tip = f"{x:.1f},{foot:.1f} {x - 4:.1f},{foot - 8:.1f} {x + 4:.1f},{foot - 8:.1f}"  # above: years stand below
    return f'<polygon points="{tip}" fill="{ACCENT}"/>' if strong else line(x, foot - 5, x, foot + 4, INK, 1.4)


def _clear(y: float, others: Sequence[float]) -> float:
    """Move a label away from those that stand already."""
    while any(abs(y - other) < FONT for other in others):
        y -= FONT
    return max(y, FONT)
