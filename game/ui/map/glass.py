"""Looking closer: buttons and keys that magnify and move the map; each does what the wheel does, without a drag."""

from collections.abc import Callable
from functools import partial

import pygame

from game.ui.kit import Kit
from game.ui.map.lens import STEP, Lens
from game.ui.screen import Turn

STRIDE = 0.3
"""How far one step moves the view, as a share of its width or height."""

NEARER = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
FARTHER = (pygame.K_MINUS, pygame.K_KP_MINUS)
WHOLE = (pygame.K_z,)
MOVES = {pygame.K_t: (0, -1), pygame.K_q: (-1, 0), pygame.K_e: (1, 0), pygame.K_b: (0, 1)}
"""T for the top, B for the bottom, Q and E to the sides."""

_ARROWS = (("up", (0, -1)), ("left", (-1, 0)), ("right", (1, 0)), ("down", (0, 1)))


def keyed(lens: Lens, key: int) -> Lens | None:
    """Return the lens after a key, or nothing if the key is for somebody else."""
    if key in NEARER:
        return lens.nearer(STEP)
    if key in FARTHER:
        return lens.nearer(1 / STEP)
    if key in WHOLE:
        return Lens(lens.size)
    return stepped(lens, MOVES[key]) if key in MOVES else None


def stepped(lens: Lens, way: tuple[int, int]) -> Lens:
    """Move the view one step."""
    return lens.moved(way[0] * STRIDE * lens.size[0], way[1] * STRIDE * lens.size[1])


def box(kit: Kit, room: pygame.Rect, lens: Lens) -> pygame.Rect:
    """Return the corner the buttons take."""
    side = max(kit.tx(44), 32)
    corner = pygame.Rect(
        0, 0, (1 if lens.whole else 4) * side + kit.px(24), (2 if lens.whole else 3) * side + kit.px(24)
    )
    corner.bottomright = room.bottomright
    return corner


def controls(kit: Kit, room: pygame.Rect, lens: Lens, look: Callable[[Lens], Turn | None]) -> None:
    """Draw the buttons in the lower right corner; those that move only where there is somewhere to go."""
    side = max(kit.tx(44), 32)
    x, y = room.right - side // 2 - kit.px(12), room.bottom - side // 2 - kit.px(12)
    say = kit.words
    plate = pygame.Rect(0, 0, side, 2 * side if lens.whole else 3 * side)
    plate.midbottom = x, y + side // 2
    _plate(kit, plate)
    kit.symbol("minus", (x, y), "map farther", partial(look, lens.nearer(1 / STEP)), say("map.farther_tip"), size=18,
               on=not lens.whole)  # fmt: skip
    kit.symbol("plus", (x, y - side), "map nearer", partial(look, lens.nearer(STEP)), say("map.nearer_tip"), size=18)
    if lens.whole:
        return
    kit.symbol("world", (x, y - 2 * side), "map whole", partial(look, Lens(lens.size)), say("map.whole_tip"), size=20)
    cross = pygame.Rect(0, 0, 3 * side, 3 * side)
    cross.bottomright = plate.left - kit.px(4), plate.bottom
    pygame.draw.circle(kit.surface, kit.theme.card, cross.center, cross.width // 2)
    pygame.draw.circle(kit.surface, kit.theme.ink3, cross.center, cross.width // 2, 1)
    for name, (dx, dy) in _ARROWS:
        there = stepped(lens, (dx, dy))
        kit.symbol(name, (cross.centerx + dx * side, cross.centery + dy * side), f"map {name}", partial(look, there),
                   say(f"map.{name}_tip"), size=20, on=there != lens)  # fmt: skip


def _plate(kit: Kit, plate: pygame.Rect) -> None:
    pygame.draw.rect(kit.surface, kit.theme.card, plate, border_radius=plate.width // 2)
    pygame.draw.rect(kit.surface, kit.theme.ink3, plate, 1, plate.width // 2)
