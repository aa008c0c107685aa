"""Two lines of time side by side: their first difference, any number on both, and how far they end apart."""

import pygame

from game.explain import branches
from game.session.session import parting
from game.ui.charts import Line, Mark, Series, good, show
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Screen, Turn
from game.ui.tabs import tabs
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD

NUMBERS = ("employment", "firms", "mean_margin", "variety", "trust", "lock_in", "skill", "openness", "treasury",
           "support")  # fmt: skip


class Compare(Screen):
    """A sheet: the line being played against another one."""

    sheet = True

    def __init__(self, playing: Playing, other: int) -> None:
        self.playing, self.other = playing, other
        self.number = "employment"

    def draw(self, kit: Kit) -> None:
        """Draw the choice of line, the first difference, the chart and the table."""
        session, speaker = self.playing.session, self.playing.speaker
        here = session.current
        own = branches.name_of(session, speaker, here)
        inner = sheet(kit, 1500, 1000, kit.words("timeline.against", line=own), "compare")
        with kit.scrolling("compare", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(20)
            lines = [(str(k), branches.name_of(session, speaker, k)) for k in range(len(session.branches)) if k != here]
            y += tabs(kit, (inner.x, y), room, lines, str(self.other), self._against) + kit.px(12)
            said = branches.first_difference(session, speaker, here, self.other)
            y += kit.paragraph(said, (inner.x, y), room, BODY) + kit.px(14)
            named = [(number, speaker.name(number)) for number in NUMBERS]
            y += tabs(kit, (inner.x, y), room, named, f"{self.number}", self._show) + kit.px(8)
            chart = pygame.Rect(inner.x, y, room, kit.tx(300))
            show(kit, chart, self.chart(), speaker, "chart compare")
            drawn.append(self._ends(kit, pygame.Rect(inner.x, chart.bottom + kit.px(16), room, 10)))

    def chart(self) -> Line:
        """Return the chosen number on both lines, with a mark where they part."""
        session, speaker = self.playing.session, self.playing.speaker
        rows = []
        for number, look in ((session.current, "ink"), (self.other, "accent")):
            history = session.branches[number].region.history[self.number][:, 0]
            name = branches.name_of(session, speaker, number)
            rows.append(Series(tuple(float(value) for value in history), name, 0, look))  # type: ignore[arg-type]
        split = parting(session.branch.steps, session.branches[self.other].steps)
        last = max(row.last for row in rows)
        return Line(self.number, tuple(rows), marks=(Mark(split, True),) if split <= last else ())

    def _ends(self, kit: Kit, room: pygame.Rect) -> int:
        """Write every number on both lines, and the difference."""
        session, speaker = self.playing.session, self.playing.speaker
        date = speaker.date(branches.common_end(session, session.current, self.other))
        y = room.y
        columns = [room.x + round(room.width * share) for share in (0.55, 0.77, 1.0)]
        kit.text(kit.words("timeline.ends", date=date), (room.x, y), HEADING, room=round(room.width * 0.3))
        heads = [branches.name_of(session, speaker, k) for k in (session.current, self.other)]
        for x, text in zip(columns, (*heads, kit.words("timeline.difference")), strict=True):
            kit.text(text, (x, y), SMALL_BOLD, kit.theme.ink2, "right", round(room.width * 0.21))
        y += kit.line_height(HEADING) + kit.px(4)
        for item in branches.ends(session, session.current, self.other, NUMBERS):
            kit.hairline((room.x, y), (room.right, y))
            kit.text(speaker.name(item.number), (room.x, y + kit.px(3)), SMALL, room=round(room.width * 0.3))
            cells = (speaker.value(item.number, item.one), speaker.value(item.number, item.other))
            for x, text in zip(columns, cells, strict=False):
                kit.text(text, (x, y + kit.px(3)), SMALL, align="right")
            change = speaker.change(item.number, item.difference)
            colour = good(kit, item.number, item.difference)
            kit.text(change, (columns[2], y + kit.px(3)), SMALL_BOLD, colour, "right")
            y += kit.line_height(SMALL) + kit.px(6)
        return y + kit.px(8)

    def _against(self, number: str) -> Turn | None:
        self.other = int(number)
        return None

    def _show(self, number: str) -> Turn | None:
        self.number = number
        return None
