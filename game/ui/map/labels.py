"""Names on the map: towns under their houses, water and hills letter-spaced and slanted."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.content.level_map import Map, Place
from game.ui import typeset
from game.ui.kit import Kit
from game.ui.map.lens import Lens
from game.ui.map.projection import Projection
from game.ui.screen import Turn
from game.ui.typeset import HEADING, WATER

Point = tuple[float, float]

SYMBOLS = {
    "village": "town", "town": "town", "city": "town", "port": "port", "park": "evidence", "campus": "train",
    "estate": "estate", "market": "market",
}  # fmt: skip
"""The icon of each kind of place."""

TRIES = 9


def places(
    kit: Kit, rect: pygame.Rect, named: Sequence[Place], feet: Sequence[Point], counts: Sequence[int],
    press: Callable[[int], Turn | None], away: Sequence[bool], keep_off: Sequence[pygame.Rect] = (),
) -> list[pygame.Rect]:  # fmt: skip
    """Write the towns' names; each can be pressed. Returns where each stands.

    No name lies on another, those in view come first.

    Args:
        kit: Tools.
        rect: The map's room.
        named: The places.
        feet: Where each name should hang, in pixels of the map.
        counts: How many firms each has.
        press: What pressing one does.
        away: Whether each lies out of view; its name then stands at the edge, with an arrow.
        keep_off: Where no name may stand.
    """
    taken, boxes = list(keep_off), [pygame.Rect(0, 0, 0, 0)] * len(named)
    for site in sorted(range(len(named)), key=lambda site: away[site]):
        name = named[site].name[kit.words.language]
        box = pygame.Rect(0, 0, kit.width(name, HEADING) + kit.tx(28), kit.line_height(HEADING))
        box.midtop = (round(rect.x + feet[site][0]), round(rect.y + feet[site][1]) + kit.px(6))
        box.clamp_ip(rect.inflate(-kit.px(16), -kit.px(8)))
        _avoid(box, taken, rect)
        taken.append(box)
        boxes[site] = box
    for site, box in enumerate(boxes):
        name = named[site].name[kit.words.language]
        tip = kit.words("map.away_tip" if away[site] else "ui.place_tip", place=name, count=counts[site])
        hot = kit.spot(box.inflate(kit.px(12), kit.px(8)), f"place {site}", partial(press, site), tip)
        if away[site]:
            _sign(kit, rect, name, box, feet[site], hot)
        else:
            _haloed(kit, SYMBOLS[named[site].kind], name, box, hot)
    return boxes


def _sign(kit: Kit, rect: pygame.Rect, name: str, box: pygame.Rect, foot: Point, hot: bool) -> None:
    """Draw a signpost at the edge of the map: an arrow and the name of a town out of view."""
    plate = box.inflate(kit.px(12), kit.px(4))
    pygame.draw.rect(kit.surface, kit.theme.card, plate, border_radius=kit.px(6))
    pygame.draw.rect(kit.surface, kit.theme.ink if hot else kit.theme.ink3, plate, 1, kit.px(6))
    beyond = (foot[0] + rect.x - box.centerx, foot[1] + rect.y - box.centery)
    flat = abs(beyond[0]) >= abs(beyond[1])
    arrow = ("left" if beyond[0] < 0 else "right") if flat else ("up" if beyond[1] < 0 else "down")
    kit.icon(arrow, (box.x, box.centery - kit.tx(9)), 18)
    kit.text(name, (box.x + kit.tx(24), box.y), HEADING)


def _avoid(box: pygame.Rect, taken: Sequence[pygame.Rect], rect: pygame.Rect) -> None:
    """Move a name off the names already written, as little as possible: a name far from its town misleads."""
    if rect.contains(box) and box.collidelist(list(taken)) < 0:
        return
    steps = range(1 - TRIES, TRIES)
    moves = [(kx * box.width // 6, ky * box.height // 4) for kx in steps for ky in steps]
    for dx, dy in sorted(moves, key=lambda move: move[0] ** 2 / 2 + 2 * move[1] ** 2):
        there = box.move(dx, dy)
        if rect.contains(there) and there.collidelist(list(taken)) < 0:
            box.topleft = there.topleft
            return


def _haloed(kit: Kit, symbol: str, name: str, box: pygame.Rect, hot: bool) -> None:
    """Write a name with a halo of land, so that it reads on any ground."""
    at = (box.x + kit.tx(26), box.y)
    reach = max(kit.px(2), 1)
    for dx, dy in ((-reach, 0), (reach, 0), (0, -reach), (0, reach), (-reach, -reach), (reach, reach)):
        kit.text(name, (at[0] + dx, at[1] + dy), HEADING, kit.theme.land)
    ink = kit.theme.accent if hot else kit.theme.ink
    kit.icon(symbol, (box.x, box.centery - kit.tx(9)), 18, ink)
    kit.text(name, at, HEADING, ink)


def land(picture: pygame.Surface, kit: Kit, level_map: Map, view: Projection, lens: Lens) -> None:
    """Write the names of seas, lakes and hills."""
    language = kit.words.language
    room = picture.get_rect().inflate(-kit.px(40), -kit.px(40))
    for body in level_map.water:
        if body.name is not None and body.kind != "river":
            spot = _wettest([lens.seen(*view.to_pixels(*point)) for point in body.points], room)
            if spot is not None:
                _spread(picture, kit, body.name[language], spot)
    for hill in level_map.relief:
        if hill.name is not None:
            at = lens.seen(*view.to_pixels(hill.x_km, hill.y_km))
            if room.collidepoint(at) or lens.whole:
                _spread(picture, kit, hill.name[language], at, hill=True)


def _wettest(outline: Sequence[Point], room: pygame.Rect) -> Point | None:
    """Find the spot of a sea that is farthest from its shore, within the picture."""
    shore = list(_between(outline))
    best, most = None, 0.0
    for k in range(1, 14):
        for j in range(1, 10):
            spot = (room.x + room.width * k / 14, room.y + room.height * j / 10)
            if _inside(spot, outline):
                clear = min((spot[0] - x) ** 2 + (spot[1] - y) ** 2 for x, y in shore)
                edge = 4 * min(spot[0] - room.x, room.right - spot[0]) ** 2
                if min(clear, edge) > most:
                    best, most = spot, min(clear, edge)
    return best


def _spread(picture: pygame.Surface, kit: Kit, name: str, at: Point, hill: bool = False) -> None:
    """Write a name letter by letter, with air between."""
    gap = kit.tx(5)
    ink = kit.theme.ink2 if hill else kit.theme.water_text
    letters = [typeset.line(letter, WATER, kit.type_scale, ink) for letter in name]
    total = sum(letter.get_width() + gap for letter in letters) - gap
    room = picture.get_rect().inflate(-kit.px(24), 0)
    x = min(max(at[0] - total / 2, room.x), max(room.right - total, room.x))
    for letter in letters:
        picture.blit(letter, (round(x), round(at[1] - letter.get_height() / 2)))
        x += letter.get_width() + gap


def _inside(spot: Point, outline: Sequence[Point]) -> bool:
    """Whether a spot lies within an outline."""
    x, y = spot
    inside = False
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _between(outline: Sequence[Point]) -> list[Point]:
    """Return points along an outline, close enough to measure distance from."""
    found = []
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        found += [(ax + (bx - ax) * k / 8, ay + (by - ay) * k / 8) for k in range(8)]
    return found
