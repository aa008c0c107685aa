"""What you said: every prediction, sealed or opened, and at the end every diagnosis beside what was measured."""

from functools import partial

from game.content import numbers
from game.explain import diagnosis, predictions
from game.explain.quantities import KINDS
from game.session import predicting
from game.session.predicting import Outcome, due
from game.ui.frame import section, sheet
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.playing import Playing
from game.ui.screen import Push, Screen, Turn
from game.ui.screens.revealed import Revealed
from game.ui.typeset import BODY, SMALL


class Expected(Screen):
    """A sheet with what was predicted and what was diagnosed on this line of time."""

    sheet = True

    def __init__(self, playing: Playing) -> None:
        self.playing = playing

    def draw(self, kit: Kit) -> None:
        """Draw both lists."""
        inner = sheet(kit, 1080, 1000, kit.words("learn.said"), "expected")
        with kit.scrolling("expected", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            y += section(kit, kit.words("learn.said_lines"), (inner.x, y), "chart")
            y = self._predictions(kit, inner.x, y, room) + kit.px(18)
            y += section(kit, kit.words("learn.said_phases"), (inner.x, y), "clock")
            drawn.append(self._diagnoses(kit, inner.x, y, room))

    def _predictions(self, kit: Kit, x: int, y: int, room: int) -> int:
        """List the predictions; one whose time has come opens."""
        session, speaker = self.playing.session, self.playing.speaker
        opened = {id(outcome.prediction): outcome for outcome in predicting.resolved(session)}
        known = [p for p in predicting.on_line(session.predictions, session.branch) if p.indicator in KINDS]
        if not known:
            y += kit.paragraph(kit.words("learn.read.none_sealed"), (x, y), room, BODY)
        for k, guess in enumerate(known):
            outcome = opened.get(id(guess))
            if outcome is None:
                dates = {"when": speaker.date(guess.quarter), "due": speaker.date(due(guess))}
                text = kit.words("learn.read.waiting", number=speaker.name(guess.indicator), **dates)
                y += kit.paragraph(text, (x, y), room, BODY) + kit.px(6)
                continue
            kit.link(predictions.told(outcome, speaker)[0], (x, y), f"open {k}", partial(self._open, outcome), BODY,
                     room=room)  # fmt: skip
            y += max(kit.line_height(BODY), SMALLEST_SPOT) + kit.px(6)
        return y

    def _diagnoses(self, kit: Kit, x: int, y: int, room: int) -> int:
        """At the end tell what was said and measured; before, only how often something was said."""
        session = self.playing.session
        found = diagnosis.judged(session)
        if not found:
            return y + kit.paragraph(kit.words("learn.read.no_diagnoses"), (x, y), room, BODY)
        if not session.outcome().ended:
            text = kit.words("learn.said_kept", count=numbers.number(len(found)))
            return y + kit.paragraph(text, (x, y), room, BODY)
        for one in found:
            first, *rest = diagnosis.told(one, self.playing.speaker)
            y += kit.paragraph(first, (x, y), room, BODY)
            for line in rest:
                y += kit.paragraph(line.strip(), (x + kit.px(20), y), room - kit.px(20), SMALL, kit.theme.ink2)
            y += kit.px(10)
        return y

    def _open(self, outcome: Outcome) -> Turn:
        return Push(Revealed(self.playing, outcome))
