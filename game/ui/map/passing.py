"""How one quarter's map gives way to the next: it dissolves, new houses rise, threads that broke spring back.

Only while time runs, and only once. Whoever pauses, steps or wants nothing to move sees the new map at once; there a
scaffold, boards over windows and a spark where a thread broke say the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui.map import threads
from game.ui.map.lines import Point
from game.ui.theme import Theme

DISSOLVES, RISES, SNAPS = 0.4, 0.4, 0.25
"""Seconds in which the old map fades, a house rises, a thread springs back."""
MOST_ALPHA = 254
"""Fully opaque would take a slow path of the library, twelve times as long."""


@dataclass(frozen=True)
class Passing:
    """From one picture of the map to the next.

    Attributes:
        old: The map as it was.
        since: The map's clock when it changed.
        rising: Where houses stand on the new picture that have just been built.
        snapped: Both ends of the threads that have just broken.
        pen: How thick threads are.
    """

    old: pygame.Surface
    since: float
    rising: Sequence[pygame.Rect]
    snapped: Sequence[tuple[Point, Point]]
    pen: float = 1.0

    def over(self, clock: float) -> bool:
        """Whether all has come to rest."""
        return clock - self.since >= max(DISSOLVES, RISES, SNAPS)

    def draw(self, surface: pygame.Surface, corner: tuple[int, int], clock: float, theme: Theme) -> None:
        """Lay what is still of the old map over the new one, which has been drawn."""
        gone = max(clock - self.since, 0.0)
        alpha = round(MOST_ALPHA * (1.0 - _eased(gone / DISSOLVES)))
        if alpha > 0:
            self.old.set_alpha(alpha)
            surface.blit(self.old, corner)
        self.old.set_alpha(None)
        for house in self.rising:
            hidden = house.clip(self.old.get_rect())
            hidden.height = min(hidden.height, round(house.height * (1.0 - _eased(gone / RISES))))
            surface.blit(self.old, (corner[0] + hidden.x, corner[1] + hidden.y), hidden)
        if gone < SNAPS:
            for a, b in self.snapped:
                ends = [(x + corner[0], y + corner[1]) for x, y in (a, b)]
                threads.snapping(surface, ends[0], ends[1], gone / SNAPS, theme, self.pen)


def _eased(share: float) -> float:
    """Begin and end slowly."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)
