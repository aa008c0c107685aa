"""The menu of a running game: go on, save, load, look something up, leave."""

from typing import TYPE_CHECKING

import pygame

from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Press, Push, Screen, Turn
from game.ui.screens.help import Help
from game.ui.screens.settings import Settings
from game.ui.typeset import SMALL

if TYPE_CHECKING:
    from game.ui.screens.region import Region


class Menu(Screen):
    """A sheet; time waits."""

    sheet = True

    def __init__(self, playing: Playing, region: "Region") -> None:
        self.playing, self.region = playing, region

    def draw(self, kit: Kit) -> None:
        """Draw the choices as a column."""
        inner = sheet(kit, 620, 1000, kit.words("ui.menu"), "menu")
        seed = self.playing.session.seed
        choices: tuple[tuple[str, str, Press], ...] = (
            ("resume", "play", Pop),
            ("save", "save", self._save),
            ("load", "undo", self.region.load),
            ("settings", "gear", lambda: Push(Settings(self.playing.preferences))),
            ("help", "help", lambda: Push(Help())),
            ("again", "timeline", lambda: self.region.again(seed)),
            ("other_dice", "dice", lambda: self.region.again(seed + 1)),
            ("leave", "close", self.region.leave),
        )
        with kit.scrolling("menu", inner) as drawn:
            y = drawn[0] + kit.px(4)
            for name, symbol, press in choices:
                rect = pygame.Rect(inner.x + kit.px(4), y, inner.width - kit.px(16), 0)
                at = kit.button(kit.words(f"ui.{name}"), rect.topleft, name, press, main=name == "resume",
                                room=rect.width, symbol=symbol)  # fmt: skip
                y = at.bottom + kit.px(12)
            if self.playing.said:
                y += kit.paragraph(self.playing.said, (inner.x, y), inner.width - kit.px(16), SMALL, kit.theme.ink2)
            drawn.append(y)

    def _save(self) -> Turn | None:
        return self.region.save()
