"""The page of an idea, under headings a learner can expect."""

from collections.abc import Sequence

import pygame

from game.content import library
from game.content.authored import Evidence
from game.content.citations import grounds, source_told
from game.content.concept_card import ConceptCard
from game.ui.codex.links import Open, Way, idea_ways, links, plain, policy_ways
from game.ui.codex.vignette import vignette
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.rich import Reader
from game.ui.typeset import BODY, LEAD, PAGE, SMALL, SMALL_BOLD

PARTS = (("what", "concept"), ("notice", "attention"), ("try_", "write"), ("not_hold", "close"))
"""Parts of a concept card and their icons."""


def idea(kit: Kit, card: ConceptCard, room: pygame.Rect, reader: Reader, turn: Open) -> int:
    """Set one concept with its name; returns where it ends."""
    language, y = kit.words.language, room.y
    kit.text(kit.words(f"codex.theme.{card.theme}"), (room.x, y), SMALL_BOLD, kit.theme.accent, room=room.width)
    y += kit.line_height(SMALL_BOLD)
    y += kit.paragraph(card.name[language], (room.x, y), room.width, PAGE) + kit.px(10)
    y = idea_body(kit, card, pygame.Rect(room.x, y, room.width, 10), reader)
    return idea_ends(kit, card, pygame.Rect(room.x, y, room.width, 10), turn)


def idea_body(kit: Kit, card: ConceptCard, room: pygame.Rect, reader: Reader) -> int:
    """Set what a concept says, what to notice and try, when it does not hold, and the evidence."""
    language, y = kit.words.language, room.y
    if card.picture is not None:
        y += vignette(kit, card.picture, (room.x, y), room.width) + kit.px(18)
    for part, symbol in PARTS:
        y += section(kit, kit.words(f"ui.concept.{part.strip('_')}"), (room.x, y), symbol)
        role = LEAD if part == "what" else BODY
        y += reader.paragraph(getattr(card, part)[language], (room.x, y), room.width, role) + kit.px(18)
    y += section(kit, kit.words("ui.the_evidence"), (room.x, y), "evidence")
    y = findings(kit, card.evidence, pygame.Rect(room.x, y, room.width, 10), reader)
    return plain(kit, room, y, kit.words("codex.idea_from"), [source_told(card.source, kit.words.language)])


def findings(kit: Kit, evidence: Sequence[Evidence], room: pygame.Rect, reader: Reader) -> int:
    """Set what was found, each with its source and how well that is known; returns where it ends."""
    y = room.y
    for found in evidence:
        y += reader.paragraph(found.text[kit.words.language], (room.x, y), room.width, BODY)
        y += kit.paragraph(grounds(found, kit.words), (room.x, y), room.width, SMALL, kit.theme.ink2, 3) + kit.px(12)
    return y


def idea_ends(kit: Kit, card: ConceptCard, room: pygame.Rect, turn: Open) -> int:
    """Draw where it acts in the game, and the ideas next to it."""
    say, language, y = kit.words, kit.words.language, room.y
    y = links(kit, room, y, say("codex.near"), idea_ways(card.related, language), turn)
    y = plain(kit, room, y, say("codex.numbers_of"), [say(f"number.{name}") for name in card.numbers])
    pages: list[Way] = [("mechanisms", name, say(f"theory.{name}.name")) for name in card.mechanisms]
    y = links(kit, room, y, say("codex.mechanisms_of"), pages, turn)
    y = plain(kit, room, y, say("codex.levers_of"), [say(f"lever.{name}") for name in card.levers])
    return links(kit, room, y, say("codex.used_by"), policy_ways(users(card), language), turn)


def users(card: ConceptCard) -> list[str]:
    """List the policies that name a concept, and those that it names."""
    cards = library.policies().values()
    return [policy.id for policy in cards if card.id in policy.concepts or policy.id in card.policies]
