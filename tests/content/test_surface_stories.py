"""What is taught in one trade is met again in another, where it acts too, and in a real region told of (LS-10)."""

import pytest

from game.content import library
from game.content.level import Level, digest
from game.content.question import check_question
from tests.session.playing import level

LEVELS: list[Level] = [one for path in library.level_files() if (one := library.load_level(path).level) is not None]
TAUGHT = sorted({concept for one in LEVELS for concept in one.teaches})


def trades(concept: str, met: bool = True) -> set[str]:
    """Name the trades of the levels that teach a concept, or meet it."""
    return {
        one.industry.name.en for one in LEVELS if concept in one.teaches or (met and concept in one.meets)
    }  # fmt: skip


IN_ONE_TRADE = [concept for concept in TAUGHT if len(trades(concept, met=False)) < 2]


@pytest.mark.parametrize("concept", TAUGHT)
def test_every_concept_is_met_in_at_least_two_trades(concept: str) -> None:
    assert len(trades(concept)) >= 2


@pytest.mark.parametrize("one", [one for one in LEVELS if one.meets], ids=lambda one: one.id)
def test_what_a_level_meets_acts_there_and_is_asked_about_in_another_trade(one: Level) -> None:
    cards, bank = library.policies(), library.questions().values()
    for concept in one.meets:
        assert concept not in one.teaches
        on_desk = [card.id for card in cards.values() if concept in card.concepts and one.allows(card.id)]
        assert on_desk or concept in {question.concept for question in one.questions}
        assert any(pair.kind == "transfer" and concept in pair.concepts for pair in bank)


@pytest.mark.parametrize("concept", IN_ONE_TRADE)
def test_a_concept_taught_in_one_trade_only_is_asked_about_in_a_real_region(concept: str) -> None:
    cases = [pair for pair in library.questions().values() if pair.region is not None and concept in pair.concepts]
    assert cases
    assert all(pair.kind == "transfer" and pair.sources for pair in cases)


def test_a_real_region_without_a_source_is_told() -> None:
    pair = library.questions()["t_akron_tyres"].model_copy(update={"sources": ()})
    assert [fault.rule for fault in check_question(pair, library.vocabulary())] == ["case_without_source"]


def test_naming_what_a_level_meets_leaves_its_fingerprint() -> None:
    bare = level("birth")
    assert bare.meets == ()
    told = Level.model_validate(bare.model_dump(by_alias=True, exclude_unset=True) | {"meets": ["lock_in"]})
    assert told.meets == ("lock_in",)
    assert digest(told) == digest(bare)
