"""The window without a screen, a folder of the player's own, and words that are never missing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"

from game.content.words import LANGUAGES, words
from game.session import store
from game.ui import keys, typeset
from game.ui.theme import Colour
from tests.ui.observing import all_painted


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a player's folder of its own, and let a missing word be an error."""
    folder = tmp_path / "home"
    monkeypatch.setenv(store.HOME, str(folder))
    for language in LANGUAGES:
        monkeypatch.setattr(words(language), "_strict", True)
    keys._naming.cache_clear()  # it keeps words, and how strict they were when it was asked first
    return folder


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Collect every line that is written on the window; clear it to begin anew."""
    lines: set[str] = set()
    kept = typeset.line

    def line(text: str, role: typeset.Role, scale: float, colour: Colour) -> pygame.Surface:
        lines.add(text)
        return kept(text, role, scale, colour)

    monkeypatch.setattr(typeset, "line", line)
    with all_painted():
        yield lines
