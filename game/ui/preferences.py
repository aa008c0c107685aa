"""What a player has chosen about the window: language, text, theme, sound, keys. Kept between games."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from game.content.language import Language
from game.content.words import LANGUAGES, words
from game.session import store
from game.ui.keys import KeyMap, usable
from game.ui.theme import THEMES

SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""Text sizes offered."""
PROJECTED = 1.42
"""How much larger everything is for a projector."""
AIRY = 1.2
"""How much farther apart lines stand for those who read more easily so (design)."""
SPEEDS = (1, 2, 3, 4)


@dataclass
class Preferences:
    """Choices about the window; none of them enters a run.

    Attributes:
        language: The language of everything.
        text: Size of text, 1 to 2.
        theme: Name of the colours.
        motion: Whether things move.
        gazette: Whether time stops for the page of a year.
        ambient: Volume of what sounds all the time, 0 to 1.
        tones: Volume of the tones that tell something, 0 to 1.
        speed: Speed a level begins with.
        full: Whether the window fills the screen.
        projector: Whether everything is as large as a back row needs.
        letters: Whether single letters are keys.
        airy: Whether lines stand farther apart.
        voice: Whether what has the focus is said.
        keys: Deeds that were given another key.
        trouble: A sentence where the kept choices could not be read; not kept itself.
    """

    language: Language = "en"
    text: float = 1.0
    theme: str = "day"
    motion: bool = True
    gazette: bool = False
    ambient: float = 0.3
    tones: float = 0.6
    speed: int = 2
    full: bool = False
    projector: bool = False
    letters: bool = True
    airy: bool = False
    voice: bool = False
    keys: dict[str, str] = field(default_factory=dict)
    trouble: str = field(default="", compare=False)

    @classmethod
    def load(cls, language: Language) -> "Preferences":
        """Read what was chosen last time; anything odd is forgotten, and said to be."""
        kept, found = cls(language), store.read_json(_path())
        odd = [] if isinstance(found, dict) or not _path().exists() else ["file"]
        for name, fits in _FITS.items():
            if isinstance(found, dict) and name in found:
                value = found[name]
                if fits(value):
                    setattr(kept, name, type(getattr(kept, name))(value))
                else:
                    odd.append(name)
        fitting = usable(kept.keys)
        odd += ["keys"] if fitting != kept.keys else []
        kept.keys = fitting
        if odd:
            kept.trouble = words(kept.language)("entrance.preferences_odd", path=_path())
        return kept

    @property
    def keymap(self) -> KeyMap:
        """What each key means now."""
        return KeyMap(self.keys, self.letters)

    @property
    def size(self) -> float:
        """The size of text in force: a projector enlarges it, as far as pages are made for."""
        return min(self.text * PROJECTED, SIZES[-1]) if self.projector else self.text

    def save(self) -> None:
        """Keep the choices.

        Raises:
            NotWritable: The player's folder cannot be written.
        """
        store.write_json(_path(), {key: value for key, value in asdict(self).items() if key != "trouble"})

    def keep(self) -> str:
        """Keep the choices; returns a sentence where they cannot be written."""
        try:
            self.save()
        except store.NotWritable as error:
            return words(self.language)("saves.not_writable", path=error.path, cause=error.cause)
        return ""


def _one_of(allowed: Any) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str | int | float) and not isinstance(value, bool) and value in allowed


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _share(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "language": _one_of(LANGUAGES), "text": _one_of(SIZES), "theme": _one_of(THEMES), "motion": _flag,
    "gazette": _flag, "ambient": _share, "tones": _share, "speed": _one_of(SPEEDS), "full": _flag,
    "projector": _flag, "letters": _flag, "airy": _flag, "voice": _flag, "keys": lambda value: isinstance(value, dict),
}  # fmt: skip
"""What may stand under each name in the file."""


def _path() -> Path:
    return store.folder() / "preferences.json"
