"""Everything on the map that stands still, painted from the ground up; it is kept until something changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import pygame

from game.explain.steps import Steps
from game.simulation.region import Region
from game.ui.kit import Kit
from game.ui.map import glass, labels, rose, weave
from game.ui.map.bloom import bloom
from game.ui.map.buildings import anchor_of, building
from game.ui.map.houses import House
from game.ui.map.lens import Lens
from game.ui.map.movers import Walk, channels, walks
from game.ui.map.paving import Town, town_grounds
from game.ui.map.settling import Sheet
from game.ui.overlays import drawing
from game.ui.overlays.reading import Reading
from game.ui.theme import Theme

Point = tuple[float, float]
T = TypeVar("T")
Foot = tuple[House, Point, int]
"""A house in view, where it stands in the picture, and how wide it is drawn."""
LARGEST = 60
FEW = 25
"""Threads or houses that are painted before it is asked whether the frame can wait (design)."""
GROWS = 0.6
"""Houses grow less than the map when it is magnified, so that they come apart."""


@dataclass
class Picture:
    """The map as it is seen now, and what moves on it."""

    surface: pygame.Surface
    lens: Lens
    feet: list[Foot]
    grounds: list[pygame.Rect]
    pulses: list[tuple[Point, ...]] = field(default_factory=list)
    walks: list[Walk] = field(default_factory=list)
    rising: list[pygame.Rect] = field(default_factory=list)
    """Where houses stand that are being built."""
    snapped: list[tuple[Point, Point]] = field(default_factory=list)
    """Both ends of the threads that have just broken."""
    named: list[pygame.Rect] = field(default_factory=list)
    """Where the names of seas and hills stand."""


Painting = Steps[Picture]
"""A picture that is being painted; it stops after every few strokes."""


def paint(
    kit: Kit, ground: pygame.Surface, sheet: Sheet, lens: Lens, region: Region, seed: int, reading: Reading | None
) -> Painting:
    """Paint the region through a lens, a few strokes at a time: all at once is too long for one frame.

    Args:
        kit: The theme and the language.
        ground: The terrain as the lens shows it; it is drawn on.
        sheet: Who stands where.
        lens: What is seen.
        region: The region now.
        seed: Which small things.
        reading: What is laid over it, if anything.
    """
    theme = kit.theme
    towns = _towns(ground, sheet, lens, region, theme, seed)
    yield
    feet = _feet(sheet, lens)
    roof, threads = _roof(feet), weave.woven(sheet.houses, region)
    yield
    for some in _parts(threads):
        weave.draw(ground, some, roof, theme, sheet.pen)
        yield
    weave.draw_outside(ground, weave.outside(sheet.houses, region), roof, theme, sheet.pen)
    in_view = [one for one in feet if ground.get_rect().inflate(2 * LARGEST, 2 * LARGEST).collidepoint(one[1])]
    for several in _parts(in_view):
        _build(ground, several, theme)
        yield
    weave.draw_broken(ground, threads, roof, theme, sheet.pen)
    yield
    grounds = [pygame.Rect(town.x - town.rx, town.y - town.ry, 2 * town.rx, 2 * town.ry) for town in towns]
    living = [one for one in in_view if not one[0].closed]
    _lay_over(ground, reading, grounds, living, lens.factor / sheet.view.km_per_pixel, theme)
    people = walks(region, sheet.map, [lens.seen(*centre) for centre in sheet.centres], seed)
    rising = [_box(foot, width) for house, foot, width in living if house.rising]
    named = _names(kit, ground, sheet, lens, [*grounds, *(_box(foot, width) for _, foot, width in in_view)])
    return Picture(ground, lens, living, grounds, channels(threads, region, roof, sheet.pen), people, rising,
                   weave.snapping(threads, roof), named)  # fmt: skip


def _towns(
    ground: pygame.Surface, sheet: Sheet, lens: Lens, region: Region, theme: Theme, seed: int
) -> list[Town]:  # fmt: skip
    """Draw the ground of the towns, in bloom where the region renews itself; returns where they are seen."""
    towns = [_seen(town, lens) for town in sheet.towns(float(region.state.lock_in[0]))]
    town_grounds(ground, towns, theme, seed)
    bloom(ground, towns, float(region.history.last("p_renewal")[0]), theme, seed)
    return towns


def _roof(feet: Sequence[Foot]) -> weave.Roof:
    """Return where each house's roof is: there its threads begin."""
    roofs = {house.seat: (x, y - 0.8 * width) for house, (x, y), width in feet}
    return lambda house: roofs[house.seat]


def _feet(sheet: Sheet, lens: Lens) -> list[Foot]:
    """Return every house, where it is seen, and how wide."""
    grow = lens.factor**GROWS if sheet.crowd.scale >= 0.7 else lens.factor
    return [(house, lens.seen(*house.foot), _width(house, sheet, grow)) for house in _all(sheet)]


def _lay_over(
    ground: pygame.Surface, reading: Reading | None, grounds: Sequence[pygame.Rect], living: Sequence[Foot],
    scale: float, theme: Theme,
) -> None:  # fmt: skip
    """Draw what an overlay says, if one is open."""
    if reading is not None:
        drawing.over_places(ground, reading, grounds, scale, theme)
        drawing.over_houses(ground, reading, living, theme)


def _names(
    kit: Kit, ground: pygame.Surface, sheet: Sheet, lens: Lens, taken: Sequence[pygame.Rect]
) -> list[pygame.Rect]:  # fmt: skip
    """Write the names of seas and hills where nothing else stands."""
    return labels.land(ground, kit, sheet.map, sheet.view, lens, [*taken, *_kept(kit, ground, sheet, lens)])


def _parts(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """Take things a few at a time."""
    return (things[k : k + FEW] for k in range(0, len(things), FEW))


def _kept(kit: Kit, ground: pygame.Surface, sheet: Sheet, lens: Lens) -> list[pygame.Rect]:
    """Return what the names of the land keep off: names of towns, news, foot line, buttons, compass."""
    names = zip(sheet.map.places, sheet.lowest, strict=True)
    hung = [labels.hanging(kit, ground.get_rect(), place, lens.seen(*foot)) for place, foot in names]
    room = ground.get_rect()
    return [*hung, labels.news(kit, room), labels.foot(kit, room), glass.box(kit, room, lens), rose.box(kit, room)]


def _box(foot: Point, width: int) -> pygame.Rect:
    """Return the box of a house's sprite."""
    dx, dy = anchor_of(width)
    return pygame.Rect(round(foot[0]) - dx, round(foot[1]) - dy, 2 * dx, dy + width // 2)


def _all(sheet: Sheet) -> list[House]:
    return sorted([*sheet.houses, *sheet.closed], key=lambda house: (house.foot[1], house.firm))


def _seen(town: Town, lens: Lens) -> Town:
    x, y = lens.seen(town.x, town.y)
    return replace(town, x=x, y=y, rx=town.rx * lens.factor, ry=town.ry * lens.factor)


def _width(house: House, sheet: Sheet, grow: float) -> int:
    return round(min(max(house.width * sheet.crowd.scale * grow, 16), LARGEST * max(sheet.scale, 1.0)))


def _build(surface: pygame.Surface, feet: Sequence[Foot], theme: Theme) -> None:
    for house, (x, y), width in feet:
        sprite = building(house.kind, width, house.lit, house.stone, theme, house.firm, house.fresh, house.closed,
                          house.rising)  # fmt: skip
        surface.blit(sprite, _box((x, y), width))
