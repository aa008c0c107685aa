"""Text in which every word of the glossary can be opened, by pointer and by keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import pygame

from game.content import glossary, library
from game.content.glossary import Mark
from game.ui import typeset
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.screen import Push, Turn, later
from game.ui.theme import Colour
from game.ui.typeset import BODY, Role


def push(concept: str) -> Turn | None:
    """Lay the card of a concept over what is read."""
    return Push(later("game.ui.screens.concept").Concept(concept))


@dataclass
class Reader:
    """One page as it is read: a word is marked where it comes up first.

    Attributes:
        kit: Tools.
        press: Opens a concept.
        known: Concepts that need no mark: those marked before, and the card that lies open.
        name: Begins the keys of the spots, where two pages are seen together.
    """

    kit: Kit
    press: Callable[[str], Turn | None] = push
    known: set[str] = field(default_factory=set)
    name: str = "word"

    def paragraph(
        self, text: str, at: tuple[int, int], room: int, role: Role = BODY, colour: Colour | None = None,
        most: int | None = None,
    ) -> int:  # fmt: skip
        """Set a text in lines and mark its words; returns its height."""
        kit = self.kit
        tall = kit.paragraph(text, at, room, role, colour, most)
        lines = typeset.wrapped(text, role, kit.type_scale, room)
        found = glossary.marks(text, kit.words.language, self.known)
        begins, step = 0, kit.line_height(role)
        for k, line in enumerate(lines[: tall // step]):
            begins = text.index(line, begins)
            if most is not None and k == most - 1 and len(lines) > most:
                break  # what was cut is not marked
            for mark in found:
                self._mark(mark, line, begins, (at[0], at[1] + k * step), role)
            begins += len(line)
        return tall

    def _mark(self, mark: Mark, line: str, begins: int, at: tuple[int, int], role: Role) -> None:
        """Underline a word, or the part of it that stands on this line."""
        first, last = max(mark.start - begins, 0), min(mark.end - begins, len(line))
        if first >= last:
            return
        kit = self.kit
        left = at[0] + kit.width(line[:first], role)
        right = at[0] + kit.width(line[:last], role)
        rect = pygame.Rect(left, at[1], right - left, kit.line_height(role))
        begun = mark.concept in self.known
        self.known.add(mark.concept)
        key = f"{self.name} {mark.concept}" + (" rest" if begun else "")
        large = rect.inflate(max(SMALLEST_SPOT - rect.width, 0), max(SMALLEST_SPOT - rect.height, 0))
        hot = kit.spot(large, key, partial(self.press, mark.concept), _tip(kit, mark.concept), tab=not begun)
        _underline(kit, rect, role, hot)


def _tip(kit: Kit, concept: str) -> str:
    card, language = library.concepts()[concept], kit.words.language
    return f"{card.name[language]}{kit.words('codex.colon')}{card.what[language]}"


def _underline(kit: Kit, rect: pygame.Rect, role: Role, hot: bool) -> None:
    """Draw dots below a word; a line while it is pointed at."""
    y = rect.y + round(rect.height * 0.5 + role.size * kit.type_scale * 0.36) + max(kit.px(4), 3)
    weight = max(kit.px(2), 1)
    if hot:
        pygame.draw.rect(kit.surface, kit.theme.accent, (rect.x, y - weight // 2, rect.width, 2 * weight))
        return
    step = 3 * weight
    for x in range(rect.x, rect.right - weight + 1, step):
        pygame.draw.rect(kit.surface, kit.theme.accent, (x, y, min(2 * weight, rect.right - x), weight))
