"""Who has won a level sees how else it can be won, and why each step is taken."""

import pygame
import pytest

from game.content.authored import Language
from game.lab.governing import plan_of
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.debrief.worked import example
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screens.ending import Ending
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.stack import Stack
from tests.session.playing import level


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
    assert [why for _, _, why in told] == notes
    assert len({deed for _, deed, _ in told}) == len(told) == 6
    assert isinstance(app.canvas.surface, pygame.Surface)


def test_who_has_not_won_is_not_told() -> None:
    playing, _, _ = ended("en", governed=False)
    assert not playing.session.outcome().won
    assert example(playing) == []
