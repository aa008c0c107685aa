"""Settings: language, size, theme, motion, sound, speed, window, keys. They take effect at once and are kept."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.content import numbers
from game.content.words import LANGUAGES, words
from game.ui import controls
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.preferences import SIZES, SPEEDS, Preferences
from game.ui.screen import Push, Screen, Turn, later
from game.ui.slider import slider
from game.ui.theme import THEMES
from game.ui.typeset import BODY, SMALL

Row = Callable[[Kit, pygame.Rect], int]


class Settings(Screen):
    """A sheet of choices."""

    sheet = True

    def __init__(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.trouble = preferences.trouble

    def draw(self, kit: Kit) -> None:
        """Draw the choices, in two columns where there is room."""
        inner = sheet(kit, 1320, 960, kit.words("ui.settings"), "settings")
        with kit.scrolling("settings", inner) as drawn:
            room = pygame.Rect(inner.x + kit.px(6), drawn[0] + kit.px(6), inner.width - kit.px(24), 10)
            if self.trouble:
                room.y += kit.paragraph(self.trouble, room.topleft, room.width, SMALL, kit.theme.accent) + kit.px(12)
            seen, heard = self._seen(), self._heard()
            if room.width > kit.tx(1040):
                wide = (room.width - kit.px(64)) // 2
                left = self._column(kit, pygame.Rect(room.x, room.y, wide, 10), seen)
                right = self._column(kit, pygame.Rect(room.right - wide, room.y, wide, 10), heard)
                drawn.append(max(left, right))
            else:
                y = self._column(kit, room, seen)
                drawn.append(self._column(kit, pygame.Rect(room.x, y, room.width, 10), heard))

    def _seen(self) -> Sequence[Row]:
        """List what concerns the eyes."""
        tongues = [(language, words(self.preferences.language)(f"ui.languages.{language}")) for language in LANGUAGES]
        sizes = [(str(size), numbers.percent(size)) for size in SIZES]
        return (
            lambda kit, room: self._choice(kit, room, "language", tongues, self._language),
            lambda kit, room: self._choice(kit, room, "text", sizes, self._text),
            lambda kit, room: self._choice(
                kit, room, "theme", [(name, kit.words(f"ui.themes.{name}")) for name in THEMES], self._theme
            ),
            partial(self._switch, name="airy"),
            partial(self._switch, name="motion"),
            partial(self._switch, name="full"),
            partial(self._switch, name="projector"),
        )

    def _heard(self) -> Sequence[Row]:
        """List what concerns ears, time and hands."""
        return (
            partial(self._volume, name="ambient"),
            partial(self._volume, name="tones"),
            lambda kit, room: self._choice(
                kit, room, "speed", [(str(s), kit.words(f"entrance.speeds.{s}")) for s in SPEEDS], self._speed
            ),
            partial(self._switch, name="gazette"),
            partial(self._switch, name="letters"),
            partial(self._switch, name="voice"),
            self._keys,
        )

    def _column(self, kit: Kit, room: pygame.Rect, rows: Sequence[Row]) -> int:
        """Draw rows under each other; returns where they end."""
        y = room.y
        for row in rows:
            y += row(kit, pygame.Rect(room.x, y, room.width, 10)) + kit.px(22)
        return y

    def _name(self, kit: Kit, room: pygame.Rect, name: str) -> int:
        """Write what a row is about; returns the height used."""
        y = room.y + kit.paragraph(self._asked(kit, name), room.topleft, room.width, BODY)
        about = f"entrance.about.{name}"
        if about in kit.words:
            y += kit.paragraph(kit.words(about), (room.x, y), room.width, SMALL, kit.theme.ink2)
        return y + kit.px(6) - room.y

    def _asked(self, kit: Kit, name: str) -> str:
        id_ = f"ui.setting.{name}"
        return kit.words(id_ if id_ in kit.words else f"entrance.setting.{name}")

    def _choice(
        self, kit: Kit, room: pygame.Rect, name: str, values: Sequence[tuple[str, str]],
        choose: Callable[[str], Turn | None],
    ) -> int:  # fmt: skip
        y = self._name(kit, room, name)
        now = str(getattr(self.preferences, name))
        return y + controls.choices(kit, (room.x, room.y + y), room.right, name, values, now, choose)

    def _switch(self, kit: Kit, room: pygame.Rect, name: str) -> int:
        y = self._name(kit, room, name)
        on = bool(getattr(self.preferences, name))
        return y + controls.toggle(
            kit, (room.x, room.y + y), name, on, partial(self._keep, name, not on), self._asked(kit, name)
        )

    def _volume(self, kit: Kit, room: pygame.Rect, name: str) -> int:
        y = self._name(kit, room, name)
        share = float(getattr(self.preferences, name))
        rect = pygame.Rect(room.x, room.y + y, min(room.width, kit.tx(520)), controls.tall(kit))
        slider(kit, rect, name, share, partial(self._keep, name), numbers.percent(share),
               self._asked(kit, name))  # fmt: skip
        return y + rect.height

    def _keys(self, kit: Kit, room: pygame.Rect) -> int:
        label = kit.words("entrance.keys_change")
        return kit.button(label, room.topleft, "keys", self._open_keys, symbol="gear",
                          room=min(room.width, kit.width(label) + kit.tx(110))).height  # fmt: skip

    def _open_keys(self) -> Turn | None:
        return Push(later("game.ui.screens.help").Help(self.preferences, ()))

    def _language(self, value: str) -> Turn | None:
        return self._keep("language", "zh" if value == "zh" else "en")

    def _text(self, value: str) -> Turn | None:
        return self._keep("text", float(value))

    def _theme(self, value: str) -> Turn | None:
        return self._keep("theme", value)

    def _speed(self, value: str) -> Turn | None:
        return self._keep("speed", int(value))

    def _keep(self, name: str, value: object) -> Turn | None:
        setattr(self.preferences, name, value)
        self.trouble = self.preferences.trouble = self.preferences.keep()
        return None
