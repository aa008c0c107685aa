"""What a card's own fields cannot show: whether the names on it exist, and whether its tagline fits."""

from collections.abc import Iterator, Sequence

from game.content.authored import Evidence
from game.content.complaint import Fault
from game.content.concept_card import ConceptCard
from game.content.picture import check_picture
from game.content.policy_card import MOST_CHARACTERS, MOST_WORDS, PolicyCard, tagline_length
from game.content.vocabulary import Vocabulary, check_conditions, check_name, check_names, check_shifts


def check_policy_card(card: PolicyCard, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Find what is wrong between a policy card and the rest of the game."""
    yield from check_names(("concepts",), "concept", card.concepts, vocabulary.concepts)
    yield from check_conditions(("needs",), card.needs, vocabulary)
    yield from check_shifts(("shifts",), card.shifts, vocabulary)
    yield from _check_evidence(card.evidence, vocabulary)
    words, characters = tagline_length(card.tagline)
    if words > MOST_WORDS:
        yield Fault(("tagline", "en"), "tagline_words", {"found": words, "most": MOST_WORDS})
    if characters > MOST_CHARACTERS:
        yield Fault(("tagline", "zh"), "tagline_characters", {"found": characters, "most": MOST_CHARACTERS})


def check_concept_card(card: ConceptCard, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Find what is wrong between a concept card and the other concepts."""
    yield from _check_evidence(card.evidence, vocabulary)
    yield from check_names(("related",), "concept", card.related, vocabulary.concepts)
    yield from check_picture(("picture",), card.picture)
    yield from check_names(("mechanisms",), "mechanism", card.mechanisms, vocabulary.mechanisms)
    yield from check_names(("levers",), "lever", card.levers, vocabulary.levers)
    yield from check_names(("numbers",), "indicator", card.numbers, vocabulary.indicators)
    yield from check_names(("policies",), "policy", card.policies, tuple(vocabulary.policies))
    if card.id in card.related:
        yield Fault(("related", card.related.index(card.id)), "related_to_itself", {"found": card.id})


def _check_evidence(evidence: Sequence[Evidence], vocabulary: Vocabulary) -> Iterator[Fault]:
    """Every finding cites a source that is listed in ``sources.yaml``."""
    for k, found in enumerate(evidence):
        yield from check_name(("evidence", k, "source"), "source", found.source, vocabulary.sources)
