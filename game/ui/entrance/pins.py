"""Where the houses of a world map stand: at their places, or beside them with a line, and never on each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

Point = tuple[float, float]
RINGS = (0, 34, 56, 84, 116, 150, 190, 240, 300, 370)
"""How far from its place a house may stand, in pixels at scale 1."""
WAYS = 16


@dataclass(frozen=True)
class Pin:
    """A house on the map.

    Attributes:
        at: The place itself.
        house: Where the house stands.
        label: Where its name stands; empty where there is no room for it.
    """

    at: Point
    house: pygame.Rect
    label: pygame.Rect

    @property
    def whole(self) -> pygame.Rect:
        """House and name together."""
        return self.house.union(self.label) if self.label.width else self.house


def placed(places: Sequence[Point], labels: Sequence[tuple[int, int]], side: int, scale: float,
           room: pygame.Rect) -> list[Pin]:  # fmt: skip
    """Find a stand for each house, those with the most room first.

    Args:
        places: Where each lies.
        labels: How wide and high each name is.
        side: Width of a house.
        scale: How far apart things stand.
        room: The map; nothing leaves it.
    """
    order = sorted(range(len(places)), key=lambda k: (-_loneliness(places, k), k))
    found: dict[int, Pin] = {}
    for k in order:
        taken = [pin.whole.inflate(6, 4) for pin in found.values()]
        dots = [pygame.Rect(round(x) - 4, round(y) - 4, 8, 8) for j, (x, y) in enumerate(places) if j != k]
        tried = list(_stands(places[k], labels[k], side, scale))
        fitting = [pin for pin in tried if room.contains(pin.whole)] or tried
        found[k] = min(fitting, key=lambda pin: _harm(pin, taken, dots))
    return [found[k] for k in range(len(places))]


def _loneliness(places: Sequence[Point], k: int) -> float:
    return min((math.dist(places[k], other) for j, other in enumerate(places) if j != k), default=1e9)


def _stands(at: Point, label: tuple[int, int], side: int, scale: float) -> list[Pin]:
    """List every stand there is for one house: near ones first."""
    found = []
    for ring in RINGS:
        for way in range(WAYS if ring else 1):
            turn = math.tau * way / WAYS
            x, y = at[0] + ring * scale * math.cos(turn), at[1] + ring * scale * math.sin(turn)
            house = pygame.Rect(0, 0, side, side)
            house.midbottom = round(x), round(y) + side // 4
            for name in ("right", "left", "none"):
                box = pygame.Rect(0, 0, *label)
                if name == "right":
                    box.midleft = house.right + 3 + side // 5, house.centery
                elif name == "left":
                    box.midright = house.left - 5, house.centery
                else:
                    box = pygame.Rect(house.center, (0, 0))
                found.append(Pin(at, house, box))
    return found


def _harm(pin: Pin, taken: Sequence[pygame.Rect], dots: Sequence[pygame.Rect]) -> float:
    """Say what is wrong with a stand: lying on others most, then a missing name, then the way from its place."""
    whole = pin.whole
    lying = sum(whole.colliderect(box) for box in taken)
    hiding = sum(pin.house.colliderect(dot) or pin.label.colliderect(dot) for dot in dots)
    nameless = 0 if pin.label.width else 260
    return 10_000 * lying + 60 * hiding + nameless + math.dist(pin.at, pin.house.midbottom)
