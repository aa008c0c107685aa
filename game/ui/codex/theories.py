"""The page of a mechanism: its theory, its claim, what it leaves out, and every number with its source."""

import pygame

from game.explain.theory import PARTS, Theory, mark_of
from game.simulation.parameter import Parameter
from game.ui.codex.links import Open, idea_ways, links, policy_ways
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.rich import Reader
from game.ui.typeset import BODY, HEADING, LEAD, PAGE, SMALL, SMALL_BOLD


def mechanism(kit: Kit, here: Theory, ideas: list[str], room: pygame.Rect, reader: Reader, turn: Open) -> int:
    """Set one mechanism; ``ideas`` are the concepts that it computes. Returns where it ends."""
    say, y = kit.words, room.y
    y += kit.paragraph(say(f"theory.{here.name}.name"), (room.x, y), room.width, PAGE) + kit.px(6)
    y += reader.paragraph(say(f"theory.{here.name}.text"), (room.x, y), room.width, LEAD) + kit.px(16)
    if say.language != "en":
        kit.text(say("codex.in_english"), (room.x, y), SMALL, kit.theme.ink2, room=room.width)
        y += kit.line_height(SMALL) + kit.px(6)
    for part in PARTS:
        y += section(kit, say(f"codex.theory.{part}"), (room.x, y))
        y += kit.paragraph(here.parts[part], (room.x, y), room.width, BODY) + kit.px(12)
    y = links(kit, room, y, say("codex.kind.ideas"), idea_ways(ideas, say.language), turn) + kit.px(6)
    y += section(kit, say("codex.theory.numbers"), (room.x, y), "chart")
    for key, parameter in here.parameters.items():
        lever = say(f"lever.{here.name}.{key}") if parameter.lever else ""
        y = _number(kit, (key, lever), parameter, pygame.Rect(room.x, y, room.width, 10))
    movers = dict.fromkeys(card for cards in here.moved_by.values() for card in cards)
    return links(kit, room, y, say("codex.moved_by"), policy_ways(list(movers), say.language), turn)


def _number(kit: Kit, names: tuple[str, str], parameter: Parameter, room: pygame.Rect) -> int:
    """Write one number: its value on its range, what it counts, where it comes from, and its name as a lever."""
    y = room.y + kit.px(4)
    value = f"{parameter.default:g}"
    wide = min(kit.tx(180), room.width // 3)
    name = kit.text(names[0], (room.x, y), SMALL_BOLD, room=room.width - wide - kit.tx(16))
    kit.text(value, (name.right + kit.tx(12), y), HEADING, room=max(room.right - wide - name.right - kit.tx(16), 1))
    _range(kit, parameter, pygame.Rect(room.right - wide, y, wide, kit.line_height(SMALL)))
    y += kit.line_height(HEADING)
    text = " · ".join([*filter(None, names[1:]), parameter.unit, mark_of(parameter, kit.words)])
    y += kit.paragraph(text, (room.x, y), room.width, SMALL, kit.theme.ink2)
    kit.hairline((room.x, y + kit.px(4)), (room.right, y + kit.px(4)))
    return y + kit.px(6)


def _range(kit: Kit, parameter: Parameter, rect: pygame.Rect) -> None:
    """Draw where a number lies between the least and the most a level may set."""
    low, high = f"{parameter.low:g}", f"{parameter.high:g}"
    gap = max(kit.px(7), 4) + kit.px(8)  # a number may lie at an end of its range
    left = rect.x + kit.width(low, SMALL) + gap
    right = rect.right - kit.width(high, SMALL) - gap
    kit.text(low, (rect.x, rect.y), SMALL, kit.theme.ink2)
    kit.text(high, (rect.right, rect.y), SMALL, kit.theme.ink2, "right")
    if right - left < kit.px(20):
        return
    pygame.draw.line(kit.surface, kit.theme.ink3, (left, rect.centery), (right, rect.centery), max(kit.px(3), 2))
    share = (parameter.default - parameter.low) / max(parameter.high - parameter.low, 1e-9)
    at = (round(left + share * (right - left)), rect.centery)
    pygame.draw.circle(kit.surface, kit.theme.accent, at, max(kit.px(7), 4))
