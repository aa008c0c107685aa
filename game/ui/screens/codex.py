"""The codex: every idea and every policy, to read at leisure; each leads to its neighbours."""

from functools import partial

import pygame

from game.content import library
from game.ui.codex import pages
from game.ui.frame import sheet
from game.ui.kit import SMALLEST_SPOT, Kit
from game.ui.region.desk import FAMILIES
from game.ui.screen import Screen, Turn
from game.ui.tabs import tabs
from game.ui.typeset import BODY, HEADING, SMALL

KINDS = ("ideas", "policies")


class Codex(Screen):
    """A sheet: a list at the left, the page that lies open at the right."""

    sheet = True

    def __init__(self, kind: str = "ideas", chosen: str = "") -> None:
        self.kind = kind
        first = {"ideas": next(iter(library.concepts())), "policies": self._policies()[0][1][0]}
        self.chosen = {**first, **({kind: chosen} if chosen else {})}
        self._kit: Kit | None = None

    @staticmethod
    def _policies() -> list[tuple[str, list[str]]]:
        """List the policies of each family that has any."""
        cards = library.policies().values()
        found = [(family, [card.id for card in cards if card.family == family]) for family in FAMILIES]
        return [(family, ids) for family, ids in found if ids]

    def draw(self, kit: Kit) -> None:
        """Draw list and page."""
        self._kit = kit
        inner = sheet(kit, 1560, 1010, kit.words("codex.heading"))
        choices = [(kind, kit.words(f"codex.kind.{kind}")) for kind in KINDS]
        y = inner.y + tabs(kit, inner.topleft, inner.width, choices, self.kind, self._look) + kit.px(10)
        wide = min(kit.tx(400), round(inner.width * 0.36))
        room = pygame.Rect(inner.x, y, wide, inner.bottom - y)
        with kit.scrolling(f"codex {self.kind}", room) as drawn:
            drawn.append(self._list(kit, pygame.Rect(room.x, drawn[0], room.width - kit.px(16), 10)))
        x = room.right + kit.px(24)
        kit.hairline((x, y), (x, inner.bottom))
        page = pygame.Rect(x + kit.px(32), y, inner.right - x - kit.px(32), inner.bottom - y)
        with kit.scrolling("codex page", page) as drawn:
            body = pygame.Rect(page.x, drawn[0], min(page.width - kit.px(16), kit.tx(820)), 10)
            opened = self.chosen[self.kind]
            if self.kind == "ideas":
                end = pages.idea(kit, library.concepts()[opened], body, self._open)
            else:
                end = pages.policy(kit, library.policies()[opened], body, self._open)
            drawn.append(end)

    def _list(self, kit: Kit, room: pygame.Rect) -> int:
        """Draw every name, the policies by family."""
        y = room.y + kit.px(4)
        if self.kind == "ideas":
            for id_, card in library.concepts().items():
                y = self._row(kit, pygame.Rect(room.x, y, room.width, 0), id_, card.name[kit.words.language])
            return y
        for family, ids in self._policies():
            kit.icon(family, (room.x, y + kit.tx(3)), 18, kit.theme.ink2)
            kit.text(kit.words(f"family.{family}"), (room.x + kit.tx(26), y), SMALL, kit.theme.ink2)
            y += kit.line_height(SMALL) + kit.px(2)
            for id_ in ids:
                name = library.policies()[id_].name[kit.words.language]
                y = self._row(kit, pygame.Rect(room.x, y, room.width, 0), id_, name)
            y += kit.px(10)
        return y

    def _row(self, kit: Kit, row: pygame.Rect, id_: str, name: str) -> int:
        """Write one name."""
        row.height = max(kit.line_height() + kit.px(6), SMALLEST_SPOT)
        whole = name if kit.width(name, HEADING) > row.width - kit.px(24) else ""
        hot = kit.spot(row, f"entry {id_}", partial(self._open, self.kind, id_), whole)
        now = id_ == self.chosen[self.kind]
        if now or hot:
            ground = kit.theme.land if kit.theme.soft else kit.theme.hairline
            pygame.draw.rect(kit.surface, ground, row, 0 if kit.theme.soft else 1, kit.px(8))
        if now:
            mark = pygame.Rect(row.x, row.y + kit.px(6), max(kit.px(4), 3), row.height - kit.px(12))
            pygame.draw.rect(kit.surface, kit.theme.accent, mark, border_radius=2)
        kit.text(name, (row.x + kit.px(14), row.centery - kit.line_height() / 2), HEADING if now else BODY,
                 room=row.width - kit.px(24))  # fmt: skip
        return row.bottom

    def _look(self, kind: str) -> Turn | None:
        return self._open(kind, self.chosen[kind])

    def _open(self, kind: str, id_: str) -> Turn | None:
        """Open a page at its beginning."""
        self.kind = kind
        self.chosen[kind] = id_
        if self._kit is not None:
            self._kit.scrolls["codex page"] = 0.0
        return None

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Page Up and Page Down open the next page."""
        if key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            ideas = list(library.concepts())
            all_ids = ideas if self.kind == "ideas" else [id_ for _, ids in self._policies() for id_ in ids]
            step = 1 if key == pygame.K_PAGEDOWN else -1
            return self._open(self.kind, all_ids[(all_ids.index(self.chosen[self.kind]) + step) % len(all_ids)])
        return super().key(key, modifiers)
