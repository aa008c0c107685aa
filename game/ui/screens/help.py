"""Help: what you do here, and every key; with a player's preferences at hand, keys can be changed here."""

from functools import partial

import pygame

from game.ui import keys
from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Screen, Turn
from game.ui.typeset import BODY, HEADING, SMALL, SMALL_BOLD

TIPS = ("goal", "houses", "time", "why", "back")


class Help(Screen):
    """A sheet with the keys."""

    sheet = True

    def __init__(self, preferences: Preferences | None = None, tips: tuple[str, ...] = TIPS) -> None:
        self.preferences, self.tips = preferences, tips
        self.waiting = ""
        """The deed that waits for its new key."""
        self.said: tuple[str, dict[str, str]] | None = None

    @property
    def listens(self) -> bool:  # type: ignore[override]
        """Whether the next key is the new key of a deed."""
        return bool(self.waiting)

    def draw(self, kit: Kit) -> None:
        """Draw the page."""
        inner = sheet(kit, 1320, 1000, kit.words("ui.help"), "help")
        with kit.scrolling("help", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            for tip in self.tips:
                y += kit.paragraph(kit.words(f"ui.tips.{tip}"), (inner.x, y), min(room, kit.tx(760))) + kit.px(6)
            y = self._above_keys(kit, inner.x, y + kit.px(14), room)
            columns = 2 if room > kit.tx(1000) else 1
            deeds, step = list(keys.USUAL), max(kit.line_height() + kit.px(10), 30)
            rows = -(-len(deeds) // columns)
            for k, deed in enumerate(deeds):
                wide = room // columns
                box = pygame.Rect(inner.x + (k // rows) * wide, y + (k % rows) * step, wide - kit.px(24), step)
                self._row(kit, deed, box)
            drawn.append(y + rows * step + kit.px(8))

    def _above_keys(self, kit: Kit, x: int, y: int, room: int) -> int:
        """Write the heading, how to change a key, and what came of the last change."""
        kit.text(kit.words("ui.keys_heading"), (x, y), HEADING)
        y += kit.line_height(HEADING) + kit.px(4)
        if self.preferences is None:
            return y
        y += kit.paragraph(kit.words("entrance.keys_about"), (x, y), min(room, kit.tx(760)), SMALL, kit.theme.ink2)
        if self.said is not None:
            id_, given = self.said
            values = {name: self._told(kit, name, value) for name, value in given.items()}
            y += kit.paragraph(kit.words(id_, **values), (x, y), min(room, kit.tx(760)), BODY, kit.theme.accent)
        y += kit.px(8)
        if self.preferences.keys:
            y = kit.button(kit.words("entrance.keys_reset"), (x + kit.px(4), y), "reset", self._reset).bottom
        return y + kit.px(12)

    def _told(self, kit: Kit, name: str, value: str) -> str:
        return keys.label(value, kit.words) if name == "key" else kit.words(f"entrance.deed.{value}")

    def _row(self, kit: Kit, deed: str, row: pygame.Rect) -> None:
        """Write one key and what it does."""
        map_of_keys = self.preferences.keymap if self.preferences else keys.KeyMap()
        waits = deed == self.waiting
        shown = kit.words("entrance.listening") if waits else keys.label(map_of_keys.told(deed), kit.words)
        box = pygame.Rect(row.x + kit.px(4), row.y, kit.width(shown, SMALL_BOLD) + kit.tx(20), row.height - kit.px(4))
        box.height = max(box.height, 26)
        hot = False
        if self.preferences is not None:
            box.width = max(box.width, 44)
            hot = kit.spot(box, f"key {deed}", partial(self._listen, deed))
        kit.plate(box, kit.theme.card, kit.px(6))
        edge = kit.theme.accent if waits else kit.theme.ink if hot else kit.theme.ink3
        kit.plate(box, edge, kit.px(6), 2 if waits or hot else 1)
        middle = box.centery - kit.line_height(SMALL_BOLD) / 2
        kit.text(shown, (box.centerx, middle), SMALL_BOLD, align="middle")
        left = row.x + max(kit.tx(150), box.width + kit.px(16))
        does = kit.words(f"entrance.deed.{deed}")
        kit.text(does, (left, box.centery - kit.line_height() / 2), BODY, kit.theme.ink2, room=row.right - left)

    def _listen(self, deed: str) -> Turn | None:
        self.waiting, self.said = deed, None
        return None

    def heard(self, key: int, modifiers: int) -> Turn | None:
        """Give the key to the deed that waits, unless it is taken."""
        chosen, name, deed = self.preferences, keys.name_of(key, modifiers), self.waiting
        if chosen is None or key in keys.ALONE:
            return None
        self.waiting = ""
        if name == "esc" and deed != "close":
            return None
        taken = chosen.keymap.taken(deed, name)
        if not name:
            self.said = "entrance.key_odd", {}
        elif taken:
            self.said = "entrance.key_taken", {"key": name, "deed": taken}
        else:
            usual = name in keys.USUAL[deed]
            chosen.keys = {**{d: k for d, k in chosen.keys.items() if d != deed}, **({} if usual else {deed: name})}
            self.said = "entrance.key_given", {"key": name, "deed": deed}
            chosen.trouble = chosen.keep()
        return None

    def _reset(self) -> Turn | None:
        if self.preferences is not None:
            self.preferences.keys = {}
            self.preferences.trouble = self.preferences.keep()
        self.said = "entrance.keys_were_reset", {}
        return None
