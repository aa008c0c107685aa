"""Around the region: few figures in view, news that waits to be read, cards that say why not."""

import re
from dataclasses import replace

import pygame
import pytest

from game.content import library
from game.explain.story import Message
from game.lab.workers import Workers
from game.simulation.actions import Enact
from game.ui import typeset
from game.ui.preferences import Preferences
from game.ui.region.goals_part import SIGNS
from game.ui.screens.policy import PolicySheet
from tests.lab.briefly import ask_briefly
from tests.session.playing import level
from tests.ui.observing import all_painted
from tests.ui.player import Player, opened

FIGURE = re.compile(r"\d")
SCALE = re.compile(r"^\d+\s?(km|公里)$")
"""The map's scale is a ruler, not a figure about the region."""


def figures(player: Player, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Draw the window and return every text with a figure in it; a value and its change count as one."""
    seen: list[str] = []
    line = typeset.line

    def listen(text: str, *rest: object) -> pygame.Surface:
        if FIGURE.search(text) and not SCALE.match(text):
            seen.append(text)
        return line(text, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, all_painted():
        patch.setattr(typeset, "line", listen)
        player.app.draw()
    change = player.playing.speaker.words("unit.a_quarter", amount="")
    return [text for text in seen if change.strip() not in text]


@pytest.fixture
def seer(monkeypatch: pytest.MonkeyPatch) -> Workers:
    """Workers that answer in this process, about few worlds."""
    ask_briefly(monkeypatch)
    workers = Workers(1)
    workers._broken = True
    return workers


@pytest.mark.parametrize(
    ("name", "quarters", "most", "language"),
    [("birth", 9, 7, "en"), ("birth", 9, 7, "zh"), ("wenzhou", 60, 12, "zh")],
)
def test_few_figures_are_in_view(
    name: str, quarters: int, most: int, language: str, seer: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = opened(name, quarters, (1920, 1080), Preferences(language))  # type: ignore[arg-type]
    player.app.workers = seer
    for _ in range(6):
        player.waits()
    seen = figures(player, monkeypatch)
    assert 3 <= len(seen) <= most, seen


def test_news_waits_until_it_is_read_and_three_are_shown_at_once() -> None:
    player = opened("birth", 4)
    player.playing.notices = [Message(2, "plain", f"News {k}", number="trust") for k in "abcde"]
    player.waits()
    shown = [spot.key for spot in player.spots if spot.key.startswith("read ")]
    assert shown == ["read 2 News e", "read 2 News d", "read 2 News c"]
    player.press("n")
    assert len(player.playing.notices) >= 5, "time alone does not read them"
    player.playing.notices = player.playing.notices[:5]
    player.waits()
    player.clicks("read 2 News e")
    assert "read 2 News b" in [spot.key for spot in player.spots], "the next comes up"
    player.chooses("notice 2 News d")
    assert player.where == "Why"
    player.press("esc")
    assert len(player.playing.notices) == 3, "what was followed has been read"


def test_a_card_under_the_pointer_says_price_time_shifts_and_evidence() -> None:
    player = opened("birth", 2)
    player.points(player.spot("card training_centre").rect.center)
    tip = player.spot("card training_centre").tip
    assert len(tip.split("\n")) == 4
    player.tab_to("card training_centre")
    assert player.spot("card training_centre").tip == tip


def test_a_card_that_cannot_be_had_says_what_is_needed_and_what_there_is() -> None:
    player = opened("birth", 2)
    branch = player.playing.session.branch
    branch.region.state.treasury[0] = 0.4
    branch.digests[branch.quarter] += " poor"
    player.tab_to("card training_centre")
    assert "400k" in player.spot("card training_centre").tip
    player.press("enter")
    assert isinstance(player.top, PolicySheet)
    player.chooses("start")
    assert isinstance(player.top, PolicySheet), "nothing was started"
    assert not player.playing.session.branch.steps


def test_a_card_can_be_tried_on_a_line_of_its_own() -> None:
    player = opened("birth", 3)
    player.clicks("card trade_association")
    player.clicks("try")
    session = player.playing.session
    assert len(session.branches) == 2
    assert session.branch.name == player.playing.speaker.policy("trade_association")
    assert [step.action for step in session.branch.steps] == [Enact("trade_association")]
    assert not session.branches[0].steps
    assert session.branches[0].quarter == session.branch.quarter == 3


def test_an_answered_event_is_no_news_any_more_and_stays_in_the_log(written: set[str]) -> None:
    player = opened("birth")
    while player.where != "EventSheet":
        player.press("n")
    event = player.playing.session.pending()[0]
    title = player.playing.speaker.event(event)
    player.press("1")
    written.clear()
    player.waits()
    assert player.where == "Region"
    assert title not in written
    player.press("l")
    player.waits()
    assert player.playing.speaker.event(event) not in written, "nor after it was told anew in the other language"
    player.press("l", "j")
    player.waits()
    assert title in written
    player.press("esc", "u")
    player.waits()
    assert player.spot(f"answer {event}"), "taken back, it waits again"


def test_an_event_that_comes_again_is_news_again() -> None:
    player = opened("birth")
    while player.where != "EventSheet":
        player.press("n")
    playing = player.playing
    when, title = playing.session.quarter, playing.speaker.event(playing.session.pending()[0])
    player.press("1")
    first, again = (Message(quarter, "loud", title) for quarter in (when, when + 8))
    assert playing._unanswered([first, again]) == [again]


def test_the_same_news_again_stands_there_once_and_is_the_newer() -> None:
    told = opened("wenzhou", 48).playing.notices[-1]
    playing = opened("wenzhou", 47).playing
    playing.notices = [replace(told, quarter=12)]
    playing.advance()
    assert [one for one in playing.notices if one.text == told.text] == [told]


def test_told_anew_in_another_language_the_gazette_is_out_once() -> None:
    player = opened("wenzhou", 12)
    player.press("l")
    player.waits()
    assert sum(message.kind == "page" for message in player.playing.notices) <= 1


@pytest.mark.parametrize("name", library.names_of_levels())
def test_goals_of_a_level_about_different_numbers_wear_different_signs(name: str) -> None:
    numbers = {goal.indicator for goal in level(name).goals if goal.kind != "fail"}
    assert numbers <= SIGNS.keys()
    assert len({SIGNS[number] for number in numbers}) == len(numbers)


def test_a_goal_says_its_figure_and_its_day_on_its_page_and_in_its_tip(written: set[str]) -> None:
    player = opened("birth", 4, (1920, 1080))
    player.tab_to("goals")
    tip = player.spot("goals").tip
    assert "0 of 4 quarters in a row" in tip
    assert tip.count("in 2008 Q1") == 2
    player.press("enter")
    player.waits()
    assert {"in 2008 Q1", "0 of 4 quarters in a row"} <= written


def test_the_goals_open_to_their_values() -> None:
    player = opened("wenzhou", 4, (1920, 1080))
    player.chooses("goals")
    assert player.where == "Goals"
