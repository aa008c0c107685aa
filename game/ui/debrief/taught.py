"""The ideas of the level, told after it was tried: each by its name and in a few words, and its card opens."""

from functools import partial

import pygame

from game.explain.taught import taught as cards_of
from game.ui.debrief.facts import heading
from game.ui.debrief.talk import Talk
from game.ui.kit import Kit
from game.ui.screen import Push, Turn, later
from game.ui.typeset import BODY, SMALL_BOLD


def taught(kit: Kit, room: pygame.Rect, talk: Talk) -> int:
    """Tell what the level teaches; returns where the page goes on."""
    cards = cards_of(talk.playing.session.level)
    if not cards:
        return room.y
    y = heading(kit, room, room.y, kit.words("debrief.taught"), kit.words("debrief.taught_sub"))
    for card in cards:
        name, what = (text[kit.words.language] for text in (card.name, card.what))
        at = kit.link(name, (room.x, y), f"idea {card.id}", partial(_open, card.id), SMALL_BOLD, room=room.width)
        y = at.bottom + kit.px(2)
        y += kit.paragraph(what, (room.x, y), room.width, BODY) + kit.px(8)
    return y + kit.px(10)


def _open(concept: str) -> Turn | None:
    return Push(later("game.ui.screens.concept").Concept(concept))
