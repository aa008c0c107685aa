"""A waterfall: how causes lead from one value to the next, in bars that visibly add up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.explain.speech import Speaker
from game.explain.why import OTHER, Reason
from game.ui.charts import good
from game.ui.kit import Kit
from game.ui.screen import Turn
from game.ui.typeset import SMALL, SMALL_BOLD, STAT

MOST_BARS = 6


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

    zero = round(y_of(base))
    pygame.draw.line(kit.surface, kit.theme.ink3, (plot.x, zero), (plot.right, zero), 1)
    _end(kit, plot, 0, slot, wide, y_of, (reason.before, base), speaker.value(reason.number, reason.before))
    kit.paragraph(speaker.date(reason.since), (plot.x + slot * 0.5, plot.bottom + kit.px(8)), round(slot * 0.96), SMALL,
                  kit.theme.ink2, 2, "middle")  # fmt: skip
    for k, bar in enumerate(bars):
        _step(kit, plot, k, (slot, wide), y_of, levels, bar, reason.number, speaker, bar.cause == chosen, press)
    _end(kit, plot, len(bars) + 1, slot, wide, y_of, (reason.after, base), speaker.value(reason.number, reason.after))
    kit.paragraph(speaker.date(reason.at), (plot.x + slot * (len(bars) + 1.5), plot.bottom + kit.px(8)),
                  round(slot * 0.96), SMALL, kit.theme.ink2, 2, "middle")  # fmt: skip


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
