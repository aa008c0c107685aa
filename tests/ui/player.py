"""A person at the window: sees what is drawn, moves the pointer, presses keys. Nothing else touches the game."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pygame

from game.content.level import Level
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.screens.region import Region
from game.ui.screens.title import Title
from game.ui.spot import Spot
from game.ui.stack import Stack
from tests.session.playing import level

FRAME = 0.016
USUAL = (1280, 720)
LETTERS = {"esc": pygame.K_ESCAPE, "tab": pygame.K_TAB, "enter": pygame.K_RETURN, "space": pygame.K_SPACE,
           "left": pygame.K_LEFT, "right": pygame.K_RIGHT, "up": pygame.K_UP, "down": pygame.K_DOWN,
           "pageup": pygame.K_PAGEUP, "pagedown": pygame.K_PAGEDOWN, ".": pygame.K_PERIOD,
           **{f"f{k}": pygame.K_F1 + k - 1 for k in range(1, 13)}}  # fmt: skip


def code_of(name: str) -> tuple[int, int]:
    """Return key and modifiers of ``a``, ``esc``, ``ctrl+z``, ``shift+tab``."""
    *held, last = name.split("+")
    modifiers = {"ctrl": pygame.KMOD_LCTRL, "shift": pygame.KMOD_LSHIFT, "alt": pygame.KMOD_LALT}
    return LETTERS.get(last) or ord(last), sum(modifiers[one] for one in held)


@dataclass
class Player:
    """One person, one window."""

    app: App
    seen: set[str] = field(default_factory=set)
    """The kinds of screens that were on top."""

    @classmethod
    def sits_down(cls, size: tuple[int, int] = USUAL, preferences: Preferences | None = None) -> "Player":
        """Open the game at its title."""
        chosen = preferences or Preferences("en")
        player = cls(App(Paper.of(size), chosen, Stack(Title(chosen))))
        player.waits()
        return player

    # --- what can be seen ----------------------------------------------------------------------------------------

    @property
    def top(self) -> Screen:
        """The screen in use."""
        return self.app.stack.top

    @property
    def where(self) -> str:
        """Name the screen in use."""
        return type(self.top).__name__

    @property
    def layers(self) -> list[str]:
        """Name every screen, the lowest first."""
        return [type(screen).__name__ for screen in self.app.stack.screens]

    @property
    def kit(self) -> Kit:
        """What was drawn last."""
        assert self.app.kit is not None
        return self.app.kit

    @property
    def spots(self) -> list[Spot]:
        """Everything that can be pressed."""
        return self.kit.spots

    @property
    def stops(self) -> list[str]:
        """What the keyboard can stop at."""
        return [spot.key for spot in self.spots if spot.tab]

    @property
    def playing(self) -> Playing:
        """The run on the region below everything."""
        found = [screen.playing for screen in self.app.stack.screens if isinstance(screen, Region)]
        assert found, f"no region below {self.where}"
        return found[-1]

    @property
    def quarter(self) -> int:
        """The quarter that runs now."""
        return self.playing.session.quarter

    def spot(self, key: str) -> Spot:
        """Find a spot by its key, or by how its key begins where it ends in a star."""
        found = [s for s in self.spots if s.key == key or (key.endswith("*") and s.key.startswith(key[:-1]))]
        assert found, f"{self.where} has no spot {key}: {[spot.key for spot in self.spots]}"
        return found[0]

    def picture(self) -> bytes:
        """Return the window's pixels."""
        return pygame.image.tobytes(self.app.canvas.surface, "RGB")

    # --- what a person can do -------------------------------------------------------------------------------------

    def happens(self, *events: pygame.event.Event) -> None:
        """Let events reach the window, and a frame pass."""
        self.app.canvas.waiting.extend(events)
        self.waits()

    def waits(self, seconds: float = FRAME) -> None:
        """Let time pass, in frames of at most a tenth of a second."""
        while seconds > 0:
            self.app.frame(min(seconds, 0.1))
            seconds -= 0.1
            if self.app.stack.over:
                return
            self.seen.add(self.where)

    def waits_for_the_map(self) -> None:
        """Let frames pass until the map is printed."""
        while self.top.unfinished:
            self.waits()

    def press(self, *names: str) -> None:
        """Press keys one after another."""
        for name in names:
            key, held = code_of(name)
            self.happens(pygame.event.Event(pygame.KEYDOWN, key=key, mod=held, unicode="", scancode=0),
                         pygame.event.Event(pygame.KEYUP, key=key, mod=held, unicode="", scancode=0))  # fmt: skip

    def tab_to(self, key: str) -> None:
        """Press Tab until something has the focus."""
        wanted = self.spot(key).key
        for _ in range(len(self.stops) + 1):
            if self.app.by_keys and self.app.focus == wanted:
                return
            self.press("tab")
        raise AssertionError(f"Tab never reaches {wanted} on {self.where}")

    def chooses(self, key: str) -> None:
        """Tab to something and press Enter."""
        self.tab_to(key)
        self.press("enter")

    def points(self, at: tuple[int, int]) -> None:
        """Move the pointer."""
        before, self.app.canvas.pointer = self.app.canvas.pointer, at
        moved = (at[0] - before[0], at[1] - before[1])
        self.happens(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=moved, buttons=(0, 0, 0)))

    def turns_wheel(self, step: int) -> None:
        """Turn the wheel where the pointer is."""
        self.happens(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=step))

    def clicks(self, key: str) -> None:
        """Scroll a spot into sight and click it."""
        spot = self.spot(key)
        for _ in range(200):
            if spot.seen.height > 5 and spot.seen.width > 5:
                break
            area = next(rect for rect, most in self.kit.areas.values() if most > 0 and _beside(rect, spot.rect))
            self.points(area.center)
            self.turns_wheel(-1 if spot.rect.centery > area.centery else 1)
            spot = self.spot(key)
        self.clicks_at(self.free_pixel(spot))

    def free_pixel(self, spot: Spot) -> tuple[int, int]:
        """Find a pixel of a spot that nothing else covers."""
        box = spot.seen
        for across, down in _pixels():
            at = (box.x + round((box.width - 1) * across), box.y + round((box.height - 1) * down))
            top = self.kit.spot_at(at)
            if top is not None and top.key == spot.key:
                return at
        raise AssertionError(f"{spot.key} is covered on {self.where}")

    def clicks_at(self, at: tuple[int, int]) -> None:
        """Click a pixel."""
        self.points(at)
        self.happens(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
        self.happens(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))


def _beside(area: pygame.Rect, spot: pygame.Rect) -> bool:
    return area.left <= spot.centerx <= area.right


def _pixels() -> Iterator[tuple[float, float]]:
    yield from ((0.5, 0.5), (0.2, 0.5), (0.8, 0.5), (0.5, 0.1), (0.5, 0.9), (0.02, 0.5), (0.98, 0.5))


def opened(
    name: str | Level = "birth", quarters: int = 0, size: tuple[int, int] = USUAL, chosen: Preferences | None = None,
    seed: int = 1,
) -> Player:  # fmt: skip
    """Open a level that has run for a while; nobody has done anything yet."""
    preferences = chosen or Preferences("en")
    title = Title(preferences)
    playing = Playing.begin(level(name) if isinstance(name, str) else name, preferences, seed)
    for _ in range(quarters):
        playing.advance()
    player = Player(App(Paper.of(size), preferences, Stack(title, Region(playing, title))))
    player.waits()
    player.waits_for_the_map()
    return player
