"""The only file that owns a window. ``Canvas`` draws to a screen, ``Paper`` is its twin without one, for tests."""

import os
from dataclasses import dataclass, field

import pygame

SMALLEST = (1024, 600)
USUAL = (1280, 720)


UNSEEN = ("offscreen", "dummy")
"""Drivers that draw for nobody; they are only used when asked for."""


class NoDisplay(Exception):  # noqa: N818 - it is told in a sentence
    """There is nothing to open a window on."""


@dataclass
class Paper:
    """A canvas nobody sees: whole games can be drawn and played on it."""

    surface: pygame.Surface = field(default_factory=lambda: pygame.Surface(USUAL))
    waiting: list[pygame.event.Event] = field(default_factory=list)
    pointer: tuple[int, int] = (-1, -1)
    clipboard: str = ""
    filled: bool = False

    @classmethod
    def of(cls, size: tuple[int, int]) -> "Paper":
        """Make a canvas of a size."""
        return cls(pygame.Surface(size))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.surface.get_size()

    def events(self) -> list[pygame.event.Event]:
        """Return what happened since the last time."""
        found, self.waiting = self.waiting, []
        return found

    def where(self) -> tuple[int, int]:
        """Return where the pointer is."""
        return self.pointer

    def show(self) -> None:
        """Bring what was drawn before the eyes."""

    def pasted(self) -> str:
        """Return the text that was copied somewhere."""
        return self.clipboard

    def write_at(self, caret: pygame.Rect | None) -> None:
        """Let an input method open beside the caret; without one, keys are keys."""

    def fill_screen(self, full: bool) -> None:
        """Fill the whole screen, or go back to a window."""
        self.filled = full


class Canvas(Paper):
    """The real window."""

    def __init__(self, size: tuple[int, int] | None, title: str) -> None:
        # A picture painted in memory is brought up quickest as it is. By way of a graphics card that is only imitated,
        # as on a remote desktop, it takes longer than painting; where there is no other way, this is ignored.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        pygame.display.init()
        if pygame.display.get_driver() in UNSEEN and os.environ.get("SDL_VIDEODRIVER") not in UNSEEN:
            raise NoDisplay
        super().__init__(pygame.display.set_mode(size or _fitting(), pygame.RESIZABLE))
        pygame.display.set_caption(title)
        pygame.key.set_repeat(400, 60)
        # Where text input is on, a Chinese input method takes every letter: it is on only while something is written.
        pygame.key.stop_text_input()
        self._writing = False

    def events(self) -> list[pygame.event.Event]:
        """Return what happened since the last time; a changed size is taken up at once."""
        found = pygame.event.get()
        self.surface = pygame.display.get_surface() or self.surface
        return found

    def where(self) -> tuple[int, int]:
        """Return where the pointer is, or nowhere when it has left the window."""
        return pygame.mouse.get_pos() if pygame.mouse.get_focused() else (-1, -1)

    def show(self) -> None:
        """Bring what was drawn before the eyes."""
        pygame.display.flip()

    def pasted(self) -> str:
        """Return the text that was copied somewhere; nothing where the system gives none."""
        try:
            return pygame.scrap.get_text()
        except (pygame.error, UnicodeDecodeError):
            return ""

    def write_at(self, caret: pygame.Rect | None) -> None:
        """Let an input method open beside the caret; without one, keys are keys."""
        if caret is None and self._writing:
            pygame.key.stop_text_input()
        elif caret is not None and not self._writing:
            pygame.key.start_text_input()
        if caret is not None:
            pygame.key.set_text_input_rect(caret)
        self._writing = caret is not None

    def fill_screen(self, full: bool) -> None:
        """Fill the whole screen, or go back to a window; where the system refuses, stay as it is."""
        if full == self.filled:
            return
        self.filled = full
        try:
            pygame.display.toggle_fullscreen()
        except pygame.error:
            return
        self.surface = pygame.display.get_surface() or self.surface

    def close(self) -> None:
        """Close the window."""
        pygame.display.quit()


def _fitting() -> tuple[int, int]:
    """Return a size that fits the screen, no smaller than the game can be drawn."""
    sizes = pygame.display.get_desktop_sizes() or [USUAL]
    width, height = sizes[0]
    room = (round(width * 0.92), round(height * 0.86))
    return max(min(1600, room[0]), min(SMALLEST[0], width)), max(min(900, room[1]), min(SMALLEST[1], height))
