"""The field in which a draft is written: its text, what is being composed, and the caret, always in sight."""

import pygame

from game.ui.draft import Draft
from game.ui.kit import Kit
from game.ui.typeset import BODY, SMALL


def field(kit: Kit, rect: pygame.Rect, key: str, draft: Draft, hint: str = "", tip: str = "") -> None:
    """Draw a field; it takes what is typed while it has the focus, by Tab or by a click.

    Args:
        kit: Tools.
        rect: Where it stands; one line high.
        key: The spot's name.
        draft: What is written in it.
        hint: What stands in it, pale, while it is empty.
        tip: What it is for.
    """
    writing = kit.focus == key
    hot = kit.spot(rect, key, lambda: None, tip, draft=draft)
    theme = kit.theme
    kit.plate(rect, theme.card, kit.px(8))
    edge = theme.accent if writing else theme.ink if hot else theme.ink3
    kit.plate(rect, edge, kit.px(8), 2 if writing or hot else 1)
    inner = rect.inflate(-2 * kit.tx(14), -4)
    y = rect.centery - kit.line_height(BODY) // 2
    if not draft.text and not draft.composing:
        aside = kit.tx(6) if writing else 0  # beside the caret
        kit.text(hint, (inner.x + aside, y), BODY, theme.ink2, room=inner.width - aside)
        if not writing:
            return
    _line(kit, inner, y, draft, writing)
    if draft.most - len(draft.text) <= 10:
        left = kit.words("entrance.letters_left", count=draft.most - len(draft.text))
        kit.text(left, (rect.right, rect.bottom + 2), SMALL, theme.ink2, "right")


def _line(kit: Kit, inner: pygame.Rect, y: int, draft: Draft, writing: bool) -> None:
    """Draw text, composition and caret, moved so that the caret can be seen."""
    before, after = draft.text[: draft.caret], draft.text[draft.caret :]
    begin = kit.width(before) if before else 0
    wide = kit.width(draft.composing) if draft.composing else 0
    moved = max(begin + wide - inner.width + 4, 0)
    clip = kit.surface.get_clip()
    kit.surface.set_clip(inner.clip(clip))
    x = inner.x - moved
    for part, at in ((before, x), (draft.composing, x + begin), (after, x + begin + wide)):
        if part:
            kit.text(part, (at, y), BODY)
    bottom = y + kit.line_height(BODY) - 2
    if wide:
        pygame.draw.line(kit.surface, kit.theme.ink, (x + begin, bottom), (x + begin + wide, bottom), 2)
    caret = pygame.Rect(x + begin + wide, y + 3, 2, kit.line_height(BODY) - 6)
    if writing:
        pygame.draw.rect(kit.surface, kit.theme.accent, caret)
        kit.writing_at = caret
    kit.surface.set_clip(clip)
