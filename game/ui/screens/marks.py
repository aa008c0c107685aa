"""What you have met: each concept with four marks, kept on this computer alone."""

import pygame

from game.explain.mastery import mastery
from game.session.notebook import Marks
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Screen
from game.ui.tables import Order
from game.ui.tables.concept_marks import concept_marks
from game.ui.typeset import SMALL


class MarksSheet(Screen):
    """A sheet with every concept met so far."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        known = {concept: entry.marks for concept, entry in playing.learning.notebook.concepts.items()}
        for concept, marks in mastery([playing.session.record()]).items():
            known[concept] = known.get(concept, Marks()) | marks
        self.marks = sorted(known.items(), key=lambda item: (-item[1].count, item[0]))
        self.order = Order()

    def draw(self, kit: Kit) -> None:
        """Draw a row for each concept."""
        inner = sheet(kit, 1080, 1000, kit.words("learn.marks"), "marks")
        with kit.scrolling("marks", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            y += kit.paragraph(kit.words("learn.marks_about"), (inner.x, y), room, SMALL, kit.theme.ink2) + kit.px(10)
            place = pygame.Rect(inner.x, y, room, 10)
            drawn.append(concept_marks(kit, place, self.marks, kit.theme.panel, self.order))
