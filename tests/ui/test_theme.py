"""Contrast, computed: what is read stands out 4.5 to 1 from its ground, what is looked at 3 to 1."""

from collections.abc import Sequence

import pytest

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


TOO_CLOSE = pytest.mark.xfail(
    strict=True, reason="two products of the day and three of the night reach 2.75 to 2.93 only on a town's ground; "
    "their houses wear a halo of open land"
)  # fmt: skip
GROUNDS = [
    pytest.param(theme, ground, marks=TOO_CLOSE if ground == "town" and theme.soft else (), id=f"{theme.name}-{ground}")
    for theme in THEMES.values()
    for ground in ("land", "town")
]


@pytest.mark.parametrize(("theme", "ground"), GROUNDS)
def test_every_product_stands_out_from_the_ground(theme: Theme, ground: str) -> None:
    ratios = [contrast(product, getattr(theme, ground)) for product in theme.products]
    wrong = {k: round(ratio, 2) for k, ratio in enumerate(ratios) if ratio < 3}
    assert not wrong, f"{theme.name}: {wrong}"


def test_high_contrast_is_high() -> None:
    wrong = too_close(THEMES["contrast"], ("ink", "ink2", "accent", "gain"), ("paper", "panel", "card"), 7)
    assert not wrong, "\n".join(wrong)
