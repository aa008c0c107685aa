"""Slips on the map: what just happened, what waits for an answer, what the game said."""

from collections.abc import Callable

import pygame

from game.explain.story import Message
from game.ui import typeset
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.typeset import BODY, HEADING, SMALL


def draw(
    kit: Kit, room: pygame.Rect, playing: Playing, why: Callable[[str], Turn | None],
    open_place: Callable[[int], Turn | None], answer: Callable[[], Turn | None], read: Callable[[], Turn | None],
) -> None:  # fmt: skip
    """Draw the slips at the upper left of the map, newest first, and the last sentence at its foot."""
    y = room.y + kit.px(20)
    wide = min(kit.tx(404), room.width - kit.px(48))
    for event in playing.session.pending():
        y = _waiting(kit, playing, event, (room.x + kit.px(24), y), wide, answer)
    for k, message in enumerate(reversed(playing.notices)):
        fits = room.bottom - y > kit.tx(150)
        if fits and (k == 0 or message.quarter == playing.session.quarter):
            y = _notice(kit, playing, message, (room.x + kit.px(24), y), wide, (why, open_place, read))
    _said(kit, room, playing)


def _waiting(
    kit: Kit, playing: Playing, event: str, at: tuple[int, int], wide: int, answer: Callable[[], Turn | None]
) -> int:
    """Draw an event that waits for an answer."""
    title = playing.speaker.event(event)
    lines = kit.lines_of(title, wide - kit.tx(76), HEADING)
    tall = kit.px(28) + lines * kit.line_height(HEADING) + kit.line_height(HEADING) + kit.px(4)
    box = pygame.Rect(*at, wide, tall)
    kit.card(box)
    kit.icon("event", (box.x + kit.tx(16), box.y + kit.px(14)), 26, kit.theme.accent)
    used = kit.paragraph(title, (box.x + kit.tx(56), box.y + kit.px(12)), wide - kit.tx(76), HEADING)
    kit.link(kit.words("ui.answer_it"), (box.x + kit.tx(56), box.y + kit.px(14) + used), f"answer {event}", answer)
    return box.bottom + kit.px(12)


def _notice(
    kit: Kit, playing: Playing, message: Message, at: tuple[int, int], wide: int,
    turns: tuple[Callable[[str], Turn | None], Callable[[int], Turn | None], Callable[[], Turn | None]],
) -> int:  # fmt: skip
    """Draw one message; it leads to its number or its place."""
    why, open_place, read = turns
    inner = wide - kit.tx(32)
    role = HEADING if message.weight == "loud" else BODY
    lines = min(kit.lines_of(message.text, inner, role), 4)
    number, site = message.number, message.place
    leads = number is not None or site is not None or message.kind == "page"
    tall = kit.px(24) + lines * kit.line_height(role) + (kit.line_height(SMALL) if leads else 0)
    box = pygame.Rect(*at, wide, tall)
    kit.card(box)
    kit.paragraph(message.text, (box.x + kit.tx(16), box.y + kit.px(12)), inner, role, most=4)
    below = (box.x + kit.tx(16), box.bottom - kit.px(12) - kit.line_height(SMALL))
    key = f"notice {message.quarter} {message.text}"
    if message.kind == "page":
        kit.link(kit.words("gazette.read_it"), below, key, read, SMALL)
    elif number is not None and not number.startswith("p_"):
        kit.link(kit.words("ui.why"), below, key, lambda: why(number), SMALL)
    elif site is not None:
        kit.link(kit.words("ui.go_there"), below, key, lambda: open_place(site), SMALL)
    elif number is not None:
        kit.text(kit.words(f"meaning.{number}"), below, SMALL, kit.theme.ink2, room=inner)
    return box.bottom + kit.px(12)


def _said(kit: Kit, room: pygame.Rect, playing: Playing) -> None:
    """Write what the game said last at the foot of the map; before the first quarter, how to begin."""
    text = playing.said
    if not text and playing.session.quarter == 0:
        text = kit.words("ui.begin_hint")
    if not text:
        return
    most = room.width - kit.px(80)
    lines = typeset.wrapped(text, BODY, kit.type_scale, most - kit.tx(40))
    wide = max(kit.width(one) for one in lines) + kit.tx(40)
    tall = len(lines) * kit.line_height() + kit.px(16)
    box = pygame.Rect(0, 0, wide, tall)
    box.midbottom = (room.centerx, room.bottom - kit.px(16))
    kit.card(box, kit.theme.card)
    for k, one in enumerate(lines):
        kit.text(one, (box.centerx, box.y + kit.px(8) + k * kit.line_height()), BODY, align="middle")
