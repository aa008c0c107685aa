"""The Gazette: the page of a year, and all back numbers."""

import pygame

from game.content import numbers
from game.explain.gazette.issue import Issue, issue
from game.explain.gazette.years import Year, years
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.press import columns, figures
from game.ui.screen import Screen, Turn
from game.ui.typeset import CARD_TITLE, SMALL, Role, smaller

MASTHEAD = Role(54, "serif", 1.32)


class Gazette(Screen):
    """A sheet like a small newspaper; left and right arrows leaf through the years."""

    sheet = True
    own_keys = frozenset({pygame.K_LEFT, pygame.K_RIGHT})

    def __init__(self, playing: Playing, number: int | None = None) -> None:
        self.playing = playing
        self.years: list[Year] = years(playing.session.level, playing.session.quarter)
        self.number = len(self.years) - 1 if number is None else min(max(number, 0), len(self.years) - 1)
        self._printed: dict[tuple[int, str], Issue] = {}

    @property
    def issue(self) -> Issue:
        """The issue that lies open."""
        key = (self.number, self.playing.preferences.language)
        if key not in self._printed:
            playing = self.playing
            self._printed[key] = issue(playing.session, self.years[self.number], playing.speaker, playing.explainer)
        return self._printed[key]

    def draw(self, kit: Kit) -> None:
        """Draw masthead, stories and numbers."""
        inner = sheet(kit, 1640, 1016, "", "gazette")
        if not self.years:
            kit.paragraph(kit.words("gazette.none"), inner.topleft, inner.width - kit.px(120))
            return
        printed = self.issue
        y = self._masthead(kit, inner, printed)
        room = pygame.Rect(inner.x, y, inner.width, inner.bottom - y)
        with kit.scrolling("gazette", room) as drawn:
            top, wide = drawn[0] + kit.px(14), room.width - kit.px(20)
            if wide < kit.tx(900):
                end = self._narrow(kit, pygame.Rect(room.x, top, wide, 10), printed)
            else:
                end = self._wide(kit, pygame.Rect(room.x, top, wide, 10), printed)
            drawn.append(end + kit.px(8))
        kit.lengths["gazette"] = kit.lengths["gazette"] + (y - inner.y)

    def _masthead(self, kit: Kit, inner: pygame.Rect, printed: Issue) -> int:
        """Draw the paper's name between its rules, the ways to other years beside it."""
        say, middle = kit.words, inner.centerx
        role = MASTHEAD if printed.name.isascii() or say.language == "zh" else CARD_TITLE
        while kit.width(printed.name, role) > inner.width - 2 * kit.tx(120) and role.size > 24:
            role = smaller(role)
        y = inner.y - kit.px(12)
        name = kit.text(printed.name, (middle, y), role, align="middle", room=inner.width - 2 * kit.tx(100))
        side = name.centery
        kit.symbol("left", (inner.x + kit.tx(22), side), "older", lambda: self._leaf(-1), say("gazette.older"),
                   on=self.number > 0)  # fmt: skip
        kit.symbol("right", (inner.x + kit.tx(70), side), "newer", lambda: self._leaf(1), say("gazette.newer"),
                   on=self.number < len(self.years) - 1)  # fmt: skip
        y = name.bottom + kit.px(4)
        weight = max(kit.px(3), 2)
        pygame.draw.rect(kit.surface, kit.theme.ink, (inner.x, y, inner.width, weight))
        y += weight + kit.px(3)
        number = say("gazette.number_of", number=numbers.number(self.number + 1))
        kit.text(number, (inner.x, y), SMALL, kit.theme.ink2)
        kit.text(say("gazette.year", year=printed.year.number), (inner.right, y), SMALL, kit.theme.ink2, "right")
        level = self.playing.session.level.title[say.language]
        kit.text(level, (middle, y), SMALL, kit.theme.ink2, "middle", room=inner.width - 2 * kit.tx(130))
        y += kit.line_height(SMALL) + kit.px(3)
        pygame.draw.rect(kit.surface, kit.theme.ink, (inner.x, y, inner.width, 1))
        return y + kit.px(2)

    def _wide(self, kit: Kit, room: pygame.Rect, printed: Issue) -> int:
        """Set the page in two parts: stories at the left, numbers at the right."""
        side = round(room.width * 0.32)
        left = pygame.Rect(room.x, room.y, room.width - side - kit.px(64), 10)
        right = pygame.Rect(room.right - side, room.y, side, 10)
        y = columns.story_block(kit, self.playing, printed.lead, left, printed.year.at, True) + kit.px(22)
        y = columns.two_streets(kit, self.playing, printed, pygame.Rect(left.x, y, left.width, 10)) + kit.px(14)
        kit.hairline((left.x, y), (left.right, y))
        others = pygame.Rect(left.x, y + kit.px(16), left.width, 10)
        y = columns.stories(kit, self.playing, printed, others) + kit.px(18)
        kit.hairline((left.x, y), (left.right, y))
        y = columns.year_chart(kit, self.playing, printed, pygame.Rect(left.x, y + kit.px(12), left.width, 10))
        end = max(y, self._margin(kit, right, printed))
        x = right.x - kit.px(32)
        kit.hairline((x, room.y), (x, end))
        return end

    def _narrow(self, kit: Kit, room: pygame.Rect, printed: Issue) -> int:
        """Set the page as one column."""
        y = columns.story_block(kit, self.playing, printed.lead, room, printed.year.at, True) + kit.px(16)
        y = columns.two_streets(kit, self.playing, printed, pygame.Rect(room.x, y, room.width, 10)) + kit.px(16)
        y = columns.stories(kit, self.playing, printed, pygame.Rect(room.x, y, room.width, 10)) + kit.px(20)
        y = columns.year_chart(kit, self.playing, printed, pygame.Rect(room.x, y, room.width, 10)) + kit.px(20)
        return self._margin(kit, pygame.Rect(room.x, y, room.width, 10), printed)

    def _margin(self, kit: Kit, room: pygame.Rect, printed: Issue) -> int:
        """Set numbers, surprise and letter under each other."""
        y = figures.figures(kit, self.playing, printed, room) + kit.px(16)
        if printed.surprise is not None:
            kit.hairline((room.x, y), (room.right, y))
            block = pygame.Rect(room.x, y + kit.px(12), room.width, 10)
            y = figures.surprise(kit, self.playing, printed.surprise, block) + kit.px(14)
        kit.hairline((room.x, y), (room.right, y))
        return figures.letter(kit, self.playing, printed, pygame.Rect(room.x, y + kit.px(12), room.width, 10))

    def _leaf(self, by: int) -> Turn | None:
        self.number = min(max(self.number + by, 0), len(self.years) - 1)
        return None

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Left and right leaf."""
        if key in self.own_keys and self.years:
            return self._leaf(1 if key == pygame.K_RIGHT else -1)
        return super().key(key, modifiers)
