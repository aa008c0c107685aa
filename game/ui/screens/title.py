"""The title: the two words and what to do, a world of histories, and the path of lessons."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.content.words import LANGUAGES
from game.session import store
from game.ui.entrance import menu, path
from game.ui.entrance.menu import Choice
from game.ui.entrance.shelf import Entry, Shelf
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Push, Quit, Screen, Turn, later
from game.ui.screens.ask import Ask
from game.ui.tabs import tabs
from game.ui.typeset import HEADING, NAME, SMALL

if TYPE_CHECKING:
    from game.ui.entrance.world import World

TALLEST = 0.68
"""Height of the world against its width, caption included, so that it shows where people live and no more ice."""

NARROWEST, LOWEST = 560, 320
"""Width and height, growing with the text, that the world has at least where it stands beside the menu."""


class Title(Screen):
    """Where the game begins."""

    def __init__(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.shelf = Shelf()
        self.layer = "history"
        self.trouble = preferences.trouble
        self._shown = False
        self._earth: World | None = None

    # --- drawing -----------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw the menu at the left, the world at the right, the path below; where they have no room, one long page."""
        kit.surface.fill(kit.theme.paper)
        margin = kit.px(72)
        page = pygame.Rect(margin, 0, kit.rect.width - 2 * margin, kit.rect.height)
        column = min(max(kit.px(500), kit.tx(400)), page.width)
        beside = pygame.Rect(page.x + column + kit.px(56), kit.px(48), 0, 0)
        beside.width = page.right - beside.x
        has_world = beside.width > kit.tx(NARROWEST)
        lessons = len(self.shelf.of("lesson"))
        below = path.height(kit, page.width, max(lessons, 1)) + kit.line_height(NAME) + kit.px(20)
        with kit.scrolling("title", kit.rect) as drawn:
            page.y = drawn[0]
            end = self._menu(kit, pygame.Rect(page.x, page.y, column if has_world else page.width, 10), not has_world)
            # Where all of it can be seen at once the path lies at the foot, and the world fills what is left.
            foot = max(kit.rect.height - below - kit.px(4), end - page.y + kit.px(8))
            if has_world:
                beside.y += page.y
                beside.height = min(max(foot - kit.px(56), kit.tx(LOWEST)), round(beside.width * TALLEST))
                self._histories(kit, beside, True)
                foot = max(foot, beside.bottom - page.y + kit.px(8))
            else:
                foot = self._world_below(kit, page, end) - page.y
            if lessons:
                self._path(kit, pygame.Rect(page.x, page.y + foot, page.width, below))
                foot += below
            drawn.append(page.y + foot)
        self._shown = True

    def _world_below(self, kit: Kit, page: pygame.Rect, y: int) -> int:
        """Draw the world under the menu, no higher than can be seen at once; returns where it ends."""
        tall = min(round(page.width * TALLEST), kit.rect.height - kit.px(48))
        self._histories(kit, pygame.Rect(page.x, y + kit.px(24), page.width, tall), False)
        return y + tall + kit.px(40)

    def _menu(self, kit: Kit, rect: pygame.Rect, languages: bool) -> int:
        """Draw name, choices and trouble; the languages too where the world is not beside. Returns where they end."""
        y = menu.name(kit, rect, rect.y + kit.px(52)) + kit.px(14)
        y = menu.choices(kit, rect, y, self._choices(kit))
        if self.trouble:
            y += kit.paragraph(self.trouble, (rect.x, y), rect.width, SMALL, kit.theme.accent)
        return self._languages(kit, rect.x, y + kit.px(14)) if languages else y

    def _choices(self, kit: Kit) -> list[Choice]:
        """List what can be done, going on first; a run that has ended can be looked at again."""
        say, listed, looked_at = kit.words, list[Choice](), list[Choice]()
        newest = store.newest()
        if newest is not None:
            kept, over = later("game.ui.entrance.kept").told(say) if self._shown else "", store.ended(newest)
            name = say("entrance.last_run" if over else "entrance.continue")
            (looked_at if over else listed).append(Choice("continue", "play", name, self._resume, kept))
        # Lines stand before their levels are read: nothing may move under a pointer that is on its way.
        lesson, unread = self.shelf.next_lesson(), not self.shelf.complete
        if lesson is not None or unread:
            name = lesson.short(say.language) if lesson else ""
            listed.append(Choice("lesson", "goal", say("entrance.next_lesson"), self._lesson, name))
        listed += looked_at
        listed.append(Choice("levels", "log", say("entrance.levels"), self._levels))
        if self.shelf.of("sandbox") or unread:
            listed.append(Choice("sandbox", "sandbox", say("kind.sandbox"), self._sandbox))
        return [
            *listed,
            Choice("class", "support", say("class.title"), self._class),
            Choice("codex", "concept", say("ui.codex"), self._codex),
            Choice("settings", "gear", say("ui.settings"), self._settings),
            Choice("help", "help", say("entrance.help"), self._help),
            Choice("quit", "close", say("ui.quit"), self._quit),
        ]

    def _languages(self, kit: Kit, x: int, y: int) -> int:
        """Draw the languages, each in its own words."""
        for language in LANGUAGES:
            name = kit.words(f"ui.languages.{language}")
            chosen = language == self.preferences.language
            box = pygame.Rect(x, y, kit.width(name, HEADING), kit.line_height(HEADING))
            spot = box.inflate(kit.px(16), kit.px(8))
            hot = kit.spot(spot, f"language {language}", partial(self._speak, language))
            kit.text(name, box.topleft, HEADING, kit.theme.ink if chosen or hot else kit.theme.ink2)
            if chosen:
                pygame.draw.rect(kit.surface, kit.theme.accent, (box.x, box.bottom, box.width, max(kit.px(3), 2)))
            x = box.right + kit.px(36)
        return y + kit.line_height(HEADING) + kit.px(12)

    def _histories(self, kit: Kit, rect: pygame.Rect, languages: bool) -> None:
        """Draw the world with its caption; the words stand first, painting the world takes as long as all else."""
        caption = kit.line_height(NAME) + kit.px(28)
        ground = pygame.Rect(rect.x, rect.y, rect.width, rect.height - caption)
        if self._shown:
            self._world().draw(kit, ground, self.layer, self._brief)
        else:
            pygame.draw.rect(kit.surface, kit.theme.water, ground)
        layers = [kind for kind in ("history", "contrast") if self.shelf.of(kind)]
        if len(layers) > 1:
            labels = [(kind, kit.words(f"entrance.layer.{kind}")) for kind in layers]
            tabs(kit, (rect.x, ground.bottom + kit.px(12)), rect.width, labels, self.layer, self._show)
        elif layers:
            kit.text(kit.words("entrance.layer.history"), (rect.x, ground.bottom + kit.px(12)), NAME, room=rect.width)
        if not languages:
            return
        names = [kit.words(f"ui.languages.{language}") for language in LANGUAGES]
        wide = sum(kit.width(name, HEADING) + kit.px(36) for name in names) - kit.px(36)
        self._languages(kit, rect.right - wide, ground.bottom + kit.px(12))

    def _world(self) -> "World":
        """Return the world map, made when it is first seen."""
        if self._earth is None:
            self._earth = later("game.ui.entrance.world").World(self.shelf)
        return self._earth

    def _path(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw the path of lessons with its heading."""
        head = kit.text(kit.words("entrance.lessons"), rect.topleft, NAME)
        about = kit.words("ui.kind_about.lesson")
        kit.text(about, (head.right + kit.px(14), rect.y + kit.tx(2)), SMALL, kit.theme.ink2,
                 room=rect.right - head.right - kit.px(14))  # fmt: skip
        road = pygame.Rect(rect.x, head.bottom, rect.width, rect.bottom - head.bottom)
        path.draw(kit, road, self.shelf, self._brief)

    # --- turns -------------------------------------------------------------------------------------------------

    def pass_time(self, seconds: float) -> Turn | None:
        """Read one more level once the words stand."""
        if self._shown:
            self.shelf.read_one()
        return None

    def _show(self, layer: str) -> Turn | None:
        self.layer = layer
        return None

    def _speak(self, language: str) -> Turn | None:
        self.preferences.language = "zh" if language == "zh" else "en"
        self.trouble = self.preferences.keep()
        return None

    def _resume(self) -> Turn | None:
        kept = store.newest()
        if kept is None:
            return None
        found = later("game.ui.resuming").resume(kept, self.preferences)
        if isinstance(found, str):
            self.trouble = found
            return None
        return Push(later("game.ui.screens.region").Region(found, self))

    def _brief(self, entry: Entry) -> Turn | None:
        return Push(later("game.ui.screens.brief").Brief(entry.level, self.preferences, self))

    def onward(self) -> Screen | None:
        """Return the brief of the next lesson."""
        self.shelf.read_all()
        lesson = self.shelf.next_lesson()
        return later("game.ui.screens.brief").Brief(lesson.level, self.preferences, self) if lesson else None

    def _lesson(self) -> Turn | None:
        brief = self.onward()
        return Push(brief) if brief else None

    def _class(self) -> Turn | None:
        return Push(later("game.ui.screens.class_code").ClassCode(self.preferences, self))

    def _sandbox(self) -> Turn | None:
        self.shelf.read_all()
        return next((self._brief(entry) for entry in self.shelf.of("sandbox")), None)

    def _levels(self) -> Turn | None:
        return Push(later("game.ui.screens.levels").Levels(self.preferences, self, self.shelf))

    def _codex(self) -> Turn | None:
        return Push(later("game.ui.screens.codex").Codex())

    def _settings(self) -> Turn | None:
        return Push(later("game.ui.screens.settings").Settings(self.preferences))

    def _help(self) -> Turn | None:
        return Push(later("game.ui.screens.help").Help(self.preferences))

    def _quit(self) -> Turn | None:
        return Push(Ask("entrance.leave_game", "entrance.run_kept" if store.newest() else "", Quit))

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Esc does not leave the game."""
        return self._codex() if key == pygame.K_c else None
