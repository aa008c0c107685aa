"""Learning in the window: offered, never pressed on anybody, by mouse and by keys, and sealed is sealed."""

import json
from pathlib import Path

import pytest

from game.content import library
from game.content.level_teaching import Statistics
from game.session import notebook
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screens.brief import Brief
from game.ui.screens.predict import Predict
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.stack import Stack
from tests.session.playing import level
from tests.ui.player import Player, opened


def predicting(quarters: int = 8) -> Player:
    player = opened("birth", quarters)
    player.press("p")
    assert player.where == "Predict"
    return player


def page(player: Player) -> Predict:
    assert isinstance(player.top, Predict)
    return player.top


def test_points_are_drawn_by_pressing_and_the_line_is_sealed() -> None:
    player = predicting()
    column = player.spot("point 2").rect
    player.clicks_at((column.centerx, column.y + column.height // 4))
    low, high = page(player).ends
    assert page(player).values[2] == pytest.approx(low + 0.75 * (high - low), rel=0.03)
    expected = list(page(player).values)
    player.clicks("seal")
    assert player.where == "Region"
    [sealed] = player.playing.session.predictions
    assert list(sealed.values) == pytest.approx(expected, rel=1e-3)
    assert len(sealed.low) == len(sealed.quarters) == 6
    player.press("p")
    player.clicks("seal")
    assert player.where == "Predict"
    assert page(player).trouble
    assert player.playing.session.predictions == [sealed]


def test_the_line_is_drawn_by_keys_alone() -> None:
    player = predicting()
    before = list(page(player).values)
    player.press("right", "up", "up", "shift+up", "left", "down")
    step = (page(player).ends[1] - page(player).ends[0]) / 40
    assert page(player).values[1] == pytest.approx(before[1] + 12 * step)
    assert page(player).values[0] == pytest.approx(max(before[0] - step, 0))
    player.tab_to("point 4")
    player.press("enter", "up")
    assert page(player).active == 4
    assert page(player).values[4] == pytest.approx(before[4] + step)
    player.chooses("seal")
    assert len(player.playing.session.predictions) == 1


@pytest.mark.parametrize("shape", ["rise", "level", "peak", "fall"])
def test_a_shape_is_chosen_by_one_press_and_its_turn_is_moved(shape: str) -> None:
    player = predicting()
    start = page(player).start
    player.clicks(f"tab shape {shape}")
    values = list(page(player).values)
    assert (values[-1] < start) if shape in ("fall",) else max(values) > start
    if shape == "peak":
        top = values.index(max(values))
        player.clicks("peak later")
        assert page(player).values.index(max(page(player).values)) == top + 1
    player.clicks("seal")
    assert len(player.playing.session.predictions) == 1


def test_any_of_the_listed_numbers_can_be_predicted() -> None:
    player = predicting()
    player.clicks("tab trust")
    assert page(player).ends == (0.0, 1.0)
    player.clicks("seal")
    assert player.playing.session.predictions[0].indicator == "trust"


def test_too_near_the_end_it_is_said_that_it_is_too_late() -> None:
    player = predicting(38)
    assert "seal" not in player.stops
    player.press("esc")
    assert player.where == "Region"


def ends(player: Player) -> Player:
    while player.quarter < 39:
        player.playing.advance()
    for _ in range(40):
        if player.playing.session.outcome().ended:
            break
        player.press("1" if player.where == "EventSheet" else "n" if player.where == "Region" else "esc")
    return player


def test_what_was_predicted_is_opened_at_the_end_before_the_ending() -> None:
    player = predicting()
    player.clicks("tab shape peak")
    player.clicks("seal")
    ends(player)
    assert player.where == "Revealed"
    player.press("esc")
    assert player.where == "Ending"


def test_enter_goes_on_from_a_prediction_as_its_red_button_says() -> None:
    player = predicting()
    player.clicks("seal")
    ends(player)
    player.press("enter")
    assert player.where in ("PromptSheet", "Ending")


def test_a_prediction_far_off_leads_to_the_question_why_and_its_answer_is_recorded() -> None:
    player = predicting()
    page(player).values = [page(player).ends[1]] * 6
    player.clicks("seal")
    ends(player)
    player.clicks("prompt")
    assert player.where == "PromptSheet"
    player.press("1", "2")
    player.clicks("answer")
    [said] = [one for one in player.playing.session.said if one.kind == "explain"]
    assert said.right in (0.0, 0.5, 1.0)
    player.press("3")
    player.clicks("go on")
    assert player.where == "Ending"
    assert player.playing.session.said.count(said) == 1


def test_the_level_asks_by_a_slip_where_one_steps_and_by_a_sheet_where_time_runs() -> None:
    player = opened("birth", 7)
    player.press("n")
    assert player.where == "Region"
    player.clicks("asked*")
    assert player.where == "Predict"
    running = opened("birth", 7)
    running.press("4")
    running.waits(0.6)
    assert running.where == "Predict"
    running.press("esc")
    running.waits(1.0)
    assert running.quarter > 8


def test_questions_before_and_after_are_offered_and_what_they_show_is_kept() -> None:
    player = opened("birth")
    player.clicks("questions before")
    for _ in range(3):
        player.press("a", "enter")
    assert len([one for one in player.playing.session.said if one.kind == "before"]) == 3
    player.press("esc")
    ends(player)
    player.press("esc")
    player.clicks("questions after")
    for _ in range(4):
        player.press("1", "space")
    assert len([one for one in player.playing.session.said if one.kind == "after"]) == 4
    kept = json.loads(notebook.path().read_text("utf-8"))
    assert kept["concepts"]["entry"]["marks"]["seen"]


def test_a_class_is_asked_in_histories_too_and_nobody_else_is() -> None:
    assert "questions before" not in opened("h12_milan").stops
    preferences = Preferences("en")
    title, playing = Title(preferences), Playing.begin(level("h12_milan"), preferences, 1)
    playing.session.player = "Calm Otter"
    player = Player(App(Paper.of((1280, 720)), preferences, Stack(title, Region(playing, title))))
    player.waits()
    player.clicks("questions before")
    assert player.where == "Questions"


def test_an_offer_can_be_put_away() -> None:
    player = opened("birth")
    player.clicks("away questions before")
    assert not [key for key in player.stops if "questions" in key]


def test_a_question_answered_by_mouse_tells_why_after_play_only() -> None:
    player = opened("birth", 40)
    player.clicks("questions after")
    player.clicks("answer 0")
    before = len(player.playing.session.said)
    player.clicks("answer 1")
    assert len(player.playing.session.said) == before


def test_the_council_shows_three_advisers_and_leads_to_reasons_cards_and_sheets() -> None:
    player = opened("birth", 12)
    player.press("a")
    assert {"why treasury", "why college", "why guild"} <= {spot.key for spot in player.spots}
    for key, where in (("why guild", "Why"), ("card guild", "PolicySheet"), ("marks", "MarksSheet"),
                       ("diagnose", "DiagnosisSheet"), ("predict", "Predict")):  # fmt: skip
        player.clicks(key)
        assert player.where == where
        player.press("esc")
        assert player.where == "Council"


def test_before_a_year_has_passed_the_council_says_so() -> None:
    player = opened("birth", 1)
    player.press("a")
    assert "why guild" not in player.stops
    player.clicks("diagnose")


def test_a_diagnosis_is_noted_by_keys_and_by_mouse() -> None:
    player = opened("birth", 4)
    player.press("d", "3")
    player.clicks("more p_growth")
    player.chooses("note down")
    [said] = player.playing.session.diagnoses
    assert said.shares == (0.0, pytest.approx(1 / 11, abs=1e-3), pytest.approx(10 / 11, abs=1e-3), 0.0, 0.0)
    assert player.where == "Region"


def rough(quarters: int) -> Player:
    changed = level().model_copy(update={"statistics": Statistics(lag=2, noise=0.1)})
    preferences = Preferences("en")
    title = Title(preferences)
    playing = Playing.begin(changed, preferences, 1)
    for _ in range(quarters):
        playing.advance()
    player = Player(App(Paper.of((1280, 720)), preferences, Stack(title, Region(playing, title))))
    player.waits()
    return player


def test_where_figures_are_rough_the_screen_says_so_and_asks_for_the_phase_every_five_years(written: set[str]) -> None:
    player = rough(20)
    assert any("Estimates" in line for line in written)
    player.clicks("phase 20")
    assert player.where == "DiagnosisSheet"
    assert player.playing.series("firms") != [
        float(value) for value in player.playing.session.branch.region.history["firms"][:, 0]
    ]


def test_who_knows_a_lesson_shows_it_in_three_questions() -> None:
    preferences = Preferences("en")
    title = Title(preferences)
    player = Player(App(Paper.of((1280, 720)), preferences, Stack(title, Brief(level(), preferences, title))))
    player.waits()
    player.clicks("known")
    for _ in range(3):
        top = player.top
        one = top.asked[top.at][0]  # type: ignore[attr-defined]
        player.clicks(f"answer {one.right}")
        player.clicks("next")
    player.clicks("go on")
    assert notebook.knows("birth")
    assert "known" not in player.stops


def test_a_damaged_notebook_is_told_and_kept_aside(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "notebook.json").write_text("{", encoding="utf-8")
    player = opened("birth")
    assert "notebook.damaged-1.json" in player.playing.said
    assert (home / "notebook.damaged-1.json").read_text("utf-8") == "{"
    assert library.questions()


def test_what_was_said_is_listed_and_compared_at_the_end(written: set[str]) -> None:
    player = predicting()
    player.clicks("seal")
    player.press("d", "2")
    player.clicks("note down")
    player.press("a")
    player.clicks("said")
    assert player.where == "Expected"
    assert "open 0" not in player.stops
    assert not any("measured" in line for line in written)
    player.press("esc", "esc")
    ends(player)
    while player.where != "Region":
        player.press("esc")
    player.press("a")
    player.clicks("said")
    assert any("measured" in line for line in written)
    player.clicks("open 0")
    assert player.where == "Revealed"
