"""Slips on the map: what waits for an answer, what is news until it is read, what the game said last."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from game.explain.story import Message
from game.ui import typeset
from game.ui.kit import Kit
from game.ui.learning import Offer
from game.ui.playing import NOTICES, Playing
from game.ui.screen import Turn
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD

SYMBOLS = {"decision": "seal", "event": "event", "phase": "timeline", "firm": "estate", "page": "paper"}

MOST_OFFERS = 2
"""Offers shown at once."""


@dataclass(frozen=True)
class Ways:
    """Where slips lead: to a number's causes, a place, an event's answers, the Gazette, the log."""

    why: Callable[[str], Turn | None]
    place: Callable[[int], Turn | None]
    answer: Callable[[], Turn | None]
    read: Callable[[], Turn | None]
    log: Callable[[], Turn | None]


def draw(kit: Kit, room: pygame.Rect, playing: Playing, ways: Ways, beside: int = 0) -> None:
    """Draw at most three slips at the upper left of the map, what asks first, then the newest, and the last sentence.

    The first is told in full, the others in one line; all are in the log. ``beside`` is the width of what stands at the
    upper right already.
    """
    x, y = room.x + kit.px(24), room.y + kit.px(20)
    wide = min(kit.tx(404), room.width - kit.px(48) - (beside + kit.px(12) if beside else 0))
    waiting = playing.session.pending()[:NOTICES]
    for event in waiting:
        y = _waiting(kit, playing, event, (x, y), wide, ways)
    offers = playing.learning.offers(playing)[: min(MOST_OFFERS, NOTICES - len(waiting))]
    for offer in offers:
        y = _offer(kit, offer, (x, y), wide, playing.learning.closed.add)
    asked = {playing.speaker.event(event) for event in waiting}  # what waits for an answer is not news as well
    newest = [message for message in reversed(playing.notices) if message.text not in asked]
    left = NOTICES - len(waiting) - len(offers)
    for k, message in enumerate(newest[:left]):
        if room.bottom - y > kit.tx(150):
            y = _notice(kit, playing, message, (x, y), wide, ways, k == 0 and not waiting and not offers)
    if len(newest) > left:
        link = pygame.Rect(x, y, kit.width(kit.words("ui.more_in_log"), SMALL) + kit.tx(24), kit.tx(34))
        kit.card(link)
        at = (link.x + kit.tx(12), link.centery - kit.line_height(SMALL) / 2)
        kit.link(kit.words("ui.more_in_log"), at, "more news", ways.log, SMALL)
    _said(kit, room, playing)


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
    inner = wide - kit.tx(100)
    role = HEADING if full and message.weight == "loud" else BODY if full else SMALL
    text = kit.words("ui.gazette_out") if message.kind == "page" else message.text
    most = 4 if full else 1
    lines = min(kit.lines_of(text, inner, role), most)
    lead = _lead(message, ways) if full else None
    tall = kit.px(24) + lines * kit.line_height(role) + (kit.line_height(SMALL) + kit.px(4) if lead else 0)
    box = pygame.Rect(*at, wide, max(tall, kit.tx(44)))
    kit.card(box)
    colour = kit.theme.accent if message.weight == "loud" else kit.theme.ink2
    kit.icon(SYMBOLS[message.kind], (box.x + kit.tx(16), box.y + kit.px(13)), 22, colour)
    x = box.x + kit.tx(52)
    key = f"{message.quarter} {message.text}"
    whole = pygame.Rect(box.x, box.y, box.width - kit.tx(44), box.height)
    press = _reading(playing, message, _lead(message, ways))
    if press is not None and not full:
        kit.spot(whole, f"notice {key}", press, message.text)
    kit.paragraph(text, (x, box.y + kit.px(12)), inner, role, most=most)
    if lead is not None and press is not None:
        below = (x, box.bottom - kit.px(12) - kit.line_height(SMALL))
        kit.link(kit.words(_word(message)), below, f"notice {key}", press, SMALL_BOLD)
    middle = (box.right - kit.tx(26), box.y + min(box.height // 2, kit.tx(24)))
    kit.symbol("close", middle, f"read {key}", lambda: playing.read(message), kit.words("ui.put_away"), size=16)
    return box.bottom + kit.px(12)


def _lead(message: Message, ways: Ways) -> Callable[[], Turn | None] | None:
    """Return where a piece of news leads; None where it leads nowhere."""
    number, site = message.number, message.place
    if message.kind == "page":
        return ways.read
    if site is not None:
        return lambda: ways.place(site)
    if number is not None and not number.startswith("p_"):
        return lambda: ways.why(number)
    return ways.log


def _word(message: Message) -> str:
    """Name where a piece of news leads: an id of the words."""
    if message.kind == "page":
        return "gazette.read_it"
    if message.place is not None:
        return "ui.go_there"
    return "ui.why" if message.number is not None and not message.number.startswith("p_") else "ui.in_the_log"


def _reading(
    playing: Playing, message: Message, lead: Callable[[], Turn | None] | None
) -> Callable[[], Turn | None] | None:
    """Follow a piece of news: then it has been read."""
    if lead is None:
        return None

    def follow() -> Turn | None:
        playing.read(message)
        return lead()

    return follow


def _said(kit: Kit, room: pygame.Rect, playing: Playing) -> None:
    """Write what the game said last at the foot of the map; before the first quarter, how to begin."""
    text = playing.said
    if not text and playing.session.quarter == 0:
        text = kit.words("ui.begin_hint")
    if not text:
        return
    most = room.width - kit.px(80)
    lines = typeset.wrapped(text, BODY, kit.type_scale, most - kit.tx(40))
    wide = max(kit.width(one) for one in lines) + kit.tx(40)
    tall = len(lines) * kit.line_height() + kit.px(16)
    box = pygame.Rect(0, 0, wide, tall)
    box.midbottom = (room.centerx, room.bottom - kit.px(16))
    kit.card(box, kit.theme.card)
    for k, one in enumerate(lines):
        kit.text(one, (box.centerx, box.y + kit.px(8) + k * kit.line_height()), BODY, align="middle")
