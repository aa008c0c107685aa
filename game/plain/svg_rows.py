"""Charts of many values as SVG: ranked effects with whiskers, rows of dots, histograms."""

from collections.abc import Callable, Sequence

from game.plain.svg import ACCENT, GAIN, INK, PALE, RULE, line, picture, shortened, text, width

COLUMNS = 72
"""Steps of the axis on which dots are piled."""


def bars(
    wide: float, rows: Sequence[tuple[str, str, float, float, float, bool]], said: str, written: Callable[[float], str]
) -> str:
    """Draw ranked effects: label, date, value, low, high, welcome; what is not clear is pale and hollow."""
    tall, dates = 20.0, max(width(row[1]) for row in rows) + 6
    names = min(max(width(row[0], True) for row in rows) + dates + 12, wide * 0.62)
    low, high = min(0.0, *(row[3] for row in rows)), max(0.0, *(row[4] for row in rows))
    left, right = names + (48 if low < 0 else 4), wide - 50
    scale = (right - left) / ((high - low) or 1.0)
    nought, parts = left - low * scale, []
    for k, (label, date, value, lower, upper, welcome) in enumerate(rows):
        y, clear = k * tall + 11, lower > 0 or upper < 0
        x = min(nought, nought + value * scale)
        fill = (GAIN if welcome else ACCENT) if clear else "none"
        parts.append(
            text(0, y + 4, shortened(label, names - dates - 10, clear), bold=clear)
            + text(names - 6, y + 4, date, "end", PALE)
        )
        parts.append(
            f'<rect x="{x:.1f}" y="{y - 5}" width="{max(abs(value) * scale, 0.5):.1f}" height="10" fill="{fill}" '
            f'stroke="{INK}" stroke-width="0.5"/>'
        )
        ends = (nought + lower * scale, nought + upper * scale)
        parts.append(line(ends[0], y, ends[1], y, "#FFF", 4) + line(ends[0], y, ends[1], y, INK, 1.5))
        shown, anchor = (max(*ends, nought) + 5, "start") if value >= 0 else (min(*ends, nought) - 5, "end")
        parts.append(text(shown, y + 4, written(value), anchor, INK if clear else PALE, clear))
    height = len(rows) * tall + 4
    return picture(wide, height, [*parts, line(nought, 0, nought, height, INK)], said)


def dots(
    wide: float, rows: Sequence[tuple[str, Sequence[float]]], own: float, you: str, said: str,
    written: Callable[[float], str],
) -> str:  # fmt: skip
    """Pile whole histories up as dots, one row above another; one's own is an upright line."""
    names, tall, top = wide * 0.34, 46.0, 16.0
    values = [value for _, some in rows for value in some] + [own]
    low, span = min(values), (max(values) - min(values)) or 1.0
    room, parts = wide - names - 10, []
    for k, (name, some) in enumerate(rows):
        floor = top + (k + 1) * tall - 6
        piles: dict[int, int] = {}
        for value in some:
            column = round((value - low) / span * COLUMNS)
            piles[column] = piles.get(column, 0) + 1
        gap = min(5.2, (tall - 12) / max([*piles.values(), 1]))
        fill = (INK, "#777", "#FFF")[min(k, 2)]
        parts += [
            f'<circle cx="{names + room * column / COLUMNS:.1f}" cy="{floor - 3 - gap * j:.1f}" r="2.2" fill="{fill}" '
            f'stroke="{INK}" stroke-width="0.6"/>' for column, count in piles.items() for j in range(count)
        ]  # fmt: skip
        parts += [line(names, floor, wide - 10, floor, RULE), text(0, floor - 6, name)]
    x, bottom = names + room * (own - low) / span, top + len(rows) * tall
    parts += [line(x, top - 2, x, bottom, ACCENT, 2), text(x, top - 5, you, "middle", ACCENT, bold=True)]
    parts += [
        text(names, bottom + 8, written(low), colour=PALE),
        text(wide - 10, bottom + 8, written(low + span), "end", PALE),
    ]
    return picture(wide, bottom + 12, parts, said)


def histogram(
    wide: float, values: Sequence[float], own: float | None, you: str, said: str, written: Callable[[float], str]
) -> str:
    """Draw how many lie where, and one's own."""
    steps, tall, top = 20, 84.0, 16.0
    shown = [*values, *([] if own is None else [own])]
    low, span = min(shown), (max(shown) - min(shown)) or 1.0
    counts = [0] * steps
    for value in values:
        counts[min(int((value - low) / span * steps), steps - 1)] += 1
    step, parts = wide / steps, [line(0, tall, wide, tall)]
    for k, count in enumerate(counts):
        if count:
            high = (tall - top) * count / max(counts)
            box = f'x="{k * step + 1:.1f}" y="{tall - high:.1f}" width="{step - 2:.1f}" height="{high:.1f}"'
            parts.append(f'<rect {box} fill="#8A857B"/>')
    if own is not None:
        x = wide * (own - low) / span
        anchor = "start" if x < 50 else "end" if x > wide - 50 else "middle"
        parts += [
            line(x, top - 2, x, tall + 3, ACCENT, 2),
            text(x, top - 5, f"{you} {written(own)}", anchor, ACCENT, bold=True),
        ]
    parts += [text(0, tall + 12, written(low), colour=PALE), text(wide, tall + 12, written(low + span), "end", PALE)]
    return picture(wide, tall + 15, parts, said)
