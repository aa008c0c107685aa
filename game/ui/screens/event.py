"""An event that asks: what happened, and the answers with their prices."""

import pygame

from game.content.citations import source_told
from game.content.event import Choice, Event
from game.session.session import Session
from game.simulation.actions import Answer, Quote
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.rich import Reader
from game.ui.screen import Pop, Screen, Turn
from game.ui.typeset import BODY, NAME, SMALL, SMALL_BOLD


def payable(session: Session, event: Event) -> bool:
    """Tell whether any answer to an event can be given."""
    return any(isinstance(session.quote(Answer(event.id, choice.id)), Quote) for choice in event.choices)


def answerable(session: Session) -> bool:
    """Tell whether an event waits that can be answered; one nobody can pay for must not hold time up."""
    waiting = session.pending()
    return any(event.id in waiting and payable(session, event) for event in session.level.events)


class EventSheet(Screen):
    """A sheet with one event. Closing it leaves the event waiting; the quarter's end takes the first answer."""

    sheet = True

    def __init__(self, playing: Playing, event: str) -> None:
        self.playing = playing
        self.event = next(item for item in playing.session.level.events if item.id == event)

    def draw(self, kit: Kit) -> None:
        """Draw the event and its answers."""
        event, language = self.event, kit.words.language
        inner = sheet(kit, 1080, 1000, event.title[language], "event")
        with kit.scrolling("event", inner) as drawn:
            y = drawn[0]
            text, room = event.text[language], inner.width - kit.px(16)
            easy = min(room, kit.tx(820))
            wide = room if kit.lines_of(text, room) < kit.lines_of(text, easy) else easy  # no word alone on a line
            y += Reader(kit).paragraph(text, (inner.x, y), wide, BODY) + kit.px(8)
            source = next((item for item in self.playing.session.level.sources if item.key == event.source), None)
            if source is not None:
                standing = kit.words(f"ui.standing.{source.standing}")
                note = kit.words("read.sourced", first=source_told(source.text, language), second=standing)
                y += kit.paragraph(note, (inner.x, y), inner.width - kit.px(16), SMALL, kit.theme.ink2, 2)
            y += kit.px(16)
            for k, choice in enumerate(event.choices):
                y = self._choice(
                    kit, pygame.Rect(inner.x + kit.px(4), y, inner.width - kit.px(20), 10), k, choice
                ) + kit.px(14)
            # The bar that shows the treasury lies under this sheet.
            say, have = kit.words, float(self.playing.session.branch.region.state.treasury[0])
            treasury = say("ui.in_treasury", amount=self.playing.speaker.money(have))
            later = say("ui.event_later" if payable(self.playing.session, event) else "ui.event_on_credit")
            below = say("read.sentences", first=treasury, second=later)
            drawn.append(y + kit.paragraph(below, (inner.x, y), inner.width - kit.px(16), SMALL, kit.theme.ink2))

    def _choice(self, kit: Kit, rect: pygame.Rect, k: int, choice: Choice) -> int:
        """Draw one answer as a card; returns where it ends."""
        speaker, language, theme = self.playing.speaker, kit.words.language, kit.theme
        quote = self.playing.session.quote(Answer(self.event.id, choice.id))
        price = speaker.money(choice.price) if choice.price else kit.words("ui.free")
        refused = "" if isinstance(quote, Quote) else speaker.refusal(quote)
        said = choice.text[language] if choice.text else ""
        below = ((said, theme.ink2), (speaker.answer(choice), theme.ink), (refused, theme.accent))
        told = [(words, ink) for words, ink in below if words]
        inside = rect.width - 2 * kit.px(24)
        lines = sum(kit.lines_of(words, inside, SMALL) for words, _ in told)
        rect.height = 2 * kit.px(14) + kit.line_height(NAME) + lines * kit.line_height(SMALL)
        kit.card(rect)
        if kit.spot(rect, f"choice {choice.id}", lambda: self._answer(choice.id)):
            kit.plate(rect, theme.accent, kit.px(8), max(kit.px(3), 2))
        x, y = rect.x + kit.px(24), rect.y + kit.px(14)
        label = f"{k + 1}  {choice.label[language]}"
        cost = kit.text(price, (rect.right - kit.px(24), y + kit.tx(3)), SMALL_BOLD, align="right")
        kit.text(label, (x, y), NAME, room=cost.x - x - kit.px(12))
        y += kit.line_height(NAME)
        for words, ink in told:
            y += kit.paragraph(words, (x, y), inside, SMALL, ink)
        return rect.bottom

    def _answer(self, choice: str) -> Turn | None:
        return Pop() if self.playing.do(Answer(self.event.id, choice)) is None else None

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Number keys answer."""
        number = key - pygame.K_1
        if 0 <= number < len(self.event.choices):
            return self._answer(self.event.choices[number].id)
        return super().key(key, modifiers)
