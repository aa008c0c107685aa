"""The five phases as probabilities: a band over the map, or, where there is little room, five short bars in a row."""

from functools import partial

import pygame

from game.simulation.indicators import WATCHED
from game.ui import prints
from game.ui.kit import Kit
from game.ui.playing import Playing
from game.ui.screen import Push
from game.ui.screens.numbers import Numbers
from game.ui.typeset import SMALL, SMALL_BOLD


def band(kit: Kit, playing: Playing, rect: pygame.Rect) -> None:
    """Name every phase over its bar; the likeliest wears the only percentage."""
    shares, likeliest = _now(playing)
    gap = kit.px(20)
    wide = (rect.width - 2 * kit.px(24) - gap * (len(shares) - 1)) / len(shares)
    for k, name in enumerate(WATCHED):
        cell = pygame.Rect(round(kit.px(24) + k * (wide + gap)), rect.y, round(wide), rect.height)
        kit.spot(cell.inflate(kit.px(8), 0), f"phase {name}", partial(Push, Numbers(playing, name)),
                 kit.words(f"meaning.{name}"))  # fmt: skip
        said = playing.speaker.value(name, shares[k]) if k == likeliest else ""
        prints.lay(kit, cell, _paint, name, said, shares[k])


def _paint(kit: Kit, cell: pygame.Rect, name: str, said: str, share: float) -> None:
    """Paint one phase: its name, what is ``said`` of it, its bar."""
    role, ink = (SMALL_BOLD, kit.theme.ink) if said else (SMALL, kit.theme.ink2)
    y = cell.bottom - kit.px(10) - kit.line_height(role)
    room = cell.width - (kit.width(said, role) + kit.px(8) if said else 0)
    kit.text(kit.words(f"phase.{name}"), (cell.x, y), role, ink, room=room)
    if said:
        kit.text(said, (cell.right, y), role, align="right")
    _bar(kit, pygame.Rect(cell.x, cell.bottom - kit.px(8), cell.width, 0), share, bool(said))


def least(kit: Kit) -> int:
    """Return the width that the longest phase with its percentage needs."""
    return max(kit.width(kit.words(f"phase.{name}"), SMALL_BOLD) for name in WATCHED) + kit.tx(70)


def brief(kit: Kit, playing: Playing, rect: pygame.Rect, middle: int) -> None:
    """Name only the likeliest phase, over the bars of all five; each says itself where it is pointed at.

    The name's line has its middle where the numbers beside it have theirs.
    """
    shares, likeliest = _now(playing)
    gap = kit.px(12)
    wide = (rect.width - gap * (len(shares) - 1)) / len(shares)
    top = middle - kit.line_height(SMALL_BOLD) // 2
    foot = top + kit.line_height(SMALL_BOLD) + kit.px(2)
    for k, name in enumerate(WATCHED):
        cell = pygame.Rect(round(rect.x + k * (wide + gap)), top, round(wide), rect.bottom - top)
        say, share = kit.words, playing.speaker.value(name, shares[k])
        tip = say("ui.phase_tip", phase=say(f"phase.{name}"), share=share, meaning=say(f"meaning.{name}"))
        kit.spot(cell, f"phase {name}", partial(Push, Numbers(playing, name)), tip)
        _bar(kit, pygame.Rect(cell.x, foot, cell.width, 0), shares[k], k == likeliest)
    share, main = playing.speaker.value(WATCHED[likeliest], shares[likeliest]), WATCHED[likeliest]
    at = kit.text(share, (rect.right, top), SMALL_BOLD, align="right")
    kit.text(kit.words(f"phase.{main}"), (rect.x, top), SMALL_BOLD, room=at.x - rect.x - kit.px(8))


def _now(playing: Playing) -> tuple[list[float], int]:
    """Return the five probabilities, and which is the largest."""
    shares = playing.once("phases", lambda: [playing.value(name) for name in WATCHED])
    return shares, max(range(len(shares)), key=lambda k: shares[k])


def _bar(kit: Kit, at: pygame.Rect, share: float, main: bool) -> None:
    """Draw one phase's bar; the likeliest is a little heavier."""
    at.height = max(kit.px(5) if main else kit.px(4), 3)
    kit.bar(at, share, kit.theme.ink if main else kit.theme.ink2)
