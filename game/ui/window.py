"""Opens the window and keeps the clock: sixty frames a second until the player leaves."""

import os
from typing import TYPE_CHECKING, Any

import pygame

from game.content.authored import Language
from game.lab.workers import Workers
from game.ui.app import App
from game.ui.canvas import Canvas, NoDisplay
from game.ui.preferences import Preferences
from game.ui.screen import later
from game.ui.screens.title import Title
from game.ui.stack import Stack

if TYPE_CHECKING:
    from game.content.level import Level
    from game.ui.sound.player import Sound

FRAMES = 60
Trouble = tuple[str, dict[str, Any]]


def open_window(level: "Level | None", language: str | None) -> Trouble | None:
    """Open the window and play until the player leaves; returns what to say when it cannot be opened."""
    if not getattr(pygame, "IS_CE", False):
        return "old_pygame", {}
    preferences = Preferences.load(_asked(language) or "en")
    if language:
        preferences.language = _asked(language) or preferences.language
    try:
        canvas = Canvas(None, "Second Flourishing · 第二次繁荣")
    except NoDisplay:
        return "no_display", {}
    except pygame.error as error:
        return "no_window" if "DISPLAY" in os.environ else "no_display", {"cause": str(error)}
    title = Title(preferences)
    workers = Workers()
    sound: Sound = later("game.ui.sound.player").Sound()
    sound.open()
    app = App(canvas, preferences, Stack(title), workers=workers, sound=sound)
    if level is not None:
        app.stack.screens.append(later("game.ui.screens.brief").Brief(level, preferences, title))
    clock = pygame.time.Clock()
    try:
        while not app.stack.over:
            app.frame(clock.tick(FRAMES) / 1000)
    finally:
        sound.close()
        workers.close()
        canvas.close()
    return None


def _asked(language: str | None) -> Language | None:
    return "zh" if language == "zh" else "en" if language == "en" else None
