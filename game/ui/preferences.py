"""What a player has chosen about the window: language, text, theme, motion. Kept between games."""

from dataclasses import asdict, dataclass
from pathlib import Path

from game.content.authored import Language
from game.content.words import LANGUAGES, words
from game.session import store
from game.ui.theme import THEMES

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""Text sizes offered."""


@dataclass
class Preferences:
    """Choices about the window; none of them enters a run."""

    language: Language = "en"
    text: float = 1.0
    theme: str = "day"
    motion: bool = True
    gazette: bool = False

    @classmethod
    def load(cls, language: Language) -> "Preferences":
        """Read what was chosen last time; anything odd is forgotten."""
        found = store.read_json(_path())
        kept = cls(language)
        if isinstance(found, dict):
            if found.get("language") in LANGUAGES:
                kept.language = found["language"]
            if found.get("text") in SIZES:
                kept.text = float(found["text"])
            if str(found.get("theme")) in THEMES:
                kept.theme = str(found["theme"])
            kept.motion = found.get("motion") is not False
            kept.gazette = found.get("gazette") is True
        return kept

    def save(self) -> None:
        """Keep the choices.

        Raises:
            NotWritable: The player's folder cannot be written.
        """
        store.write_json(_path(), asdict(self))

    def keep(self) -> str:
        """Keep the choices; returns a sentence where they cannot be written."""
        try:
            self.save()
        except store.NotWritable as error:
            return words(self.language)("saves.not_writable", path=error.path, cause=error.cause)
        return ""


def _path() -> Path:
    return store.folder() / "preferences.json"
