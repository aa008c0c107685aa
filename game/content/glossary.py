"""Finds in a text the words that a concept card explains, in either language."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from game.content import library
from game.content.concept_card import THEMES, ConceptCard
from game.content.language import Language


@dataclass(frozen=True)
class Mark:
    """A word of the glossary in a text: from which character to which, and the card that explains it."""

    start: int
    end: int
    concept: str


def marks(text: str, language: Language, skip: Collection[str] = ()) -> tuple[Mark, ...]:
    """Find the glossary's words in a text: the longest first, each concept once, none over another.

    Args:
        text: What is read.
        language: In which language it is written.
        skip: Concepts that need no mark here, such as the card that lies open.
    """
    words, named = _words(language), set(skip)
    found: list[Mark] = []
    for hit in _pattern(language).finditer(text.lower()):
        concept = words[hit[0]]
        if concept not in named:
            named.add(concept)
            found.append(Mark(hit.start(), hit.end(), concept))
    return tuple(found)


@cache
def _words(language: Language) -> Mapping[str, str]:
    """List every word and the concept it means; where two cards claim a word, it is the one named so."""
    cards = library.concepts().values()
    also = {alias.lower(): card.id for card in cards for alias in card.aliases[language]}
    return {**also, **{card.name[language].lower(): card.id for card in cards}}


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    # Of the words that begin at one place the longest is tried first; Chinese has no spaces to stop at.
    longest = sorted(_words(language), key=lambda word: (-len(word), word))
    any_of = "|".join(re.escape(word) for word in longest)
    return re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])" if language == "en" else any_of)


def named(text: str) -> ConceptCard | None:
    """Find a concept by its id, its name or another word for it, in either language."""
    wanted = text.strip().lower()
    cards = library.concepts()
    for language in ("en", "zh"):
        found = _words(language).get(wanted)
        if found:
            return cards[found]
    return cards.get(wanted.replace(" ", "_"))


def by_theme() -> Mapping[str, Sequence[ConceptCard]]:
    """Return the cards of each theme, in the order of a cluster's story."""
    cards = sorted(library.concepts().values(), key=lambda card: card.order)
    return {theme: [card for card in cards if card.theme == theme] for theme in THEMES}


def search(text: str) -> Sequence[ConceptCard]:
    """Find the cards whose names begin with, hold, or whose text holds what was typed, in that order."""
    wanted = text.strip().lower()
    ranked = [(_rank(card, wanted), card) for card in library.concepts().values()]
    return [card for rank, card in sorted(ranked, key=lambda item: item[0]) if rank < _NOT]


_NOT = 3


def _rank(card: ConceptCard, wanted: str) -> int:
    names = [word.lower() for language in ("en", "zh") for word in card.called(language)]
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(wanted in name for name in names):
        return 1
    return 2 if wanted in card.what.en.lower() or wanted in card.what.zh else _NOT
