"""Words of the glossary are found in any text: the longest, once, in either language, and never inside another word."""

import pytest

from game.content import glossary, library
from game.content.language import Language
from game.content.words import LANGUAGES


def found(text: str, language: Language, *skip: str) -> list[tuple[str, str]]:
    return [(text[mark.start : mark.end], mark.concept) for mark in glossary.marks(text, language, skip)]


def test_a_word_is_found_whatever_its_capitals_and_only_where_it_comes_first() -> None:
    text = "Trust grows slowly. Where trust is gone, crowding hurts more."
    assert found(text, "en") == [("Trust", "trust"), ("crowding", "crowding")]


def test_the_longest_word_wins() -> None:
    assert found("It needs related variety.", "en") == [("related variety", "related_variety")]
    assert found("有了区域创新系统，才有区位品牌。", "zh") == [
        ("区域创新系统", "innovation_system"),
        ("区位品牌", "place_brand"),
    ]


def test_a_part_of_an_english_word_is_no_word() -> None:
    assert found("He was entrusted with varietyless copycats.", "en") == []


def test_chinese_needs_no_spaces() -> None:
    assert found("差异度一低，信任也散了。", "zh") == [("差异度", "variety"), ("信任", "trust")]


def test_what_lies_open_is_not_marked() -> None:
    assert found("Trust and crowding.", "en", "trust") == [("crowding", "crowding")]


def test_no_two_cards_claim_one_word() -> None:
    for language in LANGUAGES:
        words = [word.lower() for card in library.concepts().values() for word in card.called(language)]
        assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_alias_is_found_in_a_text_and_opens_its_card(language: Language) -> None:
    for card in library.concepts().values():
        for word in card.called(language):
            assert found(f"({word})", language) == [(word, card.id)], word
            opened = glossary.named(word.upper())
            assert opened is not None and opened.id == card.id


def test_a_concept_is_found_by_its_id_too_and_nonsense_is_none() -> None:
    by_id, by_words = glossary.named("lock_in"), glossary.named("  lock in ")
    assert by_id is by_words is library.concepts()["lock_in"]
    assert glossary.named("") is None
    assert glossary.named("flying carpets") is None


def test_search_puts_names_before_texts_and_reads_both_languages() -> None:
    assert glossary.search("trust")[0].id == "trust"
    assert "end_game" in [card.id for card in glossary.search("trust")]
    assert glossary.search("信任")[0].id == "trust"
    assert glossary.search("flying carpets") == []


def test_every_theme_has_cards_and_every_card_a_theme() -> None:
    groups = glossary.by_theme()
    assert all(groups.values())
    assert sum(map(len, groups.values())) == len(library.concepts()) >= 60
