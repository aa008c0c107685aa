"""A concept card: what the idea says, what to notice and try, when it does not hold, what was found."""

import pygame

from game.content import library
from game.ui.codex.ideas import idea_body, idea_ends
from game.ui.codex.trail import trail
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.rich import Reader
from game.ui.screen import Replace, Screen, Turn, later


class Concept(Screen):
    """A sheet with one idea; words in it open others, and Esc goes back the same way."""

    sheet = True

    def __init__(self, concept: str, way: tuple[str, ...] = ()) -> None:
        self.concept = library.concepts()[concept]
        self.way = way

    def draw(self, kit: Kit) -> None:
        """Draw the card."""
        card, language = self.concept, kit.words.language
        inner = sheet(kit, 1080, 1000, card.name[language], f"concept {card.id}")
        names = [library.concepts()[id_].name[language] for id_ in self.way]
        used = trail(kit, names, pygame.Rect(inner.x, inner.y, inner.width, 10), self._back)
        area = pygame.Rect(inner.x, inner.y + used, inner.width, inner.height - used)
        with kit.scrolling(f"concept {card.id}", area) as drawn:
            room = pygame.Rect(area.x, drawn[0], min(area.width - kit.px(16), kit.tx(860)), 10)
            reader = Reader(kit, lambda concept: self._open("ideas", concept), {card.id})
            y = idea_body(kit, card, room, reader)
            y = idea_ends(kit, card, pygame.Rect(room.x, y, room.width, 10), self._open)
            kit.link(kit.words("codex.open"), (room.x, y + kit.px(8)), "codex", self._codex)
            drawn.append(y + kit.line_height() + kit.px(16) + used)

    def _codex(self) -> Turn | None:
        return Replace(later("game.ui.screens.codex").Codex("ideas", self.concept.id))

    def _open(self, kind: str, id_: str) -> Turn | None:
        """Open another idea here, and every other page in the codex."""
        if kind == "ideas":
            return Replace(Concept(id_, (*self.way, self.concept.id)))
        return Replace(later("game.ui.screens.codex").Codex(kind, id_))

    def _back(self, steps: int = 1) -> Turn | None:
        return Replace(Concept(self.way[-steps], self.way[:-steps]))

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Esc goes back the way one came, one card at a time."""
        if key == pygame.K_ESCAPE and self.way:
            return self._back()
        return super().key(key, modifiers)
