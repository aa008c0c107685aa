"""Everything that can be read in the codex: its kinds, their entries, and how a page is drawn."""

from collections.abc import Sequence

import pygame

from game.content import glossary, library
from game.content.concept_card import THEMES
from game.content.language import Language
from game.content.words import Words
from game.explain import theory
from game.ui.codex.ideas import idea
from game.ui.codex.links import Open, Way
from game.ui.codex.paper import dispute, stop
from game.ui.codex.policies import policy
from game.ui.codex.theories import mechanism
from game.ui.kit import Kit
from game.ui.region.desk import FAMILIES
from game.ui.rich import Reader

KINDS = ("ideas", "policies", "mechanisms", "paper", "disputes")
Group = tuple[str, str, Sequence[Way]]
"""Id, heading and entries of a group of pages."""


def groups(kind: str, say: Words) -> Sequence[Group]:
    """List the pages of a kind, in groups."""
    language = say.language
    if kind == "ideas":
        cards = glossary.by_theme()
        return [(t, say(f"codex.theme.{t}"), [("ideas", c.id, c.name[language]) for c in cards[t]]) for t in THEMES]
    if kind == "policies":
        made = [(family, _policies(family, language)) for family in FAMILIES]
        return [(family, say(f"family.{family}"), ways) for family, ways in made if ways]
    if kind == "mechanisms":
        return [("", "", [("mechanisms", name, label) for name, label in theory.pages(say)])]
    found = library.tour() if kind == "paper" else library.disputes()
    return [("", "", [(kind, one.id, one.title[language]) for one in found])]


def _policies(family: str, language: Language) -> list[Way]:
    cards = library.policies().values()
    return [("policies", card.id, card.name[language]) for card in cards if card.family == family]


def matching(text: str, say: Words) -> Sequence[Group]:
    """List the pages of every kind that answer to what was typed."""
    wanted, language = text.strip().lower(), say.language
    ideas: list[Way] = [("ideas", card.id, card.name[language]) for card in glossary.search(text)]
    found: list[Group] = [("ideas", say("codex.kind.ideas"), ideas)]
    for kind in KINDS[1:]:
        ways = [way for _, _, part in groups(kind, say) for way in part if wanted in f"{way[1]} {way[2]}".lower()]
        found.append((kind, say(f"codex.kind.{kind}"), ways))
    return [group for group in found if group[2]]


def group_of(kind: str, id_: str, say: Words) -> str:
    """Return the group in which a page stands."""
    return next((group for group, _, ways in groups(kind, say) if any(way[1] == id_ for way in ways)), "")


def name_of(kind: str, id_: str, say: Words) -> str:
    """Return the name of a page."""
    ways = [way for _, _, part in groups(kind, say) for way in part]
    return next((name for _, one, name in ways if one == id_), id_)


def draw(kit: Kit, kind: str, id_: str, room: pygame.Rect, reader: Reader, turn: Open) -> int:
    """Draw a page; returns where it ends."""
    if kind == "ideas":
        reader.known.add(id_)
        return idea(kit, library.concepts()[id_], room, reader, turn)
    if kind == "policies":
        return policy(kit, library.policies()[id_], room, reader, turn)
    if kind == "mechanisms":
        computed = [card.id for card in library.concepts().values() if id_ in card.mechanisms]
        return mechanism(kit, theory.theory(id_), computed, room, reader, turn)
    if kind == "paper":
        return stop(kit, next(one for one in library.tour() if one.id == id_), room, reader, turn)
    return dispute(kit, next(one for one in library.disputes() if one.id == id_), room, reader, turn)
