"""Who has won a level sees how else it can be won, and why each step is taken."""

import pygame
import pytest

from game.content.language import Language
from game.lab.governing import plan_of
from game.session import progress, store
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.debrief.worked import example
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screens.brief import Brief
from game.ui.screens.ending import Ending
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.screens.watch import Watch
from game.ui.stack import Stack
from tests.session.playing import level
from tests.ui.player import USUAL, Player


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


def test_who_watches_sees_the_solution_done_step_by_step_and_nothing_of_it_is_kept() -> None:
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
    assert progress.of("trust") == progress.Record()
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
        player.waits(0.5)
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
