"""Spots: what can be pressed in a frame, by pointer or key."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.ui.screen import Press, Turn

if TYPE_CHECKING:
    from game.ui.draft import Draft


class Spot(NamedTuple):
    """Something that can be pressed; a tuple, for a frame makes dozens."""

    rect: pygame.Rect
    key: str
    press: Press
    tip: str
    seen: pygame.Rect
    """The part of it that can be pointed at; a spot scrolled out of sight can still be reached by keys."""
    tab: bool = True
    """Whether keys stop here; what they reach by another way (a house, through its place) need not be one."""
    adjust: Callable[[int], Turn | None] | None = None
    """What left (-1) and right (1) do while it has the focus: a slider moves."""
    draft: "Draft | None" = None
    """What is written here while it has the focus."""
    clear: int = 0
    """Pixels above it that stay free when it is brought into view: the head of a table lies there."""
    name: str = ""
    """What it is called, where what is written in it does not say so."""
    value: str = ""
    """How it stands, in words."""
    main: bool = False
    """Whether it stands out as what most people want."""


def uppermost(spots: Sequence[Spot], at: tuple[int, int]) -> int | None:
    """Return which of some spots lies on top at a point."""
    below = pygame.Rect(at, (1, 1)).collidelist([spot.seen for spot in reversed(spots)])
    return None if below < 0 else len(spots) - 1 - below
