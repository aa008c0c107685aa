"""Diagnosis: say which phase the region is in, by a share for each or by one press."""

from functools import partial

import pygame

from game.content import numbers
from game.explain import diagnosis
from game.simulation.indicators import WATCHED
from game.ui.button_row import Choice, button_row
from game.ui.frame import close, sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Screen, Turn
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD

MOST = 10
"""Weight of a phase of which one is sure; shares follow from all five weights."""


class DiagnosisSheet(Screen):
    """A sheet with five phases. What was measured is told at the end of the run."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        playing.looked.add("diagnosis")
        self.weights = [2] * len(WATCHED)

    def draw(self, kit: Kit) -> None:
        """Draw the question, a row for each phase, and the buttons."""
        say = kit.words
        inner = sheet(kit, 1040, 1000, say("learn.diagnose"), "diagnosis")
        with kit.scrolling("diagnosis", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            about = say("learn.diagnose_about", sure=numbers.percent(1.0))
            y += kit.paragraph(about, (inner.x, y), min(room, kit.tx(820)), SMALL, kit.theme.ink2) + kit.px(14)
            shares = diagnosis.normal(self.weights)
            for k, name in enumerate(WATCHED):
                y = self._row(kit, pygame.Rect(inner.x, y, room, 10), k, name, shares[k]) + kit.px(8)
            buttons = (
                Choice(say("learn.note_down"), "note down", self._note, main=True),
                Choice(say("learn.not_now"), "not now", close),
            )
            y += button_row(kit, (inner.x + kit.px(4), y + kit.px(10)), room, buttons) + kit.px(20)
            drawn.append(y)

    def _row(self, kit: Kit, rect: pygame.Rect, k: int, name: str, share: float) -> int:
        """Draw one phase: its name (one press makes sure of it), less, a bar, more, its share; returns its foot."""
        side = max(kit.tx(44), 32)
        rect.height = side + kit.line_height(SMALL)
        middle = rect.y + side // 2
        wide = max(round(rect.width * 0.26), kit.tx(120))
        label = kit.words(f"phase.{name}")
        kit.link(label, (rect.x, middle - kit.line_height(HEADING) / 2), f"sure {name}", partial(self._sure, k),
                 HEADING, kit.words("learn.sure_tip", phase=label), wide - kit.px(12))  # fmt: skip
        x = rect.x + wide
        kit.symbol("minus", (x + side // 2, middle), f"less {name}", partial(self._shift, k, -1),
                   kit.words("learn.less", phase=label), size=20, on=self.weights[k] > 0)  # fmt: skip
        end = rect.right - kit.tx(72)
        kit.symbol("plus", (end - side // 2, middle), f"more {name}", partial(self._shift, k, 1),
                   kit.words("learn.more", phase=label), size=20, on=self.weights[k] < MOST)  # fmt: skip
        long = end - x - 2 * side - kit.px(20)
        bar = pygame.Rect(x + side + kit.px(10), middle - kit.px(5), long, max(kit.px(10), 6))
        kit.bar(bar, share)
        kit.text(numbers.percent(share), (rect.right, middle - kit.line_height(BODY) / 2), SMALL_BOLD, align="right")
        kit.text(kit.words(f"meaning.{name}"), (rect.x, rect.y + side), SMALL, kit.theme.ink2, room=rect.width)
        return rect.bottom

    def _sure(self, k: int) -> Turn | None:
        self.weights = [MOST if j == k else 0 for j in range(len(WATCHED))]
        return None

    def _shift(self, k: int, by: int) -> Turn | None:
        self.weights[k] = min(max(self.weights[k] + by, 0), MOST)
        return None

    def _note(self) -> Turn:
        diagnosis.diagnose(self.playing.session, self.weights)
        self.playing.said = self.playing.speaker.words("learn.noted_down")
        return Pop()

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Number keys make sure of a phase."""
        if 0 <= key - pygame.K_1 < len(WATCHED):
            return self._sure(key - pygame.K_1)
        return super().key(key, modifiers)
