"""A class code is typed here: it opens the level and the dice of the class, under a name that is nobody's own."""

import secrets

import pygame

from game.classroom import code, pseudonym
from game.classroom.code import Lesson, NotACode
from game.ui.draft import Draft
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Replace, Screen, Turn, later
from game.ui.text_field import field
from game.ui.typeset import BODY, HEADING, SMALL

MOST = 40
"""Characters a typed code may have, spaces and dashes included."""


class ClassCode(Screen):
    """A sheet with one field."""

    sheet = True
    first = "code"

    def __init__(self, preferences: Preferences, home: Screen) -> None:
        self.preferences, self.home = preferences, home
        self.draft = Draft("", MOST, done=self._open)
        self.name = secrets.randbelow(pseudonym.how_many())
        self._found: tuple[str, Lesson | NotACode] | None = None

    @property
    def found(self) -> Lesson | NotACode:
        """What the typed code opens; read anew only when it has changed."""
        if self._found is None or self._found[0] != self.draft.text:
            self._found = self.draft.text, code.lesson_of(self.draft.text)
        return self._found[1]

    def draw(self, kit: Kit) -> None:
        """Draw the field, what it opens, and the name."""
        inner = sheet(kit, 900, 620, kit.words("class.title"), "class")
        with kit.scrolling("class", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            y += kit.paragraph(kit.words("class.about"), (inner.x, y), room, BODY) + kit.px(20)
            box = pygame.Rect(inner.x + kit.px(4), y, min(room, kit.tx(420)), max(kit.tx(48), kit.px(44)))
            field(kit, box, "code", self.draft, kit.words("class.hint"))
            y = box.bottom + kit.px(14)
            y += kit.paragraph(self._told(kit), (inner.x, y), room, SMALL, kit.theme.ink2) + kit.px(22)
            y = self._naming(kit, inner.x, y, room)
            ready = isinstance(self.found, Lesson)
            button = kit.button(kit.words("class.open"), (inner.x + kit.px(4), y), "open", self._open, main=ready,
                                symbol="play", on=ready, tip="" if ready else self._told(kit))  # fmt: skip
            drawn.append(button.bottom + kit.px(12))

    def _told(self, kit: Kit) -> str:
        """Say what the code opens, or what is wrong with it."""
        found = self.found
        if isinstance(found, Lesson):
            return kit.words("class.opens", level=found.level.title[kit.words.language], seed=found.seed)
        if not self.draft.text:
            return kit.words("class.where")
        return kit.words(f"class.code.{found.reason}", **dict(found.values))

    def _naming(self, kit: Kit, x: int, y: int, room: int) -> int:
        """Draw the name the run is handed in under, and how to take another."""
        kit.text(kit.words("class.name"), (x, y), SMALL, kit.theme.ink2)
        y += kit.line_height(SMALL) + kit.px(4)
        side = max(kit.tx(44), 32)
        tip = kit.words("class.name_tip")
        kit.symbol("left", (x + side // 2, y + side // 2), "name before", lambda: self._another(-1), tip, size=22)
        kit.symbol("right", (x + side + side // 2, y + side // 2), "name next", lambda: self._another(1), tip, size=22)
        name = pseudonym.name(self.name, kit.words.language)
        top = y + side // 2 - kit.line_height(HEADING) // 2
        kit.text(name, (x + 2 * side + kit.px(12), top), HEADING, room=room - 2 * side - kit.px(12))
        return y + side + kit.px(22)

    def _another(self, step: int) -> Turn | None:
        self.name = (self.name + step) % pseudonym.how_many()
        return None

    def _open(self) -> Turn | None:
        found = self.found
        if not isinstance(found, Lesson):
            return None
        brief = later("game.ui.screens.brief").Brief(found.level, self.preferences, self.home)
        brief.seed, brief.player = found.seed, pseudonym.name(self.name, self.preferences.language)
        return Replace(brief)
