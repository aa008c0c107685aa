"""Every mechanism tells its theory on a page: from its docstring and declarations, and in words of both languages."""

import pytest

from game.content import library
from game.content.language import Language
from game.content.words import LANGUAGES, words
from game.explain import theory
from game.simulation.registry import LEVERS

NAMES = theory.names()


@pytest.mark.parametrize("name", NAMES)
def test_a_mechanism_has_theory_claim_and_boundary(name: str) -> None:
    page = theory.theory(name)
    assert page.title.endswith(".")
    assert set(page.parts) == set(theory.PARTS)
    assert all(len(text) > 10 and text[0] != " " for text in page.parts.values())
    assert page.parameters


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mechanism_has_a_name_and_a_text_in_each_language(language: Language) -> None:
    say = words(language)
    for name in NAMES:
        text = say(f"theory.{name}.text")
        assert say(f"theory.{name}.name") != f"theory.{name}.name"
        assert len(text) >= 20
        chinese = sum("\u4e00" <= character <= "\u9fff" for character in text)
        assert (chinese > 20) == (language == "zh"), name


def test_a_page_names_the_policies_that_move_its_levers() -> None:
    assert "training_centre" in theory.theory("training").moved_by["public"]
    moved = {f"{name}.{key}": cards for name in NAMES for key, cards in theory.theory(name).moved_by.items()}
    assert set(moved) == set(LEVERS)
    for card in library.policies().values():
        for shift in card.shifts:
            assert card.id in moved[shift.lever]


def test_every_number_says_where_it_comes_from() -> None:
    say = words("en")
    for name in NAMES:
        for key, parameter in theory.theory(name).parameters.items():
            mark = theory.mark_of(parameter, say)
            assert mark and "_" not in mark and "codex." not in mark, f"{name}.{key}"
    assert theory.mark_of(theory.theory("trust").parameters["friction"], say) == "Dyer Chu 2003"
