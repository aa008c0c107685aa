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


def in_a_row(kit: Kit, room: int, count: int) -> int:
    """Return how many stations stand side by side."""
    return max(min(count, room // kit.tx(112)), 1)


def _between(kit: Kit, room: int, across: int) -> float:
    """Return how far one station is from the next; a short path keeps to the left."""
    return min(room / across, kit.tx(200))


def height(kit: Kit, room: int, count: int) -> int:
    """Return how high the path is in a room of this width."""
    return -(-count // in_a_row(kit, room, count)) * _row(kit)


def _row(kit: Kit) -> int:
    return kit.tx(64) + kit.px(52) + 2 * kit.line_height(SMALL) + kit.tx(26)


def draw(kit: Kit, rect: pygame.Rect, shelf: Shelf, opened: OpenBrief) -> int:
    """Draw the path from the upper left; returns where it ends."""
    entries, now = shelf.of("lesson"), shelf.next_lesson()
    if not entries:
        return rect.y
    across = in_a_row(kit, rect.width, len(entries))
    middles = [_middle(kit, rect, k, across) for k in range(len(entries))]
    wide = round(_between(kit, rect.width, across))
    passed = next((k for k, entry in enumerate(entries) if entry is now), 0)
    _road(kit, middles, passed)
    for k, (entry, at) in enumerate(zip(entries, middles, strict=True)):
        _station(kit, shelf, entry, at, wide, (k == passed, shelf.record(entry).won), opened)
    return rect.y + height(kit, rect.width, len(entries))


def _middle(kit: Kit, rect: pygame.Rect, k: int, across: int) -> Point:
    """Return where a station stands; the road winds, and begins each row at the left."""
    wide = _between(kit, rect.width, across)
    swing = kit.px(22) * math.sin((k % across) * 1.15 + 0.4)
    return rect.x + wide * (k % across + 0.5), rect.y + (k // across) * _row(kit) + kit.tx(32) + kit.px(24) + swing


def _road(kit: Kit, middles: Sequence[Point], passed: int) -> None:
    """Draw the road: inked as far as it was gone, open beyond."""
    rows: list[list[tuple[int, Point]]] = []
    for k, at in enumerate(middles):
        if not rows or abs(rows[-1][-1][1][1] - at[1]) > _row(kit) / 2:
            rows.append([])
        rows[-1].append((k, at))
    for row in rows:
        points = smooth([at for _, at in row])
        gone = 8 * max(min(passed - row[0][0], len(row) - 1), 0)
        casing = kit.theme.road_casing if kit.theme.soft else kit.theme.ink3
        stroke(kit.surface, points[gone:], max(kit.px(6), 4), casing)
        stroke(kit.surface, points[gone:], max(kit.px(3), 2), kit.theme.paper)
        stroke(kit.surface, points[: gone + 1], max(kit.px(5), 3), kit.theme.ink)


def _station(
    kit: Kit, shelf: Shelf, entry: Entry, at: Point, wide: int, stand: tuple[bool, bool], opened: OpenBrief
) -> None:
    """Draw one station: filled where it was passed, larger and red where it is time, its marks below."""
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


def _marks(kit: Kit, entry: Entry, at: Point, stars: int) -> None:
    """Draw goals met, and how hard it was measured to be."""
    side = kit.tx(24) if entry.difficulty else 0
    wide = marks.dots(kit, (at[0] - side / 2, at[1]), stars, entry.most)
    if entry.difficulty:
        marks.steps(kit, (at[0] - side / 2 + wide / 2 + kit.tx(6), at[1] + kit.tx(6)), entry.difficulty)
