"""What a quarter was like: its main numbers against now, and its street of houses."""

from collections.abc import Callable
from functools import partial

import pygame

from game.explain.speech import kind_of
from game.ui.charts import moved
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.street import per_house, street
from game.ui.typeset import SMALL, SMALL_BOLD, STAT

NUMBERS = ("firms", "employment", "mean_margin", "variety", "trust", "lock_in", "treasury")


def preview(
    kit: Kit, playing: Playing, room: pygame.Rect, quarter: int, chosen: str, press: Callable[[str], Turn | None]
) -> int:
    """Write the numbers of a quarter in a row; each chooses what the chart shows. Returns where it ends."""
    columns = min(max(room.width // kit.tx(150), 2), len(NUMBERS))
    wide = room.width // columns
    tall = 2 * kit.line_height(SMALL) + kit.line_height(STAT) + kit.px(12)
    history = playing.session.branch.region.history
    for k, number in enumerate(NUMBERS):
        cell = pygame.Rect(room.x + (k % columns) * wide, room.y + (k // columns) * tall, wide - kit.px(12), tall)
        then, now = float(history[number][quarter, 0]), float(history.last(number)[0])
        _cell(kit, playing, cell, number, (then, now), number == chosen, press)
    rows = -(-len(NUMBERS) // columns)
    return room.y + rows * tall


def _cell(
    kit: Kit, playing: Playing, cell: pygame.Rect, number: str, values: tuple[float, float], chosen: bool,
    press: Callable[[str], Turn | None],
) -> None:  # fmt: skip
    speaker, inner = playing.speaker, cell.width - kit.px(8)
    hot = kit.spot(cell, f"shown {number}", partial(press, number), kit.words(f"meaning.{number}"))
    y = cell.y + kit.px(4)
    role = SMALL_BOLD if chosen else SMALL
    kit.text(speaker.name(number), (cell.x, y), role, kit.theme.ink if chosen or hot else kit.theme.ink2, room=inner)
    y += kit.line_height(SMALL)
    kit.text(speaker.value(number, values[0]), (cell.x, y), STAT, room=inner)
    y += kit.line_height(STAT)
    since = values[1] - values[0]
    if since:
        change, ink = moved(kit, speaker, number, since)
        kit.text(kit.words("timeline.until_now", change=change), (cell.x, y), SMALL, ink, room=inner)
        y += kit.line_height(SMALL)
    if chosen:
        pygame.draw.rect(kit.surface, kit.theme.accent, (cell.x, y + kit.px(4), inner, max(kit.px(3), 2)))


def street_of(kit: Kit, playing: Playing, room: pygame.Rect, quarter: int) -> int:
    """Draw the street of a quarter in one row; returns where it ends."""
    branch = playing.session.branch
    state, history = branch.snapshots[quarter].state, branch.region.history
    counts = [0] * 8
    for style in state.style:
        counts[kind_of(float(style))] += 1
    lit = round(min(max(float(history["mean_margin"][quarter, 0]) / 0.18, 0), 1) * 6)
    stone = round(5 * float(history["lock_in"][quarter, 0]))
    each = max(per_house(kit, counts, room.width - 8 * kit.tx(31)), 1)
    return street(kit, room, counts, each, lit, stone)
