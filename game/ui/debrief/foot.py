"""The foot of a debrief: how far the computing is, and what can be done next, in as many rows as it needs."""

from collections.abc import Sequence

import pygame

from game.ui.debrief.talk import Talk
from game.ui.kit import Kit
from game.ui.screen import Press
from game.ui.typeset import HEADING, SMALL

Button = tuple[str, Press, bool]
"""Its name, what pressing it does, and whether it is the one most people want."""

_OWN = {
    "go_on": "debrief.continue", "save_page": "debrief.save_page", "hand_in": "debrief.hand_in",
    "shorter": "debrief.shorten", "longer": "debrief.lengthen", "compute": "debrief.again",
    "next_lesson": "entrance.next_lesson",
}  # fmt: skip


def _label(kit: Kit, name: str) -> str:
    return kit.words(_OWN.get(name, f"ui.{name}"))


def _rows(kit: Kit, buttons: Sequence[Button]) -> list[list[tuple[Button, int]]]:
    """Lay the buttons out in rows."""
    gap, whole = kit.px(14), kit.rect.width - 2 * kit.px(72)
    rows: list[list[tuple[Button, int]]] = [[]]
    left = whole
    for button in buttons:
        wide = min(kit.width(_label(kit, button[0]), HEADING) + 2 * kit.tx(20), whole)
        if wide > left and rows[-1]:
            rows.append([])
            left = whole
        rows[-1].append((button, wide))
        left -= wide + gap
    return rows


def _tall(kit: Kit) -> int:
    return max(kit.tx(48), kit.px(44)) + kit.px(10)


def _said(kit: Kit) -> int:
    return kit.line_height(SMALL) + kit.px(6)


def height(kit: Kit, buttons: Sequence[Button]) -> int:
    """Return how high the foot will be."""
    return len(_rows(kit, buttons)) * _tall(kit) + _said(kit) + kit.px(20)


def draw(kit: Kit, buttons: Sequence[Button], talk: Talk) -> None:
    """Draw it at the bottom of the window."""
    tall, margin = height(kit, buttons), kit.px(72)
    rect = pygame.Rect(0, kit.rect.height - tall, kit.rect.width, tall)
    kit.card(rect, kit.theme.card, "panel", 0)
    _state(kit, pygame.Rect(margin, rect.y + kit.px(10), rect.width - 2 * margin, _said(kit)), talk)
    y = rect.y + kit.px(10) + _said(kit)
    for row in _rows(kit, buttons):
        x = margin
        for (name, press, main), wide in row:
            x = kit.button(_label(kit, name), (x, y), name, press, main=main, room=wide).right + kit.px(14)
        y += _tall(kit)


def _state(kit: Kit, room: pygame.Rect, talk: Talk) -> None:
    """Say how far the computing is, or what was kept and what could not be."""
    work = talk.working(kit.workers)
    if work is None:
        kit.text(talk.trouble, room.topleft, SMALL, kit.theme.ink2, room=room.width)
        return
    done, among = work
    text = kit.words("debrief.working", done=done, among=among) + kit.words("debrief.stop")
    text = kit.words("read.sentences", first=text, second=kit.words("debrief.stop_hint") + kit.words("debrief.stop"))
    x = kit.text(text, room.topleft, SMALL, kit.theme.ink2, room=room.width).right + kit.px(20)
    wide = min(room.right - x, kit.tx(360))
    if wide > kit.tx(60):
        kit.bar(pygame.Rect(x, room.y + kit.line_height(SMALL) // 2 - 3, wide, 7), done / max(among, 1))
