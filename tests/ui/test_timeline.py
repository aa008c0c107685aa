"""The timeline: looked through, gone back to, branched, named, laid side by side; at once, however long the run."""

import time

import pygame
import pytest

from game.content.language import Language
from game.explain import branches
from game.simulation.actions import Enact
from game.ui.preferences import Preferences
from game.ui.screens.compare import Compare
from game.ui.screens.rewind import Rewind
from tests.session.playing import opened as session_of
from tests.ui.player import Player, opened


def timeline(player: Player) -> Rewind:
    assert isinstance(player.top, Rewind)
    return player.top


def types(player: Player, text: str) -> None:
    player.happens(pygame.event.Event(pygame.TEXTINPUT, text=text))


def test_keys_look_through_time_by_quarters_years_and_to_its_ends() -> None:
    player = opened("birth", 12)
    player.press("r", "left")
    assert timeline(player).quarter == 11
    player.press("pageup")
    assert timeline(player).quarter == 7
    player.press("pagedown", "right")
    assert timeline(player).quarter == 12
    player.happens(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_HOME, mod=0, unicode="", scancode=0))
    assert timeline(player).quarter == 0


def test_the_pointer_looks_at_a_quarter_and_a_click_chooses_it() -> None:
    player = opened("birth", 12)
    player.press("r")
    plot = player.spot("scrub").rect
    player.points((plot.x + plot.width // 3, plot.centery))
    assert timeline(player).quarter == 12, "looking chooses nothing"
    player.clicks_at((plot.x + plot.width // 3, plot.centery))
    assert 3 <= timeline(player).quarter <= 5


def test_a_line_is_branched_named_and_switched() -> None:
    player = opened("birth", 4)
    player.press("r")
    player.chooses("rewind")
    session = player.playing.session
    assert (len(session.branches), session.current, player.where) == (2, 1, "Rewind")
    player.clicks("name")
    types(player, "Trust first")
    player.waits()
    assert session.branch.name == "Trust first"
    assert "Trust first" in player.spot("compare").key or player.where == "Rewind"
    player.clicks("line 0")
    assert session.current == 0
    player.press("r")
    assert "Trust first" in player.spot("line 1").tip


def test_a_name_is_kept_with_the_run() -> None:
    session = session_of("birth", 2)
    session.branch.name = "First try"
    session.branch_off("Second")
    again = type(session).replay(session.level, session.cards, session.record())
    assert [branch.name for branch in again.branches] == ["Second", "First try"]


def test_two_lines_are_laid_side_by_side_with_their_first_difference() -> None:
    player = opened("birth", 3)
    playing = player.playing
    playing.tries(Enact("trade_association"), "With it")
    for _ in range(3):
        playing.advance()
    player.press("r")
    player.clicks("compare")
    assert isinstance(player.top, Compare)
    said = branches.first_difference(playing.session, playing.speaker, 1, 0)
    assert "With it" in said
    assert playing.speaker.policy("trade_association") in said
    assert playing.speaker.date(3) in said
    player.clicks("number trust")
    chart = player.top.chart()
    assert [len(series.values) for series in chart.series] == [7, 4]
    assert [mark.quarter for mark in chart.marks] == [3]


def test_lines_without_a_difference_say_so() -> None:
    session = session_of("birth", 2)
    session.branch_off()
    speaker = opened("birth").playing.speaker
    assert session.branches[0].steps == session.branches[1].steps
    assert "nothing different" in branches.first_difference(session, speaker, 1, 0)
    assert all(not item.difference for item in branches.ends(session, 1, 0, ("firms", "trust")))


def test_going_far_back_takes_no_time() -> None:
    player = opened("reference", 120)
    player.press("r")
    began = time.perf_counter()
    player.playing.rewind(1)
    assert time.perf_counter() - began < 0.1
    assert player.quarter == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_names_of_lines_are_written_whole(language: Language, written: set[str]) -> None:
    player = opened("birth", 3, chosen=Preferences(language))
    playing = player.playing
    playing.tries(Enact("trade_association"), "A long name for a short line")
    player.press("r")
    written.clear()
    player.waits()
    assert any("A long name for a short line" in line for line in written)
    assert not [line for line in written if line.startswith("A long") and "…" in line]


def test_a_line_called_after_a_card_speaks_the_language_of_the_moment() -> None:
    playing = opened("birth", 4).playing
    card = playing.session.cards["trade_association"]
    playing.tries(Enact(card.id), card.name.zh)
    for playing.preferences.language in ("en", "zh"):
        said = branches.name_of(playing.session, playing.speaker, playing.session.current)
        assert said == card.name[playing.preferences.language]
    playing.session.branch.name = "Trust first"
    assert branches.name_of(playing.session, playing.speaker, playing.session.current) == "Trust first"
