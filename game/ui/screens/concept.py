"""A concept card: what the idea says, what to notice and try, when it does not hold, what was found."""

from functools import partial

import pygame

from game.content import library
from game.ui.codex.ideas import idea_body
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.screen import Replace, Screen, Turn, later
from game.ui.typeset import BODY


class Concept(Screen):
    """A sheet with one idea."""

    sheet = True

    def __init__(self, concept: str) -> None:
        self.concept = library.concepts()[concept]

    def draw(self, kit: Kit) -> None:
        """Draw the card."""
        card, language = self.concept, kit.words.language
        inner = sheet(kit, 1080, 1000, card.name[language], "concept")
        with kit.scrolling("concept", inner) as drawn:
            y, room = drawn[0], min(inner.width - kit.px(16), kit.tx(860))
            y = idea_body(kit, card, pygame.Rect(inner.x, y, room, 10))
            y = self._related(kit, pygame.Rect(inner.x, y + kit.px(8), room, 10))
            drawn.append(y)

    def _related(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw ways to the concepts next to this one."""
        x, y = room.x, room.y
        for id_ in self.concept.related:
            name = library.concepts()[id_].name[kit.words.language]
            if x + kit.width(name, BODY) > room.right:
                x, y = room.x, y + kit.line_height() + kit.px(6)
            at = kit.link(name, (x, y), f"related {id_}", partial(_open, id_), BODY)
            x = at.right + kit.px(28)
        y += kit.line_height() + kit.px(14)
        kit.link(kit.words("codex.open"), (room.x, y), "codex", self._codex)
        return y + kit.line_height() + kit.px(8)

    def _codex(self) -> Turn | None:
        return Replace(later("game.ui.screens.codex").Codex("ideas", self.concept.id))


def _open(concept: str) -> Turn:
    return Replace(Concept(concept))
