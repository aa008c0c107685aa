"""An explain prompt: choose the two causes that moved a number most, then see what each did.

Where it asks about a fall in the past the ladder of causes is at hand from the start: finding it there is the point.
"""

from functools import partial

import pygame

from game.content import library
from game.explain import feedback, prompts
from game.explain.prompts import RIGHT, Prompt
from game.explain.quantities import CONCEPTS
from game.ui.button_row import Choice, button_row
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Push, Replace, Screen, Turn, later
from game.ui.typeset import BODY, HEADING, SMALL


class PromptSheet(Screen):
    """A sheet with six causes. It need not be answered."""

    sheet = True

    def __init__(self, playing: Playing, prompt: Prompt, then: Screen | None = None) -> None:
        self.playing, self.prompt, self.then = playing, prompt, then
        self.chosen: list[str] = []
        self.answered = False
        self.began: float | None = None
        """When it was first seen, by the window's clock."""
        self._now = 0.0

    def draw(self, kit: Kit) -> None:
        """Draw the question, and after the answer what each cause did."""
        self._now = kit.seconds
        self.began = self._now if self.began is None else self.began
        inner = sheet(kit, 1180, 1000, kit.words("learn.why_heading"), "prompt")
        with kit.scrolling("prompt", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            question = feedback.question(self.prompt, self.playing.speaker)
            y += kit.paragraph(question, (inner.x, y), min(room, kit.tx(940)), BODY) + kit.px(12)
            for k, cause in enumerate(self.prompt.choices):
                y = self._cause(kit, pygame.Rect(inner.x + kit.px(4), y, room - kit.px(8), 10), k, cause) + kit.px(8)
            y += kit.px(6)
            if self.answered:
                for line in feedback.feedback(self.prompt, self.chosen, self.playing.speaker):
                    y += kit.paragraph(line, (inner.x, y), min(room, kit.tx(980)), BODY) + kit.px(4)
                y += kit.px(8)
            y += button_row(kit, (inner.x + kit.px(4), y + kit.px(4)), room, self._buttons(kit)) + kit.px(12)
            drawn.append(y)

    def _cause(self, kit: Kit, rect: pygame.Rect, k: int, cause: str) -> int:
        """Draw one cause as something to tick; afterwards with what it added. Returns where it ends."""
        theme, name = kit.theme, self.playing.speaker.entry(cause)
        rect.height = max(kit.line_height(BODY) + 2 * kit.px(10), kit.tx(44))
        hot = kit.spot(rect, f"cause {cause}", partial(self._toggle, cause))
        chosen, right = cause in self.chosen, self.answered and cause in self.prompt.right
        kit.card(rect, theme.card, "flat")
        edge = theme.gain if right else theme.accent if chosen else theme.ink if hot else theme.hairline
        kit.plate(rect, edge, kit.px(8), max(kit.px(3), 2) if chosen or right else 1)
        middle = rect.centery
        x = rect.x + kit.px(18)
        kit.text(str(k + 1), (x, middle - kit.line_height(SMALL) / 2), SMALL, theme.ink2)
        x += kit.tx(28)
        if chosen or right:
            mark = "done" if right or not self.answered else "close"
            kit.icon(mark, (x, middle - kit.tx(10)), 20, theme.gain if right else theme.accent)
        x += kit.tx(34)
        extra = self._amount(kit, cause) if self.answered else ""
        end = rect.right - kit.px(18)
        kit.text(extra, (end, middle - kit.line_height(SMALL) / 2), SMALL, theme.ink2, "right")
        room = end - kit.width(extra, SMALL) - kit.px(16) - x
        kit.text(name, (x, middle - kit.line_height(BODY) / 2), HEADING if chosen else BODY, room=room)
        return rect.bottom

    def _amount(self, kit: Kit, cause: str) -> str:
        """Write what a cause added."""
        reason = self.prompt.reason
        part = next((one for one in reason.contributions if one.cause == cause), None)
        if part is None:
            return kit.words("learn.nothing_added")
        return self.playing.speaker.change(reason.number, part.amount)

    def _buttons(self, kit: Kit) -> list[Choice]:
        say = kit.words
        if not self.answered:
            ready = len(self.chosen) == RIGHT
            return [
                Choice(say("learn.answer"), "answer", self._answer, main=ready, on=ready,
                       tip="" if ready else say("learn.choose_two")),
                *([Choice(say("learn.look_it_up"), "why", self._why)] if self.prompt.kind == "fall" else []),
                Choice(say("learn.not_now"), "not now", self._go_on),
            ]  # fmt: skip
        reason = self.prompt.reason
        buttons = [Choice(say("learn.go_on"), "go on", self._go_on, main=True), Choice(say("ui.why"), "why", self._why)]
        concept = CONCEPTS.get(reason.number, "")
        if concept in library.concepts():
            name = library.concepts()[concept].name[say.language]
            opens = lambda: Push(later("game.ui.screens.concept").Concept(concept))  # noqa: E731
            buttons.append(Choice(name, "concept", opens, symbol="concept"))
        return buttons

    def _toggle(self, cause: str) -> Turn | None:
        if self.answered:
            return None
        if cause in self.chosen:
            self.chosen.remove(cause)
        else:
            self.chosen = [*self.chosen, cause][-RIGHT:]
        return None

    def _answer(self) -> Turn | None:
        if len(self.chosen) == RIGHT and not self.answered:
            taken = max(self._now - (self.began or 0.0), 0.0)
            prompts.answer(self.playing.session, self.prompt, self.chosen, round(taken, 1))
            self.answered = True
        return None

    def _why(self) -> Turn:
        reason = self.prompt.reason
        why = later("game.ui.screens.why").Why(self.playing, reason.number, at=reason.at)
        why.span = reason.at - reason.since
        return Push(why)

    def _go_on(self) -> Turn:
        return Replace(self.then) if self.then else Pop()

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Number keys choose; Esc goes on."""
        number = key - pygame.K_1
        if 0 <= number < len(self.prompt.choices):
            return self._toggle(self.prompt.choices[number])
        return self._go_on() if key == pygame.K_ESCAPE else None
