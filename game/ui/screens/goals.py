"""The goals: of each what is measured now, what is needed and by when, how it moved in a year, and the way to why."""

from functools import partial

import pygame

from game.explain.scopes import numbers_of
from game.explain.speech import capital
from game.session.goals import Progress
from game.ui.charts import spark
from game.ui.charts.small import SHOWN
from game.ui.frame import section, sheet
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.playing import Playing
from game.ui.region import goals_part
from game.ui.screen import Push, Screen, Turn
from game.ui.screens.why import Why
from game.ui.theme import Colour
from game.ui.typeset import BODY, NAME, SMALL


class Goals(Screen):
    """A sheet with every goal, and with what must not happen, of which the panel is silent."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing

    def draw(self, kit: Kit) -> None:
        """Draw the goals, then what must not happen."""
        inner = sheet(kit, 1180, 1000, kit.words("ui.goals"), "goals")
        with kit.scrolling("goals", inner) as drawn:
            room = pygame.Rect(inner.x, drawn[0], inner.width - kit.px(20), 10)
            figures = self.playing.session.figures
            if figures.rough:
                note = kit.words("learn.estimates", when=self.playing.speaker.date(figures.quarter))
                room.y += kit.paragraph(note, room.topleft, room.width, SMALL, kit.theme.ink2) + kit.px(8)
            for item in goals_part.shown(self.playing.session):
                room.y = self._goal(kit, item, room)
            avoided = goals_part.avoided(self.playing.session)
            if avoided:
                room.y += section(kit, capital(kit.words("goal.fail")), room.topleft, "close") + kit.px(4)
            for item in avoided:
                room.y = self._goal(kit, item, room)
            drawn.append(room.y)

    def _goal(self, kit: Kit, item: Progress, room: pygame.Rect) -> int:
        """Draw one goal: its words and how far along it is, four figures, and the way to why; returns where it ends."""
        colour, left, y = goals_part.colour_of(kit, item), room.x + kit.tx(38), room.y
        kit.icon(goals_part.sign_of(item), (room.x, y + kit.tx(3)), 24, colour)
        wide = room.right - left
        y += kit.paragraph(goals_part.words_of(item, kit.words), (left, y), wide, NAME) + kit.px(4)
        if item.goal.kind != "fail":
            kit.bar(pygame.Rect(left, y, wide, max(kit.px(6), 4)), item.share, colour)
            y += max(kit.px(6), 4) + kit.px(8)
        y = self._facts(kit, item, pygame.Rect(left, y, wide, 10))
        number = item.goal.indicator
        if number in numbers_of(None):
            label = kit.words("goal.why", number=self.playing.speaker.name(number))
            kit.link(label, (left, y), f"why {item.goal.id}", partial(self._why, number), BODY, room=wide)
            y += max(kit.line_height(BODY), SMALLEST_SPOT)
        return y + kit.px(20)

    def _facts(self, kit: Kit, item: Progress, room: pygame.Rect) -> int:
        """Write what is measured, needed, by when and lately, side by side as far as they fit; returns the foot."""
        say, speaker, goal = kit.words, self.playing.speaker, item.goal
        word, fails = "goal.at_least" if goal.op == ">=" else "goal.at_most", goal.kind == "fail"
        facts = (
            ("measured", speaker.told(goal.indicator, item.value)),
            ("limit" if fails else "needed", say(word, value=speaker.told(goal.indicator, goal.value))),
            ("lasting" if fails and goal.for_ else "when", goals_part.term(self.playing, item)),
            ("year", self._moved(item)[0]),
        )
        gap = kit.px(24)
        across = next(n for n in (4, 2, 1) if n == 1 or (room.width - (n - 1) * gap) // n >= kit.tx(200))
        wide, y, foot = (room.width - (across - 1) * gap) // across, room.y, room.y
        for k, (label, text) in enumerate(facts):
            if k % across == 0:
                y = foot
            x = room.x + (k % across) * (wide + gap)
            kit.text(say(f"goal.{label}"), (x, y), SMALL, kit.theme.ink2, room=wide)
            top = y + kit.line_height(SMALL)
            if label == "year":
                self._lately(kit, item, pygame.Rect(x, top, wide, kit.line_height(BODY)))
            used = 0 if label == "year" else kit.paragraph(text, (x, top), wide, BODY)
            foot = max(foot, top + max(used, kit.line_height(BODY)) + kit.px(6))
        return foot

    def _lately(self, kit: Kit, item: Progress, room: pygame.Rect) -> None:
        """Write the change in a year, and draw the course of the last years beside it."""
        text, nearer = self._moved(item)
        colour: Colour = {1: kit.theme.gain, 0: kit.theme.ink, -1: kit.theme.accent}[nearer]
        right = kit.text(text, room.topleft, BODY, colour).right + kit.px(14)
        line = pygame.Rect(right, room.y + room.height // 4, min(room.right - right, kit.tx(110)), room.height // 2)
        if line.width > kit.px(24):
            spark(kit, line, self.playing.series(item.goal.indicator, SHOWN), dot=colour)

    def _moved(self, item: Progress) -> tuple[str, int]:
        """Return the change in a year as it is written, and whether it led nearer to what is wished: 1, 0 or −1."""
        number = item.goal.indicator
        amount = self.playing.value(number) - self.playing.value(number, 4)
        text = self.playing.speaker.change(number, amount)
        wished = (item.goal.op == ">=") != (item.goal.kind == "fail")
        return text, 0 if text[0] not in "+−" else 1 if (amount > 0) == wished else -1

    def _why(self, number: str) -> Turn | None:
        return Push(Why(self.playing, number))
