"""The bars that lead from then to now and visibly add up; the firms near the exit; the number's whole past."""

from typing import TYPE_CHECKING

import pygame

from game.explain.danger import danger
from game.explain.quantities import IN_PERCENT, KINDS
from game.explain.why import Reason
from game.ui import charts
from game.ui.kit import Kit
from game.ui.typeset import BODY, HEADING, SMALL

if TYPE_CHECKING:
    from game.ui.screens.why import Why

NEAR_EXIT = ("firms", "mean_margin", "profit", "employment", "markup")
"""Numbers beside which it is shown how near to the exit firms stand."""


def draw(kit: Kit, room: pygame.Rect, why: "Why", reason: Reason) -> int:
    """Draw everything below the sentence; returns where it ends."""
    speaker, say, y = why.playing.speaker, kit.words, room.y
    meaning = say(f"meaning.{reason.number}").rstrip(".。")
    caption = say("why.points") if KINDS[reason.number] in IN_PERCENT else say("why.what_moved", meaning=meaning)
    kit.text(caption, (room.x, y), SMALL, kit.theme.ink2, room=room.width)
    y += kit.line_height(SMALL) + kit.px(10)
    shows_exit = why.scope is None and reason.number in NEAR_EXIT
    below = kit.tx(300 if shows_exit else 250)
    tall = max(min(kit.tx(440), room.height - below), kit.tx(300))
    area = pygame.Rect(room.x, y, room.width, tall)
    charts.waterfall(kit, area, reason, speaker, why.chosen, why.choose)
    y = _sum(kit, pygame.Rect(room.x, area.bottom + kit.px(10), room.width, 10), reason, why)
    if shows_exit:
        y = _exit(kit, pygame.Rect(room.x, y, room.width, kit.tx(150)), why) + kit.px(14)
    return _past(kit, pygame.Rect(room.x, y, room.width, kit.tx(190)), why)


def _sum(kit: Kit, room: pygame.Rect, reason: Reason, why: "Why") -> int:
    """Write the sum as one would write it on paper."""
    speaker, y = why.playing.speaker, room.y
    at = kit.text(kit.words("ui.they_add_up"), (room.x, y), HEADING)
    steps = [speaker.change(reason.number, bar.amount) for bar in charts.bars_of(reason, speaker)]
    signed = (f"{one[0]} {one[1:]}" if one[0] in "+−" else f"+ {one}" for one in steps)
    written = "  ".join([speaker.value(reason.number, reason.before), *signed])
    total = speaker.value(reason.number, reason.after)
    left = at.right + kit.px(12)
    y += kit.paragraph(f"{written}  =  {total}", (left, y), room.right - left, BODY)
    y += kit.paragraph(kit.words("ui.how_split"), (room.x, y), room.width, SMALL, kit.theme.ink2)
    return y + kit.px(16)


def _exit(kit: Kit, room: pygame.Rect, why: "Why") -> int:
    """Draw how much money firms would have left after one more bad quarter, and the line below which they close."""
    say, speaker = kit.words, why.playing.speaker
    found = danger(why.playing.session.branch.snapshots[why.at])
    if not found.left:
        return room.y
    column = min(kit.tx(320), room.width // 2)
    kit.text(say("why.near_exit"), room.topleft, HEADING, room=room.width)
    y = room.y + kit.line_height(HEADING)
    told = say("why.near_exit_text", count=found.falling, all=len(found.left))
    used = kit.paragraph(told, (room.x, y), column, SMALL, kit.theme.ink2)
    # The few richest would squeeze everybody else into one column.
    most = found.left[round(0.9 * (len(found.left) - 1))]
    shown = tuple(min(value, most) for value in found.left)
    chart = charts.Histogram("cash", shown, say("why.firms"), 0.0, say("why.exit_line"), title=say("why.money_left"))
    plot = pygame.Rect(room.x + column + kit.px(24), y, room.width - column - kit.px(24), room.height)
    charts.show(kit, plot, chart, speaker, "chart exit")
    return max(y + used, plot.bottom)


def _past(kit: Kit, room: pygame.Rect, why: "Why") -> int:
    """Draw the number's whole course, with what was done marked below it."""
    playing, speaker = why.playing, why.playing.speaker
    title = kit.words("ui.its_past", number=speaker.scoped(why.number, why.scope))
    kit.text(title, room.topleft, HEADING, room=room.width)
    y = room.y + kit.line_height(HEADING) + kit.px(6)
    first, values = why.course()
    if not values:
        return y
    plot = pygame.Rect(room.x, y, room.width, room.height)
    marks = tuple(charts.Mark(step.quarter) for step in playing.session.branch.steps if step.quarter >= first)
    last = playing.session.quarter
    last = max(playing.session.level.quarters, last) if why.scope is None else last
    shades = (charts.Shade(why.since, why.at, accent=True),) if why.at > why.since else ()
    chart = charts.Line(why.number, (charts.Series(tuple(values), first=first),), last, marks, shades, title=title)
    charts.show(kit, plot, chart, speaker, f"chart {why.number}")
    return plot.bottom + kit.px(8)
