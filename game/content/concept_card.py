"""A concept card: what an idea says, what to notice and try in the game, and when it does not hold."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from game.content.authored import Authored, Bilingual, Evidence, Id, Text, Whole
from game.content.language import Language
from game.content.picture import Picture

Theme = Literal["cluster", "firms", "trust", "knowledge", "market", "time", "policy"]
THEMES: tuple[Theme, ...] = get_args(Theme)
"""Under which ideas are kept together, in the order of a cluster's own story."""


class Aliases(Authored):
    """Other words by which a text may mean the same idea."""

    en: tuple[Text, ...] = ()
    zh: tuple[Text, ...] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return self.en if language == "en" else self.zh


class ConceptCard(Authored):
    """One idea of cluster theory, under headings that a learner can expect on every card."""

    id: Id
    theme: Theme
    order: Whole = 99
    name: Bilingual
    aliases: Aliases = Aliases()
    what: Bilingual
    notice: Bilingual
    try_: Annotated[Bilingual, Field(alias="try")]
    not_hold: Bilingual
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    source: Text
    picture: Picture | None = None
    related: tuple[Text, ...] = ()
    mechanisms: tuple[Text, ...] = ()
    levers: tuple[Text, ...] = ()
    numbers: tuple[Text, ...] = ()
    policies: tuple[Text, ...] = ()

    def called(self, language: Language) -> tuple[str, ...]:
        """List every word for it, its name first."""
        return (self.name[language], *self.aliases[language])
