"""The window without a screen, a folder of the player's own, and words that are never missing."""

import os
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"

from game.content.words import LANGUAGES, words
from game.session import store


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a player's folder of its own, and let a missing word be an error."""
    folder = tmp_path / "home"
    monkeypatch.setenv(store.HOME, str(folder))
    for language in LANGUAGES:
        monkeypatch.setattr(words(language), "_strict", True)
    return folder
