"""Looking closer: buttons and keys that magnify and move the map; each does what the wheel does, without a drag."""

from collections.abc import Callable
from functools import partial

import pygame

from game.ui.kit import Kit
from game.ui.map.lens import STEP, Lens
from game.ui.screen import Press, Turn

NARROW = 860
"""Width of a window, in units of text, below which the bar leaves a button to the map."""

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


def keeps_layers(kit: Kit) -> bool:
    """Whether the list of overlays is opened from here, because the bar has no room for it."""
    return kit.rect.width < kit.tx(NARROW)


def box(kit: Kit, room: pygame.Rect, lens: Lens) -> pygame.Rect:
    """Return the corner the buttons take."""
    side = max(kit.tx(44), 32)
    corner = pygame.Rect(0, 0, (1 if lens.whole else 4) * side + kit.px(24), 3 * side + kit.px(24))
    corner.bottomright = room.bottomright
    return corner


def controls(
    kit: Kit, room: pygame.Rect, lens: Lens, look: Callable[[Lens], Turn | None], layers: Callable[[], Turn | None]
) -> None:
    """Draw the buttons in the lower right corner; those that move only where there is somewhere to go."""
    side = max(kit.tx(44), 32)
    say, own = kit.words, keeps_layers(kit)
    column: list[tuple[str, str, Press, str, bool, bool]] = [
        ("minus", "map farther", partial(look, lens.nearer(1 / STEP)), "map.farther_tip", not lens.whole, True),
        ("plus", "map nearer", partial(look, lens.nearer(STEP)), "map.nearer_tip", lens.nearer(STEP) != lens, True),
        ("world", "map whole", partial(look, Lens(lens.size)), "map.whole_tip", True, not lens.whole),
        ("overlays", "tool overlays", layers, "overlay.list_tip", True, own),
    ]
    shown = [one for one in column if one[-1]]
    plate = pygame.Rect(0, 0, side, len(shown) * side)
    plate.bottomright = room.right - kit.px(12), room.bottom - kit.px(12)
    kit.plate(plate, kit.theme.card, plate.width // 2)
    kit.plate(plate, kit.theme.ink3, plate.width // 2, 1)
    for k, (name, key, press, tip, on, _) in enumerate(shown):
        kit.symbol(name, (plate.centerx, plate.bottom - side // 2 - k * side), key, press, say(tip), size=18, on=on)
    if not lens.whole:
        _cross(kit, plate, lens, look)


def _cross(kit: Kit, plate: pygame.Rect, lens: Lens, look: Callable[[Lens], Turn | None]) -> None:
    """Draw the four arrows that move the view."""
    side = plate.width
    cross = pygame.Rect(0, 0, 3 * side, 3 * side)
    cross.bottomright = plate.left - kit.px(4), plate.bottom
    pygame.draw.circle(kit.surface, kit.theme.card, cross.center, cross.width // 2)
    pygame.draw.circle(kit.surface, kit.theme.ink3, cross.center, cross.width // 2, 1)
    for name, (dx, dy) in _ARROWS:
        there = stepped(lens, (dx, dy))
        kit.symbol(name, (cross.centerx + dx * side, cross.centery + dy * side), f"map {name}", partial(look, there),
                   kit.words(f"map.{name}_tip"), size=20, on=there != lens)  # fmt: skip
