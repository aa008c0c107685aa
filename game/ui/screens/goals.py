"""The goals: what is to be reached, and how far along it is."""

import pygame

from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.region import goals_part
from game.ui.screen import Screen


class Goals(Screen):
    """A sheet with every goal, its bar and its value."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing

    def draw(self, kit: Kit) -> None:
        """Draw the goals."""
        inner = sheet(kit, 900, 900, kit.words("ui.goals"), "goals")
        with kit.scrolling("goals", inner) as drawn:
            y, room = drawn[0], pygame.Rect(inner.x, inner.y, inner.width - kit.px(20), inner.height)
            for item in goals_part.shown(self.playing.session):
                y = goals_part.line(kit, self.playing, item, room, y, True) + kit.px(14)
            drawn.append(y)
