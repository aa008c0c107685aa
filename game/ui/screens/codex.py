"""The codex: ideas, policies, how all is computed, the paper, and what is disputed; every page leads to others."""

from collections.abc import Mapping
from functools import partial

import pygame

from game.session import notebook as notebooks
from game.session.notebook import Marks
from game.ui.codex import pages
from game.ui.codex.contents import Contents, search_line
from game.ui.codex.pages import KINDS
from game.ui.codex.trail import back_link, trail
from game.ui.draft import Draft
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.rich import Reader
from game.ui.screen import Screen, Turn
from game.ui.tabs import tabs
from game.ui.typeset import BODY, SMALL

LONGEST = 40
"""Characters that can be typed to search with."""


class Codex(Screen):
    """A sheet: the contents at the left, the page that lies open at the right; in little room one at a time."""

    sheet = True
    first = "search"

    def __init__(self, kind: str = "ideas", chosen: str = "") -> None:
        self.kind = kind
        self.chosen: dict[str, str] = {kind: chosen} if chosen else {}
        self.way: list[tuple[str, str]] = []
        self.search = Draft(most=LONGEST)
        self.unfolded: str | None = None
        self.listed = not chosen
        self._met: Mapping[str, Marks] | None = None
        self._trouble = ""
        self._kit: Kit | None = None
        self._narrow = False

    # --- drawing -----------------------------------------------------------------------------------------------

    def draw(self, kit: Kit) -> None:
        """Draw contents and page."""
        self._kit = kit
        self._begin(kit)
        inner = sheet(kit, 1600, 1010, kit.words("codex.heading"))
        choices = [(kind, kit.words(f"codex.kind.{kind}")) for kind in KINDS]
        y = inner.y + tabs(kit, inner.topleft, inner.width, choices, self.kind, self._look) + kit.px(10)
        self._narrow = inner.width < kit.tx(860)
        wide = inner.width if self._narrow else min(kit.tx(400), round(inner.width * 0.36))
        if self.listed or not self._narrow:
            self._contents(kit, pygame.Rect(inner.x, y, wide, inner.bottom - y))
        if not self._narrow:
            x = inner.x + wide + kit.px(24)
            kit.hairline((x, y), (x, inner.bottom))
            self._page(kit, pygame.Rect(x + kit.px(32), y, inner.right - x - kit.px(32), inner.bottom - y))
        elif not self.listed:
            self._page(kit, pygame.Rect(inner.x, y, inner.width, inner.bottom - y))

    def _begin(self, kit: Kit) -> None:
        """Open the first page of a kind when none was chosen, and the group in which the open page stands."""
        if self._met is None:
            notebook, aside = notebooks.load()
            self._met = {concept: entry.marks for concept, entry in notebook.concepts.items() if entry.marks.count}
            self._trouble = kit.words("learn.notebook_damaged", path=str(aside)) if aside else ""
        if self.kind not in self.chosen:
            self.chosen[self.kind] = pages.groups(self.kind, kit.words)[0][2][0][1]
            self.unfolded = None
        if self.unfolded is None:
            self.unfolded = pages.group_of(self.kind, self.chosen[self.kind], kit.words)

    def _contents(self, kit: Kit, room: pygame.Rect) -> None:
        """Draw what can be read, or what answers to the search."""
        used = search_line(kit, room, self.search, self._clear)
        room = pygame.Rect(room.x, room.y + used, room.width, room.height - used)
        found = pages.matching(self.search.text, kit.words) if self.search.text else pages.groups(self.kind, kit.words)
        here = (self.kind, self.chosen[self.kind])
        folds = self.kind == "ideas" and not self.search.text
        shown = Contents(found, here, self.unfolded if folds else None, self._choose, self._unfold, self._met or {})
        with kit.scrolling(f"codex {self.kind}", room) as drawn:
            if not found:
                text = kit.words("codex.nothing_found", text=self.search.text)
                drawn.append(drawn[0] + kit.paragraph(text, (room.x, drawn[0]), room.width, BODY, kit.theme.ink2))
                return
            drawn.append(shown.draw(kit, pygame.Rect(room.x, drawn[0], room.width - kit.px(16), 10)))

    def _page(self, kit: Kit, room: pygame.Rect) -> None:
        """Draw the way here, and the page that lies open."""
        if self._narrow:
            back_link(kit, kit.words("codex.heading"), room.topleft, "contents", self._list, room.width)
            down = kit.line_height(SMALL) + kit.px(10)
            room = pygame.Rect(room.x, room.y + down, room.width, room.height - down)
        names = [pages.name_of(kind, id_, kit.words) for kind, id_ in self.way]
        used = trail(kit, names, room, self._back)
        room = pygame.Rect(room.x, room.y + used, room.width, room.height - used)
        with kit.scrolling("codex page", room) as drawn:
            body = pygame.Rect(room.x, drawn[0], min(room.width - kit.px(16), kit.tx(820)), 10)
            body.y += self._marks(kit, body)
            reader = Reader(kit, partial(self._follow, "ideas"))
            drawn.append(pages.draw(kit, self.kind, self.chosen[self.kind], body, reader, self._follow))

    def _marks(self, kit: Kit, room: pygame.Rect) -> int:
        """Write what the player has done with this idea, if anything; returns the height used."""
        marks = (self._met or {}).get(self.chosen[self.kind]) if self.kind == "ideas" else None
        done = [name for name in Marks.model_fields if marks is not None and getattr(marks, name)]
        told = kit.words("read.comma").join(kit.words(f"learn.mark.{name}") for name in done)
        lines = [line for line in (self._trouble, told) if line]
        used = 0
        for line in lines:
            used += kit.paragraph(line, (room.x, room.y + used), room.width, SMALL, kit.theme.gain) + kit.px(4)
        return used

    # --- turning pages -----------------------------------------------------------------------------------------

    def _look(self, kind: str) -> Turn | None:
        """Open a kind of pages where it was left."""
        self.kind, self.unfolded, self.listed = kind, None, True
        self._clear()
        self.way.clear()
        self._top()
        return None

    def _choose(self, kind: str, id_: str) -> Turn | None:
        """Open a page from the contents: a new way begins."""
        self.way.clear()
        return self._open(kind, id_)

    def _follow(self, kind: str, id_: str) -> Turn | None:
        """Open a page from another; the way back is kept, except from stop to stop of the tour."""
        if not kind == self.kind == "paper":
            self.way.append((self.kind, self.chosen[self.kind]))
        return self._open(kind, id_)

    def _open(self, kind: str, id_: str) -> Turn | None:
        if kind != self.kind:
            self.unfolded = None
        self.kind, self.listed = kind, False
        self.chosen[kind] = id_
        if self._kit is not None and kind == "ideas":
            self.unfolded = pages.group_of(kind, id_, self._kit.words)
        self._top()
        return None

    def _top(self) -> None:
        """Begin to read at the beginning."""
        if self._kit is not None:
            self._kit.scrolls["codex page"] = 0.0

    def _back(self, steps: int = 1) -> Turn | None:
        """Go back so many pages."""
        kind, id_ = self.way[-steps]
        del self.way[-steps:]
        return self._open(kind, id_)

    def _unfold(self, group: str) -> Turn | None:
        self.unfolded = "-" if self.unfolded == group else group
        return None

    def _list(self) -> Turn | None:
        self.listed = True
        return None

    def _clear(self) -> Turn | None:
        self.search = Draft(most=LONGEST)
        return None

    # --- keys --------------------------------------------------------------------------------------------------

    def key(self, key: int, modifiers: int) -> Turn | None:
        """Esc goes back one page, then leaves the search, then the codex; Page Up and Page Down turn pages."""
        if key == pygame.K_ESCAPE and (self.way or self.search.text or (self._narrow and not self.listed)):
            return self._one_layer()
        if key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN) and self._kit is not None:
            ids = [way[1] for _, _, part in pages.groups(self.kind, self._kit.words) for way in part]
            step = 1 if key == pygame.K_PAGEDOWN else -1
            return self._choose(self.kind, ids[(ids.index(self.chosen[self.kind]) + step) % len(ids)])
        return super().key(key, modifiers)

    def _one_layer(self) -> Turn | None:
        """Close what was opened last."""
        if self.way:
            return self._back()
        if self.search.text:
            return self._clear()
        return self._list()
