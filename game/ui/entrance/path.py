"""The path of lessons: a winding road with a station for each, stars earned and difficulty below its name."""

import math
from collections.abc import Sequence
from functools import partial

import pygame

from game.ui.entrance import marks
from game.ui.entrance.shelf import Entry, OpenBrief, Shelf
from game.ui.kit import Kit
from game.ui.map.lines import Point, smooth, stroke
from game.ui.typeset import SMALL, SMALL_BOLD

SYMBOLS = {
    "entry": "estate", "agglomeration": "town", "spin_offs": "family", "labour_pool": "support", "trust": "trust",
    "cooperation": "trust", "crowding": "market", "congestion": "market", "imitation": "overlays",
    "variety": "overlays", "lock_in": "lock", "second_flourishing": "renew", "upgrading": "up", "openness": "world",
    "collective_action": "share", "innovation_system": "evidence", "training": "train", "place_brand": "name",
    "division_of_labour": "gear", "life_cycle": "timeline", "shake_out": "down", "end_game": "clock",
}  # fmt: skip
"""The picture in a station, by the first concept a lesson teaches; a book stands for any other."""


LEAST, WIDEST = {False: 112, True: 200}, {False: 200, True: 280}
"""Room of a station at least and at most, growing with the text; more where its ideas are told."""
IDEA_LINES = 2


def in_a_row(kit: Kit, room: int, count: int, told: bool = False) -> int:
    """Return how many stations stand side by side: rows are as long as each other, the last one a little shorter."""
    most = max(room // kit.tx(LEAST[told]), 1)
    return -(-count // -(-count // most))


def _between(kit: Kit, room: int, across: int, told: bool) -> float:
    """Return how far one station is from the next; a short path keeps to the left."""
    return min(room / across, kit.tx(WIDEST[told]))


def height(kit: Kit, room: int, count: int, told: bool = False) -> int:
    """Return how high the path is in a room of this width."""
    return -(-count // in_a_row(kit, room, count, told)) * _row(kit, told)


def _row(kit: Kit, told: bool) -> int:
    lines = 2 + (IDEA_LINES if told else 0)
    return kit.tx(64) + kit.px(52) + lines * kit.line_height(SMALL) + kit.tx(26)


def draw(kit: Kit, rect: pygame.Rect, shelf: Shelf, opened: OpenBrief, told: bool = False) -> int:
    """Draw the path from the upper left, ``told`` with the ideas of each lesson; returns where it ends."""
    entries, now = shelf.of("lesson"), shelf.next_lesson()
    if not entries:
        return rect.y
    across = in_a_row(kit, rect.width, len(entries), told)
    step = _between(kit, rect.width, across, told)
    middles = [_middle(kit, rect, k, across, step, _row(kit, told)) for k in range(len(entries))]
    passed = next((k for k, entry in enumerate(entries) if entry is now), 0)
    _road(kit, [middles[k : k + across] for k in range(0, len(middles), across)], passed)
    for k, (entry, at) in enumerate(zip(entries, middles, strict=True)):
        foot = _station(kit, shelf, entry, at, round(step), (k == passed, shelf.record(entry).won), opened)
        if told:
            room = round(step) - kit.tx(16)
            kit.paragraph(marks.ideas(kit, entry), (at[0], foot), room, SMALL, kit.theme.ink2, IDEA_LINES, "middle")
    return rect.y + height(kit, rect.width, len(entries), told)


def _middle(kit: Kit, rect: pygame.Rect, k: int, across: int, step: float, row: int) -> Point:
    """Return where a station stands; the road winds, and begins each row at the left."""
    swing = kit.px(22) * math.sin((k % across) * 1.15 + 0.4)
    return rect.x + step * (k % across + 0.5), rect.y + (k // across) * row + kit.tx(32) + kit.px(24) + swing


def _road(kit: Kit, rows: Sequence[Sequence[Point]], passed: int) -> None:
    """Draw the road: inked as far as it was gone, open beyond."""
    before = 0
    for row in rows:
        points = smooth(row)
        gone = 8 * max(min(passed - before, len(row) - 1), 0)
        casing = kit.theme.road_casing if kit.theme.soft else kit.theme.ink3
        stroke(kit.surface, points[gone:], max(kit.px(6), 4), casing)
        stroke(kit.surface, points[gone:], max(kit.px(3), 2), kit.theme.paper)
        stroke(kit.surface, points[: gone + 1], max(kit.px(5), 3), kit.theme.ink)
        before += len(row)


def _station(
    kit: Kit, shelf: Shelf, entry: Entry, at: Point, wide: int, stand: tuple[bool, bool], opened: OpenBrief
) -> int:
    """Draw one station: filled where it was passed, larger and red where it is time. Returns where its marks end."""
    now, won = stand
    theme, record, radius = kit.theme, shelf.record(entry), kit.tx(32 if now else 26)
    label = entry.short(kit.words.language)
    below = round(at[1]) + kit.tx(32) + kit.px(8)
    box = pygame.Rect(round(at[0] - wide / 2) + 3, round(at[1]) - radius, wide - 6, 0)
    box.height = below + 2 * kit.line_height(SMALL) + kit.tx(18) - box.y
    hot = kit.spot(box, f"level {entry.level.id}", partial(opened, entry), marks.tip(kit, entry, record))
    ground = theme.accent if now else theme.ink if won else theme.card
    pygame.draw.aacircle(kit.surface, ground, at, radius)
    if not (now or won) or hot:
        pygame.draw.aacircle(kit.surface, theme.ink if hot else theme.ink3, at, radius + (kit.px(3) if hot else 0),
                             max(kit.px(3 if hot else 2), 2))  # fmt: skip
    ink = theme.on_accent if now else theme.paper if won else theme.ink
    first = entry.level.teaches[0] if entry.level.teaches else ""
    size = 28 if now else 24
    kit.icon(SYMBOLS.get(first, "concept"), (at[0] - kit.tx(size) / 2, at[1] - kit.tx(size) / 2), size, ink)
    role = SMALL_BOLD if now or hot else SMALL
    used = kit.paragraph(label, (at[0], below), box.width, role, theme.ink, 2, "middle")
    _marks(kit, entry, (at[0], below + used + kit.tx(9)), record.stars)
    return below + used + kit.tx(20)


def _marks(kit: Kit, entry: Entry, at: Point, stars: int) -> None:
    """Draw goals met, and how hard it was measured to be."""
    side = kit.tx(24) if entry.difficulty else 0
    wide = marks.dots(kit, (at[0] - side / 2, at[1]), stars, entry.most)
    if entry.difficulty:
        marks.steps(kit, (at[0] - side / 2 + wide / 2 + kit.tx(6), at[1] + kit.tx(6)), entry.difficulty)
