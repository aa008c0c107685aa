"""The end of a level, in words and charts: what happened, why, what was done; and the way back."""

from typing import TYPE_CHECKING

import pygame

from game.content import numbers
from game.explain.tale import decisions, tale
from game.ui import charts
from game.ui.icons import seal
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.rich import Reader
from game.ui.screen import Pop, Screen, Turn
from game.ui.typeset import BODY, HEADING, PAGE, SMALL, SMALL_BOLD

if TYPE_CHECKING:
    from game.ui.screens.region import Region

CHARTS = ("firms", "mean_margin", "variety", "trust", "lock_in", "treasury")


class Ending(Screen):
    """A page, like one of a good newspaper."""

    def __init__(self, playing: Playing, region: "Region") -> None:
        self.playing, self.region = playing, region
        self._told: tuple[str, list[str]] | None = None

    def draw(self, kit: Kit) -> None:
        """Draw the page."""
        kit.surface.fill(kit.theme.paper)
        foot = max(kit.tx(48), kit.px(44)) + 2 * kit.px(20)
        room = pygame.Rect(kit.px(72), kit.px(40), kit.rect.width - 2 * kit.px(72), kit.rect.height - foot - kit.px(40))
        with kit.scrolling("ending", room) as drawn:
            y = self._head(kit, room, drawn[0]) + kit.px(20)
            wide = room.width - kit.px(16)
            if wide > kit.tx(1000):
                left = pygame.Rect(room.x, y, round(wide * 0.56), 10)
                right = pygame.Rect(left.right + kit.px(48), y, wide - left.width - kit.px(48), 10)
                y = max(self._charts(kit, left), self._words(kit, right))
            else:
                y = self._charts(kit, pygame.Rect(room.x, self._words(kit, pygame.Rect(room.x, y, wide, 10)), wide, 10))
            drawn.append(y)
        self._foot(kit, pygame.Rect(0, kit.rect.height - foot, kit.rect.width, foot))

    def _head(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Write how it ended."""
        session, say = self.playing.session, kit.words
        outcome = session.outcome()
        side = kit.tx(48)
        kit.surface.blit(seal(side, kit.theme.accent, kit.theme.on_accent), (room.x, y))
        sandbox = not any(goal.kind == "pass" for goal in session.level.goals)
        head = say("outcome.over" if sandbox else "outcome.won" if outcome.won else "outcome.lost")
        title = say("read.pair", first=session.level.title[say.language], second=head)
        x = room.x + side + kit.px(20)
        used = kit.paragraph(title, (x, y - kit.px(2)), room.width - side - kit.px(40), PAGE)
        most = sum(1 for goal in session.level.goals if goal.kind != "fail")
        reason = say(f"outcome.{outcome.reason}") if outcome.reason else ""
        stars = say("outcome.stars", count=numbers.number(outcome.stars), most=numbers.number(most)) if most else ""
        text = say("read.sentences", first=reason, second=stars) if reason and stars else reason or stars
        return y + used + kit.paragraph(text, (x, y + used), room.width - side - kit.px(40), BODY, kit.theme.ink2)

    def _words(self, kit: Kit, room: pygame.Rect) -> int:
        """Tell what happened, the goals, and what was done."""
        playing, y = self.playing, room.y
        key = f"{kit.words.language} {playing.session.current} {playing.session.quarter}"
        if self._told is None or self._told[0] != key:
            self._told = key, tale(playing.session, playing.speaker, playing.explainer)
        kit.text(kit.words("ui.what_happened"), (room.x, y), HEADING)
        y += kit.line_height(HEADING)
        reader = Reader(kit)
        for sentence in self._told[1]:
            y += reader.paragraph(sentence, (room.x, y), room.width, BODY) + kit.px(6)
        y += kit.px(14)
        if playing.session.level.goals:
            kit.text(kit.words("ui.goals"), (room.x, y), HEADING)
            y += kit.line_height(HEADING)
        for item in playing.session.progress():
            if item.goal.kind == "fail" and item.status != "met":
                continue
            met = (item.status == "met") != (item.goal.kind == "fail")
            kit.icon(
                "done" if met else "close", (room.x, y + kit.tx(4)), 20, kit.theme.gain if met else kit.theme.accent
            )
            value = playing.speaker.value(item.goal.indicator, item.value)
            text = f"{item.goal.text[kit.words.language]} ({value})"
            y += reader.paragraph(text, (room.x + kit.tx(32), y), room.width - kit.tx(32), BODY)
        done = decisions(playing.session, playing.speaker)
        if done:
            y += kit.px(14)
            kit.text(kit.words("ui.what_was_done"), (room.x, y), HEADING)
            y += kit.line_height(HEADING)
        for quarter, text in done:
            kit.text(playing.speaker.date(quarter), (room.x, y), SMALL, kit.theme.ink2)
            y += kit.paragraph(text, (room.x + kit.tx(140), y), room.width - kit.tx(140), SMALL)
        return y + kit.px(16)

    def _charts(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw six small histories on one axis of time, decisions marked below each."""
        playing = self.playing
        marks = [charts.Mark(step.quarter) for step in playing.session.branch.steps]
        columns = 2 if room.width > kit.tx(640) else 1
        gap, tall = kit.px(32), kit.tx(190)
        wide = (room.width - gap * (columns - 1)) // columns
        for k, number in enumerate(CHARTS):
            x, y = (
                room.x + (k % columns) * (wide + gap),
                room.y + (k // columns) * (tall + kit.line_height(SMALL) + kit.px(22)),
            )
            kit.text(playing.speaker.name(number), (x, y), SMALL_BOLD)
            plot = pygame.Rect(x, y + kit.line_height(SMALL) + kit.px(4), wide, tall)
            charts.history(
                kit, plot, playing.series(number), playing.speaker, number, max(playing.session.quarter, 1), marks
            )
        rows = -(-len(CHARTS) // columns)
        y = room.y + rows * (tall + kit.line_height(SMALL) + kit.px(22))
        kit.text(kit.words("ui.marks"), (room.x, y), SMALL, kit.theme.ink2, room=room.width)
        return y + kit.line_height(SMALL)

    def _foot(self, kit: Kit, rect: pygame.Rect) -> None:
        """Draw what can be done next."""
        kit.card(rect, kit.theme.card, "panel", 0)
        seed = self.playing.session.seed
        x, y = kit.px(72), rect.y + kit.px(20)
        choices = (
            ("play_again", lambda: self.region.again(seed), True),
            ("other_dice", lambda: self.region.again(seed + 1), False),
            ("go_back_in_time", self._back, False),
            ("leave", self.region.leave, False),
        )
        room = (rect.width - 2 * kit.px(72) - 3 * kit.px(16)) // 4
        for name, press, main in choices:
            label = kit.words(f"ui.{name}")
            wide = min(kit.width(label, HEADING) + 2 * kit.tx(24), room)
            x = kit.button(label, (x, y), name, press, main=main, room=wide).right + kit.px(16)

    def _back(self) -> Turn | None:
        return self.region.rewind()

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Esc closes the page; the region below can be looked at, and rewound."""
        if key == pygame.K_r:
            return self._back()
        return super().key(key, modifiers)

    def pass_time(self, seconds: float) -> Turn | None:
        """After going back in time there is nothing left to tell."""
        return None if self.playing.session.outcome().ended else Pop()
