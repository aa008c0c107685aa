"""The pages of the codex: one idea, one policy."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.content import library
from game.content.authored import Language
from game.content.concept_card import ConceptCard
from game.content.policy_card import PolicyCard
from game.ui.codex.ideas import idea_body
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.screen import Turn
from game.ui.screens import card_page
from game.ui.typeset import BODY, HEADING, LEAD, PAGE

Open = Callable[[str, str], Turn | None]


def idea(kit: Kit, card: ConceptCard, room: pygame.Rect, turn: Open) -> int:
    """Set one concept; returns where it ends."""
    language, y = kit.words.language, room.y
    y += kit.paragraph(card.name[language], (room.x, y), room.width, PAGE) + kit.px(10)
    y = idea_body(kit, card, pygame.Rect(room.x, y, room.width, 10))
    near = [("ideas", id_, library.concepts()[id_].name[language]) for id_ in card.related]
    y = _links(kit, room, y, kit.words("codex.near"), near, turn)
    return _links(kit, room, y, kit.words("codex.used_by"), _users(card.id, language), turn)


def _users(concept: str, language: Language) -> list[tuple[str, str, str]]:
    cards = library.policies().values()
    return [("policies", card.id, card.name[language]) for card in cards if concept in card.concepts]


def policy(kit: Kit, card: PolicyCard, room: pygame.Rect, turn: Open) -> int:
    """Set one policy card as it is in the box, before a level sets its price; returns where it ends."""
    language, theme = kit.words.language, kit.theme
    kit.icon(card.family, room.topleft, 22, theme.accent)
    kit.text(kit.words(f"family.{card.family}"), (room.x + kit.tx(32), room.y), HEADING, theme.accent)
    y = room.y + kit.line_height(HEADING) + kit.px(4)
    y += kit.paragraph(card.name[language], (room.x, y), room.width, PAGE)
    y += kit.paragraph(card.text[language], (room.x, y), room.width, LEAD) + kit.px(18)
    y = card_page.when(kit, card, room, y) + kit.px(18)
    kit.text(kit.words("ui.what_it_shifts"), (room.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(4)
    narrow = pygame.Rect(room.x, y, min(room.width, kit.tx(560)), 10)
    for moved in card.shifts:
        y = card_page.shift(kit, narrow, y, moved.lever, moved.by)
    y += kit.px(16)
    y += section(kit, kit.words("ui.where_tried"), (room.x, y), "evidence")
    y = card_page.tried(kit, card, room, y)
    near = [("ideas", id_, library.concepts()[id_].name[language]) for id_ in card.concepts]
    return _links(kit, room, y, kit.words("codex.kind.ideas"), near, turn)


def _links(kit: Kit, room: pygame.Rect, y: int, heading: str, links: Sequence[tuple[str, str, str]], turn: Open) -> int:
    """Write ways to other pages under a small heading; returns where they end."""
    if not links:
        return y
    y += kit.px(6) + section(kit, heading, (room.x, y + kit.px(6)))
    x = room.x
    for kind, id_, name in links:
        if x + kit.width(name, BODY) > room.right and x > room.x:
            x, y = room.x, y + kit.line_height() + kit.px(6)
        at = kit.link(name, (x, y), f"{kind} {id_}", partial(turn, kind, id_), BODY, room=room.width)
        x = at.right + kit.px(28)
    return y + kit.line_height() + kit.px(10)
