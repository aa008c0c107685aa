"""The menu of a running game: go on, save, load, look something up, leave."""

from typing import TYPE_CHECKING

import pygame

from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Press, Push, Screen, Turn, later
from game.ui.screens.help import Help
from game.ui.screens.settings import Settings
from game.ui.typeset import SMALL

if TYPE_CHECKING:
    from game.ui.screens.region import Region

Choice = tuple[str, str, Press]


class Menu(Screen):
    """A sheet; time waits."""

    sheet = True

    def __init__(self, playing: Playing, region: "Region") -> None:
        self.playing, self.region = playing, region

    def draw(self, kit: Kit) -> None:
        """Draw what can be done, and beside or below it what can be looked up."""
        inner = sheet(kit, 1080, 1000, kit.words("ui.menu"), "menu")
        with kit.scrolling("menu", inner) as drawn:
            room = pygame.Rect(inner.x + kit.px(4), drawn[0] + kit.px(4), inner.width - kit.px(20), 10)
            if room.width > kit.tx(860):
                wide = (room.width - kit.px(40)) // 2
                left = self._column(kit, pygame.Rect(room.x, room.y, wide, 10), self._doing())
                right = self._column(kit, pygame.Rect(room.right - wide, room.y, wide, 10), self._looking())
                y = max(left, right)
            else:
                y = self._column(kit, room, self._doing()) + kit.px(16)
                y = self._column(kit, pygame.Rect(room.x, y, room.width, 10), self._looking())
            if self.playing.said:
                y += kit.paragraph(self.playing.said, (room.x, y), room.width, SMALL, kit.theme.ink2)
            drawn.append(y)

    def _doing(self) -> tuple[Choice, ...]:
        seed, region = self.playing.session.seed, self.region
        return (
            ("resume", "play", Pop),
            ("save", "save", self._save),
            ("load", "undo", region.load),
            ("settings", "gear", lambda: Push(Settings(self.playing.preferences))),
            ("again", "timeline", lambda: region.again(seed)),
            ("other_dice", "dice", lambda: region.again(seed + 1)),
            ("leave", "close", region.leave),
        )

    def _looking(self) -> tuple[Choice, ...]:
        region = self.region
        return (
            ("gazette", "paper", region.gazette),
            ("family_tree", "family", region.family_tree),
            ("log", "log", region.log),
            ("rewind", "timeline", region.rewind),
            ("numbers_all", "chart", lambda: Push(later("game.ui.screens.numbers").Numbers(self.playing))),
            ("codex", "concept", region.codex),
            ("help", "help", lambda: Push(Help(self.playing.preferences))),
        )

    def _column(self, kit: Kit, room: pygame.Rect, choices: tuple[Choice, ...]) -> int:
        """Draw choices under each other; returns where they end."""
        y = room.y
        for name, symbol, press in choices:
            at = kit.button(kit.words(f"ui.{name}"), (room.x, y), name, press, main=name == "resume",
                            room=room.width, symbol=symbol)  # fmt: skip
            y = at.bottom + kit.px(12)
        return y

    def _save(self) -> Turn | None:
        return self.region.save()
