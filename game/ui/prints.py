"""Parts of the window that seldom change: painted once, and laid down as pictures until they show something else."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, TypeVarTuple

import pygame

from game.ui.pen import Pen

P = TypeVar("P", bound=Pen)
Shown = TypeVarTuple("Shown")

MOST = 48
"""How many pictures are kept: all of a region's, and those of the cards that were pointed at last."""

_kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()


def lay(pen: P, rect: pygame.Rect, paint: Callable[[P, pygame.Rect, *Shown], object], *shown: *Shown) -> None:
    """Lay a part of the window down; it is painted where it lies only if nothing like it was painted before.

    Args:
        pen: What it is painted with.
        rect: All that is painted on, its ground too.
        paint: Paints it there, from nothing but what is ``shown``, sizes, theme and language.
        shown: What it shows; each can be hashed.
    """
    clip = pen.surface.get_clip()
    # A voice must hear what is written, and a part of which some is out of sight makes no whole picture.
    keeps = pen.written is None and clip.contains(rect)
    look = (pen.theme.name, pen.words.language, pen.scale, pen.type_scale, pen.apart)
    key = (paint, shown, rect.size, look)
    known = _kept.get(key) if keeps else None
    if known is not None:
        pen.surface.blit(known, rect)
        _kept.move_to_end(key)
        return
    # What lies beside it must not depend on whether it is painted or laid down.
    pen.surface.set_clip(rect.clip(clip))
    paint(pen, rect, *shown)
    pen.surface.set_clip(clip)
    if keeps:
        _kept[key] = pen.surface.subsurface(rect).copy()
    if len(_kept) > MOST:
        _kept.popitem(last=False)


def forget() -> None:
    """Let everything be painted anew."""
    _kept.clear()
