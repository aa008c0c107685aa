"""What a concept card says, under headings a learner can expect on every card."""

import pygame

from game.content import library
from game.content.concept_card import ConceptCard
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.typeset import BODY, LEAD, SMALL

PARTS = (("what", "concept"), ("notice", "attention"), ("try_", "write"), ("not_hold", "close"))
"""Parts of a concept card and their icons."""


def idea_body(kit: Kit, card: ConceptCard, room: pygame.Rect) -> int:
    """Set what a concept says, what to notice and try, when it does not hold, and the evidence."""
    language, y = kit.words.language, room.y
    for part, symbol in PARTS:
        y += section(kit, kit.words(f"ui.concept.{part.strip('_')}"), (room.x, y), symbol)
        role = LEAD if part == "what" else BODY
        y += kit.paragraph(getattr(card, part)[language], (room.x, y), room.width, role) + kit.px(18)
    y += section(kit, kit.words("ui.the_evidence"), (room.x, y), "evidence")
    for found in card.evidence:
        y += kit.paragraph(found.text[language], (room.x, y), room.width, BODY)
        source = f"{library.cited(found.source)} ({kit.words(f'ui.standing.{found.standing}')})"
        y += kit.paragraph(source, (room.x, y), room.width, SMALL, kit.theme.ink2, 2) + kit.px(12)
    return y
