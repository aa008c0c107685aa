"""The brief: where you are, what is asked, on which dice, and the ground it happens on."""

import pygame

from game.content.level import Goal, Level
from game.ui.kit import Kit
from game.ui.map.labels import SYMBOLS
from game.ui.map.projection import Projection
from game.ui.map.terrain import terrain, town_ground
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.rich import Reader
from game.ui.screen import Replace, Screen, Turn
from game.ui.screens.region import Region
from game.ui.typeset import BODY, CARD_TITLE, HEADING, LEAD, SMALL


class Brief(Screen):
    """A page before the first quarter."""

    def __init__(self, level: Level, preferences: Preferences, home: Screen) -> None:
        self.level, self.preferences, self.home = level, preferences, home
        self.seed = 1
        self._picture: tuple[object, pygame.Surface] | None = None
        self._opened: Playing | None = None

    def draw(self, kit: Kit) -> None:
        """Draw words at the left, the map at the right, the button below."""
        kit.surface.fill(kit.theme.paper)
        foot = max(kit.tx(48), kit.px(44)) + 2 * kit.px(20)
        wide = kit.rect.width > kit.tx(1000)
        column = round(kit.rect.width * 0.5) if wide else kit.rect.width
        room = pygame.Rect(
            kit.px(72), kit.px(44), column - kit.px(72) - kit.px(40), kit.rect.height - foot - kit.px(44)
        )
        if wide:
            self._map(kit, pygame.Rect(column, 0, kit.rect.width - column, kit.rect.height - foot))
        with kit.scrolling("brief", room) as drawn:
            drawn.append(self._words(kit, room, drawn[0]))
        self._foot(kit, pygame.Rect(0, kit.rect.height - foot, kit.rect.width, foot))

    def _words(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Tell what the level is about."""
        level, language, say = self.level, kit.words.language, kit.words
        inside = room.width - kit.px(16)
        length = say("unit.years", count=level.quarters // 4)
        kind = f"{say(f'kind.{level.kind}')} · {length} · {level.industry.name[language]}"
        y += kit.paragraph(kind, (room.x, y), inside, SMALL, kit.theme.ink2)
        y += kit.paragraph(level.title[language], (room.x, y), inside, CARD_TITLE) + kit.px(12)
        reader = Reader(kit)
        y += reader.paragraph(level.brief[language], (room.x, y), min(inside, kit.tx(760)), LEAD) + kit.px(16)
        if level.goals:
            kit.text(say("ui.goals"), (room.x, y), HEADING)
            y += kit.line_height(HEADING) + kit.px(2)
        for goal in level.goals:
            if not goal.hidden:
                y = self._goal(kit, reader, (room.x, y), inside, goal)
        y += kit.px(14)
        y += kit.paragraph(say(f"ui.formation.{level.formation}"), (room.x, y), inside, SMALL, kit.theme.ink2)
        if level.scale:
            y += kit.paragraph(level.scale[language], (room.x, y), inside, SMALL, kit.theme.ink2)
        vote = level.government.vote
        if vote:
            share = f"{round(100 * vote.threshold)} %"
            y += kit.paragraph(
                say("ui.vote_about", years=vote.every // 4, share=share), (room.x, y), inside, SMALL, kit.theme.ink2
            )
        return y + kit.px(10)

    def _goal(self, kit: Kit, reader: Reader, at: tuple[int, int], inside: int, goal: Goal) -> int:
        """Write one goal and what kind it is."""
        x, y = at
        symbol = {"pass": "goal", "optional": "plus", "fail": "close"}[goal.kind]
        kit.icon(symbol, (x, y + kit.tx(4)), 20, kit.theme.accent if goal.kind == "fail" else kit.theme.ink)
        text = f"{goal.text[kit.words.language]} ({kit.words(f'goal.{goal.kind}')})"
        return y + reader.paragraph(text, (x + kit.tx(32), y), inside - kit.tx(32), BODY)

    def _map(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw the ground and its places."""
        made_for = (rect.size, kit.theme.name)
        view = Projection.of(self.level.map, (0, 0, *rect.size))
        if self._picture is None or self._picture[0] != made_for:
            picture = terrain(self.level.map, view.frame, rect.size, kit.theme, 7)
            for site, place in enumerate(self.level.map.places):
                x, y = view.to_pixels(place.x_km, place.y_km)
                town_ground(picture, x, y, 44 * kit.scale, 26 * kit.scale, 0.0, kit.theme, site)
            self._picture = made_for, picture
        kit.surface.blit(self._picture[1], rect)
        for place in self.level.map.places:
            x, y = view.to_pixels(place.x_km, place.y_km)
            name = place.name[kit.words.language]
            half = kit.width(name, HEADING) / 2
            x = min(max(rect.x + x, rect.x + half + kit.tx(24)), rect.right - half - kit.px(8))
            for dx, dy in ((-2, 0), (2, 0), (0, -2), (0, 2)):
                kit.text(name, (x + dx + kit.tx(12), rect.y + y + dy + kit.px(12)), HEADING, kit.theme.land, "middle")
            kit.text(name, (x + kit.tx(12), rect.y + y + kit.px(12)), HEADING, kit.theme.ink, "middle")
            kit.icon(SYMBOLS[place.kind], (x - half - kit.tx(12), rect.y + y + kit.px(12) + kit.tx(5)), 18)

    def _foot(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw the button that begins, the dice, and the way back."""
        kit.card(rect, kit.theme.card, "panel", 0)
        y = rect.y + kit.px(20)
        at = kit.button(kit.words("ui.begin"), (kit.px(72), y), "begin", self._begin, main=True, symbol="play")
        back = kit.button(kit.words("ui.back"), (at.right + kit.px(16), y), "back", self._back)
        middle = at.centery
        label = kit.words("ui.dice", seed=self.seed)
        x = max(back.right + kit.px(40), rect.right - kit.px(72) - kit.width(label) - kit.tx(150))
        kit.icon("dice", (x, middle - kit.tx(12)), 24)
        text = kit.text(label, (x + kit.tx(36), middle - kit.line_height() / 2), BODY)
        step = max(kit.tx(44), 34)
        kit.symbol(
            "minus",
            (text.right + step // 2 + kit.px(8), middle),
            "dice less",
            lambda: self._dice(-1),
            kit.words("ui.dice_tip"),
            on=self.seed > 0,
            size=20,
        )
        kit.symbol(
            "plus",
            (text.right + step + step // 2 + kit.px(8), middle),
            "dice more",
            lambda: self._dice(1),
            kit.words("ui.dice_tip"),
            size=20,
        )

    def _dice(self, by: int) -> Turn | None:
        self.seed = max(self.seed + by, 0)
        return None

    def _back(self) -> Turn | None:
        return self.key(pygame.K_ESCAPE, 0)

    def _begin(self) -> Turn | None:
        return Replace(Region(Playing.begin(self.level, self.preferences, self.seed), self.home))

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Enter begins."""
        if key in (pygame.K_RETURN, pygame.K_SPACE):
            return self._begin()
        return super().key(key, modifiers)
