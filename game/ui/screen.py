"""A screen draws itself and answers keys with a turn; only turns move the stack of screens."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.ui.kit import Kit


@dataclass(frozen=True)
class Push:
    """Lay a screen over this one."""

    screen: "Screen"


@dataclass(frozen=True)
class Pop:
    """Close this screen."""


@dataclass(frozen=True)
class Replace:
    """Close this screen and open another in its place."""

    screen: "Screen"


@dataclass(frozen=True)
class Reset:
    """Close everything and open a screen, with another upon it if so wished."""

    screen: "Screen"
    upon: "Screen | None" = None


@dataclass(frozen=True)
class Quit:
    """Leave the game."""


Turn = Push | Pop | Replace | Reset | Quit
Press = Callable[[], Turn | None]


class Screen:
    """One screen. A *sheet* is laid over the screen below, which stays visible, blurred, and waits."""

    sheet = False
    own_keys: frozenset[int] = frozenset()
    """Arrow keys that mean something of its own here; the focus still moves by Tab."""
    first = ""
    """The spot that has the focus when it opens, such as a field to write in."""
    listens = False
    """Whether the next key goes to ``heard`` as it was pressed, whatever it means elsewhere."""

    def draw(self, kit: "Kit") -> None:
        """Draw everything, and name the spots that can be pressed."""

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Answer a key that nothing else took. Esc closes one layer."""
        return Pop() if key == pygame.K_ESCAPE else None

    asks = False
    """Whether it asks before something is left; closing the window then is the answer."""

    def heard(self, key: int, modifiers: int) -> Turn | None:
        """Take a key as it was pressed, while the screen ``listens``."""
        return None

    def onward(self) -> "Screen | None":
        """What comes after a level that was won, seen from the screen that levels begin at."""
        return None

    def leaving(self) -> Turn:
        """What happens when the window is closed while this screen is open: nothing here would be lost."""
        return Quit()

    def wheel(self, step: int, at: tuple[int, int]) -> None:
        """Answer the wheel where nothing scrolls."""

    def pass_time(self, seconds: float) -> Turn | None:
        """Let real time pass while this screen is on top."""
        return None

    @property
    def unfinished(self) -> bool:
        """Whether its picture goes on being made, so that whoever keeps it must take it anew."""
        return False

    @property
    def moving(self) -> bool:
        """Whether it must be drawn anew without anything having happened."""
        return False


def later(name: str) -> ModuleType:
    """Import a module when it is first needed: the title is there sooner."""
    return importlib.import_module(name)
