"""The compass and the scale: where north is, how long a kilometre is."""

import math

import pygame

from game.content import numbers
from game.ui.kit import Kit
from game.ui.typeset import SMALL, SMALL_BOLD

LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
LONGEST = 150


def box(kit: Kit, room: pygame.Rect) -> pygame.Rect:
    """Return the corner that both may take."""
    corner = pygame.Rect(0, 0, kit.px(LONGEST + 60) + kit.tx(60), kit.px(60) + kit.tx(105))
    corner.bottomleft = room.bottomleft
    return corner


def rose(kit: Kit, room: pygame.Rect, kilometre: float, each: int = 1) -> None:
    """Draw both in the lower left corner; above them, for how many firms a house stands where it does for several.

    Args:
        kit: Tools.
        room: The map's room.
        kilometre: Pixels of a kilometre.
        each: How many firms a house stands for.
    """
    theme = kit.theme
    x, foot = room.x + kit.px(34), room.bottom - kit.px(26)
    km = max((length for length in LENGTHS if length * kilometre <= kit.px(LONGEST)), default=LENGTHS[0])
    wide = round(km * kilometre)
    for shift, colour in ((1, theme.land), (0, theme.water_text)):
        lines = [(x, foot - kit.px(7)), (x, foot), (x + wide, foot), (x + wide, foot - kit.px(7))]
        pygame.draw.lines(kit.surface, colour, False, [(a + shift, b + shift) for a, b in lines], 2)
    words = kit.words("map.km", km=numbers.number(km))
    kit.haloed(words, (x + wide + kit.px(10), foot - kit.line_height(SMALL) * 0.72), SMALL, theme.water_text, 1)
    middle, top = x + kit.px(14), foot - kit.px(20) - kit.tx(50)
    _needle(kit, (middle, top + kit.tx(30)), kit.tx(22))
    kit.haloed(kit.words("map.north"), (x, top - kit.tx(22)), SMALL, theme.water_text, 1)
    if each > 1:
        told = kit.words("map.each", count=each)
        kit.haloed(told, (x, top - kit.tx(22) - kit.line_height(SMALL)), SMALL_BOLD, theme.ink, max(kit.px(2), 1))


def _needle(kit: Kit, centre: tuple[float, float], reach: float) -> None:
    """Draw a star of four points, one half of each in light, one in shade."""
    theme = kit.theme
    for point in range(4):
        turn = math.pi / 2 * point - math.pi / 2
        length = reach * (1.0 if point in (0, 2) else 0.72)
        tip = centre[0] + length * math.cos(turn), centre[1] + length * math.sin(turn)
        for side, colour in ((-1, theme.water_text), (1, theme.waterline if theme.soft else theme.water_text)):
            aside = turn + side * math.pi / 4
            waist = centre[0] + 0.22 * reach * math.cos(aside), centre[1] + 0.22 * reach * math.sin(aside)
            pygame.draw.polygon(kit.surface, colour, [centre, tip, waist])
            pygame.draw.aalines(kit.surface, theme.water_text, True, [centre, tip, waist])
