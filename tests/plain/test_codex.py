"""In the terminal too, every word of the glossary can be looked up, and every page of the codex read."""

import pytest

from game.content import glossary, library
from game.content.citations import cited
from game.content.language import Language
from game.content.words import LANGUAGES, words
from game.explain import theory
from game.plain import codex
from tests.plain.test_terminal import terminal


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_idea_is_read_by_name_and_by_id(language: Language) -> None:
    say = words(language)
    listed = " ".join(codex.concept("", say))
    for card in library.concepts().values():
        assert card.name[language] in listed
        told = codex.concept(card.name[language], say)
        assert told == codex.concept(card.id, say)
        assert card.what[language] in told[1]
        assert any(cited(card.evidence[0].source, language) in line for line in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mechanism_tells_its_numbers(language: Language) -> None:
    say = words(language)
    assert len(codex.mechanism("", say)) == len(theory.names())
    for name in theory.names():
        told = "\n".join(codex.mechanism(name, say))
        assert all(f"{name}.{key} = " in told for key in theory.theory(name).parameters)
    assert any("training_centre" in line for line in codex.mechanism("training", say))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_and_the_disputes_are_told(language: Language) -> None:
    say = words(language)
    assert len(codex.stop("", say)) == len(library.tour()) == len(codex.stop("99", say))
    for k, stop in enumerate(library.tour()):
        told = codex.stop(str(k + 1), say)
        assert stop.text[language] in told[1]
    told = codex.disputes(say)
    assert all(one.title[language] in told for one in library.disputes())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_brief_are_listed_and_each_can_be_opened(language: Language) -> None:
    game = terminal(language, "trust")
    brief = game.session.level.brief[language]
    known = {mark.concept for mark in glossary.marks(brief, language)}
    opening = "\n".join(game.opening())
    for id_ in known:
        name = library.concepts()[id_].name[language]
        assert name in opening
        assert game.answer(f"concept {name}")[0] == name
    assert known


def test_what_is_not_there_is_said_kindly() -> None:
    say = words("en")
    assert codex.concept("flying carpets", say) == [say("codex.no_concept", name="flying carpets")]
    assert codex.mechanism("magic", say) == [say("codex.no_theory", name="magic")]
    assert codex.stop("³", say) == codex.stop("", say)
