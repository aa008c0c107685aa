"""What an overlay shows, in words: its name, a sentence, its scale; and the list from which one is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.ui.kit import Kit
from game.ui.map.clearing import clearing
from game.ui.overlays import marks
from game.ui.overlays.catalogue import OVERLAYS
from game.ui.overlays.reading import Overlay, Reading
from game.ui.screen import Press, Turn
from game.ui.typeset import HEADING, SMALL, SMALL_BOLD

ROW, LINK = 30, 26
COLUMNS = 2
"""Columns of the scale where it stands alone."""


@dataclass(frozen=True)
class Fold:
    """On a small map the card shows the scale alone until it is unfolded."""

    open: bool
    turn: Press


def legend(
    kit: Kit, room: pygame.Rect, overlay: Overlay, reading: Reading, close: Press, taken: Sequence[pygame.Rect],
    fold: Fold | None = None,
) -> pygame.Rect:  # fmt: skip
    """Draw the card that explains an overlay, in the corner of the map where it hides least of what is ``taken``."""
    brief = fold is not None and not fold.open
    wide, tall = _brief(kit, overlay, reading) if brief else _whole(kit, room, reading)
    space = room.inflate(-2 * kit.px(16), -2 * kit.px(12))
    box = pygame.Rect(0, 0, min(wide, space.width), min(tall, space.height))
    box = _corner(space, box, taken, max(kit.tx(44), 32))
    box = clearing(box, space, taken) if fold else box
    kit.card(box, kit.theme.card, "card")
    inner = box.inflate(-2 * kit.px(18), -2 * kit.px(16))
    kit.spot(box, "overlay legend", lambda: None, tab=False)
    head = _head(kit, inner, overlay, close, fold)
    area = pygame.Rect(inner.x, inner.y + head, inner.width, inner.height - head)
    with kit.scrolling("overlay legend", area) as drawn:
        y = drawn[0]
        if not brief:
            y += kit.paragraph(reading.sentence, (inner.x, y), inner.width, SMALL) + kit.px(10)
            if reading.links:
                _links(kit, pygame.Rect(inner.x, y, inner.width, _links_tall(kit, reading)), reading)
                y += _links_tall(kit, reading)
        drawn.append(_scale(kit, inner, y, reading, COLUMNS if brief else 1))
    return box


def _whole(kit: Kit, room: pygame.Rect, reading: Reading) -> tuple[int, int]:
    """Return the size of a card with everything on it."""
    wide = min(kit.tx(390), room.width - kit.px(32))
    said = kit.lines_of(reading.sentence, wide - 2 * kit.px(18), SMALL) * kit.line_height(SMALL) + kit.px(10)
    rows = len(reading.scale) * kit.tx(ROW)
    return wide, 2 * kit.px(16) + _head_tall(kit) + said + _links_tall(kit, reading) + rows


def _brief(kit: Kit, overlay: Overlay, reading: Reading) -> tuple[int, int]:
    """Return the size of a card with name and scale alone."""
    cell = kit.tx(62) + max(kit.width(words, SMALL) for words in reading.scale)
    name = kit.width(kit.words(f"overlay.{overlay.id}.name"), HEADING) + kit.tx(106)
    rows = -(-len(reading.scale) // COLUMNS) * kit.tx(ROW)
    return max(COLUMNS * cell, name) + 2 * kit.px(18), 2 * kit.px(16) + _head_tall(kit) + rows


def _head_tall(kit: Kit) -> int:
    return max(kit.line_height(HEADING), kit.tx(44))


def _links_tall(kit: Kit, reading: Reading) -> int:
    return -(-len(reading.links) // 2) * kit.tx(LINK) + kit.px(10) if reading.links else 0


def _head(kit: Kit, inner: pygame.Rect, overlay: Overlay, close: Press, fold: Fold | None) -> int:
    """Write the overlay's name beside what folds and closes the card; returns its height."""
    middle, room = inner.y + kit.tx(22), inner.width - kit.tx(96 if fold else 48)
    name = kit.words(f"overlay.{overlay.id}.name")
    kit.text(name, (inner.x, middle - kit.line_height(HEADING) / 2), HEADING, room=room)
    kit.symbol("close", (inner.right - kit.tx(18), middle), "overlay off", close, kit.words("overlay.off_tip"), size=18)
    if fold:
        way, tip = ("up", "overlay.fold_tip") if fold.open else ("down", "overlay.unfold_tip")
        kit.symbol(way, (inner.right - kit.tx(66), middle), "overlay fold", fold.turn, kit.words(tip), size=18)
    return _head_tall(kit)


def _scale(kit: Kit, inner: pygame.Rect, y: int, reading: Reading, columns: int) -> int:
    """Draw the steps of the scale with their words, down one column after another; returns where they end."""
    rows, wide, tall = -(-len(reading.scale) // columns), inner.width // columns, kit.tx(ROW)
    for level, words in enumerate(reading.scale):
        x, top = inner.x + level // rows * wide, y + level % rows * tall
        _swatch(kit, pygame.Rect(x, top, kit.tx(38), tall), reading, level)
        at = (x + kit.tx(50), top + (tall - kit.line_height(SMALL)) / 2)
        kit.text(words, at, SMALL, room=wide - kit.tx(50))
    return y + rows * tall


def _corner(room: pygame.Rect, box: pygame.Rect, taken: Sequence[pygame.Rect], tools: int) -> pygame.Rect:
    """Move a card to the best corner; the upper left belongs to what is new, the lower right keeps its buttons."""
    corners = [box.copy() for _ in range(3)]
    corners[0].bottomleft, corners[1].topright = room.bottomleft, room.topright
    corners[2].bottomright = room.right - tools, room.bottom
    return min(corners, key=lambda corner: sum(corner.clip(one).width * corner.clip(one).height for one in taken))


def _swatch(kit: Kit, box: pygame.Rect, reading: Reading, level: int) -> None:
    """Draw one step of the scale as it looks on the map."""
    surface, theme = kit.surface, kit.theme
    small = box.inflate(-kit.tx(8), -kit.tx(6))
    if reading.look == "disc":
        marks.disc(surface, box.center, small.height / 2, level, theme)
    elif reading.look == "stripes":
        marks.plot(surface, small, level, theme)
    elif reading.look == "ring":
        marks.ring(surface, box.center, small.height / 2, level, theme)
    elif reading.look == "links":
        marks.link(surface, small.inflate(0, -kit.tx(6)), level == 1, theme)
    else:
        picture = (marks.bars if reading.look == "bars" else marks.chevrons)(kit.tx(26), level, theme.name)
        surface.blit(picture, picture.get_rect(center=box.center))


def _links(kit: Kit, box: pygame.Rect, reading: Reading) -> None:
    """Name the links in two columns, each whole or dotted."""
    rows, step, wide = -(-len(reading.links) // 2), kit.tx(LINK), box.width // 2
    for k, (name, there) in enumerate(reading.links):
        corner = box.x + (k // rows) * wide, box.y + (k % rows) * step
        marks.link(kit.surface, pygame.Rect(corner[0], corner[1] + kit.tx(4), kit.tx(30), kit.tx(16)), there, kit.theme)
        kit.text(name, (corner[0] + kit.tx(38), corner[1] + (step - kit.line_height(SMALL)) / 2), SMALL,
                 kit.theme.ink if there else kit.theme.ink2, room=wide - kit.tx(44))  # fmt: skip


def chooser(kit: Kit, room: pygame.Rect, chosen: str, choose: Callable[[str], Turn | None]) -> pygame.Rect:
    """Draw the list of overlays at the upper right of the map; pressing the chosen one takes it off.

    Returns where it lies.
    """
    step = max(kit.tx(44), 36)
    names = [kit.words(f"overlay.{overlay.id}.name") for overlay in OVERLAYS]
    wide = min(max(kit.width(name) for name in names) + kit.tx(84), room.width - kit.px(32))
    tall = len(OVERLAYS) * step + kit.line_height(HEADING) + 3 * kit.px(12)
    box = pygame.Rect(0, 0, wide, min(tall, room.height - kit.px(24)))
    box.topright = room.right - kit.px(16), room.y + kit.px(12)
    kit.card(box, kit.theme.card, "sheet")
    kit.spot(box, "overlay list", lambda: None, tab=False)
    kit.text(kit.words("overlay.heading"), (box.x + kit.px(18), box.y + kit.px(12)), HEADING, room=wide - kit.px(36))
    area = pygame.Rect(box.x, box.y + kit.line_height(HEADING) + 2 * kit.px(12), wide, 0)
    area.height = box.bottom - kit.px(8) - area.y
    with kit.scrolling("overlays", area) as drawn:
        y = drawn[0]
        for overlay, name in zip(OVERLAYS, names, strict=True):
            row = pygame.Rect(box.x + kit.px(8), y, wide - 2 * kit.px(8), step)
            on = overlay.id == chosen
            if kit.spot(row, f"overlay {overlay.id}", partial(choose, overlay.id),
                        kit.words(f"overlay.{overlay.id}.tip")) or on:  # fmt: skip
                kit.plate(row, kit.theme.ink if on else kit.theme.hairline, kit.px(8))
            ink = kit.theme.paper if on else kit.theme.ink
            middle = row.centery - kit.line_height() / 2
            kit.text(kit.words(f"overlay.{overlay.id}.key"), (row.x + kit.tx(12), middle), SMALL_BOLD, ink)
            kit.text(name, (row.x + kit.tx(40), middle), colour=ink, room=row.width - kit.tx(50))
            y += step
        drawn.append(y)
    return box
