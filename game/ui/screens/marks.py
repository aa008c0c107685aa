"""What you have met: each concept with four marks, kept on this computer alone."""

from functools import partial

from game.content import library
from game.explain.mastery import mastery
from game.session.notebook import Marks
from game.ui import shapes
from game.ui.frame import sheet
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.playing import Playing
from game.ui.screen import Push, Screen, Turn, later
from game.ui.typeset import BODY, SMALL


class MarksSheet(Screen):
    """A sheet with every concept met so far."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        known = {concept: entry.marks for concept, entry in playing.learning.notebook.concepts.items()}
        for concept, marks in mastery([playing.session.record()]).items():
            known[concept] = known.get(concept, Marks()) | marks
        self.marks = sorted(known.items(), key=lambda item: (-item[1].count, item[0]))

    def draw(self, kit: Kit) -> None:
        """Draw a row for each concept."""
        inner = sheet(kit, 1080, 1000, kit.words("learn.marks"), "marks")
        with kit.scrolling("marks", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            y += kit.paragraph(kit.words("learn.marks_about"), (inner.x, y), room, SMALL, kit.theme.ink2) + kit.px(10)
            for concept, marks in self.marks:
                if concept in library.concepts():
                    y = self._row(kit, (inner.x, y), room, concept, marks)
            drawn.append(y)

    def _row(self, kit: Kit, at: tuple[int, int], room: int, concept: str, marks: Marks) -> int:
        """Draw one concept, its pips, and the marks in words; returns its foot."""
        x, y = at
        names = [name for name in Marks.model_fields if getattr(marks, name)]
        words = kit.words("read.comma").join(kit.words(f"learn.mark.{name}") for name in names)
        name = library.concepts()[concept].name[kit.words.language]
        half = round(room * 0.42)
        opens = partial(_open, concept)
        tall = max(kit.line_height(BODY), SMALLEST_SPOT)
        kit.link(name, (x, y), f"concept {concept}", opens, BODY, room=half - kit.px(12))
        for k, mark in enumerate(Marks.model_fields):
            centre = (x + half + kit.tx(12) + kit.tx(24) * k, y + tall // 2)
            full = 1.0 if getattr(marks, mark) else 0.0
            shapes.pip(kit.surface, centre, kit.tx(7), kit.theme.ink, full, kit.theme.panel)
        left = x + half + kit.tx(24) * len(Marks.model_fields) + kit.px(16)
        used = kit.paragraph(words, (left, y), x + room - left, SMALL, kit.theme.ink2)
        return y + max(tall, used) + kit.px(8)


def _open(concept: str) -> Turn:
    return Push(later("game.ui.screens.concept").Concept(concept))
