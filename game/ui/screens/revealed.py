"""Revealed: a sealed prediction laid over what came, with the error as an area and in words."""

import pygame

from game.explain import predictions, prompts
from game.session.predicting import Outcome
from game.ui import guess
from game.ui.button_row import Choice, button_row
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Push, Replace, Screen, Turn, later
from game.ui.typeset import BODY


class Revealed(Screen):
    """A sheet with one prediction. It is followed by a question why, where it was far off and there is leisure."""

    sheet = True

    def __init__(self, playing: Playing, outcome: Outcome, then: Screen | None = None) -> None:
        self.playing, self.outcome, self.then = playing, outcome, then
        self.prompt = None
        if outcome.far_off and playing.learning.free():
            guessed = outcome.prediction
            self.prompt = prompts.prompt_for(
                playing.session, playing.explainer, guessed.indicator, guessed.quarter
            )  # fmt: skip

    def draw(self, kit: Kit) -> None:
        """Draw the chart, the words, and where they lead."""
        guessed, say, speaker = self.outcome.prediction, kit.words, self.playing.speaker
        inner = sheet(kit, 1320, 1000, say("learn.revealed", number=speaker.name(guessed.indicator)), "revealed")
        with kit.scrolling("revealed", inner) as drawn:
            y, room = drawn[0] + kit.tx(8), inner.width - kit.px(16)  # the topmost figure rises above the chart
            tall = min(max(kit.px(400), kit.tx(280)), max(round(0.66 * inner.height), kit.px(200)))
            self._chart(kit, pygame.Rect(inner.x, y, room, tall))
            y += tall + kit.px(6)
            y += guess.key(kit, (inner.x, y), room, bool(guessed.low)) + kit.px(12)
            for line in predictions.told(self.outcome, speaker):
                y += kit.paragraph(line, (inner.x, y), min(room, kit.tx(980)), BODY) + kit.px(4)
            y += button_row(kit, (inner.x + kit.px(4), y + kit.px(12)), room, self._buttons(kit)) + kit.px(24)
            drawn.append(y)

    def _chart(self, kit: Kit, rect: pygame.Rect) -> None:
        guessed, speaker = self.outcome.prediction, self.playing.speaker
        series = [float(v) for v in self.playing.session.branch.region.history[guessed.indicator][:, 0]]
        first, last = max(guessed.quarter - guess.PAST, 0), guessed.quarters[-1]
        level = self.playing.session.level
        ends = predictions.reach(guessed.indicator, series[: guessed.quarter + 1], level)
        shown = [*guessed.values, *guessed.low, *guessed.high, *series[first : last + 1]]
        field = guess.Field.of(kit, rect, (first, last), predictions.holding(ends, shown))
        guess.ground(kit, field, speaker, guessed.indicator, guessed.quarter)
        guess.gap(kit, field, guessed, series)
        guess.spread(kit, field, guessed)
        guess.drawn(kit, field, (guessed.quarter, series[guessed.quarter]), guessed.quarters, guessed.values)
        guess.series(kit, field, series[first : last + 1], first)

    def _buttons(self, kit: Kit) -> list[Choice]:
        say, number = kit.words, self.outcome.prediction.indicator
        asks = [Choice(say("learn.ask_why"), "prompt", self._ask, main=True)] if self.prompt else []
        why = lambda: Push(later("game.ui.screens.why").Why(self.playing, number))  # noqa: E731
        return [*asks, Choice(say("ui.why"), "why", why), Choice(say("learn.go_on"), "go on", self._go_on, not asks)]

    def _ask(self) -> Turn | None:
        if self.prompt is None:
            return self._go_on()
        self.playing.learning.use()
        return Replace(later("game.ui.screens.prompt").PromptSheet(self.playing, self.prompt, self.then))

    def _go_on(self) -> Turn:
        return Replace(self.then) if self.then else Pop()

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Esc goes on."""
        return self._go_on() if key == pygame.K_ESCAPE else None
