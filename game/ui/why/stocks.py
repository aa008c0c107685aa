"""Bathtubs: a stock stands where it stands because of all that flowed in and out, cause by cause."""

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.explain.course import course
from game.explain.speech import Speaker
from game.explain.why import Reason
from game.ui import charts
from game.ui.kit import Kit
from game.ui.typeset import BODY, SMALL

if TYPE_CHECKING:
    from game.ui.screens.why import Why

STOCKS = ("firms", "skill", "trust", "know_how")
"""The four stocks: firms, skilled people, trust, knowledge."""
FULL = {"skill": 1.25, "trust": 1.0}
"""Levels at which a tub is full, where there is one."""


def tub(reason: Reason, speaker: Speaker, high: float) -> charts.Bathtub:
    """Turn the causes of a change into what flowed in and what flowed out."""

    def flows(sign: int) -> tuple[charts.Flow, ...]:
        return tuple(
            charts.Flow(speaker.entry(part.cause), abs(part.amount))
            for part in reason.contributions
            if part.amount * sign > 0
        )

    return charts.Bathtub(speaker.name(reason.number), reason.number, reason.before, reason.after, high, flows(1),
                          flows(-1))  # fmt: skip


def draw(kit: Kit, room: pygame.Rect, why: "Why") -> int:
    """Draw the four tubs, the one that is asked about first; returns where they end."""
    say, speaker, y = kit.words, why.playing.speaker, room.y
    first = why.number if why.number in STOCKS else STOCKS[0]
    about = say("read.sentences", first=say("why.stock_about"), second=say("why.stock_line"))
    y += kit.paragraph(about, (room.x, y), room.width, SMALL, kit.theme.ink2) + kit.px(14)
    order = (first, *(number for number in STOCKS if number != first))
    if why.reason() is None:
        return y + kit.paragraph(say("why.counting", left="…"), (room.x, y), room.width)
    columns = 2 if room.width > kit.tx(1100) else 1
    gap = kit.px(48)
    wide, tall = (room.width - gap * (columns - 1)) // columns, kit.tx(270)
    below = y
    for k, number in enumerate(order):
        reason = why.playing.explainer.why(why.playing.session.branch, number, why.since, why.at)
        _, past = course(why.playing.session.branch, number, None)
        chart = tub(reason, speaker, max(*past, FULL.get(number, 0.0)))
        box = pygame.Rect(room.x + (k % columns) * (wide + gap), y, wide, tall)
        charts.show(kit, box, chart, speaker, f"tub {number}")
        told = say(
            "why.stock_told",
            name=chart.name,
            span=speaker.span(why.at - why.since),
            inflow=_written(speaker, number, chart.inflow),
            outflow=_written(speaker, number, chart.outflow),
        )
        used = kit.paragraph(told, (box.x, box.bottom + kit.px(6)), wide, SMALL, kit.theme.ink2)
        link = box.bottom + kit.px(6) + used
        kit.link(say("ui.why"), (box.x, link), f"tub why {number}", partial(_ask, why, number), BODY)
        below = max(below, link + kit.line_height(BODY) + kit.px(26))
        if k % columns == columns - 1:
            y = below
    return below


def _written(speaker: Speaker, number: str, value: float) -> str:
    return speaker.change(number, value).lstrip("+")


def _ask(why: "Why", number: str) -> None:
    why.rung = "causes"
    why.ask(number)
