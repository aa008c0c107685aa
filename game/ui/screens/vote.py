"""The council's vote: how many stood by the government, how many it needed, and when it votes again."""

import pygame

from game.ui.charts import Line, Mark, Series, show
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Push, Screen, Turn
from game.ui.screens.why import Why
from game.ui.typeset import BODY, HERO, SMALL, SMALL_BOLD


class VoteSheet(Screen):
    """A sheet shown when the council has voted."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.quarter, self.support, self.stayed = playing.session.votes()[-1]

    def draw(self, kit: Kit) -> None:
        """Draw the count, the line it had to pass, support since the last vote, and the way on."""
        speaker, vote = self.playing.speaker, self.playing.session.level.government.vote
        assert vote is not None
        inner = sheet(kit, 980, 900, kit.words("vote.heading"), "vote")
        with kit.scrolling("vote", inner) as drawn:
            room = pygame.Rect(inner.x, drawn[0], inner.width - kit.px(20), 10)
            ink = kit.theme.gain if self.stayed else kit.theme.accent
            shown = kit.text(speaker.value("support", self.support), room.topleft, HERO, ink)
            said = kit.words(f"vote.{'stayed' if self.stayed else 'lost'}")
            x = shown.right + kit.px(24)
            kit.paragraph(said, (x, shown.bottom - kit.line_height() - kit.px(10)), room.right - x, BODY, most=2)
            y = self._line(kit, pygame.Rect(room.x, shown.bottom + kit.px(4), room.width, 10), vote.threshold)
            chart = pygame.Rect(room.x, y, room.width, kit.tx(200))
            show(kit, chart, self._course(vote.threshold), speaker, "chart support")
            y = chart.bottom + kit.px(10)
            when = min(self.quarter + vote.every, self.playing.session.level.quarters)
            again = kit.words("vote.again", date=speaker.date(when), years=vote.every // 4)
            y += kit.paragraph(again, (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(14)
            on = kit.button(kit.words("vote.go_on"), (room.x + kit.px(4), y), "go on", Pop, main=True)
            kit.button(kit.words("ui.why"), (on.right + kit.px(16), y), "why", self._why)
            drawn.append(on.bottom + kit.px(8))

    def _line(self, kit: Kit, room: pygame.Rect, threshold: float) -> int:
        """Draw support as a bar, and the line it had to pass."""
        bar = pygame.Rect(room.x, room.y + kit.px(8), room.width, max(kit.px(14), 8))
        kit.bar(bar, self.support, kit.theme.gain if self.stayed else kit.theme.accent)
        x = bar.x + round(bar.width * threshold)
        pygame.draw.rect(kit.surface, kit.theme.ink, (x - 1, bar.y - kit.px(6), 3, bar.height + kit.px(12)))
        needed = kit.words("vote.needed", share=self.playing.speaker.value("support", threshold))
        kit.text(needed, (x + kit.px(8), bar.bottom + kit.px(4)), SMALL_BOLD)
        return bar.bottom + kit.line_height(SMALL) + kit.px(12)

    def _course(self, threshold: float) -> Line:
        series = Series(tuple(self.playing.series("support")[: self.quarter + 1]))
        marks = tuple(Mark(quarter, not stayed) for quarter, _, stayed in self.playing.session.votes())
        return Line("support", (series,), marks=marks, goal=threshold)

    def _why(self) -> Turn | None:
        return Push(Why(self.playing, "support"))
