"""A class code opens the same world everywhere, and a mistyped one opens nothing."""

import pytest

from game.classroom import code
from game.classroom.code import ALPHABET, Lesson, NotACode, code_for, lesson_of, plain
from game.content import library
from game.content.level import Level


def level(name: str = "birth") -> Level:
    found = library.load_level(library.find_level(name)).level
    assert found is not None
    return found


@pytest.mark.parametrize("seed", [0, 1, 77, 65_535, code.MOST_SEED])
@pytest.mark.parametrize("name", ["birth", "wenzhou"])
def test_a_code_opens_the_level_and_the_dice_it_was_made_for(name: str, seed: int) -> None:
    found = lesson_of(code_for(level(name), seed))
    assert isinstance(found, Lesson)
    assert (found.level.id, found.seed) == (name, seed)


def test_a_code_has_twelve_signs_of_which_none_looks_like_another() -> None:
    signs = plain(code_for(level(), 5))
    assert len(signs) == 12
    assert not set("01OIL") & set(ALPHABET)
    assert set(signs) <= set(ALPHABET)


def test_it_may_be_typed_small_with_spaces_or_in_full_width() -> None:
    written = code_for(level(), 9)
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else "　" for sign in written)
    for typed in (written.lower(), written.replace("-", "  "), wide):
        assert lesson_of(typed) == lesson_of(written)


def test_every_single_wrong_sign_is_found() -> None:
    signs = plain(code_for(level(), 123))
    for k, sign in enumerate(signs):
        for other in ALPHABET:
            if other != sign:
                found = lesson_of(signs[:k] + other + signs[k + 1 :])
                assert isinstance(found, NotACode)
                assert found.reason == "mistyped"


def test_two_signs_that_changed_places_are_found() -> None:
    signs = plain(code_for(level(), 4321))
    for k in range(len(signs) - 1):
        if signs[k] != signs[k + 1]:
            swapped = signs[:k] + signs[k + 1] + signs[k] + signs[k + 2 :]
            assert isinstance(lesson_of(swapped), NotACode)


@pytest.mark.parametrize(
    ("typed", "reason"), [("", "length"), ("ABC", "length"), ("O" * 12, "sign"), ("你好" * 6, "sign")]
)
def test_what_is_no_code_is_told_apart(typed: str, reason: str) -> None:
    found = lesson_of(typed)
    assert isinstance(found, NotACode)
    assert found.reason == reason


def test_a_code_for_other_rules_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    written = code_for(level(), 3)
    monkeypatch.setattr(code, "RULES", "some other rules")
    found = lesson_of(written)
    assert isinstance(found, NotACode)
    assert found.reason == "other_rules"


def test_a_code_of_a_level_whose_text_is_not_here_says_so() -> None:
    other = level().model_copy(update={"quarters": 44})
    assert lesson_of(code_for(other, 3)) == NotACode("no_level")
