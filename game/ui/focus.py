"""Where the keyboard's focus goes: in reading order by Tab, to the nearest neighbour by arrows."""

from game.ui.kit import Kit
from game.ui.spot import Spot


def lead(kit: Kit) -> Spot | None:
    """Return the choice that stands out: what Enter presses while nothing has the focus."""
    return next((spot for spot in kit.spots if spot.main), None)


def seen(spot: Spot) -> bool:
    """Whether a spot is in sight, or most of it."""
    return 2 * spot.seen.height >= spot.rect.height


def moved(kit: Kit, way: int | tuple[int, int]) -> str:
    """Return the key of the next spot: ``1`` or ``-1`` in reading order, or a direction."""
    spots = [spot for spot in kit.spots if spot.tab]
    if not spots:
        return ""
    keys = [spot.key for spot in spots]
    if kit.focus not in keys:
        return keys[-1] if way == -1 else keys[0]
    here = keys.index(kit.focus)
    if isinstance(way, int):
        return keys[(here + way) % len(keys)]
    return _neighbour(spots, here, way)


def _neighbour(spots: list[Spot], here: int, way: tuple[int, int]) -> str:
    """Find the spot that lies nearest in a direction; sideways distance counts double."""
    at = spots[here].rect
    best, least = spots[here].key, float("inf")
    for k, spot in enumerate(spots):
        dx, dy = spot.rect.centerx - at.centerx, spot.rect.centery - at.centery
        along = dx * way[0] + dy * way[1]
        across = abs(dx * way[1]) + abs(dy * way[0])
        if k != here and along > 2 and along + 2 * across < least:
            best, least = spot.key, along + 2 * across
    return best
