"""Who is tied to whom: threads between houses, where they snapped, and links to the world outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.simulation.region import Region
from game.ui.map import threads
from game.ui.map.houses import House
from game.ui.map.lines import Point
from game.ui.map.placing import chance
from game.ui.theme import Theme

MOST, MOST_FAR = 60, 24
"""Threads drawn, and those of them between two towns: more would be a tangle."""
WEAK = 0.08
"""Ties below this are not drawn."""
MOST_OUTSIDE = 6
Roof = Callable[[House], Point]


@dataclass(frozen=True)
class Thread:
    """A thread between two houses; what is known flows from the first to the second."""

    a: House
    b: House
    strength: float
    snapped: bool
    fresh: bool = False
    """Whether it snapped with the beginning of this quarter."""


def woven(houses: Sequence[House], region: Region) -> list[Thread]:
    """Tie spin-offs to their parents and neighbours in turn; the strongest first."""
    by_firm = {firm: house for house in houses for firm in house.firms}
    pairs = [(house, by_firm[house.parent]) for house in houses if house.parent in by_firm]
    last: dict[int, House] = {}
    for house in sorted(houses, key=lambda house: house.firm):
        if house.place in last:
            pairs.append((last[house.place], house))
        last[house.place] = house
    ties = [(min(a.tie, b.tie), a, b) for a, b in pairs if a is not b]
    # Equal ties in an order of their own, or one mark would lie over another today and under it tomorrow.
    tied = sorted(ties, key=lambda pair: (-pair[0], pair[1].firm, pair[2].firm))
    near = [pair for pair in tied if pair[0] > WEAK and pair[1].place == pair[2].place]
    far = [pair for pair in tied if pair[0] > WEAK and pair[1].place != pair[2].place]
    trust = float(region.state.trust[0])
    return [
        Thread(*((a, b) if a.skill >= b.skill else (b, a)), trust * tie**0.5, _snapped(a, b, region),
               _snapped(a, b, region) and not _snapped(a, b, region, 1))
        for tie, a, b in [*near[: MOST - min(len(far), MOST_FAR)], *far[:MOST_FAR]]
    ]  # fmt: skip


def _snapped(a: House, b: House, region: Region, back: int = 0) -> bool:
    """Whether somebody cheated between these two lately, or some quarters ago."""
    quarter = region.state.quarter - back
    return quarter >= 0 and chance(a.firm, b.firm, quarter // 2) < float(region.history.last("cheating", back)[0])


def outside(houses: Sequence[House], region: Region) -> list[House]:
    """Return the houses with links to the world: the largest, more of them the more open the region is."""
    openness = float(region.history.last("openness")[0])
    largest = sorted(houses, key=lambda house: (-house.width * len(house.firms) ** 0.5, house.firm))
    return largest[: round(MOST_OUTSIDE * openness)]


def draw(surface: pygame.Surface, found: Sequence[Thread], roof: Roof, theme: Theme, pen: float = 1.0) -> None:
    """Draw the trust that holds, behind the houses."""
    for thread in found:
        if not thread.snapped:
            threads.thread(surface, roof(thread.a), roof(thread.b), thread.strength, theme, pen)


def draw_broken(surface: pygame.Surface, found: Sequence[Thread], roof: Roof, theme: Theme, pen: float = 1.0) -> None:
    """Draw the threads that snapped, over the houses."""
    for thread in found:
        if thread.snapped:
            threads.broken(surface, roof(thread.a), roof(thread.b), theme, thread.fresh, pen)


def snapping(found: Sequence[Thread], roof: Roof) -> list[tuple[Point, Point]]:
    """Return both ends of the threads that have just snapped."""
    return [(roof(thread.a), roof(thread.b)) for thread in found if thread.fresh]


def draw_outside(surface: pygame.Surface, linked: Sequence[House], roof: Roof, theme: Theme, pen: float = 1.0) -> None:
    """Draw the links to the world, over the map's edge."""
    wide, tall = surface.get_size()
    for house in linked:
        x, y = roof(house)
        edge = (float(wide), y * 0.6) if x > wide / 2 else (x * 1.2, 0.0)
        threads.outside_link(surface, (x, y), edge if y < tall * 0.7 else (x, float(tall)), theme, pen)
