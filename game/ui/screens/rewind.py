"""Going back: every quarter that was lived can be chosen; what came after stays as a line of its own."""

from functools import partial

import pygame

from game.explain.tale import decisions
from game.ui import charts
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Screen, Turn
from game.ui.typeset import BODY, HEADING, NAME, SMALL


class Rewind(Screen):
    """A sheet with the run as a line, and the lines that were left."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.quarter = playing.session.quarter

    def draw(self, kit: Kit) -> None:
        """Draw the line of time, what was done, and the other lines."""
        inner = sheet(kit, 1320, 1000, kit.words("ui.rewind"), "rewind")
        playing, last = self.playing, self.playing.session.quarter
        with kit.scrolling("rewind", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            y += kit.paragraph(kit.words("ui.rewind_about"), (inner.x, y), room, BODY, kit.theme.ink2) + kit.px(12)
            plot = pygame.Rect(inner.x, y, room, kit.tx(220))
            kit.text(playing.speaker.name("employment"), plot.topleft, SMALL, kit.theme.ink2)
            marks = [charts.Mark(step.quarter) for step in playing.session.branch.steps]
            chart = plot.move(0, kit.line_height(SMALL))
            charts.history(kit, chart, playing.series("employment"), playing.speaker, "employment", max(last, 1), marks,
                           (self.quarter, last))  # fmt: skip
            y = chart.bottom + kit.px(16)
            y = self._choose(kit, inner.x, y, room) + kit.px(20)
            y = self._done(kit, inner.x, y, room)
            y = self._lines(kit, inner.x, y, room)
            drawn.append(y)

    def _choose(self, kit: Kit, x: int, y: int, room: int) -> int:
        """Draw the steps back and forth and the button."""
        say, last = kit.words, self.playing.session.quarter
        side = max(kit.tx(44), 34)
        middle = y + side // 2
        kit.symbol(
            "left",
            (x + side // 2, middle),
            "year back",
            lambda: self._move(-4),
            say("ui.year_back"),
            on=self.quarter > 0,
        )
        kit.symbol(
            "down",
            (x + side + side // 2, middle),
            "quarter back",
            lambda: self._move(-1),
            say("ui.quarter_back"),
            on=self.quarter > 0,
        )
        date = self.playing.speaker.date(self.quarter)
        at = kit.text(date, (x + 2 * side + kit.tx(16), middle - kit.line_height(NAME) / 2), NAME)
        after = at.right + kit.tx(16)
        kit.symbol("up", (after + side // 2, middle), "quarter on", lambda: self._move(1), say("ui.quarter_on"),
                   on=self.quarter < last)  # fmt: skip
        kit.symbol("right", (after + side + side // 2, middle), "year on", lambda: self._move(4), say("ui.year_on"),
                   on=self.quarter < last)  # fmt: skip
        left = after + 2 * side + kit.tx(24)
        label = say("ui.go_back_to", date=date)
        if left + kit.width(label, HEADING) + kit.tx(60) > x + room:
            left, y = x, y + side + kit.px(10)
        button = kit.button(label, (left, y), "rewind", self._go, main=self.quarter < last, on=self.quarter < last)
        return max(button.bottom, y + side)

    def _move(self, by: int) -> Turn | None:
        self.quarter = min(max(self.quarter + by, 0), self.playing.session.quarter)
        return None

    def _go(self) -> Turn | None:
        self.playing.rewind(self.quarter)
        return Pop()

    def _done(self, kit: Kit, x: int, y: int, room: int) -> int:
        """List what was done; each leads to its quarter."""
        done = decisions(self.playing.session, self.playing.speaker)
        if not done:
            return y
        kit.text(kit.words("ui.what_was_done"), (x, y), HEADING)
        y += kit.line_height(HEADING)
        for k, (quarter, text) in enumerate(done):
            date = self.playing.speaker.date(quarter)
            row = pygame.Rect(x + kit.px(4), y, room - kit.px(8), kit.line_height() + kit.px(4))
            if kit.spot(row, f"step {k}", partial(self._pick, quarter)):
                pygame.draw.rect(kit.surface, kit.theme.land, row, border_radius=kit.px(6))
            kit.text(date, (x + kit.px(8), y), BODY, kit.theme.ink2)
            kit.text(text, (x + kit.tx(180), y), BODY, room=room - kit.tx(190))
            y += row.height
        return y + kit.px(16)

    def _pick(self, quarter: int) -> Turn | None:
        self.quarter = quarter
        return None

    def _lines(self, kit: Kit, x: int, y: int, room: int) -> int:
        """List the other lines of time; each can be taken up again."""
        session = self.playing.session
        if len(session.branches) < 2:
            return y
        kit.text(kit.words("ui.other_lines"), (x, y), HEADING)
        y += kit.line_height(HEADING)
        speaker = self.playing.speaker
        for number, branch in enumerate(session.branches):
            here = number == session.current
            values = {
                "number": number + 1,
                "fork": speaker.date(branch.fork),
                "to": speaker.date(branch.quarter),
                "jobs": round(float(branch.region.history.last("employment")[0])),
            }
            text = kit.words("ui.line_here" if here else "ui.line", **values)
            if here:
                kit.text(text, (x + kit.px(4), y), BODY, kit.theme.ink2, room=room)
            else:
                kit.link(
                    text,
                    (x + kit.px(4), y),
                    f"line {number}",
                    partial(self._switch, number),
                    BODY,
                    room=room - kit.px(8),
                )
            y += kit.line_height() + kit.px(4)
        return y

    def _switch(self, number: int) -> Turn | None:
        self.playing.session.switch(number)
        self.playing.notices = []
        self.quarter = self.playing.session.quarter
        return Pop()
