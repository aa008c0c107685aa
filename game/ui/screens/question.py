"""Questions about ideas, one at a time: choose an answer, and read why it is right or not."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.content import library
from game.content.question import Flows, Item
from game.explain import checks
from game.explain.checks import Occasion
from game.explain.gains import gains
from game.explain.worked import Fade, offered_first
from game.session import progress
from game.ui.button_row import Choice, button_row
from game.ui.flows import flow_chart
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Pop, Push, Replace, Screen, Turn, later
from game.ui.typeset import BODY, HEADING, SMALL


class Questions(Screen):
    """A sheet with some questions; it can be closed at any time, and nothing is lost by it."""

    sheet = True

    def __init__(self, playing: Playing, asked: Sequence[tuple[Item, Occasion]],
                 finished: Callable[[int], None] | None = None) -> None:  # fmt: skip
        self.playing, self.asked, self.finished = playing, tuple(asked), finished
        self.at = 0
        self.answer: int | None = None
        self.right: list[bool] = []
        self.fade: Fade | None = None
        """The worked example that is offered first, where the answers call for it."""

    def draw(self, kit: Kit) -> None:
        """Draw the question, or at the end what the answers show."""
        if self.at >= len(self.asked):
            self._end(kit)
            return
        one, occasion = self.asked[self.at]
        heading = kit.words(f"learn.check.{occasion}", number=self.at + 1, count=len(self.asked))
        inner = sheet(kit, 1180, 1000, heading, "question")
        with kit.scrolling("question", inner) as drawn:
            y, room, language = drawn[0], inner.width - kit.px(16), kit.words.language
            y += kit.paragraph(one.text[language], (inner.x, y), min(room, kit.tx(960)), BODY) + kit.px(12)
            y += self._flows(kit, one.flows, (inner.x, y), room)
            for k, number in enumerate(checks.order(one, self.playing.session.seed)):
                rect = pygame.Rect(inner.x + kit.px(4), y, room - kit.px(8), 10)
                y = self._answer(kit, rect, one, k, number) + kit.px(10)
            y += button_row(kit, (inner.x + kit.px(4), y + kit.px(8)), room, self._buttons(kit)) + kit.px(20)
            drawn.append(y)

    def _flows(self, kit: Kit, flows: Flows | None, at: tuple[int, int], room: int) -> int:
        """Draw what comes and goes, where the question is about it."""
        if flows is None:
            return 0
        rect = pygame.Rect(at[0], at[1], min(room, kit.tx(760)), kit.tx(220))
        return flow_chart(kit, rect, flows.into, flows.out_of) + kit.px(10)

    def _answer(self, kit: Kit, rect: pygame.Rect, one: Item, k: int, number: int) -> int:
        """Draw one answer; once answered, why it is right or not. Returns where it ends."""
        theme, language, answer = kit.theme, kit.words.language, one.answers[number]
        shown = self.answer is not None and self._tells
        why = answer.why[language] if shown and answer.why and (answer.right or number == self.answer) else ""
        x, inside = rect.x + kit.tx(76), rect.width - kit.tx(76) - kit.px(18)
        chosen = number == self.answer
        role = HEADING if chosen else BODY
        tall = kit.lines_of(answer.text[language], inside, role) * kit.line_height(role)
        rect.height = tall + 2 * kit.px(12) + (kit.lines_of(why, inside, SMALL) * kit.line_height(SMALL) if why else 0)
        kit.card(rect, theme.card, "flat")
        hot = kit.spot(rect, f"answer {number}", partial(self._choose, number))
        right = shown and answer.right
        edge = theme.gain if right else theme.accent if chosen else theme.ink if hot else theme.hairline
        kit.plate(rect, edge, kit.px(8), max(kit.px(3), 2) if chosen or right else 1)
        y = rect.y + kit.px(12)
        kit.text("ABCD"[k], (rect.x + kit.px(18), y), role, theme.ink2)
        if shown and (chosen or right):
            colour = theme.gain if right else theme.accent
            kit.icon("done" if right else "close", (rect.x + kit.tx(46), y + kit.tx(5)), 18, colour)
        y += kit.paragraph(answer.text[language], (x, y), inside, role)
        if why:
            kit.paragraph(why, (x, y), inside, SMALL, theme.ink2)
        return rect.bottom

    @property
    def _tells(self) -> bool:
        """Before play nothing is told: the same is asked again in other words."""
        return self.asked[self.at][1] != "before"

    def _buttons(self, kit: Kit) -> list[Choice]:
        say = kit.words
        if self.answer is None:
            return [Choice(say("learn.skip"), "skip", self._next)]
        return [Choice(say("learn.next"), "next", self._next, main=True)]

    def _choose(self, number: int) -> Turn | None:
        if self.answer is None:
            one, occasion = self.asked[self.at]
            self.right.append(checks.answer(self.playing.session, one, number, occasion))
            self.answer = number
            if occasion == "again":
                self.playing.learning.returned(one, self.right[-1])
        return None

    def _next(self) -> Turn | None:
        self.at, self.answer = self.at + 1, None
        if self.at >= len(self.asked):
            if self.finished is not None:
                self.finished(sum(self.right))
            self.playing.learning.keep(self.playing)
            if self.asked[-1][1] == "before":
                self.fade = offered_first(self.playing.session, progress.read())
        return None

    # --- the end -------------------------------------------------------------------------------------------------

    def _end(self, kit: Kit) -> None:
        """Say what the answers show, concept by concept."""
        occasion = self.asked[-1][1]
        inner = sheet(kit, 900, 1000, kit.words("learn.check.done"), "questions end")
        with kit.scrolling("questions end", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            y += kit.paragraph(self._sentence(kit, occasion), (inner.x, y), room, BODY) + kit.px(12)
            if self.fade is not None:
                y += kit.paragraph(kit.words("watch.first"), (inner.x, y), room, BODY) + kit.px(12)
            if occasion == "after":
                y = self._gains(kit, inner.x, y, room) + kit.px(8)
            go_on = Choice(kit.words("learn.go_on"), "go on", lambda: Pop(), main=self.fade is None)
            choices = [*self._example(kit), go_on]
            y += button_row(kit, (inner.x + kit.px(4), y), room, choices) + kit.px(12)
            drawn.append(y)

    def _sentence(self, kit: Kit, occasion: Occasion) -> str:
        if occasion != "known":
            return kit.words(f"learn.check.{occasion}_done")
        enough = sum(self.right) >= checks.ENOUGH
        return kit.words("learn.check.known_enough" if enough else "learn.check.known_not_yet")

    def _example(self, kit: Kit) -> list[Choice]:
        """Offer the worked example before play; it says nothing of the answers, which are told afterwards."""
        if self.fade is None:
            return []
        label, tip = kit.words(f"watch.first_button.{self.fade}"), kit.words(f"watch.{self.fade}_tip")
        return [Choice(label, "example", partial(self._watch, self.fade), main=True, tip=tip)]

    def _watch(self, fade: Fade) -> Turn:
        session, preferences = self.playing.session, self.playing.preferences
        home = later("game.ui.screens.title").Title(preferences)
        watch = later("game.ui.screens.watch").Watch(session.level, preferences, home, session.seed, fade)
        watch.playing.session.player, watch.said = session.player, list(session.said)
        return Replace(watch)

    def _gains(self, kit: Kit, x: int, y: int, room: int) -> int:
        """List each concept with right answers before and after; a concept opens its card."""
        session, language = self.playing.session, kit.words.language
        for gain in gains(session.said, session.level):
            card = library.concepts().get(gain.concept)
            if card is None:
                continue
            before, after = (f"{right} / {count}" if count else "–" for right, count in (gain.before, gain.after))
            line = kit.words("learn.check.gain", before=before, after=after)
            end = kit.text(line, (x + room, y), SMALL, kit.theme.ink2, "right").x
            opens = partial(_concept, gain.concept)
            kit.link(card.name[language], (x, y), f"concept {gain.concept}", opens, BODY, room=end - x - kit.px(20))
            y += max(kit.line_height(BODY) + kit.px(8), 26)
        return y

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Number keys and A to D answer; Space goes on, as Enter does."""
        if self.at >= len(self.asked):
            return Pop() if key in (pygame.K_ESCAPE, pygame.K_SPACE) else None
        one = self.asked[self.at][0]
        shown = checks.order(one, self.playing.session.seed)
        for first in (pygame.K_1, pygame.K_a):
            if 0 <= key - first < len(shown):
                return self._choose(shown[key - first])
        if key == pygame.K_SPACE and self.answer is not None:
            return self._next()
        return super().key(key, modifiers)


def _concept(concept: str) -> Turn:
    return Push(later("game.ui.screens.concept").Concept(concept))
