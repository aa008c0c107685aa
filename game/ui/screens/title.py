"""The title: the two words, what to do, and a valley that shows what the game is about."""

from functools import partial

import pygame

from game.content import library
from game.content.words import LANGUAGES, words
from game.session import saves
from game.ui.icons import seal
from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.map.placing import chance, seats
from game.ui.map.projection import Projection
from game.ui.map.terrain import terrain, town_ground
from game.ui.playing import resume
from game.ui.preferences import Preferences
from game.ui.screen import Press, Push, Quit, Screen, Turn
from game.ui.screens.help import Help
from game.ui.screens.levels import Levels
from game.ui.screens.region import Region
from game.ui.screens.settings import Settings
from game.ui.theme import Theme
from game.ui.typeset import HEADING, NAME, PAGE, SMALL, TITLE


class Title(Screen):
    """Where the game begins."""

    def __init__(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.trouble = ""
        self._picture: tuple[object, pygame.Surface] | None = None
        self._kept = saves.newest()

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
        choices: list[tuple[str, str, Press]] = [("levels", "concept", lambda: Push(Levels(self.preferences, self)))]
        if self._kept is not None:
            choices.insert(0, ("continue", "play", self._resume))
        choices += [
            ("settings", "gear", lambda: Push(Settings(self.preferences))),
            ("help", "help", lambda: Push(Help())),
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
        self.trouble = ""
        return None

    def _resume(self) -> Turn | None:
        if self._kept is None:
            return None
        found = resume(self._kept, self.preferences)
        if isinstance(found, str):
            self.trouble = found
            return None
        return Push(Region(found, Title(self.preferences)))

    def _valley(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw the first level's valley in full bloom; it fades into the page."""
        made_for = (rect.size, kit.theme.name)
        if self._picture is None or self._picture[0] != made_for:
            self._picture = made_for, _valley(rect.size, kit.theme)
        kit.surface.blit(self._picture[1], rect)

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Esc does not leave the game; L changes the language."""
        if key == pygame.K_l:
            return self._speak("zh" if self.preferences.language == "en" else "en")
        if key in (pygame.K_F1, pygame.K_h):
            return Push(Help())
        return None


def _valley(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """Paint the valley of the first level with a painter's box of houses."""
    path = library.find_level("birth")
    level = library.load_level(path).level if path else None
    picture = pygame.Surface(size)
    picture.fill(theme.paper)
    if level is None:
        return picture
    scale = min(max(size[1] / 1080, 0.6), 1.6)
    view = Projection.of(level.map, (0, 0, *size)).zoomed(1.35)
    picture.blit(terrain(level.map, view.frame, size, theme, 7), (0, 0))
    houses = []
    for site, place in enumerate(level.map.places):
        x, y = view.to_pixels(place.x_km, place.y_km)
        town_ground(picture, x, y, 118 * scale, 68 * scale, 0.0, theme, site)
        for k, (dx, dy) in enumerate(seats(11, 190 * scale, 106 * scale, scale, site)):
            houses.append(
                (y + dy, x + dx, int(8 * chance(site, k, 1)), round((23 + 10 * chance(site, k, 2)) * scale), k)
            )
    for foot, x, kind, width, k in sorted(houses):
        dx, dy = anchor_of(width)
        picture.blit(building(kind, width, 3 + k % 4, 0, theme, k), (round(x) - dx, round(foot) - dy))
    fade = pygame.Surface((max(size[0] // 4, 1), size[1]), pygame.SRCALPHA)
    for column in range(fade.get_width()):
        strength = round(255 * (1 - column / fade.get_width()) ** 1.6)
        pygame.draw.line(fade, (*theme.paper, strength), (column, 0), (column, size[1]))
    picture.blit(fade, (0, 0))
    return picture
