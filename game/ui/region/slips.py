"""Slips on the map: what waits for an answer, what is news until it is read, what the game said last."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.explain.story import Message
from game.ui import typeset
from game.ui.kit import Kit
from game.ui.learning import Offer
from game.ui.map.clearing import clearing
from game.ui.playing import NOTICES, Playing
from game.ui.region import news
from game.ui.region.news import News, Ways
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD

MOST_OFFERS = 2
"""Offers shown at once."""


def draw(
    kit: Kit, room: pygame.Rect, playing: Playing, ways: Ways, beside: int = 0, folded: News | None = None
) -> pygame.Rect:
    """Draw at most three slips at the upper left of the map, what asks first, then the newest; returns where they are.

    The first is told in full, the others in one line; all are in the log.

    Args:
        kit: Tools.
        room: The part of the map that can be seen.
        playing: The run.
        ways: Where slips lead.
        beside: The width of what stands at the upper right already.
        folded: In a small window, whether more than one line is wanted.
    """
    at = room.x + kit.px(24), room.y + kit.px(20)
    most = room.width - kit.px(48) - (beside + kit.px(12) if beside else 0)
    wide = min(kit.tx(news.WIDE), most)
    waiting = playing.session.pending()[:NOTICES]
    offers = playing.learning.offers(playing)[: min(MOST_OFFERS, NOTICES - len(waiting))]
    asked = {playing.speaker.event(event) for event in waiting}  # what waits for an answer is not news as well
    newest = [message for message in reversed(playing.notices) if message.text not in asked]
    left = NOTICES - len(waiting) - len(offers)
    if folded is None:
        foot = _slips(kit, playing, (waiting, offers, newest[:left]), at, wide, ways, room.bottom)
        lies = pygame.Rect(*at, wide, foot - at[1])
    else:
        lines = [news.waiting(playing, event, ways) for event in waiting]
        lines += [news.offering(offer, playing.learning.closed.add) for offer in offers]
        lines += [news.telling(playing, message, ways) for message in newest]
        lies = folded.draw(kit, lines, at, most)
    if len(newest) > left and (folded is None or folded.open):
        link = pygame.Rect(at[0], lies.bottom, kit.width(kit.words("ui.more_in_log"), SMALL) + kit.tx(24), kit.tx(34))
        kit.card(link)
        inside = (link.x + kit.tx(12), link.centery - kit.line_height(SMALL) / 2)
        kit.link(kit.words("ui.more_in_log"), inside, "more news", ways.log, SMALL)
        lies.union_ip(link)
    return lies


def _slips(
    kit: Kit, playing: Playing, told: tuple[Sequence[str], Sequence[Offer], Sequence[Message]], at: tuple[int, int],
    wide: int, ways: Ways, foot: int,
) -> int:  # fmt: skip
    """Draw what waits, what is offered and what is new, one below the other; returns where they end."""
    (waiting, offers, newest), (x, y) = told, at
    for event in waiting:
        y = _waiting(kit, playing, event, (x, y), wide, ways)
    for offer in offers:
        y = _offer(kit, offer, (x, y), wide, playing.learning.closed.add)
    for k, message in enumerate(newest):
        if foot - y > kit.tx(150):
            first = k == 0 and not waiting and not offers
            y = _notice(kit, playing, message, (x, y), wide, ways, first)
    return y


def _offer(kit: Kit, offer: Offer, at: tuple[int, int], wide: int, put_away: Callable[[str], None]) -> int:
    """Draw something that could be done now: a prediction to draw or to open, questions; the cross puts it away."""
    inner = wide - kit.tx(110)
    lines = min(kit.lines_of(offer.title, inner, BODY), 3)
    tall = kit.px(28) + lines * kit.line_height(BODY) + kit.line_height(HEADING)
    box = pygame.Rect(*at, wide, tall)
    kit.card(box)
    kit.icon("chart", (box.x + kit.tx(16), box.y + kit.px(14)), 24)
    used = kit.paragraph(offer.title, (box.x + kit.tx(56), box.y + kit.px(12)), inner, BODY, most=3)
    left, y = box.x + kit.tx(56), box.y + kit.px(14) + used
    label = kit.link(offer.label, (left, y), offer.key, offer.open, room=inner)
    middle = (box.right - kit.tx(26), box.y + kit.tx(24))
    kit.symbol("close", middle, f"away {offer.key}", partial(put_away, offer.key), kit.words("ui.put_away"), size=16)
    return max(box.bottom, label.bottom) + kit.px(12)


def _waiting(kit: Kit, playing: Playing, event: str, at: tuple[int, int], wide: int, ways: Ways) -> int:
    """Draw an event that waits for an answer."""
    title = playing.speaker.event(event)
    lines = kit.lines_of(title, wide - kit.tx(76), HEADING)
    tall = kit.px(28) + lines * kit.line_height(HEADING) + kit.line_height(HEADING) + kit.px(4)
    box = pygame.Rect(*at, wide, tall)
    kit.card(box)
    kit.icon("event", (box.x + kit.tx(16), box.y + kit.px(14)), 26, kit.theme.accent)
    used = kit.paragraph(title, (box.x + kit.tx(56), box.y + kit.px(12)), wide - kit.tx(76), HEADING)
    below = (box.x + kit.tx(56), box.y + kit.px(14) + used)
    kit.link(kit.words("ui.answer_it"), below, f"answer {event}", ways.answer)
    return box.bottom + kit.px(12)


def _notice(
    kit: Kit, playing: Playing, message: Message, at: tuple[int, int], wide: int, ways: Ways, full: bool
) -> int:
    """Draw one piece of news with its way to its place or its causes; the cross puts it away."""
    line = news.telling(playing, message, ways)
    if not full:
        return news.draw_line(kit, line, at, wide)
    inner = wide - kit.tx(100)
    role = HEADING if line.loud else BODY
    lines = min(kit.lines_of(line.text, inner, role), 4)
    tall = kit.px(28) + lines * kit.line_height(role) + kit.line_height(SMALL)
    box = pygame.Rect(*at, wide, max(tall, kit.tx(44)))
    kit.card(box)
    colour = kit.theme.accent if line.loud else kit.theme.ink2
    kit.icon(line.symbol, (box.x + kit.tx(16), box.y + kit.px(13)), 22, colour)
    x = box.x + kit.tx(52)
    kit.paragraph(line.text, (x, box.y + kit.px(12)), inner, role, most=4)
    below = (x, box.bottom - kit.px(12) - kit.line_height(SMALL))
    kit.link(kit.words(_word(message)), below, line.key, line.press, SMALL_BOLD)
    middle = (box.right - kit.tx(26), box.y + min(box.height // 2, kit.tx(24)))
    kit.symbol("close", middle, f"read {news.key_of(message)}", partial(playing.read, message),
               kit.words("ui.put_away"), size=16)  # fmt: skip
    return box.bottom + kit.px(12)


def _word(message: Message) -> str:
    """Name where a piece of news leads: an id of the words."""
    if message.kind == "page":
        return "gazette.read_it"
    if message.place is not None:
        return "ui.go_there"
    return "ui.why" if message.number is not None and not message.number.startswith("p_") else "ui.in_the_log"


def said(kit: Kit, room: pygame.Rect, playing: Playing, begin: str, taken: Sequence[pygame.Rect]) -> pygame.Rect | None:
    """Write what the game said last at the foot of the map; before the first quarter, how to ``begin``.

    It keeps off what is ``taken``; returns where it lies.
    """
    text = playing.said
    if not text and playing.session.quarter == 0:
        text = kit.words(begin)
    if not text:
        return None
    most = room.width - kit.px(80)
    lines = typeset.wrapped(text, BODY, kit.type_scale, most - kit.tx(40))
    wide = max(kit.width(one) for one in lines) + kit.tx(40)
    tall = len(lines) * kit.line_height() + kit.px(16)
    box = pygame.Rect(0, 0, wide, tall)
    box.midbottom = (room.centerx, room.bottom - kit.px(16))
    box = clearing(box, room.inflate(-2 * kit.px(16), -2 * kit.px(16)), taken)
    kit.card(box, kit.theme.card)
    for k, one in enumerate(lines):
        kit.text(one, (box.centerx, box.y + kit.px(8) + k * kit.line_height()), BODY, align="middle")
    return box
