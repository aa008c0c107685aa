"""Choices and switches: each works by a click or by Enter."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.ui.kit import Kit
from game.ui.screen import Turn
from game.ui.typeset import HEADING

Choose = Callable[[str], Turn | None]


def tall(kit: Kit) -> int:
    """Return how high a control is; never less than a hand needs."""
    return max(kit.tx(46), kit.px(44), 36)


def choices(
    kit: Kit, at: tuple[int, int], right: int, name: str, values: Sequence[tuple[str, str]], now: str, choose: Choose
) -> int:
    """Draw (value, label) pairs of which one is chosen; returns how high they are.

    Args:
        kit: Tools.
        at: Upper left corner.
        right: Where the room ends; they break into lines before it.
        name: Each is a spot ``<name> <value>``.
        values: What can be chosen, with its words.
        now: The value in force.
        choose: What choosing does.
    """
    x, y = at
    high = tall(kit)
    for value, label in values:
        wide = min(kit.width(label, HEADING) + kit.tx(40), right - at[0])
        if x + wide > right and x > at[0]:
            x, y = at[0], y + high + kit.px(8)
        box = pygame.Rect(x, y, wide, high)
        chosen = value == now
        said = kit.words("voice.chosen") if chosen else ""
        hot = kit.spot(box, f"{name} {value}", partial(choose, value), value=said)
        kit.plate(box, kit.theme.ink if chosen else kit.theme.card, kit.px(8))
        edge = kit.theme.ink if hot or chosen else kit.theme.ink3
        kit.plate(box, edge, kit.px(8), 2 if hot else 1)
        ink = kit.theme.paper if chosen else kit.theme.ink
        top = box.centery - kit.line_height(HEADING) / 2
        kit.text(label, (box.centerx, top), HEADING, ink, "middle", box.width - kit.tx(16))
        x += wide + kit.px(12)
    return y + high - at[1]


def toggle(kit: Kit, at: tuple[int, int], key: str, on: bool, flip: Callable[[], Turn | None], name: str) -> int:
    """Draw a switch of some name with its state in words beside it; returns how high it is."""
    high = tall(kit)
    box = pygame.Rect(*at, kit.tx(76), high)
    said = kit.words("ui.on" if on else "ui.off")
    whole = pygame.Rect(*at, box.width + kit.tx(16) + kit.width(said, HEADING), high)
    hot = kit.spot(whole, key, flip, name=name, value=said)
    track = box.inflate(0, -high // 3)
    ink, paper = kit.theme.ink, kit.theme.card
    radius = track.height // 2
    kit.plate(track, ink if on else paper, radius)
    kit.plate(track, ink if hot or on else kit.theme.ink3, radius, 2)
    x = track.right - radius if on else track.x + radius
    pygame.draw.aacircle(kit.surface, paper if on else ink, (x, track.centery), radius - kit.px(5))
    kit.text(said, (box.right + kit.tx(16), box.centery - kit.line_height(HEADING) / 2), HEADING)
    return high
