"""The neighbourhood of a number: what moves it directly, and what it moves; each word opens in turn."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.explain.causal.links import CausalMap, Link
from game.explain.causal.links import around as near
from game.explain.causal.telling import label, told
from game.explain.causal.variables import NUMBERS
from game.explain.speech import Speaker
from game.simulation.indicators import MEASURED
from game.ui import charts
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.typeset import SMALL
from game.ui.why.web import Arrow, Neighbourhood

if TYPE_CHECKING:
    from game.ui.screens.why import Why

A_FRAME = 3
"""Mechanisms asked in a frame."""


class Around:
    """The causal map of the present moment, measured a few mechanisms a frame."""

    def __init__(self, playing: Playing) -> None:
        self.playing = playing
        self.asked = False

    @property
    def map(self) -> CausalMap:
        """The map of this moment; the run keeps it."""
        branch = self.playing.session.branch
        key = branch.moment
        if self.playing.causal is None or self.playing.causal[0] != key:
            self.playing.causal = key, CausalMap(branch.region)
        return self.playing.causal[1]

    @property
    def ready(self) -> bool:
        """Whether nothing is left to measure, or nobody has asked."""
        return not self.asked or self.map.ready

    def work(self) -> None:
        """Measure some more."""
        self.asked = True
        self.map.work(A_FRAME)


def arrow_of(speaker: Speaker, link: Link) -> Arrow:
    """Turn a link into an arrow with its sentence."""
    return Arrow(link.cause, link.effect, link.sign, link.later, told(speaker, link))


def neighbourhood(speaker: Speaker, links: list[Link], number: str) -> Neighbourhood:
    """Build the picture of one number."""
    causes, effects = near(links, number)
    names = {link.cause: label(speaker, link.cause) for link in causes}
    names |= {link.effect: label(speaker, link.effect) for link in effects}
    return Neighbourhood(speaker.name(number), NUMBERS.get(number, number), tuple(names.items()),
                         tuple(arrow_of(speaker, link) for link in causes),
                         tuple(arrow_of(speaker, link) for link in effects))  # fmt: skip


def draw(kit: Kit, room: pygame.Rect, why: "Why") -> int:
    """Draw the neighbourhood; returns where it ends."""
    say, speaker, y = kit.words, why.playing.speaker, room.y
    if not why.around.map.ready:
        return y + kit.paragraph(say("why.measuring"), (room.x, y), room.width)
    chart = neighbourhood(speaker, why.around.map.links, why.number)
    y += kit.paragraph(say("why.around_about"), (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(14)
    most = max(len(chart.causes), len(chart.effects), 2)
    area = pygame.Rect(room.x, y, room.width, most * kit.tx(92))
    charts.show(kit, area, chart, speaker, "chart around")
    boxes = chart.boxes(area.size, kit.tx(56), kit.tx(300))
    for side, arrows in (("cause", chart.causes), ("effect", chart.effects)):
        for one in arrows:
            key = one.cause if side == "cause" else one.effect
            box = boxes[f"{side} {key}"].move(area.topleft)
            press = partial(why.ask, key) if key in MEASURED else partial(why.ask, why.number)
            if kit.spot(box, f"{side} {key}", press, one.told):
                kit.plate(box.inflate(4, 4), kit.theme.ink, kit.px(10), 2)
    y = area.bottom + kit.px(16)
    for one in (*chart.causes, *chart.effects):
        y += kit.paragraph(one.told, (room.x, y), room.width, SMALL)
    if not chart.causes:
        y += kit.paragraph(say("why.around_none"), (room.x, y), room.width, SMALL)
    return y + kit.px(8)
