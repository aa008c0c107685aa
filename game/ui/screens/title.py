"""The title: the two words, what to do, and a valley that shows what the game is about."""

from functools import partial

import pygame

from game.content.words import LANGUAGES, words
from game.session import saves
from game.ui.icons import seal
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Press, Push, Quit, Screen, Turn, later
from game.ui.screens.help import Help
from game.ui.screens.settings import Settings
from game.ui.typeset import HEADING, NAME, PAGE, SMALL, TITLE


class Title(Screen):
    """Where the game begins."""

    def __init__(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.trouble = ""
        self._picture: tuple[object, pygame.Surface] | None = None
        self._shown = False

    def draw(self, kit: Kit) -> None:
        """Draw words at the left and the valley at the right."""
        kit.surface.fill(kit.theme.paper)
        column = min(max(kit.px(620), kit.tx(560)), round(kit.rect.width * 0.62))
        self._valley(kit, pygame.Rect(column, 0, kit.rect.width - column, kit.rect.height))
        margin, top = kit.px(72), max(kit.px(48), kit.rect.height // 9)
        outer = pygame.Rect(margin // 2, kit.px(24), column - margin // 2, kit.rect.height - kit.px(40))
        room = pygame.Rect(margin, outer.y, column - margin - kit.px(32), outer.height)
        with kit.scrolling("title", outer) as drawn:
            y = drawn[0] + top - kit.px(24)
            side = kit.tx(60)
            kit.surface.blit(seal(side, kit.theme.accent, kit.theme.on_accent), (room.x, y))
            y += side + kit.px(18)
            y += kit.paragraph(kit.words("game.title"), (room.x, y), room.width, TITLE)
            y += kit.paragraph(kit.words("game.other_title"), (room.x, y), room.width, PAGE, kit.theme.ink2) + kit.px(
                10
            )
            y += kit.paragraph(kit.words("game.about"), (room.x, y), room.width, NAME, kit.theme.ink2) + kit.px(22)
            drawn.append(self._menu(kit, room, y))

    def _menu(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw what can be done."""
        choices: list[tuple[str, str, Press]] = [("levels", "world", self._levels)]
        if saves.newest() is not None:
            choices.insert(0, ("continue", "play", self._resume))
        choices += [
            ("codex", "concept", lambda: Push(later("game.ui.screens.codex").Codex())),
            ("settings", "gear", lambda: Push(Settings(self.preferences))),
            ("help", "help", lambda: Push(Help(self.preferences))),
            ("quit", "close", Quit),
        ]
        tall = max(kit.tx(52), 40)
        for k, (name, symbol, press) in enumerate(choices):
            row = pygame.Rect(room.x - kit.px(12), y, min(room.width, kit.tx(470)), tall)
            hot = kit.spot(row, name, press)
            if k == 0 or hot:
                pygame.draw.rect(kit.surface, kit.theme.card, row, border_radius=kit.px(8))
                edge = kit.theme.accent if hot else kit.theme.ink3
                pygame.draw.rect(kit.surface, edge, row, 2 if hot else 1, kit.px(8))
            kit.icon(
                symbol,
                (row.x + kit.px(16), row.centery - kit.tx(11)),
                22,
                kit.theme.accent if k == 0 else kit.theme.ink,
            )
            kit.text(
                kit.words(f"ui.{name}"),
                (row.x + kit.px(16) + kit.tx(40), row.centery - kit.line_height(NAME) / 2),
                NAME,
            )
            y += tall + kit.px(4)
        if self.trouble:
            y += kit.paragraph(self.trouble, (room.x, y), room.width, SMALL, kit.theme.accent)
        return self._languages(kit, room.x, y + kit.px(14))

    def _languages(self, kit: Kit, x: int, y: int) -> int:
        """Draw the languages, each in its own words."""
        for language in LANGUAGES:
            name = words(language)("ui.language_name")
            chosen = language == self.preferences.language
            box = pygame.Rect(x, y, kit.width(name, HEADING), kit.line_height(HEADING))
            hot = kit.spot(box.inflate(kit.px(16), kit.px(8)), f"language {language}", partial(self._speak, language))
            kit.text(name, box.topleft, HEADING, kit.theme.ink if chosen or hot else kit.theme.ink2)
            if chosen:
                pygame.draw.rect(kit.surface, kit.theme.accent, (box.x, box.bottom, box.width, max(kit.px(3), 2)))
            x = box.right + kit.px(36)
        return y + kit.line_height(HEADING) + kit.px(12)

    def _speak(self, language: str) -> Turn | None:
        self.preferences.language = "zh" if language == "zh" else "en"
        self.trouble = self.preferences.keep()
        return None

    def _resume(self) -> Turn | None:
        path = saves.newest()
        if path is None:
            return None
        found = later("game.ui.playing").resume(path, self.preferences)
        if isinstance(found, str):
            self.trouble = found
            return None
        return Push(later("game.ui.screens.region").Region(found, self))

    def _levels(self) -> Turn | None:
        return Push(later("game.ui.screens.levels").Levels(self.preferences, self))

    def _valley(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw the first level's valley in full bloom; it fades into the page.

        The words stand first: painting the valley takes as long as everything else, and nobody should wait for it.
        """
        if not self._shown:
            self._shown = True
            return
        made_for = (rect.size, kit.theme.name)
        if self._picture is None or self._picture[0] != made_for:
            self._picture = made_for, later("game.ui.screens.valley").valley(rect.size, kit.theme)
        kit.surface.blit(self._picture[1], rect)

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Esc does not leave the game; L changes the language."""
        if key == pygame.K_l:
            return self._speak("zh" if self.preferences.language == "en" else "en")
        if key == pygame.K_c:
            return Push(later("game.ui.screens.codex").Codex())
        if key in (pygame.K_F1, pygame.K_h):
            return Push(Help(self.preferences))
        return None
