"""The futures are shown when they are known, never waited for, and say that they are the model's."""

from collections.abc import Iterator

import pytest

from game.lab import forecast, questions
from game.lab.workers import Workers
from game.simulation.actions import Enact
from game.ui.futures import LIMITS, WINDOW, Futures
from game.ui.preview_part import clearest
from game.ui.screens.policy import PolicySheet
from tests.lab.briefly import ask_briefly
from tests.session.playing import opened
from tests.ui.player import Player
from tests.ui.player import opened as window


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    """Workers that answer in this process, about few worlds."""
    ask_briefly(monkeypatch)
    workers = Workers(1)
    workers._broken = True
    yield workers
    workers.close()


def playing(here: Workers | None) -> Player:
    player = window("birth")
    player.app.workers = here
    return player


def _looks(player: Player) -> None:
    for _ in range(5):
        player.waits()


def test_nothing_is_looked_for_where_nobody_can_look() -> None:
    seen = Futures()
    seen.look(None, opened().branch, resting=True)
    assert seen.forecast is None
    assert "futures" not in playing(None).stops


def test_the_panel_opens_to_the_futures(here: Workers) -> None:
    player = playing(here)
    _looks(player)
    assert "futures" in player.stops
    player.press("o")
    assert player.where == "FuturesSheet"
    _looks(player)
    player.clicks("future trust")
    player.press("esc")
    assert player.where == "Region"


def test_a_new_quarter_is_looked_at_anew(here: Workers) -> None:
    session, seen = opened(), Futures()
    for _ in range(4):
        seen.look(here, session.branch, resting=True)
    assert seen.forecast is not None
    assert seen.forecast.at == 0
    assert seen.window is not None
    assert seen.limits is not None
    session.advance()
    for _ in range(4):
        seen.look(here, session.branch, resting=True)
    assert seen.forecast.at == 1


def test_a_decision_changes_the_futures(here: Workers) -> None:
    session, seen = opened("birth", 3), Futures()
    for _ in range(3):
        seen.look(here, session.branch, resting=True)
    before = seen.forecast
    session.do(Enact("tax_holiday"))
    for _ in range(3):
        seen.look(here, session.branch, resting=True)
    assert seen.forecast is not before


def test_while_time_runs_the_long_questions_are_asked_once_a_year(here: Workers) -> None:
    session, seen, asked = opened(), Futures(), []
    ask = here.ask
    here.ask = lambda name, question: (asked.append(name), ask(name, question))  # type: ignore[assignment,func-returns-value]
    for _ in range(9):
        session.advance()
        for _ in range(3):
            seen.look(here, session.branch, resting=False)
    assert asked.count("futures") == 9
    assert asked.count(WINDOW) <= 3
    assert asked.count(LIMITS) <= 3


def test_no_future_goes_far_beyond_the_end_of_the_level(here: Workers) -> None:
    session, seen = opened(), Futures()
    for _ in range(3):
        seen.look(here, session.branch, resting=True, end=20)
    assert seen.forecast is not None
    assert seen.forecast.horizon == 20


def test_a_card_tells_what_it_may_change(here: Workers) -> None:
    player = playing(here)
    _looks(player)
    player.clicks("card trade_association")
    _looks(player)
    playing_now = player.top.playing  # type: ignore[attr-defined]
    seen = playing_now.futures.preview
    assert seen is not None
    told = clearest(seen, playing_now.speaker)
    assert set(told) <= set(seen.bands)
    assert told[0] == "trust", "what a card moves farthest stands first, and is drawn"
    assert told[-1] == "treasury", "what it costs stands last"


def test_a_futures_question_is_about_the_present(here: Workers) -> None:
    session = opened()
    session.advance()
    assert questions.of_futures(session.branch.region).here().at == 1
    assert forecast.moment(session.branch.region).state.quarter == 1


def test_the_button_that_starts_a_card_is_whole_in_sight_whatever_the_futures_say(here: Workers) -> None:
    player = playing(here)
    player.clicks("card incubator")
    _looks(player)
    assert player.playing.futures.preview is not None
    start = player.spot("start")
    assert start.seen.size == start.rect.size


@pytest.mark.parametrize(("name", "asked"), [("birth", False), ("wenzhou", True)])
def test_a_card_speaks_of_a_second_flourishing_where_a_level_lasts_long_enough(
    here: Workers, written: set[str], name: str, asked: bool
) -> None:
    player = window(name)
    player.app.workers = here
    player.app.stack.screens.append(PolicySheet(player.playing, "training_centre"))
    _looks(player)
    assert player.playing.futures.preview is not None
    assert ("Chance of a second flourishing" in written) is asked
    assert any(f"of {player.playing.futures.preview.worlds} futures" in line for line in written)
