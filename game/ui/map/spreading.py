"""Draws towns apart that lie too close to be read: the map is a little schematic where it would be a heap."""

from collections.abc import Sequence

from game.content.level_map import Map
from game.ui.map.placing import inside
from game.ui.map.projection import Point, Projection

ACROSS, DOWN = 176.0, 150.0
"""Pixels between two towns' middles at scale 1, from west to east and from north to south."""

ROUNDS = 60
BACK = ((1.0, 1.0), (1.0, 0.5), (0.5, 1.0), (1.0, 0.0), (0.0, 1.0), (0.5, 0.5), (0.25, 0.25), (0.0, 0.0))
"""Shares of the way from where a town lies to where it was pushed, across and down: the first that ends on land."""
MOST = 0.45
"""How far the towns may be pushed in one round, as a share of what is missing."""


def spread(level_map: Map, size: tuple[int, int], scale: float) -> Map:
    """Return the map with its places apart enough to be drawn.

    Args:
        level_map: As its author wrote it; the simulation keeps those distances.
        size: The picture's width and height in pixels.
        scale: How large houses are drawn.
    """
    view = Projection.of(level_map, (0, 0, *size))
    spots = [list(view.to_pixels(place.x_km, place.y_km)) for place in level_map.places]
    homes = [(spot[0], spot[1]) for spot in spots]
    wet = [[view.to_pixels(*point) for point in water.points] for water in level_map.water if water.kind != "river"]
    across, down = ACROSS * scale, DOWN * scale
    for _ in range(ROUNDS):
        moved = False
        for k, a in enumerate(spots):
            for b in spots[k + 1 :]:
                moved |= _push(a, b, across, down)
        for spot, home in zip(spots, homes, strict=True):
            spot[0] = min(max(spot[0], 0.62 * across), size[0] - 0.62 * across)
            spot[1] = min(max(spot[1], 0.7 * down), size[1] - 0.66 * down)
            _ashore(spot, home, wet)
        if not moved:
            break
    places = []
    for place, spot in zip(level_map.places, spots, strict=True):
        x_km, y_km = view.to_km(spot[0], spot[1])
        places.append(place.model_copy(update={"x_km": x_km, "y_km": y_km}))
    # Without a frame of its own the map is as large as its places: then it keeps the size it had.
    frame = level_map.frame or view.frame
    return level_map.model_copy(update={"places": tuple(places), "frame": frame})


def _ashore(spot: list[float], home: Point, wet: Sequence[Sequence[Point]]) -> None:
    """Let a town that was pushed into the sea or a lake come back towards where it lies, along the shore if it can."""
    for across, down in BACK:
        there = (home[0] + (spot[0] - home[0]) * across, home[1] + (spot[1] - home[1]) * down)
        if not any(inside(there, outline) for outline in wet):
            break
    spot[:] = there


def _push(a: list[float], b: list[float], across: float, down: float) -> bool:
    """Push two towns apart along the line between them, if they are too close."""
    dx, dy = (b[0] - a[0]) / across, (b[1] - a[1]) / down
    apart = (dx * dx + dy * dy) ** 0.5
    if apart >= 1.0:
        return False
    if apart < 0.01:
        dx, dy, apart = 0.7, 0.7, 1.0
    missing = MOST * (1.0 - apart) / apart / 2 if apart < 1.0 else MOST / 2
    a[0] -= dx * missing * across
    b[0] += dx * missing * across
    a[1] -= dy * missing * down
    b[1] += dy * missing * down
    return True
