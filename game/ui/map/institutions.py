"""Institutions on the map: where a programme stands, a plaque with its family's sign hangs beside the town's name."""

from collections.abc import Sequence

import pygame

from game.content import library, numbers
from game.simulation.region import Region
from game.ui.kit import Kit

SIDE = 28


def draw(kit: Kit, region: Region, names: list[pygame.Rect], away: Sequence[bool]) -> None:
    """Draw a plaque for every programme that has a place; it is filled as far as the programme has taken hold.

    Args:
        kit: Tools.
        region: The region.
        names: Where the towns' names stand.
        away: Which towns are out of view.
    """
    state, cards, language = region.state, library.policies(), kit.words.language
    hung = [0] * len(names)
    for k, site in zip(*(found.tolist() for found in state.running[0].nonzero()), strict=True):
        policy = region.rules.setup.policies[k]
        if not policy.placed or away[site]:
            continue
        share = min(float(state.strength[0, k, site] / state.running[0, k, site]), 1.0)
        card = cards[policy.id]
        tip = kit.words("ui.institution_tip", name=card.name[language], share=numbers.percent(share))
        _plaque(kit, names[site], hung[site], (policy.id, card.family), share, tip)
        hung[site] += 1


def _plaque(kit: Kit, name: pygame.Rect, number: int, what: tuple[str, str], share: float, tip: str) -> None:
    """Draw one plaque to the right of the name."""
    side = kit.tx(SIDE)
    box = pygame.Rect(0, 0, side, side)
    box.midleft = (name.right + kit.px(8) + number * (side + kit.px(4)), name.centery)
    policy, family = what
    kit.spot(box, f"institution {policy} {name.x}", lambda: None, tip, tab=False)
    theme = kit.theme
    kit.plate(box, theme.card, kit.px(6))
    full = box.copy()
    full.height = round(side * share)
    full.bottom = box.bottom
    if full.height > 2:
        kit.plate(full, theme.gain, kit.px(6))
    kit.plate(box, theme.ink, kit.px(6), 1)
    ink = theme.card if share > 0.6 else theme.ink
    kit.icon(family, (box.centerx - kit.tx(9), box.centery - kit.tx(9)), 18, ink)
