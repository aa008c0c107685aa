"""A line of text while it is written: typed, composed with an input method, pasted; hidden characters never enter."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.ui.screen import Turn

_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")
_WORD = pygame.KMOD_CTRL | pygame.KMOD_META


def clean(text: str) -> str:
    """Return a text in one line without control characters, direction marks and other things nobody sees."""
    lines = " ".join(text.replace("\t", " ").splitlines())
    return "".join(letter for letter in lines if unicodedata.category(letter) not in _HIDDEN)


@dataclass
class Draft:
    """What has been written so far; a screen keeps it, the field draws it.

    Attributes:
        text: The text, always clean and never longer than ``most``.
        most: How many characters it may have.
        caret: Before which character the next one goes.
        composing: What an input method is still putting together; it is not part of the text yet.
        done: What Enter does.
    """

    text: str = ""
    most: int = 120
    caret: int = 0
    composing: str = ""
    done: Callable[[], Turn | None] | None = None

    def __post_init__(self) -> None:
        self.text = clean(self.text)[: self.most]
        self.caret = len(self.text)

    def type(self, text: str) -> None:
        """Put characters in at the caret, as many as there is room for."""
        self.composing = ""
        fits = clean(text)[: max(self.most - len(self.text), 0)]
        self.text = self.text[: self.caret] + fits + self.text[self.caret :]
        self.caret += len(fits)

    def compose(self, text: str) -> None:
        """Show what an input method is putting together."""
        self.composing = clean(text)[: self.most]

    def key(self, key: int, modifiers: int, pasted: Callable[[], str]) -> bool:
        """Answer a key that edits; False for keys that mean something outside the field."""
        if self.composing and key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_ESCAPE, *_EDITS):
            return True  # they belong to the input method
        if modifiers & _WORD:
            return self._command(key, pasted)
        if key in _EDITS:
            getattr(self, _EDITS[key])()
            return True
        return 32 <= key < 0xFFFF and chr(key).isprintable()  # the letter itself comes as text

    def _command(self, key: int, pasted: Callable[[], str]) -> bool:
        if key == pygame.K_v:
            self.type(pasted())
        elif key == pygame.K_BACKSPACE:
            kept = self.text[: self.caret].rstrip().rpartition(" ")[0]
            self.text, self.caret = kept + self.text[self.caret :], len(kept)
        else:
            return key in (pygame.K_a, pygame.K_c, pygame.K_x, pygame.K_z)
        return True

    def _left(self) -> None:
        self.caret = max(self.caret - 1, 0)

    def _right(self) -> None:
        self.caret = min(self.caret + 1, len(self.text))

    def _home(self) -> None:
        self.caret = 0

    def _end(self) -> None:
        self.caret = len(self.text)

    def _backspace(self) -> None:
        if self.caret:
            self.text = self.text[: self.caret - 1] + self.text[self.caret :]
            self.caret -= 1

    def _delete(self) -> None:
        self.text = self.text[: self.caret] + self.text[self.caret + 1 :]


_EDITS = {
    pygame.K_LEFT: "_left", pygame.K_RIGHT: "_right", pygame.K_HOME: "_home", pygame.K_END: "_end",
    pygame.K_BACKSPACE: "_backspace", pygame.K_DELETE: "_delete",
}  # fmt: skip
