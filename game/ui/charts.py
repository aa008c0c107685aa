"""Charts as a good newspaper draws them: few lines, labelled where they end, causes that visibly add up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.explain.quantities import HIGH_IS_GOOD
from game.explain.speech import Speaker
from game.explain.why import OTHER, Reason
from game.ui.kit import Kit
from game.ui.map.lines import stroke
from game.ui.screen import Turn
from game.ui.theme import Colour, mix
from game.ui.typeset import SMALL, SMALL_BOLD, STAT

MOST_BARS = 6


def good(kit: Kit, number: str, amount: float) -> Colour:
    """Return the colour of a change: a gain, a loss, or neither."""
    welcome = HIGH_IS_GOOD.get(number)
    if welcome is None or not amount:
        return kit.theme.ink
    return kit.theme.gain if (amount > 0) == welcome else kit.theme.accent


def spark(kit: Kit, rect: pygame.Rect, values: Sequence[float], colour: Colour | None = None) -> None:
    """Draw the last part of a history as a small line with a dot at its end."""
    shown = values[-40:]
    if len(shown) < 2:
        shown = [*shown, *shown]
    low, high = min(shown), max(shown)
    span = (high - low) or 1.0
    step = rect.width / (len(shown) - 1)
    points = [
        (rect.x + k * step, rect.bottom - rect.height * ((value - low) / span if high > low else 0.5))
        for k, value in enumerate(shown)
    ]
    stroke(kit.surface, points, max(1.6 * kit.scale, 1.3), colour or kit.theme.ink2)
    pygame.draw.aacircle(kit.surface, kit.theme.ink, points[-1], max(kit.px(3), 2))


@dataclass(frozen=True)
class Mark:
    """A quarter to point out on a chart: something that was done, or that happened."""

    quarter: int
    accent: bool = False


def history(
    kit: Kit, rect: pygame.Rect, values: Sequence[float], speaker: Speaker, number: str, last: int,
    marks: Sequence[Mark] = (), span: tuple[int, int] | None = None,
) -> None:  # fmt: skip
    """Draw a number's history from the first quarter to ``last``; ``span`` is tinted."""
    theme = kit.theme
    low, high = min(values), max(values)
    room = (high - low) or max(abs(high) * 0.2, 0.1)
    bottom = 0.0 if 0 <= low < 0.5 * high else low - 0.08 * room
    top = high + 0.08 * room
    plot = pygame.Rect(rect.x, rect.y, rect.width - kit.tx(96), rect.height - kit.line_height(SMALL))

    def at(quarter: float, value: float) -> tuple[float, float]:
        return (
            plot.x + plot.width * quarter / max(last, 1),
            plot.bottom - plot.height * (value - bottom) / ((top - bottom) or 1.0),
        )

    if span is not None:
        left, right = at(span[0], bottom)[0], at(span[1], bottom)[0]
        tint = pygame.Rect(round(left), plot.y, max(round(right - left), 2), plot.height)
        pygame.draw.rect(kit.surface, theme.accent_tint if theme.soft else mix(theme.paper, theme.ink, 0.2), tint)
    for level in (0.5, 1.0):
        y = plot.bottom - plot.height * level
        kit.hairline((plot.x, y), (plot.right, y))
    pygame.draw.line(kit.surface, theme.ink3, plot.bottomleft, plot.bottomright, 1)
    for mark in marks:
        x = at(mark.quarter, bottom)[0]
        colour = theme.accent if mark.accent else theme.ink3
        pygame.draw.line(kit.surface, colour, (x, plot.bottom - kit.px(10)), (x, plot.bottom + kit.px(4)), 2)
    points = [at(quarter, value) for quarter, value in enumerate(values)]
    if len(points) > 1:
        stroke(kit.surface, points, max(2.8 * kit.scale, 1.6), theme.ink)
    pygame.draw.aacircle(kit.surface, theme.ink, points[-1], max(kit.px(5), 3))
    kit.text(speaker.value(number, values[-1]), (points[-1][0] + kit.px(12), points[-1][1] - kit.tx(14)), SMALL_BOLD)
    _axis(kit, plot, speaker, last)
    if high > low and points[-1][0] < plot.right - kit.tx(90):
        kit.text(speaker.value(number, high), (plot.right + kit.px(8), at(0, high)[1] - kit.tx(12)), SMALL, theme.ink2)


def _axis(kit: Kit, plot: pygame.Rect, speaker: Speaker, last: int) -> None:
    """Write the first and the last year."""
    first_year, last_year = speaker.level.date_of(0)[0], speaker.level.date_of(last)[0]
    kit.text(str(first_year), (plot.x, plot.bottom + kit.px(4)), SMALL, kit.theme.ink2)
    kit.text(str(last_year), (plot.right, plot.bottom + kit.px(4)), SMALL, kit.theme.ink2, "right")


@dataclass(frozen=True)
class Bar:
    """One step of a waterfall."""

    label: str
    cause: str
    amount: float


def bars_of(reason: Reason, speaker: Speaker) -> list[Bar]:
    """Return the steps of a waterfall: the largest causes, and everything else as the last."""
    return [
        Bar(speaker.words("cause.other") if part.cause == OTHER else speaker.cause(part.cause), part.cause, part.amount)
        for part in reason.largest(MOST_BARS)
    ]


def waterfall(
    kit: Kit, rect: pygame.Rect, reason: Reason, speaker: Speaker, chosen: str, press: Callable[[str], Turn | None],
) -> None:  # fmt: skip
    """Draw how causes lead from one value to the next; every bar can be pressed."""
    bars = bars_of(reason, speaker)
    levels = [reason.before]
    for bar in bars:
        levels.append(levels[-1] + bar.amount)
    low, high = min(levels), max(levels)
    room = (high - low) or max(abs(high) * 0.2, 0.1)
    # From zero where the change is a fair part of the whole; else the axis is cut.
    whole = high - low > 0.12 * max(abs(high), abs(low))
    floor = min(low, 0.0) if whole else low - 0.35 * room
    top = max(high, 0.0) if whole else high + 0.12 * room
    base = 0.0 if whole else floor
    label_lines = 3
    plot = pygame.Rect(rect.x, rect.y, rect.width, rect.height - label_lines * kit.line_height(SMALL) - kit.px(8))
    slot = rect.width / (len(bars) + 2)
    wide = min(slot * 0.62, kit.px(96))

    def y_of(value: float) -> float:
        margin = kit.line_height(STAT)
        foot = margin if floor < base else 0
        return plot.bottom - foot - (plot.height - margin - foot) * (value - floor) / ((top - floor) or 1.0)

    _end(kit, plot, 0, slot, wide, y_of, (reason.before, base), speaker.value(reason.number, reason.before))
    kit.paragraph(speaker.date(reason.since), (plot.x + slot * 0.5, plot.bottom + kit.px(8)), round(slot * 0.96), SMALL,
                  kit.theme.ink2, 2, "middle")  # fmt: skip
    for k, bar in enumerate(bars):
        _step(kit, plot, k, (slot, wide), y_of, levels, bar, reason.number, speaker, bar.cause == chosen, press)
    _end(kit, plot, len(bars) + 1, slot, wide, y_of, (reason.after, base), speaker.value(reason.number, reason.after))
    kit.paragraph(speaker.date(reason.at), (plot.x + slot * (len(bars) + 1.5), plot.bottom + kit.px(8)),
                  round(slot * 0.96), SMALL, kit.theme.ink2, 2, "middle")  # fmt: skip
    zero = round(y_of(base))
    pygame.draw.line(kit.surface, kit.theme.ink3, (plot.x, zero), (plot.right, zero), 1)


def _end(
    kit: Kit, plot: pygame.Rect, k: int, slot: float, wide: float, y_of: Callable[[float], float],
    reach: tuple[float, float], label: str,
) -> None:  # fmt: skip
    """Draw the first or the last bar."""
    x = plot.x + slot * (k + 0.5) - wide / 2
    top, bottom = sorted((y_of(reach[0]), y_of(reach[1])))
    box = pygame.Rect(round(x), round(top), round(wide), max(round(bottom - top), 2))
    pygame.draw.rect(kit.surface, kit.theme.ink, box, border_radius=kit.px(3))
    kit.text(
        label, (box.centerx, box.bottom if reach[0] < reach[1] else box.y - kit.line_height(STAT)), STAT, align="middle"
    )


def _step(
    kit: Kit, plot: pygame.Rect, k: int, sizes: tuple[float, float], y_of: Callable[[float], float],
    levels: Sequence[float], bar: Bar, number: str, speaker: Speaker, chosen: bool, press: Callable[[str], Turn | None],
) -> None:  # fmt: skip
    """Draw one cause: a bar from where the last one ended, its amount outside, its name below."""
    slot, wide = sizes
    middle = plot.x + slot * (k + 1.5)
    start, end = y_of(levels[k]), y_of(levels[k + 1])
    box = pygame.Rect(round(middle - wide / 2), round(min(start, end)), round(wide), max(round(abs(end - start)), 2))
    colour = good(kit, number, bar.amount)
    pygame.draw.rect(kit.surface, colour, box, border_radius=kit.px(3))
    for level, left in ((start, middle - slot + wide / 2), (end, middle + wide / 2)):
        kit.hairline((left, level), (left + slot - wide, level), kit.theme.ink3)
    if box.height > kit.tx(24):
        size = 18.0
        at = (box.centerx - kit.tx(size) / 2, box.centery - kit.tx(size) / 2)
        kit.icon(
            "up" if bar.amount > 0 else "down", at, size, kit.theme.on_accent if kit.theme.soft else kit.theme.paper
        )
    amount = speaker.change(number, bar.amount)
    below = bar.amount < 0
    kit.text(amount, (middle, box.bottom if below else box.y - kit.line_height(STAT)), STAT, align="middle")
    area = pygame.Rect(
        round(middle - slot / 2), plot.y, round(slot), plot.height + 3 * kit.line_height(SMALL) + kit.px(8)
    )
    hot = kit.spot(area, f"bar {bar.cause}", lambda: press(bar.cause), "")
    role = SMALL_BOLD if chosen or hot else SMALL
    ink = kit.theme.ink if chosen or hot else kit.theme.ink2
    kit.paragraph(bar.label, (middle, plot.bottom + kit.px(8)), round(slot * 0.94), role, ink, 3, "middle")
    if chosen:
        pygame.draw.rect(kit.surface, kit.theme.accent, area.inflate(-2, 0), 2, kit.px(8))


def delay_curve(kit: Kit, rect: pygame.Rect, delay: int, ramp: int, decay: float, stop: bool = False) -> None:
    """Draw when a programme works: nothing, then more and more, and (``stop``) how it fades once it ends."""
    length = max(delay + ramp + 6, 16)
    fade = 14 if stop else 0
    points = []
    for k in range(length + fade + 1):
        level = min(max((k - delay) / max(ramp, 1), 0.0), 1.0)
        if k > length:
            level *= (1 - decay) ** (k - length)
        points.append((rect.x + rect.width * k / (length + fade), rect.bottom - 2 - (rect.height - 4) * level))
    ground = pygame.Rect(rect.x, rect.bottom - 1, rect.width, 1)
    pygame.draw.rect(kit.surface, kit.theme.hairline, ground)
    if stop:
        x = rect.x + rect.width * length / (length + fade)
        pygame.draw.line(kit.surface, kit.theme.ink3, (x, rect.y), (x, rect.bottom))
    stroke(kit.surface, points, max(2 * kit.scale, 1.5), kit.theme.ink)
