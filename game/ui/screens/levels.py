"""Choosing a level: lessons in their order, histories, the sandbox; broken files say what is wrong with them."""

import pygame

from game.content import library
from game.content.complaint_words import sentence
from game.content.library import LevelFile
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Push, Screen, Turn
from game.ui.screens.brief import Brief
from game.ui.typeset import BODY, HEADING, NAME, PAGE, SMALL

KINDS = ("lesson", "history", "contrast", "sandbox")
SYMBOLS = {"lesson": "concept", "history": "world", "contrast": "overlays", "sandbox": "sandbox"}


class Levels(Screen):
    """A page of levels."""

    def __init__(self, preferences: Preferences, home: Screen) -> None:
        self.preferences, self.home = preferences, home
        self.files = [library.load_level(path) for path in library.level_files()]

    def draw(self, kit: Kit) -> None:
        """Draw every level as a card, by kind."""
        kit.surface.fill(kit.theme.paper)
        margin = kit.px(72)
        kit.text(kit.words("ui.levels"), (margin, kit.px(40)), PAGE)
        kit.symbol(
            "close",
            (kit.rect.width - margin, kit.px(40) + kit.line_height(PAGE) // 2),
            "close",
            self._close,
            kit.words("ui.close"),
        )
        top = kit.px(56) + kit.line_height(PAGE)
        room = pygame.Rect(
            margin - kit.px(16), top, kit.rect.width - 2 * margin + kit.px(32), kit.rect.height - top - kit.px(16)
        )
        with kit.scrolling("levels", room) as drawn:
            y = drawn[0] + kit.px(8)
            for kind in KINDS:
                files = [file for file in self.files if file.level is not None and file.level.kind == kind]
                if files:
                    y = self._kind(kit, pygame.Rect(margin, y, kit.rect.width - 2 * margin, 10), kind, files) + kit.px(
                        20
                    )
            broken = [file for file in self.files if file.level is None]
            if broken:
                y = self._broken(kit, pygame.Rect(margin, y, kit.rect.width - 2 * margin, 10), broken)
            drawn.append(y)

    def _close(self) -> Turn | None:
        return self.key(pygame.K_ESCAPE, 0)

    def _kind(self, kit: Kit, room: pygame.Rect, kind: str, files: list[LevelFile]) -> int:
        """Draw the levels of one kind as a grid of cards."""
        kit.icon(SYMBOLS[kind], (room.x, room.y + kit.tx(3)), 22)
        head = kit.text(kit.words(f"kind.{kind}"), (room.x + kit.tx(34), room.y), HEADING)
        kit.text(
            kit.words(f"ui.kind_about.{kind}"),
            (head.right + kit.px(14), room.y + kit.tx(2)),
            SMALL,
            kit.theme.ink2,
            room=room.right - head.right - kit.px(14),
        )
        y = room.y + kit.line_height(HEADING) + kit.px(10)
        gap = kit.px(16)
        columns = max((room.width + gap) // (kit.tx(500) + gap), 1)
        wide = (room.width - gap * (columns - 1)) // columns
        tall = 2 * kit.tx(18) + kit.line_height(NAME) + 4 * kit.line_height(SMALL) + kit.px(10)
        for k, file in enumerate(files):
            at = (room.x + (k % columns) * (wide + gap), y + (k // columns) * (tall + gap))
            self._card(kit, pygame.Rect(*at, wide, tall), file)
        return y + -(-len(files) // columns) * (tall + gap)

    def _card(self, kit: Kit, rect: pygame.Rect, file: LevelFile) -> None:
        """Draw one level."""
        level, language = file.level, kit.words.language
        if level is None:
            return
        kit.card(rect)
        if kit.spot(rect, f"level {level.id}", lambda: Push(Brief(level, self.preferences, self.home))):
            pygame.draw.rect(kit.surface, kit.theme.accent, rect, max(kit.px(3), 2), kit.px(8))
        inner = rect.inflate(-2 * kit.tx(22), -2 * kit.tx(18))
        length = kit.words("unit.years", count=level.quarters // 4)
        end = kit.text(length, (inner.right, inner.y + kit.tx(2)), SMALL, kit.theme.ink2, "right")
        kit.text(level.title[language], inner.topleft, NAME, room=end.x - inner.x - kit.px(12))
        y = inner.y + kit.line_height(NAME)
        y += kit.paragraph(level.brief[language], (inner.x, y), inner.width, SMALL, kit.theme.ink2, 3) + kit.px(8)
        known = library.concepts()
        names = [known[id_].name[language] for id_ in level.teaches if id_ in known]
        if names:
            text = kit.words("command.teaches", concepts=kit.words("read.comma").join(names))
            kit.text(text, (inner.x, y), SMALL, room=inner.width)

    def _broken(self, kit: Kit, room: pygame.Rect, files: list[LevelFile]) -> int:
        """Say what is wrong with files that cannot be played."""
        y = room.y
        for file in files:
            y += kit.paragraph(kit.words("command.level_errors", file=file.path.name), (room.x, y), room.width, HEADING)
            for complaint in file.complaints[:5]:
                y += kit.paragraph(sentence(complaint, kit.words), (room.x, y), room.width, SMALL, kit.theme.accent)
        return y + kit.line_height(BODY)
