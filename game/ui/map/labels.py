"""Names on the map: towns under their houses, water and hills letter-spaced and slanted."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial

import pygame

from game.content.level_map import Map, Place
from game.ui import typeset
from game.ui.kit import Kit
from game.ui.map.houses import House
from game.ui.map.lens import Lens
from game.ui.map.placing import inside
from game.ui.map.projection import Projection, beyond
from game.ui.screen import Turn
from game.ui.theme import Colour
from game.ui.typeset import HEADING, SMALL_BOLD, WATER

Point = tuple[float, float]
Box = tuple[int, ...]

SYMBOLS = {
    "village": "town", "town": "town", "city": "town", "port": "port", "park": "evidence", "campus": "train",
    "estate": "estate", "market": "market",
}  # fmt: skip
"""The icon of each kind of place."""

TRIES, AFAR = 9, 3
NEWS = 480, 80
"""Room at the upper left where news begins, in lengths that grow with the text."""


def seats(
    kit: Kit, rect: pygame.Rect, named: Sequence[Place], feet: Sequence[Point], away: Sequence[bool],
    keep_off: Sequence[pygame.Rect], houses: Sequence[pygame.Rect],
) -> list[pygame.Rect]:  # fmt: skip
    """Find a room for each town's name; no name lies on another, those in view come first.

    Args:
        kit: Tools.
        rect: The map's room.
        named: The places.
        feet: Where each name should hang, in pixels of the map.
        away: Whether each lies out of view.
        keep_off: Where no name may stand.
        houses: Where none stands if there is room beside.
    """
    taken, boxes = list(keep_off), [pygame.Rect(0, 0, 0, 0)] * len(named)
    for site in sorted(range(len(named)), key=lambda site: away[site]):
        box = hanging(kit, rect, named[site], feet[site])
        reach = AFAR if away[site] else 1
        _ = _avoid(box, [*taken, *houses], rect, reach) or _avoid(box, taken, rect, reach)
        taken.append(box)
        boxes[site] = box
    return boxes


def places(
    kit: Kit, rect: pygame.Rect, named: Sequence[Place], feet: Sequence[Point], boxes: Sequence[pygame.Rect],
    counts: Sequence[int], press: Callable[[int], Turn | None], away: Sequence[bool],
) -> None:  # fmt: skip
    """Write the towns' names in their rooms; each can be pressed.

    Args:
        kit: Tools.
        rect: The map's room.
        named: The places.
        feet: Where each name should hang, in pixels of the map.
        boxes: Where it stands.
        counts: How many firms each has.
        press: What pressing one does.
        away: Whether each lies out of view; its name then stands at the edge, with an arrow.
    """
    for site, box in enumerate(boxes):
        name = named[site].name[kit.words.language]
        tip = kit.words("map.away_tip" if away[site] else "ui.place_tip", place=name, count=counts[site])
        hot = kit.spot(box.inflate(kit.px(12), kit.px(8)), f"place {site}", partial(press, site), tip)
        if away[site]:
            _sign(kit, rect, name, box, feet[site], hot)
        else:
            ink = kit.theme.accent if hot else kit.theme.ink
            kit.icon(SYMBOLS[named[site].kind], (box.x, box.centery - kit.tx(9)), 18, ink)
            kit.haloed(name, (box.x + kit.tx(26), box.y), HEADING, ink, max(kit.px(2), 1))


def hanging(kit: Kit, rect: pygame.Rect, place: Place, foot: Point) -> pygame.Rect:
    """Return where a town's name hangs when nothing is in its way."""
    box = pygame.Rect(0, 0, kit.width(place.name[kit.words.language], HEADING) + kit.tx(28), kit.line_height(HEADING))
    box.midtop = (round(rect.x + foot[0]), round(rect.y + foot[1]) + kit.px(6))
    box.clamp_ip(rect.inflate(-kit.px(16), -kit.px(8)))
    return box


def news(kit: Kit, room: pygame.Rect) -> pygame.Rect:
    """Return the corner where news begins: names of the land keep off, for they do not move when it comes."""
    return pygame.Rect(room.x, room.y, kit.px(24) + kit.tx(NEWS[0]), kit.px(20) + kit.tx(NEWS[1]))


def foot(kit: Kit, room: pygame.Rect) -> pygame.Rect:
    """Return the line at the foot of the map, where the game says how to begin and what it has done."""
    strip = pygame.Rect(room.x, 0, room.width, kit.line_height() + 2 * kit.px(16))
    strip.bottom = room.bottom
    return strip


def _sign(kit: Kit, rect: pygame.Rect, name: str, box: pygame.Rect, foot: Point, hot: bool) -> None:
    """Draw a signpost at the edge of the map: an arrow and the name of a town out of view."""
    plate = box.inflate(kit.px(12), kit.px(4))
    kit.plate(plate, kit.theme.card, kit.px(6))
    kit.plate(plate, kit.theme.ink if hot else kit.theme.ink3, kit.px(6), 1)
    beyond = (foot[0] + rect.x - box.centerx, foot[1] + rect.y - box.centery)
    flat = abs(beyond[0]) >= abs(beyond[1])
    arrow = ("left" if beyond[0] < 0 else "right") if flat else ("up" if beyond[1] < 0 else "down")
    kit.icon(arrow, (box.x, box.centery - kit.tx(9)), 18)
    kit.text(name, (box.x + kit.tx(24), box.y), HEADING)


def _avoid(box: pygame.Rect, taken: Sequence[pygame.Rect], rect: pygame.Rect, reach: int = 1) -> bool:
    """Move a name off what is there already, as little as possible: a name far from its place misleads.

    A sign at the edge may stand farther off, by its ``reach``. Returns whether there was room.
    """
    if rect.contains(box) and box.collidelist(list(taken)) < 0:
        return True
    near = box.inflate(3 * reach * box.width, 4 * reach * box.height)  # nothing farther off can be in the way
    others = tuple(tuple(taken[k]) for k in near.collidelistall(list(taken)))
    there = _free(tuple(box), others, tuple(rect), reach)
    if there is not None:
        box.topleft = there
    return there is not None


@lru_cache(maxsize=128)
def _free(wish: Box, taken: tuple[Box, ...], space: Box, reach: int) -> tuple[int, int] | None:
    """Find the nearest free place once for as long as nothing moves."""
    box, room, others = pygame.Rect(wish), pygame.Rect(space), [pygame.Rect(one) for one in taken]
    steps = range(1 - TRIES, TRIES)
    moves = [(reach * kx * box.width // 6, reach * ky * box.height // 4) for kx in steps for ky in steps]
    for dx, dy in sorted(moves, key=lambda move: move[0] ** 2 / 2 + 2 * move[1] ** 2):
        there = box.move(dx, dy)
        if room.contains(there) and there.collidelist(others) < 0:
            return there.topleft
    return None


def land(
    picture: pygame.Surface, kit: Kit, level_map: Map, view: Projection, lens: Lens, taken: Sequence[pygame.Rect]
) -> list[pygame.Rect]:
    """Write the names of seas, lakes and hills beside the towns; one without room waits for a closer look.

    Args:
        picture: Where to.
        kit: Tools.
        level_map: Who has a name.
        view: Where everything lies.
        lens: What is seen.
        taken: Where towns and their names stand.

    Returns:
        Where each name stands.
    """
    written: list[pygame.Rect] = []
    room = picture.get_rect().inflate(-kit.px(24), -kit.px(16))
    for name, at, ink in _named(picture, kit, level_map, view, lens):
        letters = [typeset.line(letter, WATER, kit.type_scale, ink) for letter in name]
        gap = kit.tx(5)
        box = pygame.Rect(0, 0, sum(letter.get_width() + gap for letter in letters) - gap, letters[0].get_height())
        box.center = (round(at[0]), round(at[1]))
        box.clamp_ip(room)
        if _avoid(box, [*taken, *written], room):
            written.append(box)
            _spread(picture, letters, box, gap)
    return written


def _named(
    picture: pygame.Surface, kit: Kit, level_map: Map, view: Projection, lens: Lens
) -> Iterator[tuple[str, Point, Colour]]:
    """Yield every water and hill in view that has a name: the name, where, and in which ink."""
    language, theme = kit.words.language, kit.theme
    room = picture.get_rect().inflate(-kit.px(40), -kit.px(40))
    for body in level_map.water:
        if body.name is not None and body.kind != "river":
            outline = [view.to_pixels(*beyond(point, level_map.frame)) for point in body.points]
            spot = _wettest([lens.seen(*point) for point in outline], room)
            if spot is not None:
                yield body.name[language], spot, theme.water_text
    for hill in level_map.relief:
        if hill.name is not None:
            at = lens.seen(*view.to_pixels(hill.x_km, hill.y_km))
            if room.collidepoint(at) or lens.whole:
                yield hill.name[language], at, theme.ink2


def _wettest(outline: Sequence[Point], room: pygame.Rect) -> Point | None:
    """Find the spot of a sea that is farthest from its shore, within the picture."""
    shore = list(_between(outline))
    best, most = None, 0.0
    for k in range(1, 14):
        for j in range(1, 10):
            spot = (room.x + room.width * k / 14, room.y + room.height * j / 10)
            if inside(spot, outline):
                clear = min((spot[0] - x) ** 2 + (spot[1] - y) ** 2 for x, y in shore)
                edge = 4 * min(spot[0] - room.x, room.right - spot[0]) ** 2
                if min(clear, edge) > most:
                    best, most = spot, min(clear, edge)
    return best


def _spread(picture: pygame.Surface, letters: Sequence[pygame.Surface], box: pygame.Rect, gap: int) -> None:
    """Write a name letter by letter, with air between."""
    x = box.x
    for letter in letters:
        picture.blit(letter, (x, box.y))
        x += letter.get_width() + gap


def _between(outline: Sequence[Point]) -> list[Point]:
    """Return points along an outline, close enough to measure distance from."""
    found = []
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        found += [(ax + (bx - ax) * k / 8, ay + (by - ay) * k / 8) for k in range(8)]
    return found


def crowds(kit: Kit, corner: Point, feet: Sequence[tuple[House, Point, int]], usual: int) -> None:
    """Write how many firms a house stands for, where it is not the usual number."""
    for house, (x, y), width in feet:
        if len(house.firms) != usual:
            _crowd(kit, (corner[0] + x, corner[1] + y), width, str(len(house.firms)))


def _crowd(kit: Kit, foot: Point, width: int, count: str) -> None:
    box = pygame.Rect(0, 0, kit.width(count, SMALL_BOLD) + kit.tx(8), kit.line_height(SMALL_BOLD) - kit.tx(3))
    box.center = round(foot[0] + width * 0.42), round(foot[1] - 2)
    kit.plate(box, kit.theme.card, box.height // 2)
    kit.plate(box, kit.theme.ink3, box.height // 2, 1)
    kit.text(count, (box.centerx, box.y - kit.tx(1)), SMALL_BOLD, align="middle")


def pointed_at(kit: Kit, box: pygame.Rect) -> None:
    """Draw a frame round a house that is pointed at."""
    outline = box.inflate(kit.px(8), kit.px(8)).move(0, -kit.px(2))
    kit.plate(outline.inflate(2, 2), kit.theme.card, kit.px(6), 4)
    kit.plate(outline, kit.theme.ink, kit.px(6), 2)
