"""A small chart of what comes in and what goes out, year by year."""

from collections.abc import Sequence

import pygame

from game.ui.guess import dashes
from game.ui.kit import Kit
from game.ui.map.lines import stroke
from game.ui.typeset import SMALL, SMALL_BOLD


def flow_chart(kit: Kit, rect: pygame.Rect, into: Sequence[int], out_of: Sequence[int]) -> int:
    """Draw both flows with their numbers under the years; returns the height used."""
    theme, line = kit.theme, kit.line_height(SMALL)
    names = (kit.words("learn.flows_in"), kit.words("learn.flows_out"))
    left = rect.x + max(kit.width(name, SMALL_BOLD) for name in names) + kit.tx(40)
    plot = pygame.Rect(left, rect.y + kit.px(6), rect.right - left - kit.tx(20), rect.height - 3 * line - kit.px(12))
    top = max(*into, *out_of)

    def points(values: Sequence[int]) -> list[tuple[float, float]]:
        step = plot.width / max(len(values) - 1, 1)
        return [(plot.x + k * step, plot.bottom - plot.height * value / top) for k, value in enumerate(values)]

    pygame.draw.line(kit.surface, theme.ink3, plot.bottomleft, plot.bottomright)
    stroke(kit.surface, points(into), max(2.6 * kit.scale, 1.8), theme.ink)
    dashes(kit, points(out_of))
    y = plot.bottom + kit.px(6)
    for k, (x, _) in enumerate(points(into)):
        kit.text(str(k + 1), (x, y), SMALL, theme.ink2, "middle")
        kit.text(str(into[k]), (x, y + line), SMALL_BOLD, theme.ink, "middle")
        kit.text(str(out_of[k]), (x, y + 2 * line), SMALL_BOLD, theme.accent, "middle")
    kit.text(kit.words("learn.flows_year"), (rect.x, y), SMALL, theme.ink2)
    kit.text(names[0], (rect.x, y + line), SMALL_BOLD, theme.ink)
    kit.text(names[1], (rect.x, y + 2 * line), SMALL_BOLD, theme.accent)
    return y + 3 * line - rect.y
