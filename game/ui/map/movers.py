"""What moves: people on the roads to training and to work, and knowledge in small pulses along the threads."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pygame

from game.content import library
from game.content.level_map import Map
from game.simulation.region import Region
from game.ui.map import threads
from game.ui.map.lines import Point
from game.ui.map.placing import chance
from game.ui.map.weave import Roof, Thread
from game.ui.theme import Colour, Theme

MOST_PULSES = 12
PULSE_SPEED, WALKING_SPEED = 60.0, 24.0
"""Pixels a second."""
MOST_TRAINEES, MOST_COMMUTERS = 24, 8
TRAINEES = 5
"""People on the road to a programme of full strength."""
JOBS_A_COMMUTER = 90.0


@dataclass(frozen=True)
class Walk:
    """Somebody who walks a road to its end and back."""

    road: tuple[Point, ...]
    start: float
    training: bool


def walks(region: Region, level_map: Map, at: Sequence[Point], seed: int) -> list[Walk]:
    """Send people to the training places, as many as the programmes have taken hold, and some to work.

    Args:
        region: The region.
        level_map: Its roads.
        at: Where each place is seen.
        seed: Who walks where.
    """
    sites = {place.id: k for k, place in enumerate(level_map.places)}
    roads = [(sites[a], sites[b]) for a, b in level_map.links]
    found: list[Walk] = []
    for site, strength in _training(region).items():
        towards = [pair if pair[1] == site else pair[::-1] for pair in roads if site in pair]
        found += _spread(towards, round(TRAINEES * strength), at, seed + site, training=True)
    found = found[:MOST_TRAINEES]
    working = round(float(region.history.last("employment")[0]) / JOBS_A_COMMUTER)
    return found + _spread(roads, min(working, MOST_COMMUTERS), at, seed + 97, training=False)


def _training(region: Region) -> dict[int, float]:
    """Return how much training has taken hold at each place; what has no place is taught at the largest."""
    cards, state = library.policies(), region.state
    largest = int(region.rules.geography.people.argmax())
    found: dict[int, float] = {}
    for k, policy in enumerate(region.rules.setup.policies):
        if cards[policy.id].family == "train":
            for site in state.strength[0, k].nonzero()[0]:
                where = int(site) if policy.placed else largest
                found[where] = found.get(where, 0.0) + float(state.strength[0, k, site])
    return found


def _spread(roads: Sequence[tuple[int, int]], count: int, at: Sequence[Point], seed: int, training: bool) -> list[Walk]:
    """Put so many people on some roads, evenly."""
    found = []
    for k in range(count if roads else 0):
        a, b = roads[k % len(roads)]
        lap = (k // len(roads) + chance(k, seed)) / max(-(-count // len(roads)), 1)
        found.append(Walk(tuple(threads.road(at[a], at[b])), lap, training))
    return found


def walk(
    surface: pygame.Surface, people: Sequence[Walk], corner: Point, clock: float, theme: Theme, pen: float = 1.0
) -> None:  # fmt: skip
    """Draw everybody where they are now."""
    room = surface.get_clip()
    for one in people:
        steps = len(one.road) - 1
        length = math.dist(one.road[0], one.road[-1]) or 1.0
        there_and_back = (one.start + clock * pen * WALKING_SPEED / (2 * length)) % 1.0 * 2 * steps
        x, y = _along(one.road, min(there_and_back, 2 * steps - there_and_back))
        if room.collidepoint(corner[0] + x, corner[1] + y):
            threads.walker(surface, corner[0] + x, corner[1] + y, theme, one.training, pen)


def learning(region: Region) -> float:
    """Return how readily firms learn from neighbours, 0 to 1: with trust, and most at middle variety."""
    x = float(region.flows["variety"][0]) / float(region.rules.constants("spillover").best_variety)
    return float(region.state.trust[0]) * x * math.exp(1.0 - x)


def channels(found: Sequence[Thread], region: Region, roof: Roof, pen: float = 1.0) -> list[tuple[Point, ...]]:
    """Return the threads along which knowledge travels now, from who knows more to who knows less."""
    holding = sorted((thread for thread in found if not thread.snapped), key=lambda thread: -thread.strength)
    chosen = holding[: round(MOST_PULSES * learning(region))]
    return [tuple(threads.arc(roof(thread.a), roof(thread.b), threads.SAG, pen)) for thread in chosen]


def pulse(
    surface: pygame.Surface, arcs: Sequence[tuple[Point, ...]], corner: Point, clock: float, theme: Theme,
    pen: float = 1.0,
) -> None:  # fmt: skip
    """Draw one pulse on each thread."""
    for k, arc in enumerate(arcs):
        length = math.dist(arc[0], arc[-1]) or 1.0
        share = (k * 0.618 + clock * pen * PULSE_SPEED / length) % 1.0
        x, y = _along(arc, share * (len(arc) - 1))
        spark = _spark(theme.land, theme.thread, pen)
        surface.blit(spark, spark.get_rect(center=(round(corner[0] + x), round(corner[1] + y))))


@cache
def _spark(edge: Colour, core: Colour, pen: float) -> pygame.Surface:
    """Return a pulse as a picture: a dozen of them in every frame."""
    reach = math.ceil(4.2 * pen)
    dot = pygame.Surface((2 * reach + 1, 2 * reach + 1), pygame.SRCALPHA)
    dot.fill((*edge[:3], 0))
    pygame.draw.aacircle(dot, edge, (reach, reach), 4.2 * pen)
    pygame.draw.aacircle(dot, core, (reach, reach), 2.8 * pen)
    return dot


def _along(line: Sequence[Point], step: float) -> Point:
    """Return the point so many pieces along a line."""
    whole = min(int(step), len(line) - 2)
    part = step - whole
    (ax, ay), (bx, by) = line[whole], line[whole + 1]
    return ax + (bx - ax) * part, ay + (by - ay) * part
