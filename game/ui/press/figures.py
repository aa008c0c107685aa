"""The margin column of the Gazette: the year in numbers, the number that surprised, the letter."""

from functools import partial

import pygame

from game.explain.gazette.issue import Issue
from game.explain.gazette.moments import Moment
from game.simulation.indicators import MEASURED
from game.ui.charts import moved, spark
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.playing import Playing
from game.ui.screen import Push, Turn
from game.ui.screens.why import Why
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD, STAT


def figures(kit: Kit, playing: Playing, issue: Issue, room: pygame.Rect) -> int:
    """Write the year's numbers against the year before; each opens to its causes. Returns where it ends."""
    y = room.y
    kit.text(kit.words("gazette.figures"), (room.x, y), HEADING, room=round(room.width * 0.7))
    kit.text(kit.words("ui.in_a_year"), (room.right, y), SMALL, kit.theme.ink2, "right")
    y += kit.line_height(HEADING) + kit.px(6)
    tall = max(kit.tx(38), kit.line_height(STAT), SMALLEST_SPOT)
    widest = max((kit.width(playing.speaker.value(one.number, one.after), STAT) for one in issue.figures), default=0)
    for one in issue.figures:
        _figure(kit, playing, one, pygame.Rect(room.x, y, room.width, tall), widest)
        y += tall
    return y


def _open(playing: Playing, one: Moment) -> Turn | None:
    return Push(Why(playing, one.number, one.year.at))


def _figure(kit: Kit, playing: Playing, one: Moment, row: pygame.Rect, widest: int) -> None:
    """Write one number: name, past, value with room for the ``widest``, change."""
    speaker = playing.speaker
    spot = row.inflate(kit.px(8), 0)
    if kit.spot(spot, f"figure {one.number}", partial(_open, playing, one), kit.words(f"meaning.{one.number}")):
        kit.highlight(spot)
    middle = row.centery
    change, ink = moved(kit, speaker, one.number, one.change)
    kit.text(change, (row.right, middle - kit.line_height(SMALL) / 2), SMALL, ink, "right")
    shown = kit.text(speaker.value(one.number, one.after),
                     (row.right - kit.tx(72), middle - kit.line_height(STAT) / 2), STAT, align="right")  # fmt: skip
    name = kit.text(speaker.name(one.number), (row.x, middle - kit.line_height() / 2), BODY,
                    room=max(shown.x - row.x - kit.px(10), kit.tx(40)))  # fmt: skip
    left = max(name.right + kit.px(12), row.x + round(row.width * 0.34))
    wide = shown.right - widest - kit.px(14) - left
    if wide > kit.px(40):
        line = pygame.Rect(left, row.y + row.height // 4, wide, row.height // 2)
        spark(kit, line, playing.series(one.number)[: one.year.at + 1])


def surprise(kit: Kit, playing: Playing, one: Moment, room: pygame.Rect) -> int:
    """Set the number that moved most against its habit; returns where it ends."""
    speaker, y = playing.speaker, room.y
    kit.text(kit.words("gazette.surprised"), (room.x, y), SMALL_BOLD, kit.theme.accent, room=room.width)
    y += kit.line_height(SMALL) + kit.px(2)
    box = pygame.Rect(room.x, y, room.width, max(kit.line_height(STAT), SMALLEST_SPOT))
    change = f"{speaker.value(one.number, one.before)} → {speaker.value(one.number, one.after)}"
    hot = one.number in MEASURED and kit.spot(
        box.inflate(kit.px(8), 0), "surprise", partial(_open, playing, one), kit.words(f"meaning.{one.number}")
    )
    value = kit.text(change, (box.right, y), STAT, kit.theme.accent if hot else kit.theme.ink, "right")
    kit.text(speaker.name(one.number), (box.x, y), STAT, room=value.x - box.x - kit.px(12))
    y = box.bottom + kit.px(2)
    size = speaker.change(one.number, abs(one.change)).lstrip("+")
    usual = speaker.change(one.number, one.usual).lstrip("+")
    word = "gazette.usually" if one.usual else "gazette.moved"
    text = kit.words(word, change=size, usual=usual) if one.usual else kit.words(word, change=size)
    return y + kit.paragraph(text, (room.x, y), room.width, SMALL, kit.theme.ink2)


def letter(kit: Kit, playing: Playing, issue: Issue, room: pygame.Rect) -> int:
    """Set the letter and who signed it; returns where it ends."""
    y = room.y
    kit.text(kit.words("gazette.letter_to"), (room.x, y), SMALL_BOLD, room=room.width)
    y += kit.line_height(SMALL) + kit.px(2)
    if issue.letter is None:
        return y + kit.paragraph(kit.words("gazette.no_letter"), (room.x, y), room.width, SMALL, kit.theme.ink2)
    y += kit.paragraph(issue.letter.text, (room.x, y), room.width, BODY) + kit.px(2)
    speaker, firm = playing.speaker, issue.letter.firm
    signed = kit.words("read.comma").join((speaker.founder(firm), speaker.firm(firm)))
    y += kit.paragraph(signed, (room.x, y), room.width, SMALL_BOLD)
    return y + kit.paragraph(kit.words("gazette.letters_note"), (room.x, y), room.width, SMALL, kit.theme.ink2)
