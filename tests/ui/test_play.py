"""The first level is played to its end, once by keys alone and once by the mouse alone; only events reach the game."""

from game.ui.screens.ending import Ending
from tests.ui.player import Player

MOST_QUARTERS = 60


def answered_by_keys(player: Player) -> None:
    """Answer an event with the second answer, or with the first where the second cannot be paid."""
    for key in ("2", "1"):
        if player.where == "EventSheet":
            player.press(key)
    assert player.where in ("Region", "Ending")


def test_a_level_is_played_to_its_end_by_keys_alone() -> None:
    player = Player.sits_down()
    player.chooses("levels")
    player.chooses("level birth")
    assert player.where == "Brief"
    player.chooses("begin")
    assert player.where == "Region"

    player.chooses("card incubator")
    assert player.where == "PolicySheet"
    player.chooses("start")
    assert player.where == "Region"
    assert [step.action.policy for step in player.playing.session.branch.steps] == ["incubator"]

    player.press("n", "n", "w")
    assert player.where == "Why"
    player.chooses("span 0")
    player.press("pagedown", "esc")
    player.press("4")
    for _ in range(2_000):
        if player.where == "Ending":
            break
        if player.where == "EventSheet":
            quarter = player.quarter
            player.waits(3)
            assert player.quarter == quarter, "time runs on while an event waits"
            answered_by_keys(player)
        if player.where in ("Predict", "Revealed", "PromptSheet"):
            player.press("esc")
        player.waits(0.4)
    assert player.where == "Ending"
    assert {"Title", "Levels", "Brief", "Region", "PolicySheet", "Why", "EventSheet", "Ending"} <= player.seen
    player.chooses("leave")
    assert player.layers == ["Title"]


def test_a_level_is_played_to_its_end_by_the_mouse_alone() -> None:
    player = Player.sits_down()
    player.clicks("levels")
    player.clicks("level birth")
    player.clicks("begin")
    player.clicks("card missing_link")
    player.clicks("start")
    assert [step.action.policy for step in player.playing.session.branch.steps] == ["missing_link"]
    player.clicks("number firms")
    assert player.where == "Why"
    player.clicks("close")
    player.clicks("step")
    player.clicks("number mean_margin")
    player.clicks("bar *")
    player.clicks("concept")
    assert player.where == "Concept"
    player.clicks("close")
    player.clicks("close")
    player.clicks("place 0")
    assert player.where == "PlaceSheet"
    player.clicks("firm row *")
    assert player.where == "FirmSheet"
    player.clicks("close")
    player.clicks("close")
    for _ in range(MOST_QUARTERS):
        if player.where == "EventSheet":
            player.clicks("choice *")
        elif player.where == "Region":
            player.clicks("step")
    assert player.where == "Ending"
    assert player.playing.session.outcome().ended
    player.clicks("leave")
    assert player.where == "Title"
    player.clicks("continue")
    player.clicks("pause")
    assert isinstance(player.top, Ending), "the run was kept, with its end"


def test_a_level_is_played_at_twice_the_size_in_chinese_in_a_small_window() -> None:
    player = Player.sits_down((1024, 600))
    player.chooses("settings")
    player.chooses("language zh")
    player.chooses("text 2.0")
    player.press("esc")
    player.clicks("levels")
    player.clicks("level birth")
    player.clicks("begin")
    player.clicks("desk")
    player.clicks("card *")
    player.chooses("start")
    assert len(player.playing.session.branch.steps) == 1
    for _ in range(MOST_QUARTERS):
        player.press("n")
        if player.where == "EventSheet":
            player.clicks("choice *")
    assert player.where == "Ending"
