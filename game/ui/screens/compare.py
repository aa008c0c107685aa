"""Two lines of time side by side: their first difference, any number on both, and how far they end apart."""

from functools import partial

import pygame

from game.explain import branches
from game.session.session import parting
from game.ui.charts import Line, Mark, Series, moved, show
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Screen, Turn
from game.ui.tables import Cell, Column, Row, table
from game.ui.tabs import tabs
from game.ui.typeset import BODY, SMALL_BOLD

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
            chart = pygame.Rect(inner.x, y, room, min(kit.tx(300), round(inner.height * 0.55)))
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
        """Write every number on both lines, and the difference; one that is pressed is shown in the chart."""
        session, speaker, say = self.playing.session, self.playing.speaker, kit.words
        date = speaker.date(branches.common_end(session, session.current, self.other))
        lines = [branches.name_of(session, speaker, k) for k in (session.current, self.other)]
        heads = [*lines, say("timeline.difference")]
        columns = [Column(say("timeline.ends", date=date)), *(Column(head, "right") for head in heads)]
        rows = []
        for item in branches.ends(session, session.current, self.other, NUMBERS):
            text, ink = moved(kit, speaker, item.number, item.difference)
            change = Cell(text, role=SMALL_BOLD, ink=ink)
            both = (Cell(speaker.value(item.number, value)) for value in (item.one, item.other))
            cells = (Cell(speaker.name(item.number)), *both, change)
            rows.append(Row(f"number {item.number}", cells, partial(self._show, item.number),
                            chosen=item.number == self.number))  # fmt: skip
        return table(kit, room, "ends", columns, rows) + kit.px(8)

    def _against(self, number: str) -> Turn | None:
        self.other = int(number)
        return None

    def _show(self, number: str) -> Turn | None:
        self.number = number
        return None
