"""An industry's profile: how its goods lend themselves to learning, copying and difference, as mechanisms' numbers."""

from collections.abc import Iterator, Mapping

from game.content.authored import Authored, Bilingual, Id, Number, Text
from game.content.complaint import Fault
from game.content.level_checks import check_mechanisms
from game.content.vocabulary import Vocabulary


class IndustryProfile(Authored):
    """One kind of industry. A level names it and may change single numbers on top."""

    id: Id
    name: Bilingual
    about: Bilingual
    mechanisms: Mapping[str, Number]
    shows: tuple[Text, ...] = ()
    shows_not: tuple[Text, ...] = ()
    source: Text


def check_industry_profile(profile: IndustryProfile, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Changed numbers exist and stay within their sensible range."""
    yield from check_mechanisms(profile.mechanisms, vocabulary)
