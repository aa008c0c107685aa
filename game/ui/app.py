"""One frame after another: events go to the top screen, its turns move the stack, it draws."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

from game.content.words import words
from game.ui.backdrop import Backdrop
from game.ui.canvas import Paper
from game.ui.focus import lead, moved, seen
from game.ui.keys import naming
from game.ui.kit import EVERY, Kit
from game.ui.preferences import AIRY, Preferences
from game.ui.rest import Rest
from game.ui.screen import Push, Screen, Turn, later
from game.ui.sound.listening import listen
from game.ui.spot import Spot
from game.ui.stack import Stack
from game.ui.theme import THEMES
from game.ui.voice import Voice

if TYPE_CHECKING:
    from game.lab.workers import Workers
    from game.ui.sound.player import Sound

LEAST_PROJECTED = 26
"""Pixels of the smallest type in the projector view."""

CALM = 1.0
"""Seconds a screen that opened by itself must stand before Enter takes its choice: the key was meant for another."""

_EVERYWHERE = (pygame.K_F11, pygame.K_F2, pygame.K_l, pygame.K_F1, pygame.K_h)
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
    workers: "Workers | None" = None
    sound: "Sound | None" = None
    voice: Voice = field(default_factory=Voice)
    hushed: str = ""
    staying: tuple[str, pygame.Rect] | None = None
    _held: str = ""
    _down: int = 0
    """The key that is held down: what it repeats chooses nothing on a screen that it has opened."""
    _calm: float = 0.0
    """The second from which Enter takes the choice that stands out."""
    _rest: Rest = field(default_factory=Rest)
    _below: Backdrop = field(default_factory=Backdrop)

    def frame(self, seconds: float) -> None:
        """Take what happened, let time pass, and draw."""
        self.seconds += seconds
        self.canvas.fill_screen(self.preferences.full)
        for event in self.canvas.events():
            self._rest.touched = self.seconds
            self._take(event)
            if self.stack.over:
                return
        if self._turn(self.stack.top.pass_time(seconds)):
            self._calm = self.seconds + CALM
        if not self.stack.over:
            if self._rest.over(self.seconds, self._still()):
                self.draw()
            listen(self.sound, self.stack.screens, self.preferences, seconds)

    def _still(self) -> bool:
        """Whether another picture would show the same, but for what may have arrived."""
        moves = self.stack.top.moving or any(screen.unfinished for screen in self.stack.screens)
        return self.kit is not None and self.kit.pointer == self.canvas.where() and not moves

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
        self.kit, self.staying = kit, kit.staying
        self.canvas.write_at(kit.writing_at)
        self.canvas.show()
        if self.preferences.voice:
            self.voice.follow(kit, id(top), self.preferences.language)

    def _drawn(self, top: Screen, lowest: int) -> Kit:
        """Draw the top screen over what lies below it."""
        if top.sheet:
            chosen = self.preferences
            look = (self.canvas.size, chosen.theme, chosen.language, chosen.size)
            self.canvas.surface.blit(self._below.of(self.stack.screens[lowest], look, self._kit), (0, 0))
        kit = self._kit()
        top.draw(kit)
        return kit

    def _kit(self) -> Kit:
        chosen = self.preferences
        return Kit(
            self.canvas.surface, THEMES[chosen.theme], naming(chosen.keymap, words(chosen.language)), chosen.size,
            LEAST_PROJECTED if chosen.projector else 0.0, [] if chosen.voice else None,
            AIRY if chosen.airy else 1.0, chosen.motion,
            self.canvas.where(), self.focus, self.by_keys, scrolls=self.scrolls, seconds=self.seconds,
            lengths=dict(self.lengths), workers=self.workers, hushed=self.hushed, staying=self.staying,
        )  # fmt: skip

    def _turn(self, turn: Turn | None) -> bool:
        """Move the stack; True when it moved. What was drawn is no longer there to be pressed."""
        if not self.stack.take(turn):
            return False
        self.kit, self.focus, self._held, self.hushed, self.staying = None, "", "", EVERY, None
        self._rest.touched = self.seconds
        if not self.stack.over:
            self.focus = self.stack.top.first
        if not self.stack.over and not self.stack.top.sheet:
            self._below.forget()
        return True

    def _take(self, event: pygame.event.Event) -> None:
        """Take one event."""
        if event.type == pygame.QUIT:
            self._turn(self.stack.leave())
        elif event.type in (pygame.KEYDOWN, pygame.KEYUP):
            self._keyboard(event, event.type == pygame.KEYDOWN)
        elif event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING):
            self._text(event)
        elif event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
            self._click(event)
        elif event.type == pygame.MOUSEWHEEL:
            self._wheel(event.y)
        elif event.type == pygame.MOUSEMOTION and any(event.rel):
            self.by_keys = False
            under = self.kit.spot_at(event.pos) if self.kit else None
            if under is None or under.key != self.hushed:
                self.hushed = ""

    def _click(self, event: pygame.event.Event) -> None:
        """Press what the button went down and up on; a text field keeps the focus."""
        self.by_keys = False
        spot = self.kit.spot_at(event.pos) if self.kit else None
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._held = spot.key if spot else ""
        elif spot is not None and spot.key == self._held:
            self.focus = spot.key if spot.draft else ""
            self._turn(spot.press())

    def _text(self, event: pygame.event.Event) -> None:
        """Let what is typed or composed reach the field that has the focus."""
        spot = self.kit.focused() if self.kit else None
        if spot is not None and spot.draft is not None:
            (spot.draft.type if event.type == pygame.TEXTINPUT else spot.draft.compose)(event.text)

    def _wheel(self, step: int) -> None:
        """Scroll what is under the pointer, or let the screen zoom."""
        at = self.canvas.where()
        for key, (rect, most) in (self.kit.areas if self.kit else {}).items():
            if rect.collidepoint(at) and most > 0:
                self.scrolls[key] = min(max(self.scrolls.get(key, 0.0) - 60 * step, 0.0), most)
                return
        self.stack.top.wheel(step, at)

    def _keyboard(self, event: pygame.event.Event, down: bool) -> None:
        """Let a key that went down do what it means, and keep in mind which one is held."""
        if down:
            self._key(event)
        self._down = event.key if down else 0

    def _key(self, event: pygame.event.Event) -> None:
        """Let a field or a screen that listens have a key; what else it means, the player's map of keys says."""
        spot = self.kit.focused() if self.kit else None
        if self.stack.top.listens:
            self._turn(self.stack.top.heard(event.key, event.mod))
        elif spot is None or spot.draft is None or not spot.draft.key(event.key, event.mod, self.canvas.pasted):
            meant = self.preferences.keymap.meant(event.key, event.mod)
            if meant is not None:
                self._usual_key(*meant, event.key == self._down)

    def _usual_key(self, key: int, modifiers: int, repeated: bool) -> None:
        """Move the focus, press what has it or stands out, or give the key to the screen."""
        kit, own = self.kit, self.stack.top.own_keys
        if key in _EVERYWHERE:
            self._everywhere(key)
        elif key == pygame.K_TAB and kit:
            self._focus(moved(kit, -1 if modifiers & pygame.KMOD_SHIFT else 1))
        elif key in _ARROWS and kit and not modifiers & pygame.KMOD_ALT and kit.spots and key not in own:
            self._arrow(kit, key)
        elif key == pygame.K_RETURN and kit and (spot := self._entered(kit, repeated)):
            self._enter(spot)
        elif key == pygame.K_ESCAPE and self.staying:
            self.hushed = self.staying[0]
        else:
            self._turn(self.stack.top.key(key, modifiers))

    def _everywhere(self, key: int) -> None:
        """Answer the keys that mean the same on every screen: full screen, voice, the other language, help."""
        chosen = self.preferences
        if key in (pygame.K_F1, pygame.K_h):
            screen = later("game.ui.screens.help").Help
            if not isinstance(self.stack.top, screen):
                self._turn(Push(screen(chosen)))
            return
        if key == pygame.K_F11:
            chosen.full = not chosen.full
        elif key == pygame.K_F2:
            chosen.voice = not chosen.voice
            self.voice.say(words(chosen.language)("voice.on" if chosen.voice else "voice.off"), chosen.language)
        else:
            chosen.language = "zh" if chosen.language == "en" else "en"
        chosen.trouble = chosen.keep()

    def _enter(self, spot: Spot) -> None:
        """Press a spot; what stands out but is out of sight is first brought into view, for nobody presses unseen."""
        if seen(spot) or self.focus == spot.key:
            self._turn((spot.draft.done or spot.press)() if spot.draft else spot.press())
        else:
            self._focus(spot.key)

    def _entered(self, kit: Kit, repeated: bool) -> Spot | None:
        """Return what Enter presses: what has the focus, or else the choice that stands out."""
        spot = kit.focused()
        if spot is not None and (self.by_keys or spot.draft is not None):
            return spot
        return None if repeated or self.seconds < self._calm else lead(kit)

    def _arrow(self, kit: Kit, key: int) -> None:
        """Move what has the focus and can be moved, or else the focus."""
        spot, way = kit.focused(), _ARROWS[key]
        if self.by_keys and spot is not None and spot.adjust is not None and way[0]:
            self._turn(spot.adjust(way[0]))
        else:
            self._focus(moved(kit, way))

    def _focus(self, key: str) -> None:
        self.focus, self.by_keys, self.hushed = key, True, ""
