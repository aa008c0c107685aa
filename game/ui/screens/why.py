"""Why: a number opened to its causes. One sentence, bars that visibly add up, the past, the idea, what moves it."""

from functools import partial

import pygame

from game.content import library
from game.content.concept_card import ConceptCard
from game.explain.quantities import CONCEPTS
from game.explain.why import Reason
from game.simulation.indicators import MEASURED
from game.ui import charts
from game.ui.frame import section, sheet
from game.ui.kit import Kit
from game.ui.map.buildings import building
from game.ui.playing import Playing
from game.ui.rich import Reader
from game.ui.screen import Push, Screen, Turn
from game.ui.screens.concept import Concept
from game.ui.typeset import BODY, HEADING, PAGE, SMALL, SMALL_BOLD
from game.ui.waterfall import bars_of, waterfall

SPANS = (1, 4, 16, 0)
"""Quarters looked back: one, a year, four years, and (0) since the beginning."""


class Why(Screen):
    """A sheet that says why a number moved."""

    sheet = True

    def __init__(self, playing: Playing, number: str, at: int | None = None) -> None:
        self.playing = playing
        self._at = at
        self.number = number if number in MEASURED else "firms"
        self.span = 4
        self.chosen = ""

    @property
    def at(self) -> int:
        """The quarter it is asked about: now, or one the newspaper wrote of."""
        return self.playing.session.quarter if self._at is None else min(self._at, self.playing.session.quarter)

    def reason(self) -> Reason | None:
        """Take the number apart; None before the first quarter has passed."""
        session = self.playing.session
        if self.at == 0:
            return None
        since = max(self.at - self.span, 0) if self.span else 0
        return self.playing.explainer.why(session.branch, self.number, since, self.at)

    def draw(self, kit: Kit) -> None:
        """Draw the sheet."""
        self._reader = Reader(kit)
        inner = sheet(kit, 1680, 1000, "")
        reason = self.reason()
        y = self._head(kit, inner, reason)
        narrow = inner.width < kit.tx(1020)
        side = 0 if narrow else min(kit.tx(420), round(inner.width * 0.34))
        body = pygame.Rect(inner.x, y, inner.width - side - (kit.px(48) if side else 0), inner.bottom - y)
        with kit.scrolling("why", body) as drawn:
            top = drawn[0]
            if reason is not None:
                top = self._causes(kit, pygame.Rect(body.x, top, body.width, body.height), reason)
            top = self._past(kit, pygame.Rect(body.x, top, body.width, kit.tx(200)))
            if narrow:
                top = self._idea(kit, pygame.Rect(body.x, top + kit.px(16), body.width, 10))
            drawn.append(top)
        if side:
            x = body.right + kit.px(24)
            kit.hairline((x, y), (x, inner.bottom))
            room = pygame.Rect(x + kit.px(24), y, inner.right - x - kit.px(24), inner.bottom - y)
            with kit.scrolling("why side", room) as drawn:
                drawn.append(self._idea(kit, pygame.Rect(room.x, drawn[0], room.width - kit.px(8), room.height)))

    def _head(self, kit: Kit, inner: pygame.Rect, reason: Reason | None) -> int:
        """Draw the way here, the sentence, and the spans to look back over."""
        speaker, say = self.playing.speaker, kit.words
        path = f"{speaker.level.title[kit.words.language]} › {speaker.name(self.number)}"
        kit.text(path, inner.topleft, SMALL, kit.theme.ink2, room=inner.width - kit.tx(160))
        y = inner.y + kit.line_height(SMALL) + kit.px(10)
        text = speaker.sentence(reason) if reason else say("read.too_early_window")
        y += self._reader.paragraph(text, (inner.x, y), inner.width, PAGE, most=3) + kit.px(8)
        x = inner.x
        for span in SPANS:
            label = say(f"ui.span_{span}")
            wide = kit.width(label, SMALL_BOLD)
            if x + wide > inner.right:
                x, y = inner.x, y + kit.line_height(SMALL) + kit.px(8)
            box = pygame.Rect(x, y, wide, kit.line_height(SMALL))
            hot = kit.spot(box.inflate(kit.px(16), kit.px(8)), f"span {span}", partial(self._look_back, span))
            chosen = span == self.span
            kit.text(label, (x, y), SMALL_BOLD if chosen else SMALL, kit.theme.ink if chosen or hot else kit.theme.ink2)
            if chosen:
                pygame.draw.rect(kit.surface, kit.theme.accent, (x, box.bottom, wide, max(kit.px(3), 2)))
            x += wide + kit.px(32)
        return y + kit.line_height(SMALL) + kit.px(16)

    def _look_back(self, span: int) -> Turn | None:
        self.span, self.chosen = span, ""
        return None

    def _choose(self, cause: str) -> Turn | None:
        self.chosen = "" if self.chosen == cause else cause
        return None

    def _causes(self, kit: Kit, rect: pygame.Rect, reason: Reason) -> int:
        """Draw the waterfall and the sum; returns where it ends."""
        tall = max(min(kit.tx(440), rect.height - kit.tx(370)), kit.tx(330))
        area = pygame.Rect(rect.x, rect.y, rect.width - kit.px(8), tall)
        waterfall(kit, area, reason, self.playing.speaker, self.chosen, self._choose)
        y = area.bottom + kit.px(12)
        speaker = self.playing.speaker
        head = kit.text(kit.words("ui.they_add_up"), (rect.x, y), HEADING)
        parts = "  ".join(speaker.change(reason.number, bar.amount) for bar in bars_of(reason, speaker))
        total = speaker.change(reason.number, reason.after - reason.before)
        y += kit.paragraph(f"{parts}  =  {total}", (head.right + kit.px(12), y), rect.right - head.right - kit.px(20))
        kit.text(kit.words("ui.how_split"), (rect.x, y), SMALL, kit.theme.ink2, room=rect.width)
        return y + kit.line_height(SMALL) + kit.px(18)

    def _past(self, kit: Kit, rect: pygame.Rect) -> int:
        """Draw the number's whole history, with what was done marked below it."""
        playing = self.playing
        kit.text(kit.words("ui.its_past", number=playing.speaker.name(self.number)), rect.topleft, HEADING)
        meaning = kit.words(f"meaning.{self.number}")
        kit.text(meaning, (rect.x, rect.y + kit.line_height(HEADING)), SMALL, kit.theme.ink2, room=rect.width)
        plot = pygame.Rect(rect.x, 0, rect.width - kit.px(8), rect.height)
        plot.y = rect.y + kit.line_height(HEADING) + kit.line_height(SMALL) + kit.px(10)
        marks = [charts.Mark(step.quarter) for step in playing.session.branch.steps]
        since = max(self.at - self.span, 0) if self.span else 0
        last = max(playing.session.level.quarters, playing.session.quarter)
        charts.history(kit, plot, playing.series(self.number), playing.speaker, self.number, last, marks,
                       (since, self.at))  # fmt: skip
        return plot.bottom + kit.px(8)

    def _idea(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw the idea behind the number, and the cards that move it."""
        y = room.y
        concept = library.concepts().get(CONCEPTS.get(self.number, ""))
        if concept is not None:
            y = self._concept(kit, room, y, concept) + kit.px(24)
        cards = [
            card
            for policy in self.playing.session.rules.setup.policies
            for card in [self.playing.session.cards[policy.id]]
            if concept is not None and concept.id in card.concepts
        ]
        if cards:
            y += section(kit, kit.words("ui.what_moves_it"), (room.x, y), "renew")
            for card in cards[:4]:
                name = card.name[kit.words.language]
                kit.text(name, (room.x, y), HEADING, room=room.width)
                y += kit.line_height(HEADING)
                y += kit.paragraph(card.tagline[kit.words.language], (room.x, y), room.width, SMALL, kit.theme.ink2, 2)
                y += kit.px(8)
        return y

    def _concept(self, kit: Kit, room: pygame.Rect, y: int, concept: ConceptCard) -> int:
        """Draw the concept in short, with the houses that show it where it is about likeness."""
        language = kit.words.language
        y += section(kit, kit.words("ui.the_concept"), (room.x, y), "concept")
        y += kit.paragraph(concept.name[language], (room.x, y), room.width, HEADING) + kit.px(6)
        if concept.id in ("crowding", "imitation", "variety"):
            y = self._likeness(kit, room, y)
        self._reader.known.add(concept.id)  # the card has a link of its own
        y += self._reader.paragraph(concept.what[language], (room.x, y), room.width, BODY) + kit.px(6)
        found = concept.evidence[0]
        kit.link(kit.words("ui.open_concept"), (room.x, y), "concept", lambda: Push(Concept(concept.id)))
        y += kit.line_height(HEADING) + kit.px(20)
        y += section(kit, kit.words("ui.the_evidence"), (room.x, y), "evidence")
        y += self._reader.paragraph(found.text[language], (room.x, y), room.width, BODY)
        source = f"{library.cited(found.source)} ({kit.words(f'ui.standing.{found.standing}')})"
        return y + kit.paragraph(source, (room.x, y), room.width, SMALL, kit.theme.ink2, 3)

    def _likeness(self, kit: Kit, room: pygame.Rect, y: int) -> int:
        """Draw five houses alike, and five that differ."""
        side = kit.tx(26)
        for group, kinds in enumerate(((0, 0, 0, 0, 0), (1, 6, 2, 4, 5))):
            x = room.x + group * room.width // 2
            for k, kind in enumerate(kinds):
                house = building(kind, side, 1 if group == 0 else 6, 0, kit.theme)
                kit.surface.blit(house, (x + round(k * side * 1.12) - side // 3, y - side // 4))
            word = kit.words("ui.thin_margins" if group == 0 else "ui.room_for_each")
            kit.text(word, (x, y + side * 1.62), SMALL, kit.theme.ink2, room=room.width // 2 - kit.px(8))
        return y + round(side * 1.62) + kit.line_height(SMALL) + kit.px(10)

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Page Up and Page Down go to the next number."""
        if key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            step = 1 if key == pygame.K_PAGEDOWN else -1
            self.number = MEASURED[(MEASURED.index(self.number) + step) % len(MEASURED)]
            self.chosen = ""
            return None
        return super().key(key, modifiers)
