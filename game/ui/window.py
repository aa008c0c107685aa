"""Opens the window and keeps the clock: sixty frames a second until the player leaves."""

import os
from typing import TYPE_CHECKING, Any

import pygame

from game.content.language import Language
from game.ui.app import App
from game.ui.canvas import Canvas, NoDisplay
from game.ui.preferences import Preferences
from game.ui.screen import later
from game.ui.screens.title import Title
from game.ui.stack import Stack

if TYPE_CHECKING:
    from game.content.level import Level

FRAMES = 60
Trouble = tuple[str, dict[str, Any]]


def open_window(level: "Level | None", language: str | None, usual: Language = "en") -> Trouble | None:
    """Open the window and play until the player leaves; returns what to say when it cannot be opened.

    Args:
        level: To begin with; without one the title opens.
        language: The one asked for.
        usual: The computer's, for who comes for the first time.
    """
    if not getattr(pygame, "IS_CE", False):
        return "old_pygame", {}
    preferences = Preferences.load(_asked(language) or usual)
    if language:
        preferences.language = _asked(language) or preferences.language
    try:
        canvas = Canvas(None, "Second Flourishing · 第二次繁荣")
    except NoDisplay:
        return "no_display", {}
    except pygame.error as error:
        return "no_window" if "DISPLAY" in os.environ else "no_display", {"cause": str(error)}
    title = Title(preferences)
    app = App(canvas, preferences, Stack(title))
    if level is not None:
        app.stack.screens.append(later("game.ui.screens.brief").Brief(level, preferences, title))
    try:
        _live(app)
    finally:
        for helper in (app.voice, app.sound, app.workers, canvas):
            if helper is not None:
                helper.close()
    return None


def _live(app: App) -> None:
    """Draw frame after frame. Ears and workers come once something is to be seen."""
    clock = pygame.time.Clock()
    while not app.stack.over:
        app.frame(clock.tick(FRAMES) / 1000)
        if app.sound is None:
            app.workers = later("game.lab.workers").Workers()
            app.sound = later("game.ui.sound.player").Sound()
            app.sound.open()


def _asked(language: str | None) -> Language | None:
    return "zh" if language == "zh" else "en" if language == "en" else None
