"""What a policy card says: prices, when it works and fades, what it shifts, what was found where it was tried."""

from functools import partial

import pygame

from game.content import library, numbers
from game.content.policy_card import PolicyCard
from game.simulation.registry import PARAMETERS
from game.ui import charts
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.map.lines import stroke
from game.ui.playing import Playing
from game.ui.region.desk import index
from game.ui.screen import Push
from game.ui.screens.concept import Concept
from game.ui.typeset import BODY, CARD_TITLE, HEADING, NAME, SMALL


def about(kit: Kit, playing: Playing, card: PolicyCard, room: pygame.Rect) -> int:
    """Draw what the card is; returns where it ends."""
    language, theme = kit.words.language, kit.theme
    kit.icon(card.family, room.topleft, 22, theme.accent)
    kit.text(kit.words(f"family.{card.family}"), (room.x + kit.tx(32), room.y), HEADING, theme.accent)
    y = room.y + kit.line_height(HEADING) + kit.px(4)
    y += kit.paragraph(card.name[language], (room.x, y), room.width, CARD_TITLE)
    y += kit.paragraph(card.text[language], (room.x, y), room.width, BODY) + kit.px(16)
    y = _prices(kit, playing, card, room, y) + kit.px(14)
    kit.hairline((room.x, y), (room.right, y))
    y += kit.px(14)
    y = when(kit, card, room, y) + kit.px(14)
    kit.text(kit.words("ui.what_it_shifts"), (room.x, y), HEADING)
    y += kit.line_height(HEADING) + kit.px(4)
    for moved in card.shifts:
        y = shift(kit, room, y, moved.lever, moved.by)
    y += kit.px(10)
    kit.hairline((room.x, y), (room.right, y))
    y += kit.px(14) + section(kit, kit.words("ui.where_tried"), (room.x, y + kit.px(14)), "evidence")
    y = tried(kit, card, room, y)
    x = room.x
    for id_ in card.concepts:
        name = library.concepts()[id_].name[language]
        at = kit.link(name, (x, y), f"concept {id_}", partial(Push, Concept(id_)), BODY)
        x = at.right + kit.px(28)
    return y + kit.line_height() + kit.px(8)


def tried(kit: Kit, card: PolicyCard, room: pygame.Rect, y: int) -> int:
    """Write what was found where it was tried, with its source; returns where it ends."""
    language, theme = kit.words.language, kit.theme
    for found in card.evidence:
        y += kit.paragraph(found.text[language], (room.x, y), room.width, BODY)
        source = f"{library.cited(found.source)} ({kit.words(f'ui.standing.{found.standing}')})"
        y += kit.paragraph(source, (room.x, y), room.width, SMALL, theme.ink2, 2) + kit.px(8)
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


def shift(kit: Kit, room: pygame.Rect, y: int, lever: str, by: float) -> int:
    """Write one lever, and draw how far it moves against its whole range."""
    parameter = PARAMETERS[lever]
    share = min(abs(by) / max(parameter.high - parameter.low, 1e-9), 1.0)
    wide = kit.tx(120)
    line = pygame.Rect(room.right - wide - kit.tx(90), y, wide, kit.line_height())
    kit.text(kit.words(f"lever.{lever}"), (room.x, y), BODY, room=line.x - room.x - kit.px(16))
    middle = line.centery
    stroke(kit.surface, [(line.x, middle), (line.right, middle)], max(3 * kit.scale, 2), kit.theme.hairline)
    length = max(wide / 2 * max(share, 0.2) ** 0.5, kit.tx(14)) * (1 if by > 0 else -1)
    tip = line.centerx + length
    stroke(kit.surface, [(line.centerx, middle), (tip, middle)], max(4 * kit.scale, 2.5), kit.theme.gain)
    back = -kit.tx(8) if by > 0 else kit.tx(8)
    arrow = [(tip + back, middle - kit.tx(6)), (tip, middle), (tip + back, middle + kit.tx(6))]
    stroke(kit.surface, arrow, max(3 * kit.scale, 2), kit.theme.gain)
    kit.text(kit.words("ui.rises" if by > 0 else "ui.falls"), (room.right, y), SMALL, kit.theme.ink2, "right")
    return y + kit.line_height()
