"""What a policy card says: prices, when it works and fades, what it shifts, what was found where it was tried."""

from collections.abc import Collection
from functools import partial

import pygame

from game.content import library, numbers
from game.content.citations import grounds
from game.content.policy_card import PolicyCard
from game.explain.quantities import UNWELCOME_LEVERS
from game.simulation.registry import PARAMETERS
from game.ui import charts
from game.ui.charts import Working
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.map.lines import stroke
from game.ui.minimap import minimap
from game.ui.playing import Playing
from game.ui.region.desk import index
from game.ui.rich import Reader
from game.ui.screen import Push, Turn, later
from game.ui.screens.concept import Concept
from game.ui.typeset import BODY, CARD_TITLE, HEADING, NAME, SMALL


def about(kit: Kit, playing: Playing, card: PolicyCard, room: pygame.Rect, acting: Collection[int], ready: bool) -> int:
    """Draw what the card is; ``acting`` are the places where it acts. Returns where it ends."""
    language, theme = kit.words.language, kit.theme
    kit.icon(card.family, room.topleft, 22, theme.accent)
    kit.text(kit.words(f"family.{card.family}"), (room.x + kit.tx(32), room.y), HEADING, theme.accent)
    y = _title(kit, card, room, room.y + kit.line_height(HEADING) + kit.px(4))
    reader = Reader(kit)
    y += reader.paragraph(card.text[language], (room.x, y), room.width, BODY) + kit.px(16)
    y = _prices(kit, playing, card, room, y) + kit.px(14)
    kit.hairline((room.x, y), (room.right, y))
    y = _when_and_where(kit, playing, card, room, y + kit.px(14), acting, ready) + kit.px(14)
    kit.text(kit.words("ui.what_it_shifts"), (room.x, y), HEADING)
    y = _shifts(kit, card, room, y + kit.line_height(HEADING) + kit.px(4)) + kit.px(8)
    kit.hairline((room.x, y), (room.right, y))
    y += kit.px(12) + section(kit, kit.words("ui.where_tried"), (room.x, y + kit.px(12)), "evidence")
    y = tried(kit, card, room, y, reader)
    x = room.x
    for id_ in card.concepts:
        name = library.concepts()[id_].name[language]
        at = kit.link(name, (x, y), f"concept {id_}", partial(Push, Concept(id_)), BODY)
        x = at.right + kit.px(28)
    y += kit.line_height() + kit.px(8)
    kit.link(kit.words("codex.open"), (room.x, y), "codex", partial(_codex, card.id), BODY)
    return y + kit.line_height() + kit.px(8)


def _codex(policy: str) -> Turn | None:
    """Open the card's page in the codex, with every idea it serves."""
    return Push(later("game.ui.screens.codex").Codex("policies", policy))


def _title(kit: Kit, card: PolicyCard, room: pygame.Rect, y: int) -> int:
    """Write the name, and beside it what it is called in the other language."""
    language = kit.words.language
    used = kit.paragraph(card.name[language], (room.x, y), room.width, CARD_TITLE)
    other = card.name["zh" if language == "en" else "en"]
    x = room.x + kit.width(card.name[language], CARD_TITLE) + kit.px(24)
    if x + kit.width(other, BODY) < room.right:
        kit.text(other, (x, y + used - kit.line_height() - kit.tx(8)), BODY, kit.theme.ink2)
    return y + used


def _when_and_where(
    kit: Kit, playing: Playing, card: PolicyCard, room: pygame.Rect, y: int, acting: Collection[int], ready: bool
) -> int:
    """Draw its course, and beside it the region with the places where it acts."""
    wide = round(room.width * 0.5)
    kit.text(kit.words("ui.when_it_works"), (room.x, y), HEADING)
    right = pygame.Rect(room.x + wide + kit.px(24), y, room.width - wide - kit.px(24), 0)
    beside = right.width > kit.tx(180)
    top = y + kit.line_height(HEADING) + kit.px(4)
    chart = Working(card.delay, card.ramp, card.decay)
    course = pygame.Rect(room.x, top, wide if beside else room.width, kit.tx(118))
    charts.show(kit, course, chart, playing.speaker, "chart course")
    below = course.bottom + kit.px(4)
    below += kit.paragraph(chart.describe(playing.speaker), (room.x, below), course.width, SMALL)
    if card.lasts:
        below += kit.paragraph(kit.words("ui.ends_after", count=card.lasts), (room.x, below), course.width, SMALL)
    if card.temptation:
        below += kit.paragraph(kit.words("ui.temptation"), (room.x, below), course.width, SMALL, kit.theme.accent)
    if not beside:
        return below
    kit.text(kit.words("ui.where_it_acts"), right.topleft, HEADING)
    map_room = pygame.Rect(right.x, top, right.width, min(round(right.width * 0.62), kit.tx(190)))
    minimap(kit, map_room, playing.session.level, acting, ready)
    where = ", ".join(playing.speaker.place(site) for site in acting) if card.placed else kit.words("ui.everywhere")
    kit.spot(map_room, "where", lambda: None, where)
    return max(below, map_room.bottom)


def _shifts(kit: Kit, card: PolicyCard, room: pygame.Rect, y: int) -> int:
    """Draw every lever it moves, in two columns where their names fit."""
    half = (room.width - kit.px(32)) // 2
    longest = max((kit.width(kit.words(f"lever.{moved.lever}")) for moved in card.shifts), default=0)
    columns = 2 if longest <= half - _arrow_room(kit, half) else 1
    wide = half if columns == 2 else room.width
    for k, moved in enumerate(card.shifts):
        left = room.x + (k % columns) * (wide + kit.px(32))
        below = shift(kit, pygame.Rect(left, y, wide, 10), y, moved.lever, moved.by)
        if k % columns == columns - 1 or k == len(card.shifts) - 1:
            y = below
    return y


def tried(kit: Kit, card: PolicyCard, room: pygame.Rect, y: int, reader: Reader) -> int:
    """Write what was found where it was tried, with its source; returns where it ends."""
    language, theme = kit.words.language, kit.theme
    for found in card.evidence:
        y += reader.paragraph(found.text[language], (room.x, y), room.width, BODY)
        y += kit.paragraph(grounds(found, kit.words), (room.x, y), room.width, SMALL, theme.ink2, 2) + kit.px(8)
    return y


def _prices(kit: Kit, playing: Playing, card: PolicyCard, room: pygame.Rect, y: int) -> int:
    """Write price now, price a quarter, and attention."""
    speaker, policy = playing.speaker, playing.session.rules.setup.policies[index(playing, card.id)]
    left = float(playing.session.branch.region.state.attention[0])
    of_left = kit.words("ui.of_left", need=card.attention, have=numbers.number(left, 0 if left == round(left) else 1))
    facts = (
        ("treasury", "ui.price_now", speaker.money(policy.price)),
        ("clock", "ui.each_quarter", speaker.money(policy.upkeep)),
        ("attention", "ui.attention", of_left),
    )
    for k, (symbol, label, value) in enumerate(facts):
        x = room.x + room.width * k // 3
        kit.icon(symbol, (x, y + kit.tx(3)), 20)
        kit.text(kit.words(label), (x + kit.tx(30), y), SMALL, kit.theme.ink2, room=room.width // 3 - kit.tx(36))
        kit.text(value, (x, y + kit.line_height(SMALL)), NAME, room=room.width // 3 - kit.px(8))
    return y + kit.line_height(SMALL) + kit.line_height(NAME)


def when(kit: Kit, card: PolicyCard, room: pygame.Rect, y: int) -> int:
    """Draw when it works, and how it fades; beside it, where it acts."""
    kit.text(kit.words("ui.when_it_works"), (room.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(4)
    curve = pygame.Rect(room.x, y, round(room.width * 0.46), kit.tx(84))
    charts.delay_curve(kit, curve, card.delay, card.ramp, card.decay, stop=True)
    kit.text(kit.words("ui.start"), (curve.x, curve.bottom), SMALL, kit.theme.ink2)
    kit.text(kit.words("ui.when_you_stop"), (curve.right, curve.bottom), SMALL, kit.theme.ink2, "right")
    text = kit.words("ui.begins_after", delay=card.delay, full=card.delay + card.ramp)
    side = pygame.Rect(curve.right + kit.px(24), y, room.right - curve.right - kit.px(24), curve.height)
    used = kit.paragraph(text, side.topleft, side.width, SMALL)
    if card.lasts:
        used += kit.paragraph(kit.words("ui.ends_after", count=card.lasts), (side.x, y + used), side.width, SMALL)
    if card.temptation:
        used += kit.paragraph(kit.words("ui.temptation"), (side.x, y + used), side.width, SMALL, kit.theme.accent)
    return max(curve.bottom + kit.line_height(SMALL), y + used)


def _arrow_long(kit: Kit, wide: int) -> int:
    """Return how long the line of a lever's arrow is in a column so wide."""
    return kit.tx(56) if wide < kit.tx(460) else kit.tx(120)


def _arrow_room(kit: Kit, wide: int) -> int:
    """Return how much of a column the arrow and the word beside it leave no name."""
    return _arrow_long(kit, wide) + kit.tx(64) + kit.px(16)


def shift(kit: Kit, room: pygame.Rect, y: int, lever: str, by: float) -> int:
    """Write one lever, and draw how far it moves against its whole range.

    The arrow's direction says whether it rises, its colour whether that is welcome.
    """
    parameter = PARAMETERS[lever]
    share = min(abs(by) / max(parameter.high - parameter.low, 1e-9), 1.0)
    wide = _arrow_long(kit, room.width)
    line = pygame.Rect(room.right - wide - kit.tx(64), y, wide, kit.line_height())
    colour = kit.theme.gain if (by > 0) != (lever in UNWELCOME_LEVERS) else kit.theme.accent
    kit.text(kit.words(f"lever.{lever}"), (room.x, y), BODY, room=room.width - _arrow_room(kit, room.width))
    middle = line.centery
    stroke(kit.surface, [(line.x, middle), (line.right, middle)], max(3 * kit.scale, 2), kit.theme.hairline)
    length = max(wide / 2 * max(share, 0.2) ** 0.5, kit.tx(14)) * (1 if by > 0 else -1)
    tip = line.centerx + length
    stroke(kit.surface, [(line.centerx, middle), (tip, middle)], max(4 * kit.scale, 2.5), colour)
    back = -kit.tx(8) if by > 0 else kit.tx(8)
    arrow = [(tip + back, middle - kit.tx(6)), (tip, middle), (tip + back, middle + kit.tx(6))]
    stroke(kit.surface, arrow, max(3 * kit.scale, 2), colour)
    kit.text(kit.words("ui.rises" if by > 0 else "ui.falls"), (room.right, y), SMALL, kit.theme.ink2, "right")
    return y + kit.line_height()
