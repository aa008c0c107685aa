"""Type: two scripts in one line, lines broken as each language breaks them, and cut where they do not fit."""

import numpy as np
import pygame
import pytest

from game.content import library
from game.content.words import words
from game.ui import typeset
from game.ui.screens import gazette
from game.ui.typeset import BODY, PAGE, SMALL

SCALE = 0.8
NEVER_FIRST = set("，。、；：！？）》」』】”’％,.;:!?)]}")
NEVER_LAST = set("（《「『【“‘([{")
CHINESE = [card.text["zh"] for card in library.policies().values()] + [
    words("zh")(id_) for id_ in sorted(words("zh").ids) if id_.startswith(("meaning.", "ui.tips.", "game."))
]
MIXED = "温州“打火机”占全球70 %（2001年）：ISO 9000、CE……都要《检验》，Wenzhou lighters fly away!"


@pytest.mark.parametrize("room", [70, 133, 210, 400])
def test_chinese_lines_never_begin_with_a_closing_mark_nor_end_with_an_opening_one(room: int) -> None:
    for text in [*CHINESE, MIXED]:
        lines = [line for line in typeset.wrapped(text, BODY, SCALE, room) if line]
        assert not [line for line in lines[1:] if line[0] in NEVER_FIRST], lines
        assert not [line for line in lines[:-1] if line[-1] in NEVER_LAST], lines


@pytest.mark.parametrize("room", [90, 160, 333])
def test_breaking_loses_nothing(room: int) -> None:
    english = [card.text["en"] for card in library.policies().values()]
    for text in [*CHINESE, *english, MIXED]:
        joined = "".join(typeset.wrapped(text, SMALL, SCALE, room))
        assert joined.replace(" ", "") == text.replace(" ", "").replace("\n", "").strip()


@pytest.mark.parametrize("room", [160, 250, 500])
def test_lines_fit_their_room(room: int) -> None:
    for text in [*CHINESE, MIXED, words("en")("game.about")]:
        for line in typeset.wrapped(text, BODY, SCALE, room):
            assert typeset.width(line, BODY, SCALE) <= room


def test_no_chinese_character_stands_alone_in_the_last_line() -> None:
    room = typeset.width("这一任，交给", SMALL, SCALE)
    assert typeset.wrapped("这一任，交给你", SMALL, SCALE, room) == ("这一任，交", "给你")
    for text in CHINESE:
        for room in (133, 210, 400):
            lines = typeset.wrapped(text.split("\n")[0], BODY, SCALE, room)
            alone = len("".join(letter for letter in lines[-1] if letter not in NEVER_FIRST)) == 1
            assert len(lines) == 1 or not alone or not typeset.is_chinese(lines[-2][-1]), lines


@pytest.mark.parametrize("room", [133, 210, 400])
def test_no_word_and_no_character_is_left_alone_on_a_last_line(room: int) -> None:
    english = [card.text["en"] for card in library.policies().values()]
    for text in [*CHINESE, *english]:
        *_, before, last = ["", "", *typeset.wrapped(text, BODY, SCALE, room)]
        pieces = typeset._pieces(before)
        moved = pieces[-1] + (" " if " " in before else "") + last if len(pieces) > 2 else ""
        if moved and typeset.width(moved.strip(), BODY, SCALE) <= room:
            assert not typeset._lost(typeset._pieces(last)), (before, last)


def test_the_number_of_a_quarter_stays_with_its_word() -> None:
    assert typeset.wrapped("1992年第一季", SMALL, SCALE, typeset.width("1992年第一", SMALL, SCALE)) == (
        "1992年",
        "第一季",
    )


def test_an_apostrophe_is_set_curved() -> None:
    assert typeset.runs("A neighbour's word") == [(False, "A neighbour’s word")]


def test_english_breaks_at_spaces_only() -> None:
    text = "Firms come where there are firms already, so the first ones are the hardest."
    lines = typeset.wrapped(text, BODY, SCALE, 120)
    assert len(lines) > 3
    assert " ".join(lines) == text


def test_a_line_is_set_in_the_face_of_each_script() -> None:
    assert typeset.runs("温州Wenzhou城") == [(True, "温州"), (False, "Wenzhou"), (True, "城")]
    assert typeset.runs("他说“好”") == [(True, "他说“好”")], "quotation marks follow the Chinese before them"
    assert typeset.runs("He said “yes”") == [(False, "He said “yes”")]
    both = typeset.line("温州 Wenzhou", BODY, SCALE, (0, 0, 0))
    assert both.get_height() == typeset.line("Wenzhou", BODY, SCALE, (0, 0, 0)).get_height()
    assert both.get_width() == typeset.width("温州 Wenzhou", BODY, SCALE)


def test_a_shortened_line_fits_and_says_that_it_was_cut() -> None:
    for text in (MIXED, "A place at the lamp fair", "一家连锁店愿买下一半的灯"):
        whole = typeset.width(text, PAGE, SCALE)
        assert typeset.shortened(text, PAGE, SCALE, whole) == text
        for room in range(40, whole, 37):
            cut = typeset.shortened(text, PAGE, SCALE, room)
            assert cut.endswith("…")
            assert typeset.width(cut, PAGE, SCALE) <= room
            assert text.startswith(cut[:-1])


def test_every_character_of_the_game_has_a_shape() -> None:
    for language in ("en", "zh"):
        letters = {letter for id_ in words(language).ids for letter in words(language)._texts[id_]}
        letters |= {
            letter for card in library.policies().values() for letter in card.text[language] + card.name[language]
        }
        letters |= {letter for card in library.concepts().values() for letter in card.what[language]}
        for weight in ("text", "bold"):
            for letter in sorted(letters - {"\n"}):
                chinese = typeset.runs("中" + letter)[0][1] != "中"
                names = typeset._CHINESE if chinese else typeset._LATIN
                shape = typeset.face(names[weight], 20).metrics(letter)[0]
                assert shape is not None, f"{letter!r} ({ord(letter):x}) has no shape in {names[weight]}"


@pytest.mark.parametrize("text", ["gjpqyQ(ÉÜß", "国鬱龘，。", "温州gjpq"])
@pytest.mark.parametrize("scale", [0.76, 1.0, 1.37, 2.0, 4.0])
def test_no_letter_is_cut_at_top_or_foot(scale: float, text: str) -> None:
    roles = [role for page in (typeset, gazette) for role in vars(page).values() if isinstance(role, typeset.Role)]
    assert len(roles) > 14
    for role in roles:
        tall, letters = typeset.height(role, scale), typeset._faces(role, scale)
        baseline = round(tall * 0.5 + role.size * scale * 0.36)
        for script, part in typeset.runs(text):
            face = letters[script]
            inked = np.flatnonzero((pygame.surfarray.array_alpha(face.render(part, True, "black")) > 60).any(axis=0))
            top = baseline - face.get_ascent()
            assert top + inked[0] >= 0, (role, "top")
            assert top + inked[-1] < tall, (role, "foot")
