"""Who has won a level sees how else it can be won, and why each step is taken."""

import pygame
import pytest

from game.content import library
from game.content.language import Language
from game.content.words import words
from game.explain import checks
from game.explain.speech import Speaker
from game.explain.worked import handed_over, next_fade
from game.lab.governing import plan_of
from game.plain.example import example as example_told
from game.session import progress, store
from game.session.session import Session
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.debrief.worked import example
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screens.brief import Brief
from game.ui.screens.ending import Ending
from game.ui.screens.question import Questions
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.screens.watch import Watch
from game.ui.stack import Stack
from tests.session.playing import level
from tests.ui.player import USUAL, Player, opened


def ended(language: Language, governed: bool) -> tuple[Playing, App, Ending]:
    """Play the lesson of trust to its end, by its own solution or not at all, and look at the last step."""
    preferences = Preferences(language)
    title, trust = Title(preferences), level("trust")
    playing = Playing.begin(trust, preferences, 1)
    plan = plan_of(trust) if governed else []
    for quarter in range(trust.quarters):
        for due, action in plan:
            if due == quarter:
                playing.session.do(action)
        playing.advance()
    ending = Ending(playing, Region(playing, title))
    ending.step = "next"
    app = App(Paper.of((1280, 720)), preferences, Stack(title, ending))
    app.frame(0.016)
    return playing, app, ending


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_solution_is_told_with_its_reasons_after_a_win(language: Language) -> None:
    playing, app, _ = ended(language, governed=True)
    assert playing.session.outcome().won
    told = example(playing)
    notes = [step.note[language] for step in playing.session.level.solution if step.note]
    assert [deed.why for deed in told] == notes
    assert len({deed.said for deed in told}) == len(told) == 6
    assert isinstance(app.canvas.surface, pygame.Surface)


def test_who_has_not_won_is_not_told() -> None:
    playing, _, _ = ended("en", governed=False)
    assert not playing.session.outcome().won
    assert example(playing) == []


def watching(language: Language = "en", size: tuple[int, int] = USUAL, text: float = 1.0) -> tuple[Player, Watch]:
    """Open the lesson of trust at its brief, and watch it played."""
    preferences = Preferences(language, text=text)
    player = Player.sits_down(size, preferences)
    player.app.stack.screens.append(Brief(level("trust"), preferences, player.top))
    player.waits()
    player.chooses("watch")
    assert isinstance(player.top, Watch)
    return player, player.top


def test_who_watches_sees_the_solution_done_step_by_step_and_no_play_of_it_is_kept() -> None:
    player, watch = watching()
    trust, session = level("trust"), watch.playing.session
    while not watch.ended:
        player.press("n")
        due = [step for step in plan_of(trust) if step[0] <= session.quarter]
        assert len(watch.done) <= len(due)
    assert [(step.quarter, step.action) for step in session.branch.steps] == [
        (deed.step.quarter, deed.step.action) for number, deed in enumerate(watch._deeds()) if number in watch.done
    ]
    assert session.outcome().won
    assert progress.of("trust") == progress.Record(followed="whole"), "followed, and neither played nor won"
    assert not store.path_of(store.AUTOSAVE).exists()
    player.chooses("begin")
    assert isinstance(player.top, Region)
    assert player.playing.session.quarter == 0


def test_time_waits_at_a_decision_unless_one_is_in_a_hurry() -> None:
    player, watch = watching()
    player.press("2")
    while watch.running:
        player.waits(2.5)
    assert watch.done
    assert watch.playing.session.branch.steps[-1].quarter == watch.playing.session.quarter
    player.press("4")
    before = watch.playing.session.quarter
    for _ in range(12):
        player.waits(1.1)
    assert watch.running
    assert watch.playing.session.quarter >= before + 10
    player.press("space")
    assert not watch.running
    player.press("esc")
    assert isinstance(player.top, Brief)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_of_it_can_be_reached_in_large_type_and_read(language: Language) -> None:
    player, watch = watching(language, text=2.0)
    for _ in range(12):
        player.press("n")
    assert {"pause", "step", "speed 1", "begin", "back"} <= set(player.stops)
    assert all(spot.rect.right <= 1280 and spot.rect.bottom <= 720 for spot in player.spots if spot.key == "back")
    player.press("l")
    assert watch._deeds()[0].said != ""


def test_who_tried_twice_and_has_not_won_is_offered_it_in_so_many_words(written: set[str]) -> None:
    player, watch = watching()
    stuck = player.kit.words("watch.stuck")
    assert not any(stuck.startswith(line) for line in written if len(line) > 8)
    for _ in range(2):
        progress.finished("trust", watch.playing.session.outcome())
    player.press("esc")
    written.clear()
    player.app.stack.screens[-1] = Brief(level("trust"), player.app.preferences, player.app.stack.screens[0])
    player.waits()
    assert any(stuck.startswith(line) for line in written if len(line) > 8)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_example_that_fades_is_taken_over_before_its_last_steps_and_does_not_count_as_won(
    language: Language,
) -> None:
    player, _ = watching(language)
    player.press("esc")
    player.chooses("finish")
    watch, trust = player.top, level("trust")
    assert isinstance(watch, Watch)
    while not watch.ended:
        player.press("n")
    shown = watch.playing.session.quarter
    assert shown == handed_over(trust) == 24
    assert [step.quarter for step in watch.playing.session.branch.steps] == [0, 4, 5, 12]
    player.press("n")
    assert watch.playing.session.quarter == shown, "time waits for the player"
    player.chooses("take over")
    assert player.where == "Region"
    playing = player.playing
    assert (playing.session.quarter, playing.session.worked) == (shown, shown)
    for due, action in plan_of(trust):
        while playing.session.quarter < due:
            playing.advance()
        if due >= shown:
            playing.session.do(action)
    while playing.advance():
        pass
    assert playing.session.outcome().won
    assert progress.of("trust") == progress.Record(followed="part")
    assert len(example(playing)) == 6, "afterwards it is told how the example goes on"


def test_from_the_whole_example_one_goes_on_to_the_one_that_fades_and_then_alone(written: set[str]) -> None:
    player, watch = watching()
    for _ in range(level("trust").quarters):
        player.press("n")
    assert watch.ended
    player.chooses("part")
    assert isinstance(player.top, Watch)
    assert player.top.example.fade == "part"
    progress.followed("trust", "part")
    assert next_fade(level("trust"), progress.read()) == "alone"
    assert next_fade(level("labour"), progress.read()) == "part", "on another level it has faded by one step"
    progress.followed("birth", "whole")
    assert next_fade(level("labour"), progress.read()) == "alone"
    player.press("esc")
    written.clear()
    player.app.stack.screens[-1] = Brief(level("trust"), player.app.preferences, player.app.stack.screens[0])
    player.waits()
    assert any("could be yours alone" in line for line in written)
    assert {"watch", "finish", "begin"} <= set(player.stops), "nothing is taken from anybody"


@pytest.mark.parametrize(("right", "offered"), [(0, True), (1, True), (2, False), (3, False)])
def test_an_example_is_offered_first_to_whom_the_questions_before_play_show_as_new(right: int, offered: bool) -> None:
    player = opened("trust")
    player.chooses("questions before")
    asked = checks.check(level("trust"), "before", 1)
    for number, one in enumerate(asked):
        wrong = next(k for k, answer in enumerate(one.answers) if not answer.right)
        player.chooses(f"answer {one.right if number < right else wrong}")
        player.chooses("next")
    assert ("example" in player.stops) == offered
    if offered:
        said = list(player.playing.session.said)
        player.chooses("example")
        player.press("esc")
        assert player.where == "Region", "it may be left"
        assert player.playing.session.said == said


def test_what_was_answered_before_goes_along_with_the_run_that_an_example_begins() -> None:
    player = opened("trust")
    session = player.playing.session
    for one in checks.check(level("trust"), "before", 1):
        checks.answer(session, one, next(k for k, a in enumerate(one.answers) if not a.right), "before")
    session.player = "Amber Fox"
    questions = Questions(player.playing, [])
    player.app.stack.take(questions._watch("part"))
    watch = player.top
    assert isinstance(watch, Watch)
    while not watch.ended:
        watch.step()
    player.waits()
    player.chooses("take over")
    assert player.playing.session is not session
    assert (player.playing.session.said, player.playing.session.player) == (session.said, "Amber Fox")


def test_what_the_dice_do_not_allow_is_told_in_the_window_and_in_the_terminal(written: set[str]) -> None:
    trust = level("trust")
    first = trust.solution[0]
    again = first.model_copy(update={"quarter": first.quarter + 1, "note": None})
    twice = trust.model_copy(update={"solution": (first, again, *trust.solution[1:])})
    title = Title(Preferences("en"))
    watch = Watch(twice, Preferences("en"), title, 1)
    app = App(Paper.of((1920, 1080)), Preferences("en"), Stack(title, watch))
    app.frame(0.016)
    say = app.kit.words if app.kit else None
    assert say is not None
    assert say("watch.left") not in written, "not before it was due"
    while not watch.example.left:
        watch.step()
    app.frame(0.016)
    assert say("watch.left") in written
    assert (watch.example.done, watch.example.left) == ([0], [1])
    assert watch.example.ahead == len(twice.solution) - 2
    session = Session.open(twice, library.policies(), 1)
    lines = example_told(session, ["whole"], Speaker(words("en"), twice, session.cards))
    assert lines.count(say("watch.left")) == 1
