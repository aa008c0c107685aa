"""The side of a Why sheet: the idea, how well it is supported, what moves the number; and a bar that was opened."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.content import library
from game.content.citations import cited
from game.content.concept_card import ConceptCard
from game.explain.grounds import DOTS, concept_of, mechanism_of, strength_of
from game.explain.movers import DICE, Trial
from game.explain.speech import capital
from game.explain.why import Contribution, Reason
from game.ui import shapes
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.map.buildings import building
from game.ui.playing import Playing
from game.ui.rich import Reader
from game.ui.screen import Push, Turn, later
from game.ui.typeset import BODY, HEADING, SMALL

if TYPE_CHECKING:
    from game.ui.screens.why import Why

A_FRAME = 2
"""Quarters of the trial of cards lived in a frame."""
MOST = 5
"""Cards named."""


class Side:
    """What the side shows, and the trial of cards behind it."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self._trial: tuple[str, Trial] | None = None

    @property
    def busy(self) -> bool:
        """Whether the trial still runs."""
        return self._trial is not None and self._trial[1].left > 0

    def work(self, at: int) -> None:
        """Go on with the trial of cards from a quarter's beginning."""
        branch = self.playing.session.branch
        key = branch.digests[at]
        if self._trial is None or self._trial[0] != key:
            self._trial = self.playing.trials.get(key) or (key, Trial(branch.snapshots[at]))
            self.playing.trials[key] = self._trial
        self._trial[1].work(A_FRAME)

    def draw(self, kit: Kit, room: pygame.Rect, why: "Why", reason: Reason | None) -> int:
        """Draw the side; returns where it ends."""
        part = next((one for one in reason.contributions if one.cause == why.chosen), None) if reason else None
        cause = part.cause if part else reason.main.cause if reason and reason.main else ""
        concept = concept_of(part.cause if part else "", why.number, library.concepts(), self.playing.session.cards)
        y = room.y
        if part is not None and reason is not None:
            y = self._cause(kit, pygame.Rect(room.x, y, room.width, 10), why, reason, part)
        if concept is not None:
            y = self._concept(kit, pygame.Rect(room.x, y, room.width, 10), why, concept)
            y = self._evidence(kit, pygame.Rect(room.x, y, room.width, 10), why, concept, cause)
        return self._movers(kit, pygame.Rect(room.x, y, room.width, 10), why) if why.scope is None else y

    # --- a bar that was opened ---------------------------------------------------------------------------------

    def _cause(self, kit: Kit, room: pygame.Rect, why: "Why", reason: Reason, part: Contribution) -> int:
        """Tell a cause: how much it added, through which mechanism, and which decision stood behind it."""
        say, speaker, y = kit.words, self.playing.speaker, room.y
        line = speaker.contribution(reason, part)
        y += kit.paragraph(capital(line), (room.x, y), room.width, HEADING, kit.theme.accent)
        page = mechanism_of(part.cause)
        if page:
            through = say("why.through", mechanism=say(f"theory.{page}.name"))
            kit.link(through, (room.x, y), "theory", partial(_mechanism, page), SMALL, room=room.width)
            y += kit.line_height(SMALL)
        y += kit.px(10)
        y += section(kit, say("why.decided"), (room.x, y), "done")
        if not part.decided:
            text = say("why.not_decided")
            return y + kit.paragraph(text, (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(20)
        for decision, amount in part.decided:
            y = self._decision(kit, pygame.Rect(room.x, y, room.width, 10), reason, decision, amount)
        rest = part.amount - sum(amount for _, amount in part.decided)
        text = say("why.part", name=say("why.without"), amount=speaker.change(reason.number, rest))
        y += kit.paragraph(text, (room.x, y), room.width, SMALL)
        y += kit.paragraph(say("why.decided_how"), (room.x, y), room.width, SMALL, kit.theme.ink2)
        return y + kit.px(20)

    def _decision(self, kit: Kit, room: pygame.Rect, reason: Reason, decision: str, amount: float) -> int:
        """Name a decision and what it did through this cause; a programme's card opens."""
        speaker = self.playing.speaker
        kind, _, id_ = decision.partition(".")
        name = speaker.policy(id_) if kind == "policy" else speaker.event(id_)
        text = kit.words("why.part", name=name, amount=speaker.change(reason.number, amount))
        if kind == "policy":
            kit.link(text, room.topleft, f"decision {id_}", partial(self._card, id_), SMALL, room=room.width)
        else:
            kit.text(text, room.topleft, SMALL, room=room.width)
        return room.y + kit.line_height(SMALL)

    def _card(self, policy: str) -> Turn | None:
        """Open the card itself: where it runs or what it takes, what it shifts; from there the codex."""
        return Push(later("game.ui.screens.policy").PolicySheet(self.playing, policy, at_work=True))

    # --- the idea ----------------------------------------------------------------------------------------------

    def _concept(self, kit: Kit, room: pygame.Rect, why: "Why", concept: ConceptCard) -> int:
        """Draw the idea in short, with the houses that show it where it is about likeness."""
        language, y = kit.words.language, room.y
        y += section(kit, kit.words("ui.the_concept"), (room.x, y), "concept")
        y += kit.paragraph(concept.name[language], (room.x, y), room.width, HEADING) + kit.px(6)
        if concept.id in ("crowding", "imitation", "variety"):
            y = _likeness(kit, room, y)
        reader = Reader(kit, known={concept.id})
        y += reader.paragraph(concept.what[language], (room.x, y), room.width, BODY) + kit.px(4)
        kit.link(kit.words("ui.open_concept"), (room.x, y), "concept", partial(why.concept, concept.id))
        return y + kit.line_height(HEADING) + kit.px(18)

    def _evidence(self, kit: Kit, room: pygame.Rect, why: "Why", concept: ConceptCard, cause: str) -> int:
        """Say how well it is supported that it happens, and where its strength here comes from."""
        say, y = kit.words, room.y
        y += section(kit, say("ui.the_evidence"), (room.x, y), "evidence")
        rows = (("happens", concept.evidence[0].standing), ("strongly", strength_of(cause)))
        column = max(kit.width(say(f"why.{name}"), SMALL) for name, _ in rows) + kit.px(18)
        for name, standing in rows:
            kit.text(say(f"why.{name}"), (room.x, y), SMALL)
            x = room.x + column
            for k in range(3):
                at = (x + kit.tx(6) + k * kit.tx(16), y + kit.line_height(SMALL) / 2)
                shapes.pip(kit.surface, at, kit.tx(5), kit.theme.ink, float(k < DOTS[standing]), kit.theme.panel)
            left = x + kit.tx(56)
            used = kit.paragraph(say(f"why.standing.{standing}"), (left, y), room.right - left, SMALL, kit.theme.ink2)
            y += max(used, kit.line_height(SMALL))
        source = cited(concept.evidence[0].source, kit.words.language)
        y += kit.paragraph(source, (room.x, y), room.width, SMALL, kit.theme.ink2, 2) + kit.px(2)
        kit.link(say("why.sources"), (room.x, y), "sources", partial(why.concept, concept.id), SMALL, room=room.width)
        return y + kit.line_height(SMALL) + kit.px(20)

    # --- what moves it -----------------------------------------------------------------------------------------

    def _movers(self, kit: Kit, room: pygame.Rect, why: "Why") -> int:
        """Name the cards that move the number, in which direction, and how soon."""
        say, y = kit.words, room.y
        y += section(kit, say("ui.what_moves_it"), (room.x, y), "renew")
        trial = self._trial[1] if self._trial else None
        if trial is None or trial.left:
            return y + kit.paragraph(say("why.movers_wait"), (room.x, y), room.width, SMALL, kit.theme.ink2)
        movers = trial.movers(why.number)[:MOST]
        speaker = self.playing.speaker
        labels = [say(f"why.move.{'up' if m.effect > 0 else 'down'}_{'soon' if m.soon else 'slow'}") for m in movers]
        right = max([kit.width(label, SMALL) for label in labels], default=0) + kit.tx(30)
        for mover, label in zip(movers, labels, strict=True):
            press = partial(self._card, mover.policy)
            name, wide = speaker.policy(mover.policy), room.width - right - kit.px(12)
            kit.link(name, (room.x, y), f"mover {mover.policy}", press, BODY, room=wide)
            x, up = room.right - right, mover.effect > 0
            kit.icon("up" if up else "down", (x, y + kit.tx(4)), 18, kit.theme.gain if up else kit.theme.accent)
            kit.text(label, (x + kit.tx(26), y), SMALL, kit.theme.ink2)
            y += kit.line_height(BODY) + kit.px(2)
        text = say("why.movers_how", count=DICE) if movers else say("why.movers_none")
        return y + kit.paragraph(text, (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(8)


def _mechanism(id_: str) -> Turn | None:
    """Open a mechanism in the codex."""
    return Push(later("game.ui.screens.codex").Codex("mechanisms", id_))


def _likeness(kit: Kit, room: pygame.Rect, y: int) -> int:
    """Draw five houses alike, and five that differ."""
    side = kit.tx(26)
    groups: Sequence[Sequence[int]] = ((0, 0, 0, 0, 0), (1, 6, 2, 4, 5))
    for group, kinds in enumerate(groups):
        x = room.x + group * room.width // 2
        for k, kind in enumerate(kinds):
            house = building(kind, side, 1 if group == 0 else 6, 0, kit.theme)
            kit.surface.blit(house, (x + round(k * side * 1.12) - side // 3, y - side // 4))
        word = kit.words("ui.thin_margins" if group == 0 else "ui.room_for_each")
        kit.text(word, (x, y + side * 1.62), SMALL, kit.theme.ink2, room=room.width // 2 - kit.px(8))
    return y + round(side * 1.62) + kit.line_height(SMALL) + kit.px(10)
