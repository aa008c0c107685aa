"""The page of a policy as it is in the box, before a level sets its price."""

import pygame

from game.content import library
from game.content.policy_card import PolicyCard
from game.ui.codex.links import Open, idea_ways, links
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.rich import Reader
from game.ui.screens import card_page
from game.ui.typeset import HEADING, LEAD, PAGE


def policy(kit: Kit, card: PolicyCard, room: pygame.Rect, reader: Reader, turn: Open) -> int:
    """Set one policy card; returns where it ends."""
    language, theme = kit.words.language, kit.theme
    kit.icon(card.family, room.topleft, 22, theme.accent)
    kit.text(kit.words(f"family.{card.family}"), (room.x + kit.tx(32), room.y), HEADING, theme.accent)
    y = room.y + kit.line_height(HEADING) + kit.px(4)
    y += kit.paragraph(card.name[language], (room.x, y), room.width, PAGE)
    y += reader.paragraph(card.text[language], (room.x, y), room.width, LEAD) + kit.px(18)
    y = card_page.when(kit, card, room, y) + kit.px(18)
    kit.text(kit.words("ui.what_it_shifts"), (room.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(4)
    narrow = pygame.Rect(room.x, y, min(room.width, kit.tx(560)), 10)
    for moved in card.shifts:
        y = card_page.shift(kit, narrow, y, moved.lever, moved.by)
    y += kit.px(16)
    y += section(kit, kit.words("ui.where_tried"), (room.x, y), "evidence")
    y = card_page.tried(kit, card, room, y, reader)
    more = [idea.id for idea in library.concepts().values() if card.id in idea.policies]
    ways = idea_ways(list(dict.fromkeys([*card.concepts, *more])), language)
    return links(kit, room, y, kit.words("codex.kind.ideas"), ways, turn)
