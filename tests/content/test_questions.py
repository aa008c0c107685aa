"""The bank of questions: whole in both languages, fair in both forms, and about the matter, never about the person."""

import re
from collections import Counter

import pytest

from game.content import library
from game.content.complaint import Fault
from game.content.question import MISCONCEPTIONS, QuestionPair, check_question, items
from game.content.words import LANGUAGES, words

BANK = library.questions()
TAUGHT = sorted({c for path in library.level_files() for c in library.load_level(path).level.teaches})  # type: ignore[union-attr]

PERSONAL = {
    "en": re.compile(r"\b(smart|clever|stupid|dumb|genius|bad at|good at|well done|great job|bravo)\b"),
    "zh": re.compile("真棒|聪明|真笨|太笨|天才(?!变)|你真|你不行|做得好|厉害"),
}
"""Words that praise or blame a person; feedback is about causes and decisions."""


def every_text(language: str) -> list[str]:
    asked = [
        text[language]  # type: ignore[index]
        for one in items(BANK).values()
        for text in (one.text, *(a.text for a in one.answers), *(a.why for a in one.answers if a.why))
    ]
    told = [words(language)(id_) for id_ in words(language).ids if id_.startswith("learn.")]  # type: ignore[arg-type]
    return [*asked, *told]


def test_every_file_of_the_bank_is_read_and_has_its_own_name() -> None:
    assert sorted(BANK) == sorted(path.stem for path in library.QUESTIONS.glob("*.yaml"))
    assert len(items(BANK)) == 2 * len(BANK) >= 60


def test_every_misconception_is_confronted_in_both_forms() -> None:
    assert {pair.misconception for pair in BANK.values()} - {None} == set(range(1, MISCONCEPTIONS + 1))
    assert sum(pair.misconception is not None for pair in BANK.values()) * 2 >= 44


@pytest.mark.parametrize("concept", TAUGHT)
def test_every_concept_that_a_level_teaches_has_four_items_and_one_in_another_trade(concept: str) -> None:
    about = [pair for pair in BANK.values() if concept in pair.concepts]
    assert 2 * len(about) >= 4
    assert any(pair.kind == "transfer" for pair in about)


def test_there_are_two_items_on_what_stays_of_a_flow_and_their_right_answers_are_true() -> None:
    [pair] = [pair for pair in BANK.values() if pair.kind == "flow"]
    for form in (pair.a, pair.b):
        assert form.flows is not None
        stock, most, when = 0, 0, []
        for year, (into, out) in enumerate(zip(form.flows.into, form.flows.out_of, strict=True), 1):
            stock += into - out
            when = [year] if stock > most else [*when, year] if stock == most else when
            most = max(most, stock)
        right = next(answer.text.en for answer in form.answers if answer.right)
        assert re.findall(r"\d", right) == [str(year) for year in when]


@pytest.mark.parametrize("id_", sorted(items(BANK)))
def test_an_item_has_one_right_answer_and_answers_that_differ(id_: str) -> None:
    one = items(BANK)[id_]
    assert sum(answer.right for answer in one.answers) == 1
    for language in LANGUAGES:
        assert len({answer.text[language] for answer in one.answers}) == len(one.answers)
        assert re.search("[\u4e00-\u9fff]", one.text[language]) if language == "zh" else one.text.en.isascii()


def test_the_right_answer_is_not_always_in_the_same_place_nor_always_the_longest() -> None:
    places = Counter(one.right for one in items(BANK).values())
    assert max(places.values()) <= 0.6 * len(items(BANK))
    longest = sum(
        len(one.answers[one.right].text.en) == max(len(answer.text.en) for answer in one.answers)
        for one in items(BANK).values()
    )
    assert longest <= 0.5 * len(items(BANK))


def test_both_forms_of_a_pair_are_as_long_and_as_many() -> None:
    for pair in BANK.values():
        assert len(pair.a.answers) == len(pair.b.answers)
        lengths = [len(form.text.en.split()) for form in (pair.a, pair.b)]
        assert max(lengths) <= 2.5 * min(lengths), pair.id
    totals = [sum(len(getattr(pair, form).text.en) for pair in BANK.values()) for form in ("a", "b")]
    assert 0.8 <= totals[0] / totals[1] <= 1.25


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_said_praises_or_blames_a_person(language: str) -> None:
    assert [text for text in every_text(language) if PERSONAL[language].search(text.lower())] == []
    assert PERSONAL["en"].search("you are smart")
    assert PERSONAL["zh"].search("你真棒")


def broken(**changed: object) -> list[Fault]:
    pair = BANK["m01_side_by_side"]
    return list(check_question(pair.model_copy(update=changed), library.vocabulary()))


def test_a_broken_pair_is_told() -> None:
    pair = BANK["m01_side_by_side"]
    wrong = tuple(answer.model_copy(update={"right": False}) for answer in pair.a.answers)
    flows = next(one for one in BANK.values() if one.kind == "flow").a.flows
    assert [fault.rule for fault in broken()] == []
    assert [fault.rule for fault in broken(concepts=("agglomerasion",))] == ["unknown_concept"]
    assert [fault.rule for fault in broken(sources=("nobody",))] == ["unknown_source"]
    assert [fault.rule for fault in broken(belief=None)] == ["belief_and_number"]
    assert [f.rule for f in broken(a=pair.a.model_copy(update={"answers": wrong}))] == ["one_right_answer"]
    assert [f.rule for f in broken(a=pair.a.model_copy(update={"flows": flows}))] == ["flows_of_a_flow"]
    assert [f.rule for f in broken(b=pair.b.model_copy(update={"answers": pair.b.answers * 2}))] == [
        "one_right_answer",
        "forms_alike",
    ]
    assert isinstance(pair, QuestionPair)
