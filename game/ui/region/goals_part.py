"""The goals in the panel: a line each where they are few and the level is short, else one mark each, told on a page."""

from collections.abc import Callable

import pygame

from game.session.goals import Progress
from game.session.session import Session
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.typeset import HEADING, SMALL

MARKS = {"met": "done", "missed": "close", "open": "goal"}


def shown(session: Session) -> list[Progress]:
    """List the goals a player may see."""
    found = session.progress()
    return [item for item in found if item.goal.kind != "fail" and not (item.goal.hidden and item.status == "open")]


def draw(kit: Kit, playing: Playing, inner: pygame.Rect, y: int, brief: bool, press: Callable[[], Turn | None]) -> int:
    """Draw the part, ``brief`` as marks only; returns where it ends."""
    items = shown(playing.session)
    if not items:
        return y
    heading = kit.words("ui.goals")
    if brief:
        return _marks(kit, playing, items, inner, y, press)
    top = y
    kit.text(heading, (inner.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(4)
    for item in items:
        y = line(kit, playing, item, inner, y, item.goal.kind == "pass")
    kit.spot(pygame.Rect(inner.x, top, inner.width, y - top).inflate(kit.px(8), 0), "goals", press)
    return y


def _marks(
    kit: Kit, playing: Playing, items: list[Progress], inner: pygame.Rect, y: int, press: Callable[[], Turn | None]
) -> int:
    """Draw the heading and, in the same row, a flag and a bar for each goal."""
    heading = kit.text(kit.words("ui.goals"), (inner.x, y), HEADING)
    row = pygame.Rect(inner.x, y, inner.width, kit.line_height(HEADING))
    left = heading.right + kit.px(20)
    wide = max(min((inner.right - left) // len(items), kit.tx(76)), kit.tx(24))
    for k, item in enumerate(items):
        x = left + k * wide
        colour = colour_of(kit, item)
        kit.icon(MARKS[item.status], (x, row.centery - kit.tx(9)), 18, colour)
        bar = pygame.Rect(x + kit.tx(23), row.centery - kit.px(3), wide - kit.tx(32), max(kit.px(6), 4))
        if bar.width > kit.px(8):
            kit.bar(bar, item.share, colour)
    language = kit.words.language
    told = "\n".join(item.goal.text[language] for item in items)
    kit.spot(row.inflate(kit.px(8), kit.px(4)), "goals", press, told)
    return row.bottom


def colour_of(kit: Kit, item: Progress) -> tuple[int, int, int]:
    """Return the colour of a goal that is met, missed or open."""
    theme = kit.theme
    return {"met": theme.gain, "missed": theme.accent, "open": theme.ink}[item.status]


def line(kit: Kit, playing: Playing, item: Progress, inner: pygame.Rect, y: int, figure: bool = True) -> int:
    """Write one goal: its words, a bar, and (``figure``) its value now. Returns where it ends."""
    theme, colour = kit.theme, colour_of(kit, item)
    kit.icon(MARKS[item.status], (inner.x, y + kit.tx(3)), 20, colour)
    left = inner.x + kit.tx(32)
    room = inner.right - left
    value = playing.speaker.value(item.goal.indicator, item.value) if figure else ""
    y += kit.paragraph(item.goal.text[kit.words.language], (left, y), room, SMALL, theme.ink, 3)
    beside = kit.width(value, SMALL) + kit.px(12) if value else 0
    bar = pygame.Rect(left, y + kit.px(6), room - beside, max(kit.px(6), 4))
    kit.bar(bar, item.share, colour)
    if value:
        kit.text(value, (inner.right, bar.centery - kit.line_height(SMALL) / 2), SMALL, theme.ink2, "right")
    return y + (kit.line_height(SMALL) if value else kit.px(18)) + kit.px(4)
