"""Hints, from gentle to plain: offered only to those in trouble, opened only by those who want one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame

from game.explain.hinted import followed, opened, stuck
from game.session import progress
from game.ui.kit import Kit
from game.ui.map.clearing import clearing
from game.ui.screen import Turn
from game.ui.typeset import BODY, SMALL, SMALL_BOLD

if TYPE_CHECKING:
    from game.ui.playing import Playing

IDLE = 45.0
"""Seconds in which nothing was ever begun, after which a hint is offered."""
PATIENCE = 6
"""Quarters without a decision after which a goal that slips counts as trouble."""
BEHIND = 0.6
"""A goal slips when less than this share of what time has passed has been reached."""


class Hints:
    """The hints of one run."""

    def __init__(self, playing: "Playing") -> None:
        self.playing = playing
        self.idle = 0.0
        self.step = 0
        """The number of the hint that is open; 0 while one is only offered."""
        self.since = 0
        """How many decisions there were when it was opened."""
        self.over: set[int] = set()
        """The hints that were followed."""
        self.quiet_until = 0
        """The quarter before which nothing is offered, because the player closed it."""
        self.stuck = stuck(progress.of(playing.session.level.id))

    def pass_time(self, seconds: float) -> None:
        """Count how long nothing was done; a hint that was followed goes."""
        self.idle = 0.0 if self.playing.session.branch.steps else self.idle + seconds
        if self.step and followed(self.playing.session, self.step, self.playing.looked, self.since):
            self.over.add(self.step)
            self._close()

    def _next(self) -> int:
        """Return the number of the next hint that tells something not done yet; 0 where there is none."""
        session, looked = self.playing.session, self.playing.looked
        later = range(self.step + 1, len(session.level.hints) + 1)
        steps = len(session.branch.steps)
        return next((k for k in later if k not in self.over and not followed(session, k, looked, steps)), 0)

    @property
    def offered(self) -> bool:
        """Whether there is reason to offer a hint."""
        session = self.playing.session
        if session.outcome().ended or session.quarter < self.quiet_until or not (self.step or self._next()):
            return False
        return self.step > 0 or self.stuck or self.idle > IDLE or self._slipping()

    def _slipping(self) -> bool:
        """Whether a needed goal falls behind time while nothing is decided."""
        session = self.playing.session
        last = max((step.quarter for step in session.branch.steps), default=0)
        if session.quarter - last < PATIENCE:
            return False
        passed = session.quarter / session.level.quarters
        return any(one.goal.kind == "pass" and one.status == "open" and one.share < BEHIND * passed
                   for one in session.progress())  # fmt: skip

    def draw(self, kit: Kit, room: pygame.Rect, taken: Sequence[pygame.Rect]) -> None:
        """Draw the offer, or the hint that was opened, at the upper right of the map or where nothing is ``taken``."""
        if not self.offered:
            return
        hints = self.playing.session.level.hints
        if not self.step:
            self._offer(kit, room, taken)
            return
        text = hints[self.step - 1][kit.words.language]
        wide = self.width(kit, room)
        inner = wide - kit.tx(32)
        lines = kit.lines_of(text, inner - kit.tx(36), BODY)
        more = self._next() > 0
        tall = lines * kit.line_height(BODY) + kit.px(28) + (kit.line_height(SMALL) + kit.px(6) if more else 0)
        box = _lies(kit, room, (wide, max(tall, kit.tx(56))), taken)
        kit.card(box)
        kit.paragraph(text, (box.x + kit.tx(16), box.y + kit.px(12)), inner - kit.tx(36), BODY)
        kit.symbol("close", (box.right - kit.tx(22), box.y + kit.tx(24)), "hint close", self._close,
                   kit.words("ui.close"), size=16)  # fmt: skip
        if more:
            label = kit.words("entrance.hint_more", now=self.step, most=len(hints))
            at = (box.x + kit.tx(16), box.bottom - kit.px(12) - kit.line_height(SMALL))
            kit.link(label, at, "hint", self._open, SMALL_BOLD, room=inner)

    def width(self, kit: Kit, room: pygame.Rect) -> int:
        """Return how much of the map's width it takes, so that the news beside it can keep off."""
        if not self.offered:
            return 0
        label = kit.width(kit.words("entrance.hint_offer"), SMALL_BOLD) + kit.tx(48)
        return min(kit.tx(380), room.width // 2) if self.step else label

    def _offer(self, kit: Kit, room: pygame.Rect, taken: Sequence[pygame.Rect]) -> None:
        label, wide = kit.words("entrance.hint_offer"), self.width(kit, room)
        box = _lies(kit, room, (wide, max(kit.tx(44), kit.px(44))), taken)
        kit.card(box)
        at = (box.x + kit.tx(24), box.centery - kit.line_height(SMALL_BOLD) / 2)
        kit.link(label, at, "hint", self._open, SMALL_BOLD)

    def _open(self) -> Turn | None:
        self.step, self.since = self._next(), len(self.playing.session.branch.steps)
        opened(self.playing.session, self.step)
        return None

    def _close(self) -> Turn | None:
        self.step, self.idle = 0, 0.0
        self.quiet_until = self.playing.session.quarter + PATIENCE
        return None


def _lies(kit: Kit, room: pygame.Rect, size: tuple[int, int], taken: Sequence[pygame.Rect]) -> pygame.Rect:
    """Return where a card of this size lies."""
    room = room.inflate(-2 * kit.px(24), -2 * kit.px(20))
    box = pygame.Rect((0, 0), size)
    box.topright = room.topright
    return clearing(box, room, taken)
