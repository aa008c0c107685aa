"""Help: what you do here, and every key."""

import pygame

from game.ui.frame import sheet
from game.ui.kit import Kit
from game.ui.screen import Screen
from game.ui.typeset import BODY, HEADING, SMALL_BOLD

KEYS = (
    "space", "speeds", "step", "tab", "arrows", "enter", "escape", "undo", "rewind", "why", "pages", "save", "load",
    "gazette", "family", "log", "codex", "futures", "language", "full", "help",
)  # fmt: skip
"""Rows of the table of keys: ``ui.keys.<row>`` names the key, ``ui.keys_do.<row>`` what it does."""

TIPS = ("goal", "houses", "time", "why", "back")


class Help(Screen):
    """A sheet with the keys."""

    sheet = True

    def draw(self, kit: Kit) -> None:
        """Draw the page."""
        inner = sheet(kit, 1280, 1000, kit.words("ui.help"), "help")
        with kit.scrolling("help", inner) as drawn:
            y, room = drawn[0], inner.width - kit.px(16)
            for tip in TIPS:
                y += kit.paragraph(kit.words(f"ui.tips.{tip}"), (inner.x, y), min(room, kit.tx(980))) + kit.px(6)
            y += kit.px(14)
            kit.text(kit.words("ui.keys_heading"), (inner.x, y), HEADING)
            y += kit.line_height(HEADING) + kit.px(8)
            columns = 2 if room > kit.tx(1000) else 1
            rows = -(-len(KEYS) // columns)
            wide = room // columns
            for k, name in enumerate(KEYS):
                at = (inner.x + (k // rows) * wide, y + (k % rows) * (kit.line_height() + kit.px(6)))
                self._row(kit, name, at, wide)
            drawn.append(y + rows * (kit.line_height() + kit.px(6)))

    def _row(self, kit: Kit, name: str, at: tuple[int, int], wide: int) -> None:
        """Write one key and what it does."""
        label = kit.words(f"ui.keys.{name}")
        box = pygame.Rect(*at, kit.width(label, SMALL_BOLD) + kit.tx(20), kit.line_height())
        pygame.draw.rect(kit.surface, kit.theme.card, box, border_radius=kit.px(6))
        pygame.draw.rect(kit.surface, kit.theme.ink3, box, 1, kit.px(6))
        kit.text(label, (box.x + kit.tx(10), box.y + kit.tx(1)), SMALL_BOLD)
        left = at[0] + max(kit.tx(190), box.width + kit.px(16))
        kit.text(kit.words(f"ui.keys_do.{name}"), (left, at[1]), BODY, kit.theme.ink2, room=at[0] + wide - left)
