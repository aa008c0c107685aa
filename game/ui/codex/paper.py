"""Pages about the paper: a stop of the tour through its argument, and a question on which findings disagree."""

from functools import partial

import pygame

from game.content import library
from game.content.paper import Dispute, TourStop
from game.ui.codex.ideas import findings
from game.ui.codex.links import Open, idea_ways, links
from game.ui.codex.vignette import vignette
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.rich import Reader
from game.ui.typeset import BODY, HEADING, LEAD, PAGE, SMALL, SMALL_BOLD

SYMBOLS = {"paper": "paper", "reconstructed": "write", "disputed": "evidence"}


def stop(kit: Kit, here: TourStop, room: pygame.Rect, reader: Reader, turn: Open) -> int:
    """Set one stop: where it stands in the paper, its picture, its claim, what to hold against it."""
    say, language, stops = kit.words, kit.words.language, library.tour()
    k = stops.index(here)
    label = say("codex.tour_stop", k=k + 1, count=len(stops), section=here.section)
    y = room.y + kit.paragraph(label, room.topleft, room.width, SMALL, kit.theme.ink2)
    y += kit.paragraph(here.title[language], (room.x, y), room.width, PAGE) + kit.px(10)
    y += vignette(kit, here.picture, (room.x, y), room.width) + kit.px(16)
    colour = kit.theme.ink2 if here.standing == "paper" else kit.theme.accent
    middle = y + kit.line_height(SMALL_BOLD) / 2
    kit.icon(SYMBOLS[here.standing], (room.x, middle - kit.tx(10)), 20, colour)
    kit.text(say(f"codex.tour_standing.{here.standing}"), (room.x + kit.tx(28), y), SMALL_BOLD, colour)
    y += kit.line_height(SMALL_BOLD) + kit.px(6)
    y += reader.paragraph(here.text[language], (room.x, y), room.width, LEAD) + kit.px(14)
    if here.note is not None:
        y = _note(kit, here.note[language], pygame.Rect(room.x, y, room.width, 10), reader)
    y = links(kit, room, y, say("codex.kind.ideas"), idea_ways(here.concepts, language), turn)
    return _onward(kit, room, y + kit.px(10), k, turn)


def _note(kit: Kit, text: str, room: pygame.Rect, reader: Reader) -> int:
    """Set what to hold against a claim, beside a stroke."""
    left = room.x + kit.px(20)
    tall = reader.paragraph(text, (left, room.y), room.width - kit.px(20), BODY)
    pygame.draw.rect(kit.surface, kit.theme.accent, (room.x, room.y, max(kit.px(4), 3), tall))
    return room.y + tall + kit.px(14)


def _onward(kit: Kit, room: pygame.Rect, y: int, k: int, turn: Open) -> int:
    """Draw the ways to the next stop and the one before."""
    stops, x = library.tour(), room.x
    for step, word, symbol in ((1, "next_stop", "right"), (-1, "last_stop", "left")):
        if 0 <= k + step < len(stops):
            press = partial(turn, "paper", stops[k + step].id)
            label = kit.words(f"codex.{word}")
            at = kit.button(label, (x, y), word, press, main=step == 1, symbol=symbol)
            x = at.right + kit.px(16)
    return y + max(kit.tx(48), kit.px(44)) + kit.px(10)


def dispute(kit: Kit, here: Dispute, room: pygame.Rect, reader: Reader, turn: Open) -> int:
    """Set one open question: what was found, and what this game assumes."""
    say, language = kit.words, kit.words.language
    y = room.y + kit.paragraph(say("codex.disputes_intro"), room.topleft, room.width, SMALL, kit.theme.ink2) + kit.px(4)
    y += kit.paragraph(here.title[language], (room.x, y), room.width, PAGE) + kit.px(10)
    y += section(kit, say("codex.what_is_found"), (room.x, y), "evidence")
    y = findings(kit, here.findings, pygame.Rect(room.x, y, room.width, 10), reader) + kit.px(4)
    kit.text(say("codex.what_the_game_assumes"), (room.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(4)
    y = _note(kit, here.game[language], pygame.Rect(room.x, y, room.width, 10), reader)
    return links(kit, room, y, say("codex.kind.ideas"), idea_ways(here.concepts, language), turn)
