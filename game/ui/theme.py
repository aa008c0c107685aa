"""Colours: paper, ink and light. Three themes with the same names; the contrast of each pair was computed."""

from collections.abc import Mapping
from dataclasses import dataclass

Colour = tuple[int, int, int]


def rgb(code: str) -> Colour:
    """Read ``F7F2E8``."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


@dataclass(frozen=True)
class Theme:
    """Every colour by what it is for.

    Attributes:
        name: ``day``, ``night`` or ``contrast``.
        accent: "This, now": focus, the live chance, broken trust, a loss. Never a product.
        gain: Gains and links to the outside.
        products: Eight colours, one for each roof.
        soft: Whether shadows, tints and hachures are drawn.
        focus_width: Width of the focus ring in pixels.
    """

    name: str
    paper: Colour
    panel: Colour
    card: Colour
    land: Colour
    town: Colour
    water: Colour
    deep_water: Colour
    ink: Colour
    ink2: Colour
    ink3: Colour
    accent: Colour
    on_accent: Colour
    accent_tint: Colour
    gain: Colour
    water_text: Colour
    thread: Colour
    stone: Colour
    hairline: Colour
    road: Colour
    road_casing: Colour
    waterline: Colour
    hachure: Colour
    wood: Colour
    field: Colour
    lit: Colour
    ivy: Colour
    shadow: Colour
    products: tuple[Colour, ...]
    soft: bool = True
    focus_width: int = 3


def _theme(name: str, colours: Mapping[str, str], products: str, soft: bool = True, focus_width: int = 3) -> Theme:
    named = {key: rgb(code) for key, code in colours.items()}
    return Theme(
        name=name, products=tuple(rgb(code) for code in products.split()), soft=soft, focus_width=focus_width, **named
    )


DAY = _theme(
    "day",
    {
        "paper": "F7F2E8", "panel": "FBF8F1", "card": "FFFEFA", "land": "F2EBDD", "town": "E3DBCA",
        "water": "D3DEDC", "deep_water": "C3D2D1", "ink": "22262B", "ink2": "565A5C", "ink3": "857F72",
        "accent": "A5321E", "on_accent": "FFFFFF", "accent_tint": "F3DDD2", "gain": "1F6680",
        "water_text": "3C5A60", "thread": "5A6470", "stone": "86847A", "hairline": "DDD5C5", "road": "FFFDF8",
        "road_casing": "B5A890", "waterline": "9DB4B5", "hachure": "B7A484", "wood": "C3C9AC", "field": "E4DAC2",
        "lit": "FFE9A3", "ivy": "55604F", "shadow": "3C2D14",
    },
    "665FBA 897000 01503A 312C61 067D97 801305 C7005B 221303",
)  # fmt: skip

NIGHT = _theme(
    "night",
    {
        "paper": "191F28", "panel": "1E2530", "card": "27303C", "land": "262E39", "town": "303945",
        "water": "18222E", "deep_water": "131C27", "ink": "F0E9DB", "ink2": "BBB8AE", "ink3": "858A8E",
        "accent": "F08A6C", "on_accent": "191F28", "accent_tint": "4A2E2B", "gain": "7CC4DC",
        "water_text": "9DB9C6", "thread": "C9B98F", "stone": "7C8184", "hairline": "39424E", "road": "3C4653",
        "road_casing": "566170", "waterline": "2C3A48", "hachure": "3C4652", "wood": "32403A", "field": "2B3440",
        "lit": "FFE79A", "ivy": "4A5A50", "shadow": "000000",
    },
    "8B90FE DFD267 57A275 B581BA 14E7FE E97030 FF9DB9 FDFAEB",
)  # fmt: skip

CONTRAST = _theme(
    "contrast",
    {
        "paper": "000000", "panel": "000000", "card": "000000", "land": "000000", "town": "000000",
        "water": "001018", "deep_water": "001018", "ink": "FFFFFF", "ink2": "E6E6E6", "ink3": "B8B8B8",
        "accent": "FFD23F", "on_accent": "000000", "accent_tint": "000000", "gain": "7FD4FF",
        "water_text": "BFE4F2", "thread": "FFFFFF", "stone": "9E9E9E", "hairline": "A4A4A4", "road": "A4A4A4",
        "road_casing": "000000", "waterline": "30505E", "hachure": "000000", "wood": "000000", "field": "000000",
        "lit": "FFE79A", "ivy": "9E9E9E", "shadow": "000000",
    },
    "22AFFE FBD66E 71A26E AE8AB5 7AF3F7 E37B17 FDA2B6 FDFCE2",
    soft=False, focus_width=4,
)  # fmt: skip

THEMES: Mapping[str, Theme] = {theme.name: theme for theme in (DAY, NIGHT, CONTRAST)}


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """Return a colour between two: 0 is the first, 1 the second."""
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue
