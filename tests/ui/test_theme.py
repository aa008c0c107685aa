"""Contrast, computed: what is read stands out 4.5 to 1 from its ground, what is looked at 3 to 1."""

from collections.abc import Sequence

import pygame
import pytest

from game.ui.map.buildings import anchor_of, building
from game.ui.map.paving import ground_of
from game.ui.map.picture import LARGEST
from game.ui.theme import THEMES, Colour, Theme


def light(colour: Colour) -> float:
    """Return relative luminance as the guidelines for accessible pages define it."""
    shares = [part / 255 for part in colour]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: Colour, b: Colour) -> float:
    """Return how far two colours stand apart, 1 to 21."""
    dark, bright = sorted((light(a), light(b)))
    return (bright + 0.05) / (dark + 0.05)


def too_close(theme: Theme, tops: Sequence[str], grounds: Sequence[str], least: float) -> list[str]:
    """List the pairs of tokens that stand too close."""
    pairs = [(top, ground, contrast(getattr(theme, top), getattr(theme, ground))) for top in tops for ground in grounds]
    return [f"{theme.name}: {top} on {ground} {ratio:.2f}" for top, ground, ratio in pairs if ratio < least]


def test_the_measure_is_the_known_one() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_text_can_be_read(theme: Theme) -> None:
    wrong = too_close(theme, ("ink", "ink2", "accent"), ("paper", "panel", "card"), 4.5)
    wrong += too_close(theme, ("gain",), ("paper", "panel"), 4.5)
    wrong += too_close(theme, ("ink", "accent"), ("land",), 4.5) + too_close(theme, ("on_accent",), ("accent",), 4.5)
    wrong += too_close(theme, ("paper",), ("ink",), 4.5) + too_close(theme, ("water_text",), ("water",), 4.5)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_lines_and_marks_can_be_seen(theme: Theme) -> None:
    wrong = too_close(theme, ("ink3", "accent", "gain"), ("paper", "panel", "card"), 3)
    wrong += too_close(theme, ("thread", "accent", "gain"), ("land",), 3)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("locked", [0.0, 0.5, 1.0])
def test_every_product_stands_out_from_land_and_from_towns_however_stuck(theme: Theme, locked: float) -> None:
    grounds = {"land": theme.land, "town": ground_of(theme, locked)}
    ratios = {(k, name): contrast(product, ground)
              for k, product in enumerate(theme.products) for name, ground in grounds.items()}  # fmt: skip
    wrong = {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 3}
    assert not wrong, f"{theme.name}: {wrong}"


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("kind", range(8))
def test_the_roof_of_a_house_stands_out_from_the_ground_of_a_stuck_town(theme: Theme, kind: int) -> None:
    picture = pygame.Surface((160, 160))
    picture.fill(ground_of(theme, 1.0))
    house = building(kind, LARGEST, 3, 0, theme)
    picture.blit(house, (0, 0))
    x, foot = anchor_of(LARGEST)
    roof = [tuple(picture.get_at((x + dx, foot - round(0.6 * LARGEST)))[:3]) for dx in (-12, -6, 6, 12)]
    assert min(contrast(colour, ground_of(theme, 1.0)) for colour in roof) >= 3


def test_high_contrast_is_high() -> None:
    wrong = too_close(THEMES["contrast"], ("ink", "ink2", "accent", "gain"), ("paper", "panel", "card"), 7)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("theme", [theme for theme in THEMES.values() if theme.soft], ids=lambda theme: theme.name)
def test_light_in_a_window_stands_out_from_the_wall_and_from_a_dark_window(theme: Theme) -> None:
    for kind in range(8):
        lit, dark = (building(kind, LARGEST, count, 0, theme) for count in (6, 0))
        x, foot = anchor_of(LARGEST)
        window, wall = (x, foot - round(0.16 * LARGEST)), (x, foot - round(0.035 * LARGEST))
        for ground in (lit.get_at(wall), dark.get_at(window)):
            ratio = contrast((*lit.get_at(window)[:3],), (*ground[:3],))
            assert ratio >= 3, f"{kind}: {ratio:.2f}"
