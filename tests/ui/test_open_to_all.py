"""Open to everyone, too: nothing by colour alone or against the clock, room between lines, plain words."""

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.content import library
from game.content.language import Language
from game.content.level import Level
from game.ui.map import buildings
from game.ui.preferences import SPEEDS, Preferences
from game.ui.rhythm import SECONDS
from game.ui.theme import THEMES
from tests.session.playing import level
from tests.ui.observing import observed, overlapping
from tests.ui.player import opened

Grey = NDArray[np.float64]
LIGHTER = 24.0
"""Levels of grey, of 256, by which a pixel must change to be seen (design)."""
FASTER = 16.0
"""How many times as fast as the slowest the fastest speed is: from a quarter of normal to four times (AC-15)."""

GRADE = 8.0
"""School years in which an English text can be read (AC-29)."""
COMMON = 0.99
"""Share of running characters that are among the 3,755 of the first level of GB 2312 (AC-29; the share is ours)."""


# --- AC-06: colour never alone -----------------------------------------------------------------------------------


def grey(kind: int = 0, lit: int = 3, stone: int = 0, **more: bool) -> Grey:
    """Return a house on open land by day, as it looks without any colour."""
    theme = THEMES["day"]
    house = buildings.building(kind, 60, lit, stone, theme, **more)
    ground = pygame.Surface(house.get_size())
    ground.fill(theme.land)
    ground.blit(house, (0, 0))
    return np.asarray(pygame.surfarray.array3d(pygame.transform.grayscale(ground))[..., 0], dtype=np.float64)


@pytest.mark.parametrize("theme", THEMES)
def test_ac_06_products_are_told_apart_by_their_shapes(theme: str) -> None:
    houses = [buildings.building(kind, 60, 3, 0, THEMES[theme]) for kind in range(8)]
    shapes = [pygame.mask.from_surface(house) for house in houses]
    for one, other in combinations(shapes, 2):
        apart = one.count() + other.count() - 2 * one.overlap_area(other, (0, 0))
        assert apart > 0.03 * one.count()


@pytest.mark.parametrize(
    "state", [{"lit": 6}, {"lit": 0}, {"stone": 5}, {"closed": True}, {"rising": True}, {"fresh": True}], ids=str
)
def test_ac_06_what_a_house_tells_is_seen_in_grey(state: dict[str, Any]) -> None:
    changed = np.abs(grey(**state) - grey()) > LIGHTER
    assert changed.mean() > 0.005


# --- AC-15, AC-16: time waits ------------------------------------------------------------------------------------


def test_ac_15_a_paused_game_shows_charts_and_takes_decisions() -> None:
    player = opened("birth", 4)
    before = player.quarter
    player.chooses("number *")
    assert player.where != "Region"
    player.press("esc")
    player.chooses("card *")
    player.waits(1.0)
    player.chooses("start")
    assert player.quarter == before


def test_ac_15_one_press_is_one_quarter() -> None:
    player = opened("birth", 4)
    player.press("n")
    player.waits(1.0)
    assert player.quarter == 5


def test_ac_15_the_fastest_speed_is_sixteen_times_the_slowest() -> None:
    assert SECONDS[SPEEDS[0]] / SECONDS[SPEEDS[-1]] == FASTER


@pytest.mark.parametrize("door", ["", "settings", "log"])
def test_ac_16_nothing_runs_out_however_long_one_thinks(door: str) -> None:
    player = opened("birth", 4)
    if door == "log":
        player.press("j")
    elif door == "settings":
        player.press("f10")
    where, quarter, layers = player.where, player.quarter, player.layers
    for _ in range(600):
        player.app.frame(1.0)
    assert (player.where, player.quarter, player.layers) == (where, quarter, layers)


# --- AC-27: more room between lines ------------------------------------------------------------------------------

SHEETS = ("", "j", "g", "f10", "c", "w", "f1")
"""Keys that open the region's sheets; nothing for the region itself."""


@pytest.mark.parametrize(("language", "text"), [("en", 1.0), ("zh", 1.5)])
def test_ac_27_lines_can_stand_farther_apart_and_still_fit(language: Language, text: float) -> None:
    usual, airy = (opened("birth", 16, chosen=Preferences(language, text, airy=wide)) for wide in (False, True))
    assert airy.kit.line_height() == pytest.approx(1.2 * usual.kit.line_height(), abs=1)
    for key in SHEETS:
        if key:
            airy.press(key)
        with observed() as lines:
            airy.waits()
        assert not overlapping(lines), key
        assert all(line.whole.right <= 1280 for line in lines), key
        if key:
            airy.press("esc")


# --- AC-29: plain words ------------------------------------------------------------------------------------------


def syllables(word: str) -> int:
    """Count the syllables of an English word, roughly."""
    found = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and found > 1
    return max(found - silent, 1)


def grade(texts: Iterable[str]) -> float:
    """Return the grade of Flesch and Kincaid."""
    sentences = [re.findall(r"[A-Za-z']+", one) for text in texts for one in re.split(r"[.!?:;\n]+", text)]
    said = [one for one in sentences if one]
    spoken = [word for one in said for word in one]
    return 0.39 * len(spoken) / len(said) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59


def test_the_grade_tells_a_plain_sentence_from_a_heavy_one() -> None:
    assert grade(["The shop is new. It sells shoes."]) < 2.0
    assert grade(["Institutional heterogeneity substantially conditions collective regional competitiveness."]) > 14.0


def every_level() -> list[Level]:
    """Return every shipped level."""
    return [level(name) for name in library.names_of_levels()]


def test_ac_29_every_brief_can_be_read_at_school() -> None:
    heavy = {one.id: grade([one.brief.en]) for one in every_level()}
    assert max(heavy.values()) <= GRADE, heavy


def test_ac_29_concepts_are_explained_in_plain_words() -> None:
    assert grade(card.what.en for card in library.concepts().values()) <= GRADE


def is_common(character: str) -> bool:
    """Whether a character is of the first level of GB 2312."""
    code = character.encode("gb2312", "ignore")
    return bool(code) and code[0] <= 0xD7


def test_ac_29_chinese_keeps_to_common_characters() -> None:
    texts = [*(card.what.zh for card in library.concepts().values()), *(one.brief.zh for one in every_level())]
    running = [one for text in texts for one in text if "\u4e00" <= one <= "\u9fff"]
    assert sum(map(is_common, running)) >= COMMON * len(running)
    assert is_common("鞋")
    assert not is_common("橄")
