"""Settings: language, size of text, theme, motion. They take effect at once and are kept."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

import pygame

from game.content import numbers
from game.content.words import LANGUAGES, words
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.preferences import SIZES, Preferences
from game.ui.screen import Screen, Turn
from game.ui.theme import THEMES
from game.ui.typeset import BODY, HEADING, SMALL

Value = TypeVar("Value")


class Settings(Screen):
    """A sheet of choices."""

    sheet = True

    def __init__(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.trouble = ""

    def draw(self, kit: Kit) -> None:
        """Draw the choices."""
        inner, chosen, say = sheet(kit, 980, 760, kit.words("ui.settings"), "settings"), self.preferences, kit.words
        names = {language: words(language)("ui.language_name") for language in LANGUAGES}
        with kit.scrolling("settings", inner) as drawn:
            y, room = drawn[0], pygame.Rect(inner.x + kit.px(4), 0, inner.width - kit.px(20), 0)
            y = self._row(kit, room, y, "language", LANGUAGES, chosen.language, lambda value: names[value])
            y = self._row(kit, room, y, "text", SIZES, chosen.text, lambda value: numbers.percent(value))
            y = self._row(kit, room, y, "theme", tuple(THEMES), chosen.theme, lambda value: say(f"ui.themes.{value}"))
            y = self._row(
                kit, room, y, "motion", (True, False), chosen.motion, lambda on: say("ui.on" if on else "ui.off")
            )
            y = self._row(
                kit, room, y, "gazette", (True, False), chosen.gazette, lambda on: say("ui.on" if on else "ui.off")
            )
            y += kit.paragraph(say("ui.full_hint"), (room.x, y), room.width, SMALL, kit.theme.ink2)
            if self.trouble:
                y += kit.paragraph(self.trouble, (room.x, y), room.width, SMALL, kit.theme.accent)
            drawn.append(y)

    def _row(
        self, kit: Kit, room: pygame.Rect, y: int, name: str, values: Sequence[Value], now: Value,
        label: Callable[[Value], str],
    ) -> int:  # fmt: skip
        """Draw one question and its choices; returns where it ends."""
        kit.text(kit.words(f"ui.setting.{name}"), (room.x, y), BODY, kit.theme.ink2)
        y += kit.line_height() + kit.px(6)
        x = room.x
        tall = max(kit.tx(46), 36)
        for value in values:
            text = label(value)
            wide = kit.width(text, HEADING) + kit.tx(40)
            if x + wide > room.right and x > room.x:
                x, y = room.x, y + tall + kit.px(8)
            box = pygame.Rect(x, y, wide, tall)
            hot = kit.spot(box, f"{name} {value}", partial(self._choose, name, value))
            is_now = value == now
            ground = kit.theme.ink if is_now else kit.theme.card
            pygame.draw.rect(kit.surface, ground, box, border_radius=kit.px(8))
            pygame.draw.rect(kit.surface, kit.theme.ink if hot or is_now else kit.theme.ink3, box, 1, kit.px(8))
            ink = kit.theme.paper if is_now else kit.theme.ink
            kit.text(text, (box.centerx, box.centery - kit.line_height(HEADING) / 2), HEADING, ink, "middle")
            x += wide + kit.px(12)
        return y + tall + kit.px(24)

    def _choose(self, name: str, value: object) -> Turn | None:
        setattr(self.preferences, name, value)
        self.trouble = self.preferences.keep()
        return None
