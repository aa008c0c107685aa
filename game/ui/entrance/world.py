"""The world map: a small house at each history's place; contrasts are a second layer."""

from collections.abc import Sequence

import pygame

from game.ui.entrance import marks
from game.ui.entrance.earth import EAST, WEST, Globe, painted
from game.ui.entrance.pins import Pin, placed
from game.ui.entrance.shelf import Entry, OpenBrief, Shelf
from game.ui.kit import Kit
from game.ui.map.buildings import anchor_of, building
from game.ui.map.lines import stroke
from game.ui.typeset import SMALL_BOLD


class World:
    """A map that keeps its picture and its pins until size, words or theme change."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._ground: tuple[object, pygame.Surface] | None = None
        self._pins: tuple[object, list[Pin]] | None = None

    def draw(self, kit: Kit, rect: pygame.Rect, kind: str, opened: OpenBrief) -> None:
        """Draw the map with the levels of one kind, each a spot."""
        entries = [entry for entry in self.shelf.of(kind) if entry.level.map.at is not None]
        globe = self._globe(rect, entries)
        kit.surface.blit(self._painted(kit, globe), rect)
        pygame.draw.rect(kit.surface, kit.theme.hairline, rect, 1)
        for entry, pin in sorted(self._placed(kit, globe, entries), key=lambda pair: pair[1].house.x):
            self._house(kit, rect, entry, pin, opened)

    def _globe(self, rect: pygame.Rect, entries: Sequence[Entry]) -> Globe:
        """Show the usual part of the Earth, more where a level lies beyond it."""
        lons = [entry.level.map.at.lon for entry in entries if entry.level.map.at is not None]
        west, east = min([WEST, *(lon - 8 for lon in lons)]), max([EAST, *(lon + 8 for lon in lons)])
        return Globe(rect.size, max(west, -180.0), min(east, 180.0))

    def _painted(self, kit: Kit, globe: Globe) -> pygame.Surface:
        made_for = (globe, kit.theme.name)
        if self._ground is None or self._ground[0] != made_for:
            self._ground = made_for, painted(globe, kit.theme)
        return self._ground[1]

    def _placed(self, kit: Kit, globe: Globe, entries: Sequence[Entry]) -> list[tuple[Entry, Pin]]:
        language = kit.words.language
        names = [entry.short(language) for entry in entries]
        made_for = (globe, kit.type_scale, tuple(names))
        if self._pins is None or self._pins[0] != made_for:
            places = [globe.at(at.lat, at.lon) for entry in entries if (at := entry.level.map.at) is not None]
            most = globe.size[0] // 3
            labels = [(min(kit.width(name, SMALL_BOLD) + 4, most), kit.line_height(SMALL_BOLD)) for name in names]
            room = pygame.Rect((0, 0), globe.size).inflate(-8, -8)
            self._pins = made_for, placed(places, labels, _side(kit), kit.scale, room)
        return list(zip(entries, self._pins[1], strict=True))

    def _house(self, kit: Kit, rect: pygame.Rect, entry: Entry, pin: Pin, opened: OpenBrief) -> None:
        """Draw one house with its name and, where it stands aside, the line to its place."""
        house, label = pin.house.move(rect.topleft), pin.label.move(rect.topleft)
        at = (rect.x + pin.at[0], rect.y + pin.at[1])
        aside = not house.collidepoint(at)
        pygame.draw.aacircle(kit.surface, kit.theme.ink, at, max(kit.px(4), 2))
        if aside:
            stroke(kit.surface, [at, (house.centerx, house.bottom - house.height // 4)], 1.2, kit.theme.ink)
        record = self.shelf.record(entry)
        whole = house.union(label) if label.width else house
        spot = whole.inflate(max(24 - whole.width, 8), max(24 - whole.height, 6))
        hot = kit.spot(spot, f"level {entry.level.id}", lambda: opened(entry), marks.tip(kit, entry, record))
        dx, dy = anchor_of(house.width)
        sprite = building(_kind(entry), house.width, 6 if record.won else 3, 0, kit.theme, 0)
        kit.surface.blit(sprite, (house.centerx - dx, house.bottom - dy))
        if label.width:
            self._name(kit, entry, label, hot)

    def _name(self, kit: Kit, entry: Entry, label: pygame.Rect, hot: bool) -> None:
        """Write a name with a halo of land, so that coasts do not run through it."""
        name = entry.short(kit.words.language)
        kit.haloed(name, label.topleft, SMALL_BOLD, kit.theme.accent if hot else kit.theme.ink, room=label.width)


def _side(kit: Kit) -> int:
    return max(kit.px(32), 22)


def _kind(entry: Entry) -> int:
    """Return the product most firms make at the start: the house looks like the place."""
    groups = entry.level.firms.groups
    most = max(groups, key=lambda group: group.count, default=None)
    return round((most.style if most else 0.0) * 8) % 8
