"""The face of a card on the desk: its name, what it does, price and pace; or where it runs and how far it took hold."""

from dataclasses import dataclass

import pygame

from game.ui import prints
from game.ui.charts import delay_curve
from game.ui.kit import Kit
from game.ui.typeset import NAME, SMALL, SMALL_BOLD, STAT

SHADOW = 8
"""How far about a card its shadow is painted with it: half the gap to the next."""


@dataclass(frozen=True)
class Face:
    """All that a card shows.

    Attributes:
        name: What it is called.
        tagline: What it does.
        lines: How many lines that may take; 0 where there is no room for it.
        sign: Its family's icon before the name; empty for none.
        free: Whether it can be had, or runs.
        price: What it costs now, in words; empty where a bar says it.
        share: What part of the treasury it costs, for the bar.
        pace: How soon it works, in a word.
        curve: Its delay and its rise in quarters, and what fades of it in one.
        held: How much of a running programme has taken hold; None where none runs.
        places: Where it runs.
    """

    name: str
    tagline: str
    lines: int
    sign: str
    free: bool
    price: str
    share: float
    pace: str
    curve: tuple[int, int, float]
    held: float | None
    places: str


def draw(kit: Kit, rect: pygame.Rect, face: Face) -> None:
    """Draw a card with its face; its shadow reaches a little beyond its rect."""
    around = rect.inflate(2 * kit.px(SHADOW), 2 * kit.px(SHADOW))
    prints.lay(kit, around, _paint_card, face)


def point_out(kit: Kit, rect: pygame.Rect, face: Face) -> None:
    """Let a card stand out because one points at it; its face may say more now."""
    kit.plate(rect, kit.theme.accent, kit.px(8), max(kit.px(3), 2))
    prints.lay(kit, rect.inflate(-2 * kit.px(8), -2 * kit.px(8)), _paint_anew, face)


def _paint_card(kit: Kit, around: pygame.Rect, face: Face) -> None:
    rect = around.inflate(-2 * kit.px(SHADOW), -2 * kit.px(SHADOW))
    kit.card(rect, kit.theme.card)
    _paint(kit, rect, face)


def _paint_anew(kit: Kit, inside: pygame.Rect, face: Face) -> None:
    kit.surface.fill(kit.theme.card, inside)
    _paint(kit, inside.inflate(2 * kit.px(8), 2 * kit.px(8)), face)


def _paint(kit: Kit, rect: pygame.Rect, face: Face) -> None:
    """Paint what stands on a card."""
    inner = rect.inflate(-2 * kit.tx(18), -2 * kit.tx(14))
    ink = kit.theme.ink if face.free else kit.theme.ink2
    left = inner.x
    if face.sign:
        kit.icon(face.sign, (inner.x, inner.y + kit.tx(4)), 22, ink)
        left += kit.tx(32)
    beside = inner.right - left
    role = NAME if kit.width(face.name, NAME) <= beside else SMALL_BOLD
    used = kit.paragraph(face.name, (left, inner.y), beside, role, ink, 2 if face.lines else 1)
    if face.lines:
        y = inner.y + max(kit.line_height(NAME), used)
        few = 1 if used > kit.line_height(NAME) else face.lines  # a name of two lines leaves one
        kit.paragraph(face.tagline, (inner.x, y), inner.width, SMALL, kit.theme.ink2, few)
    base = inner.bottom - kit.line_height(STAT)
    if face.held is None:
        _paint_price(kit, inner, base, face)
    else:
        _paint_running(kit, inner, base, face.held, face.places)


def _paint_price(kit: Kit, inner: pygame.Rect, base: int, face: Face) -> None:
    """Write price and pace; without words for it the price is a share of the treasury."""
    theme = kit.theme
    ink = theme.ink if face.free else theme.ink2
    if face.price:
        at = kit.text(face.price, (inner.x, base), STAT, ink)
    else:
        kit.icon("treasury", (inner.x, base + kit.tx(5)), 20, ink)
        at = pygame.Rect(inner.x + kit.tx(28), base + kit.tx(12), kit.tx(64), max(kit.px(7), 5))
        kit.bar(at, face.share, theme.ink if face.share <= 1.0 else theme.accent)
    if at.right + kit.tx(10) + kit.width(face.pace, SMALL) > inner.right:
        return  # a long price goes before the pace, which the card's tip tells too
    end = kit.text(face.pace, (inner.right, base + kit.tx(4)), SMALL, theme.ink2, "right")
    if face.price and end.x > at.right + kit.tx(56):
        kit.text(kit.words("ui.now"), (at.right + kit.tx(6), base + kit.tx(4)), SMALL, theme.ink2)
    curve = pygame.Rect(end.x - kit.tx(58), base + kit.tx(6), kit.tx(48), kit.tx(18))
    if curve.x > at.right + kit.tx(48):
        delay_curve(kit, curve, *face.curve)


def _paint_running(kit: Kit, inner: pygame.Rect, base: int, held: float, places: str) -> None:
    """Show that a card runs, where, and how far it has taken hold."""
    kit.icon("done", (inner.x, base + kit.tx(5)), 20, kit.theme.gain)
    label = kit.words("ui.runs_at", place=places) if places else kit.words("ui.runs")
    at = kit.text(label, (inner.x + kit.tx(28), base + kit.tx(3)), SMALL_BOLD, room=round(inner.width * 0.6))
    left = at.right + kit.tx(10)
    bar = pygame.Rect(left, base + kit.tx(14), inner.right - left, max(kit.px(6), 4))
    if bar.width > kit.tx(24):
        kit.bar(bar, held, kit.theme.gain)
