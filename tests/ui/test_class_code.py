"""A class code typed in the window opens the world of the class, and says what is wrong where it does not."""

import pygame
import pytest

from game.classroom.code import code_for
from game.classroom.hand_in import verify
from game.session import store
from game.ui.preferences import Preferences
from game.ui.screens.brief import Brief
from tests.session.playing import level
from tests.ui.player import Player


@pytest.fixture
def player(tmp_path, monkeypatch) -> Player:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    found = Player.sits_down((1280, 720), Preferences("en"))
    found.chooses("class")
    return found


def typed(player: Player, text: str) -> None:
    player.happens(pygame.event.Event(pygame.TEXTINPUT, text=text))


def test_a_code_opens_the_level_with_its_dice_under_a_name_from_the_list(player: Player) -> None:
    typed(player, code_for(level("birth"), 4242))
    player.press("enter")
    assert isinstance(player.top, Brief)
    assert (player.top.level.id, player.top.seed) == ("birth", 4242)
    name = player.top.player
    player.press("enter")
    assert player.playing.session.seed == 4242
    assert player.playing.session.record().player == name != ""


def test_nobody_in_a_class_changes_the_dice(player: Player) -> None:
    typed(player, code_for(level("birth"), 4242))
    player.press("enter")
    assert not any(spot.key.startswith("dice") for spot in player.spots)


def test_a_mistyped_code_opens_nothing_and_says_why(player: Player) -> None:
    written = code_for(level("birth"), 4242)
    typed(player, written[:-1] + ("A" if written[-1] != "A" else "B"))
    player.press("enter")
    assert player.where == "ClassCode"
    assert "wrong" in player.spot("open").tip


def test_the_name_can_be_changed_by_keys_alone(player: Player) -> None:
    before = player.top.name
    player.chooses("name next")
    assert player.top.name != before


def test_escape_goes_back_to_the_title(player: Player) -> None:
    player.press("esc")
    if player.where == "ClassCode":  # the first Esc leaves the field
        player.press("esc")
    assert player.where == "Title"


def test_a_class_run_is_handed_in_at_the_end_and_counts(player: Player, tmp_path) -> None:
    typed(player, code_for(level("birth"), 4242))
    player.press("enter", "enter")
    for _ in range(60):
        if player.where == "Ending":
            break
        if player.where != "Region":
            player.press("esc")
        player.press("n")
    for _ in range(2):
        player.chooses("go_on")
    player.chooses("hand_in")
    (made,) = (tmp_path / "hand_ins").glob("*.json")
    found = verify(made)
    assert found.mark == "good"
    assert found.recording is not None
    assert found.recording.player
