"""What if: a decision taken away or moved, by the same dice; the two lines of time laid over each other."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.explain.course import course
from game.explain.scopes import OfFirm
from game.explain.speech import capital
from game.explain.tale import decisions
from game.explain.what_if import Fork, fork
from game.explain.why import lifetime
from game.session.recording import MOST_NAME
from game.simulation.actions import Enact
from game.ui import charts
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Turn
from game.ui.typeset import BODY, HEADING, SMALL

if TYPE_CHECKING:
    from game.ui.screens.why import Why

A_FRAME = 4
"""Quarters lived in a frame."""
LIST = 1000
"""Width of the list of decisions: farther apart, a decision and its ways would not be read as one row."""
WAYS = {"without": None, "later": 4, "earlier": -4}
"""Ways to change a decision: taken away, or moved by so many quarters."""


class Forks:
    """The line of time that was asked for last."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.fork: Fork | None = None
        self.name, self.way = "", "without"

    @property
    def busy(self) -> bool:
        """Whether it is still being lived."""
        return self.fork is not None and not self.fork.over

    def work(self) -> None:
        """Live some more of it."""
        if self.fork is not None:
            self.fork.work(A_FRAME)

    def begin(self, decision: int, way: str, what: str) -> Turn | None:
        """Begin a line of time; where the session has one of this name from this moment, take that one again."""
        session, self.way = self.playing.session, way
        self.name = self.playing.speaker.words(f"why.fork_name.{way}", what=what)[:MOST_NAME]
        kept = [
            k for k, one in enumerate(session.branches)
            if one.name == self.name and one.quarter >= session.quarter and k != session.current
        ]  # fmt: skip
        if kept:
            self.fork = Fork(kept[0], session.branches[kept[0]], session.quarter, [])
        else:
            self.fork = fork(session, decision, WAYS[way], self.name)
        return None


def draw(kit: Kit, room: pygame.Rect, why: "Why") -> int:
    """Draw the overlay and the list of decisions; returns where it ends."""
    say, playing, y = kit.words, why.playing, room.y
    done = decisions(playing.session, playing.speaker)
    if not done:
        return y + kit.paragraph(say("why.fork_none"), (room.x, y), room.width)
    y += kit.paragraph(say("why.fork_about"), (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(14)
    if why.forks.fork is not None:
        y = _overlay(kit, pygame.Rect(room.x, y, room.width, kit.tx(360)), why, why.forks.fork) + kit.px(18)
    for k, (quarter, what) in enumerate(done):
        y = _decision(kit, pygame.Rect(room.x, y, min(room.width, kit.tx(LIST)), 10), why, k, quarter, what)
    return y


def _decision(kit: Kit, room: pygame.Rect, why: "Why", k: int, quarter: int, what: str) -> int:
    """Write one decision, and the ways to change it."""
    y = room.y
    kit.text(why.playing.speaker.date(quarter), (room.x, y), SMALL, kit.theme.ink2)
    action = why.playing.session.branch.steps[k].action
    named = why.playing.speaker.policy(action.policy) if isinstance(action, Enact) else what
    labels = [(way, kit.words(f"why.fork_{way}")) for way in WAYS]
    wide = sum(kit.width(label, SMALL) + kit.px(26) for _, label in labels)
    left = room.x + max(kit.tx(120), kit.width(why.playing.speaker.date(quarter), SMALL) + kit.px(24))
    beside = room.right - wide - left > kit.tx(260)
    used = kit.paragraph(what, (left, y), room.right - left - (wide if beside else 0), BODY)
    x = room.right - wide if beside else left
    y = y if beside else y + used
    for way, label in labels:
        press = partial(why.forks.begin, k, way, named)
        x = kit.link(label, (x, y), f"fork {k} {way}", press, SMALL).right + kit.px(26)
    return max(room.y + used, y + kit.line_height(SMALL)) + kit.px(8)


def _overlay(kit: Kit, room: pygame.Rect, why: "Why", forked: Fork) -> int:
    """Draw the two lines of the number over each other, and say how they end."""
    say, playing, speaker = kit.words, why.playing, why.playing.speaker
    y = room.y
    kit.text(why.forks.name, (room.x, y), HEADING, kit.theme.accent, room=room.width)
    y += kit.line_height(HEADING)
    if not forked.over:
        left = forked.until - forked.branch.quarter
        return y + kit.paragraph(say("why.fork_wait", left=left), (room.x, y), room.width)
    if isinstance(why.scope, OfFirm) and lifetime(forked.branch, why.scope.firm) is None:
        return y + kit.paragraph(say("ui.firm_gone"), (room.x, y), room.width)
    first, here = why.course()
    begin, there = course(forked.branch, why.number, why.scope)
    told = say("why.fork_result", number=speaker.scoped(why.number, why.scope),
               there=speaker.value(why.number, there[-1]), here=speaker.value(why.number, here[-1]))  # fmt: skip
    y += kit.paragraph(capital(told), (room.x, y), room.width, BODY)
    if forked.refused:
        text = say("why.fork_refused", count=len(forked.refused))
        y += kit.paragraph(text, (room.x, y), room.width, SMALL, kit.theme.ink2)
    lines = (charts.Series(tuple(here), say("why.as_it_was"), first),
             charts.Series(tuple(there), say(f"why.fork_{why.forks.way}"), begin, "accent"))  # fmt: skip
    chart = charts.Line(why.number, lines, playing.session.quarter, (charts.Mark(forked.branch.fork, True),))
    plot = pygame.Rect(room.x, y + kit.px(8), room.width, room.height - (y - room.y))
    charts.show(kit, plot, chart, speaker, "chart fork")
    return plot.bottom
