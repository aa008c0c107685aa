"""The council: three advisers who disagree, each with a record; and the way to predict and to diagnose."""

from functools import partial

import pygame

from game.explain import advisers, counsel
from game.explain.advisers import Advice, Adviser, Record
from game.session.predicting import quarters_ahead
from game.simulation.indicators import MEASURED
from game.ui import learning
from game.ui.button_row import Choice, button_row
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Push, Screen, Turn, later
from game.ui.typeset import HEADING, SMALL

SYMBOLS: dict[Adviser, str] = {"treasury": "treasury", "college": "train", "guild": "market"}


class Council(Screen):
    """A sheet with three lines."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self._known: tuple[str, tuple[Advice, ...], dict[Adviser, Record]] | None = None

    def _council(self) -> tuple[tuple[Advice, ...], dict[Adviser, Record]]:
        """Hear the advisers once for each moment."""
        session = self.playing.session
        moment = session.branch.moment
        if self._known is None or self._known[0] != moment:
            self._known = moment, advisers.council(session), advisers.records(session)
        return self._known[1], self._known[2]

    def draw(self, kit: Kit) -> None:
        """Draw the three cards and what else can be done here."""
        inner = sheet(kit, 1180, 1000, kit.words("learn.council"), "council")
        with kit.scrolling("council", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            said, records = self._council()
            about = kit.words("learn.council_about" if said else "learn.council_early")
            y += kit.paragraph(about, (inner.x, y), min(room, kit.tx(900)), SMALL, kit.theme.ink2) + kit.px(12)
            for advice in said:
                box = pygame.Rect(inner.x + kit.px(4), y, room - kit.px(8), 10)
                y = self._adviser(kit, box, advice, records[advice.adviser]) + kit.px(14)
            y += button_row(kit, (inner.x + kit.px(4), y + kit.px(6)), room, self._buttons(kit)) + kit.px(16)
            drawn.append(y)

    def _adviser(self, kit: Kit, rect: pygame.Rect, advice: Advice, record: Record) -> int:
        """Draw one adviser's card; returns its foot."""
        playing, speaker = self.playing, self.playing.speaker
        line = counsel.line(playing.session, advice, playing.explainer, speaker)
        claim = counsel.claim(advice, playing.futures.forecast, speaker)
        left, inside = rect.x + kit.tx(66), rect.width - kit.tx(66) - kit.px(20)
        tall = kit.line_height(HEADING) + kit.lines_of(line, inside) * kit.line_height()
        tall += kit.lines_of(claim, inside, SMALL) * kit.line_height(SMALL) + max(kit.line_height(SMALL), 24)
        rect.height = tall + 2 * kit.px(14) + kit.px(8)
        kit.card(rect)
        kit.icon(SYMBOLS[advice.adviser], (rect.x + kit.px(18), rect.y + kit.px(16)), 30)
        y = rect.y + kit.px(14)
        shown = counsel.record(record, speaker)
        end = kit.text(shown, (rect.right - kit.px(20), y + kit.tx(2)), SMALL, kit.theme.ink2, "right").x
        name = kit.words(f"learn.adviser.{advice.adviser}")
        kit.text(name, (left, y), HEADING, room=end - left - kit.px(12))
        y += kit.line_height(HEADING)
        y += kit.paragraph(line, (left, y), inside)
        y += kit.paragraph(claim, (left, y), inside, SMALL, kit.theme.ink2) + kit.px(6)
        self._links(kit, advice, (left, y))
        return rect.bottom

    def _links(self, kit: Kit, advice: Advice, at: tuple[int, int]) -> None:
        """Lead to the reasons, and to the card an adviser speaks of."""
        x, number, card = at[0], advice.claim.number, advice.card
        if number in MEASURED:
            x = kit.link(kit.words("ui.why"), at, f"why {advice.adviser}", partial(self._why, number), SMALL).right
            x += kit.px(28)
        if card is not None:
            name = self.playing.speaker.policy(card)
            kit.link(name, (x, at[1]), f"card {advice.adviser}", partial(self._card, card), SMALL)

    def _buttons(self, kit: Kit) -> list[Choice]:
        playing, session, say = self.playing, self.playing.session, kit.words
        open_ = bool(quarters_ahead(session.quarter, session.level.quarters)) and not session.outcome().ended
        tip = say("learn.predict_tip") if open_ else say("learn.not_sealed.too_late")
        return [
            Choice(say("learn.predict_button"), "predict", partial(_push, "predict", "Predict", playing),
                   symbol="chart", tip=tip, on=open_),
            Choice(say("learn.diagnose_button"), "diagnose", partial(_push, "diagnosis", "DiagnosisSheet", playing),
                   symbol="clock", tip=say("learn.diagnose_tip")),
            Choice(say("learn.said"), "said", partial(_push, "expected", "Expected", playing), symbol="lock"),
            Choice(say("learn.marks_button"), "marks", partial(_push, "marks", "MarksSheet", playing),
                   symbol="concept"),
        ]  # fmt: skip

    def _why(self, number: str) -> Turn:
        return Push(later("game.ui.screens.why").Why(self.playing, number))

    def _card(self, card: str) -> Turn:
        return Push(later("game.ui.screens.policy").PolicySheet(self.playing, card))

    def key(self, key: int, modifiers: int) -> Turn | None:
        """The keys of the region lead on from here too."""
        if key in learning.BY_KEY:
            return learning.opened(key, self.playing)
        return super().key(key, modifiers)


def _push(module: str, name: str, playing: Playing) -> Turn:
    return Push(getattr(later(f"game.ui.screens.{module}"), name)(playing))
