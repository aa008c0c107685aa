"""What a level teaches, told in a few words once it has been tried.

Theory: to struggle first and be told afterwards teaches more than to be told first (Sinha and Kapur 2021), so before
play an idea is only named, and opens for whoever asks.
"""

from game.content import library
from game.content.concept_card import ConceptCard
from game.content.level import Level
from game.explain.speech import Speaker


def taught(level: Level) -> list[ConceptCard]:
    """Return the cards of what a level teaches, in its own order."""
    cards = library.concepts()
    return [cards[name] for name in level.teaches if name in cards]


def told(level: Level, speaker: Speaker) -> list[str]:
    """Name each idea and say what it is."""
    language = speaker.language
    return [speaker.words("read.pair", first=one.name[language], second=one.what[language]) for one in taught(level)]
