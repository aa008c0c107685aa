"""The loop: the only reader of the clock. Events go to the top screen, its turns move the stack, it draws."""

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pygame

from game.content.authored import Language
from game.content.words import words
from game.lab.workers import Workers
from game.ui import shapes
from game.ui.canvas import Canvas, NoDisplay, Paper
from game.ui.focus import moved
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Screen, Turn, later
from game.ui.screens.title import Title
from game.ui.stack import Stack
from game.ui.theme import THEMES

if TYPE_CHECKING:
    from game.content.level import Level

FRAMES = 60
Trouble = tuple[str, dict[str, Any]]

_ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}


@dataclass
class App:
    """The window's life: what is shown, what has the focus, what was scrolled."""

    canvas: Paper
    preferences: Preferences
    stack: Stack
    kit: Kit | None = None
    focus: str = ""
    by_keys: bool = False
    scrolls: dict[str, float] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    workers: Workers | None = None
    _held: str = ""
    _below: tuple[Any, pygame.Surface] | None = None

    def frame(self, seconds: float) -> None:
        """Take what happened, let time pass, and draw."""
        self.seconds += seconds
        for event in self.canvas.events():
            self._take(event)
            if self.stack.over:
                return
        self._turn(self.stack.top.pass_time(seconds))
        if not self.stack.over:
            self.draw()

    def draw(self) -> None:
        """Draw the top screen; a sheet lies over a blurred picture of what is below it."""
        top = self.stack.top
        lowest = len(self.stack.screens) - 1
        while lowest > 0 and self.stack.screens[lowest].sheet:
            lowest -= 1
        kit = self._drawn(top, lowest)
        if top.sheet and kit.lengths != self.lengths:
            # Only now is it known how long the sheet's content is: draw it again, at its own size.
            self.lengths = kit.lengths
            kit = self._drawn(top, lowest)
        self.lengths = kit.lengths
        kit.tooltip()
        self.kit = kit
        self.canvas.show()

    def _drawn(self, top: Screen, lowest: int) -> Kit:
        """Draw the top screen over what lies below it."""
        if top.sheet:
            self.canvas.surface.blit(self._backdrop(lowest), (0, 0))
        kit = self._kit()
        top.draw(kit)
        return kit

    def _kit(self) -> Kit:
        chosen = self.preferences
        return Kit(
            self.canvas.surface, THEMES[chosen.theme], words(chosen.language), chosen.text, chosen.motion,
            self.canvas.where(), self.focus, self.by_keys, scrolls=self.scrolls, seconds=self.seconds,
            lengths=dict(self.lengths), workers=self.workers,
        )  # fmt: skip

    def _backdrop(self, lowest: int) -> pygame.Surface:
        """Draw what lies below the sheets once, and keep it until something about it changes."""
        chosen, screen = self.preferences, self.stack.screens[lowest]
        made_for = (id(screen), self.canvas.size, chosen.theme, chosen.language, chosen.text)
        if self._below is None or self._below[0] != made_for:
            kit = self._kit()
            kit.pointer, kit.focus = (-1, -1), ""
            screen.draw(kit)
            theme = kit.theme
            cover = 0.74 if theme.soft else 0.9
            self._below = made_for, shapes.blurred(self.canvas.surface, theme.paper, cover, max(kit.px(3), 2))
        return self._below[1]

    def _turn(self, turn: Turn | None) -> None:
        """Move the stack."""
        if self.stack.take(turn):
            self.focus, self.by_keys, self._held = "", self.by_keys, ""
            if not self.stack.over and not self.stack.top.sheet:
                self._below = None

    def _take(self, event: pygame.event.Event) -> None:
        """Take one event."""
        if event.type == pygame.QUIT:
            self.stack.screens.clear()
        elif event.type == pygame.KEYDOWN:
            self._key(event)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.by_keys = False
            spot = self.kit.spot_at(event.pos) if self.kit else None
            self._held = spot.key if spot else ""
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            spot = self.kit.spot_at(event.pos) if self.kit else None
            if spot is not None and spot.key == self._held:
                self._turn(spot.press())
        elif event.type == pygame.MOUSEWHEEL:
            self._wheel(event.y)
        elif event.type == pygame.MOUSEMOTION and any(event.rel):
            self.by_keys = False

    def _wheel(self, step: int) -> None:
        """Scroll what is under the pointer, or let the screen zoom."""
        at = self.canvas.where()
        for key, (rect, most) in (self.kit.areas if self.kit else {}).items():
            if rect.collidepoint(at) and most > 0:
                self.scrolls[key] = min(max(self.scrolls.get(key, 0.0) - 60 * step, 0.0), most)
                return
        self.stack.top.wheel(step, at)

    def _key(self, event: pygame.event.Event) -> None:
        """Move the focus, press what has it, or give the key to the screen."""
        key, kit, own = event.key, self.kit, self.stack.top.own_keys
        if key == pygame.K_F11 and isinstance(self.canvas, Canvas):
            self.canvas.full()
        elif key == pygame.K_TAB and kit:
            self.focus, self.by_keys = moved(kit, -1 if event.mod & pygame.KMOD_SHIFT else 1), True
        elif key in _ARROWS and kit and not event.mod & pygame.KMOD_ALT and kit.spots and key not in own:
            self.focus, self.by_keys = moved(kit, _ARROWS[key]), True
        elif key in (pygame.K_RETURN, pygame.K_KP_ENTER) and kit and self.by_keys and kit.focused():
            spot = kit.focused()
            self._turn(spot.press() if spot else None)
        else:
            self._turn(self.stack.top.key(key, event.mod))


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
    app = App(canvas, preferences, Stack(title), workers=workers)
    if level is not None:
        app.stack.screens.append(later("game.ui.screens.brief").Brief(level, preferences, title))
    clock = pygame.time.Clock()
    try:
        while not app.stack.over:
            app.frame(clock.tick(FRAMES) / 1000)
    finally:
        workers.close()
        canvas.close()
    return None


def _asked(language: str | None) -> Language | None:
    return "zh" if language == "zh" else "en" if language == "en" else None
