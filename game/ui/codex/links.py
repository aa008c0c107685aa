"""Ways from one page of the codex to another."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.content import library
from game.content.language import Language
from game.ui.frame import section
from game.ui.kit import Kit
from game.ui.screen import Turn
from game.ui.typeset import BODY, SMALL

Open = Callable[[str, str], Turn | None]
"""Opens a page: its kind, and its id."""

Way = tuple[str, str, str]
"""Kind, id and name of a page."""


def idea_ways(ids: Sequence[str], language: Language) -> list[Way]:
    """Name ideas as ways to their pages."""
    return [("ideas", id_, library.concepts()[id_].name[language]) for id_ in ids]


def policy_ways(ids: Sequence[str], language: Language) -> list[Way]:
    """Name policies as ways to their pages."""
    return [("policies", id_, library.policies()[id_].name[language]) for id_ in ids]


def links(kit: Kit, room: pygame.Rect, y: int, heading: str, ways: Sequence[Way], turn: Open) -> int:
    """Write ways to other pages under a small heading; returns where they end."""
    if not ways:
        return y
    y += kit.px(6) + section(kit, heading, (room.x, y + kit.px(6)))
    x = room.x
    for kind, id_, name in ways:
        if x + kit.width(name, BODY) > room.right and x > room.x:
            x, y = room.x, y + kit.line_height() + kit.px(6)
        at = kit.link(name, (x, y), f"{kind} {id_}", partial(turn, kind, id_), BODY, room=room.width)
        x = at.right + kit.px(28)
    return y + kit.line_height() + kit.px(10)


def plain(kit: Kit, room: pygame.Rect, y: int, heading: str, names: Sequence[str]) -> int:
    """Write names that lead nowhere under a small heading; returns where they end."""
    if not names:
        return y
    y += kit.px(6) + section(kit, heading, (room.x, y + kit.px(6)))
    return y + kit.paragraph(" · ".join(names), (room.x, y), room.width, SMALL) + kit.px(10)
