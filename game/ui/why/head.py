"""The head of a Why sheet: the way here, the sentence with its cause in colour, and the rungs of the ladder."""

from collections.abc import Callable, Sequence

import pygame

from game.ui import typeset
from game.ui.kit import Kit
from game.ui.screen import Press
from game.ui.theme import Colour
from game.ui.typeset import PAGE, SMALL, SMALL_BOLD, Role


def two_colours(
    kit: Kit, parts: Sequence[tuple[str, Colour]], at: tuple[int, int], room: int, role: Role = PAGE, most: int = 3
) -> int:
    """Set a sentence of two parts, each in its colour, broken as one; returns its height."""
    space = "" if kit.words.language == "zh" else " "
    text = space.join(words for words, _ in parts if words)
    lines = list(typeset.wrapped(text, role, kit.type_scale, room))[:most]
    left, step = len(parts[0][0]), kit.line_height(role)
    for k, line in enumerate(lines):
        y, first = at[1] + k * step, line[: max(left, 0)]
        x = at[0] + (kit.text(first, (at[0], y), role, parts[0][1]).width if first.strip() else 0)
        rest = line[len(first) :]
        if rest and len(parts) > 1:
            # The space between the two belongs to the second part, so that both lie where one line would.
            kit.text(rest, (x, y), role, parts[1][1])
        left -= len(line) + (1 if space else 0)
    return len(lines) * step


def chips(
    kit: Kit, at: tuple[int, int], right: int, choices: Sequence[tuple[str, str]], chosen: str, key: str,
    press: Callable[[str], Press],
) -> int:  # fmt: skip
    """Draw words in a row flush right, of which one is chosen; returns the height used."""
    gap, tall = kit.px(28), kit.line_height(SMALL)
    wide = sum(kit.width(label, SMALL_BOLD) + gap for _, label in choices) - gap
    x, y = max(right - wide, at[0]), at[1]
    for id_, label in choices:
        room = kit.width(label, SMALL_BOLD)
        if x + room > right and x > at[0]:
            x, y = at[0], y + tall + kit.px(8)
        box = pygame.Rect(x, y, room, tall)
        hot = kit.spot(box.inflate(kit.px(14), kit.px(8)), f"{key} {id_}", press(id_))
        now = id_ == chosen
        kit.text(label, (x, y), SMALL_BOLD if now else SMALL, kit.theme.ink if now or hot else kit.theme.ink2)
        if now:
            pygame.draw.rect(kit.surface, kit.theme.accent, (x, box.bottom, room, max(kit.px(3), 2)))
        x += room + gap
    return y + tall + kit.px(8) - at[1]
