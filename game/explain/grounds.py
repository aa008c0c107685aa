"""What a cause rests on: the idea behind it, how well it is supported, and where the model's strength comes from."""

from collections.abc import Mapping
from typing import Literal

from game.content.concept_card import ConceptCard
from game.content.policy_card import PolicyCard
from game.explain.quantities import CONCEPTS
from game.simulation.mechanisms import ALL

Strength = Literal["published", "calibrated", "design"]
CHOSEN = frozenset({"design", "prototype"})
DOTS: Mapping[str, int] = {"confirmed": 3, "secondary": 2, "claim": 1, "design": 1, "published": 3, "calibrated": 2}
"""Of three dots, how many a standing is worth."""

IDEAS: Mapping[str, str] = {
    "demand.buyers": "life_cycle", "demand.cheaper_rivals": "life_cycle", "exit.closed": "young_firms",
    "exit.insolvent": "natural_selection", "exit.relocated": "cathedral", "frontier.jump": "openness",
    "frontier.progress": "openness", "accounts.rent": "congestion", "accounts.tax": "public_goods",
    "accounts.upkeep": "natural_selection", "accounts.owners": "entrepreneurs", "growth.luck": "size_distribution",
    "public_budget": "public_goods", "support": "hybrid_governance",
}  # fmt: skip
"""The idea behind a cause, or behind all causes of a mechanism, where the mechanism's cards lead astray."""


def mechanism_of(cause: str) -> str:
    """Return the page of the simulation a cause belongs to; nothing for decisions, events and limits."""
    kind, _, rest = cause.partition(".")
    if cause == "entry.spinoff":
        return "spinoffs"
    return kind if kind in ALL and rest else ""


def concept_of(
    cause: str, number: str, concepts: Mapping[str, ConceptCard], cards: Mapping[str, PolicyCard]
) -> ConceptCard | None:
    """Return the idea behind a cause: one that acts in its mechanism, and best of all shows in the number."""
    kind, _, rest = cause.partition(".")
    if kind == "policy" and number == "treasury":
        return None  # what a programme costs rests on no idea
    if kind == "policy" and rest in cards:
        return next((concepts[one] for one in cards[rest].concepts if one in concepts), None)
    own = IDEAS.get(cause, IDEAS.get(kind, ""))
    if own in concepts:
        return concepts[own]
    page = mechanism_of(cause)
    acting = [card for card in concepts.values() if page and page in card.mechanisms]
    acting.sort(key=lambda card: (card.id != page, number not in card.numbers, len(card.mechanisms)))
    return acting[0] if acting else concepts.get(CONCEPTS.get(number, ""))


def strength_of(cause: str) -> Strength:
    """Say where the strength of a mechanism comes from: most of its numbers decide."""
    page = ALL.get(mechanism_of(cause))
    sources = [one.source for one in page.parameters.values() if not one.lever] if page else []
    published = sum(source not in CHOSEN and source != "calibrated" for source in sources)
    calibrated = sources.count("calibrated")
    if published * 2 > len(sources):
        return "published"
    return "calibrated" if (published + calibrated) * 2 >= len(sources) > 0 else "design"
