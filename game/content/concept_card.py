"""A concept card: what an idea says, what to notice and try in the game, and when it does not hold."""

from typing import Annotated

from pydantic import Field

from game.content.authored import Authored, Bilingual, Evidence, Id, Text


class ConceptCard(Authored):
    """One idea of cluster theory, under headings that a learner can expect on every card."""

    id: Id
    name: Bilingual
    what: Bilingual
    notice: Bilingual
    try_: Annotated[Bilingual, Field(alias="try")]
    not_hold: Bilingual
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    source: Text
    related: tuple[Text, ...] = ()
