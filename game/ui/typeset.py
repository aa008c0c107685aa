"""Setting type: two scripts on one baseline, lines broken as each language breaks them."""

import contextlib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import pygame

from game.ui.theme import Colour

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
Weight = Literal["text", "bold", "italic", "serif"]

_LATIN = {
    "text": "FlourishSans-Text.ttf", "bold": "FlourishSans-Bold.ttf", "italic": "FlourishSans-Italic.ttf",
    "serif": "FlourishSerif-Bold.ttf",
}  # fmt: skip
_CHINESE = {
    "text": "NotoSansSC-Regular.otf", "bold": "NotoSansSC-Bold.otf", "italic": "NotoSansSC-Regular.otf",
    "serif": "NotoSansSC-Bold.otf",
}  # fmt: skip

LATIN_SIZE = 1.07
"""Latin beside Chinese is set a little larger, so that both look the same height."""

_NEVER_FIRST = "，。、；：！？）》」』】”’％%·,.;:!?)]}"
_NEVER_LAST = "（《「『【“‘([{第"
LEAST_LAST = 2
"""Chinese characters that a last line has at least, punctuation apart: one alone looks lost."""


@dataclass(frozen=True, eq=False)  # there are few, and each is its own: a frame asks for hundreds of lines by them
class Role:
    """A kind of text: its size at 1920 × 1080, its weight, and the height of its lines against its size."""

    size: float
    weight: Weight = "text"
    leading: float = 1.42


TITLE = Role(68, "serif", 1.28)
CARD_TITLE = Role(44, "bold", 1.2)
HERO = Role(48, "bold", 1.2)
PAGE = Role(34, "bold", 1.26)
REGION = Role(24, "bold")
QUARTER = Role(24)
STAT = Role(22, "bold")
NAME = Role(21, "bold")
HEADING = Role(20, "bold")
LEAD = Role(23)
BODY = Role(20)
SMALL = Role(18)
SMALL_BOLD = Role(18, "bold")
WATER = Role(20, "italic")


@cache
def smaller(role: Role) -> Role:
    """Return the same kind of text a step smaller."""
    return replace(role, size=role.size - 4)


def is_chinese(character: str) -> bool:
    """Whether a character is set in the Chinese face."""
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef" or "\u3000" <= character <= "\u303f"


def runs(text: str) -> list[tuple[bool, str]]:
    """Split a line by script; quotation marks and dashes follow the script before them; apostrophes are set curved."""
    found: list[tuple[bool, str]] = []
    chinese = any(is_chinese(character) for character in text)
    for character in text.replace("'", "’"):
        script = is_chinese(character) or (chinese and character in "“”‘’…—" and bool(found) and found[-1][0])
        if found and found[-1][0] == script:
            found[-1] = (script, found[-1][1] + character)
        else:
            found.append((script, character))
    return found


@lru_cache(maxsize=256)
def face(file: str, size: int) -> pygame.font.Font:
    """Return one of the game's own faces at a size in pixels; where its file is missing, what can be had instead."""
    if not pygame.font.get_init():
        pygame.font.init()
    for name in (file, *_LATIN.values(), *_CHINESE.values()):
        with contextlib.suppress(OSError, pygame.error):
            return pygame.font.Font(FONTS / name, size)
    return pygame.font.Font(None, size)


def _faces(role: Role, scale: float) -> tuple[pygame.font.Font, pygame.font.Font]:
    return (
        face(_LATIN[role.weight], max(round(role.size * LATIN_SIZE * scale), 6)),
        face(_CHINESE[role.weight], max(round(role.size * scale), 6)),
    )


@lru_cache(maxsize=8192)
def width(text: str, role: Role, scale: float) -> int:
    """Return how wide a line is."""
    latin, chinese = _faces(role, scale)
    return sum((chinese if script else latin).size(part)[0] for script, part in runs(text))


@lru_cache(maxsize=512)
def height(role: Role, scale: float) -> int:
    """Return the height of a line of this kind of text, with its leading."""
    return round(role.size * scale * role.leading)


@lru_cache(maxsize=512)
def leaded(role: Role, scale: float, apart: float) -> int:
    """Return how far lines stand apart, at so many times the usual distance."""
    return round(height(role, scale) * apart)


@lru_cache(maxsize=2048)
def line(text: str, role: Role, scale: float, colour: Colour) -> pygame.Surface:
    """Set one line; its baseline lies at the same height for both scripts."""
    latin, chinese = _faces(role, scale)
    parts = [(chinese if script else latin).render(part, True, colour) for script, part in runs(text) if part]
    tall = height(role, scale)
    whole = pygame.Surface((max(sum(part.get_width() for part in parts), 1), tall), pygame.SRCALPHA)
    baseline = round(tall * 0.5 + role.size * scale * 0.36)
    x = 0
    for (script, _), part in zip(runs(text), parts, strict=True):
        face = chinese if script else latin
        whole.blit(part, (x, baseline - face.get_ascent()))
        x += part.get_width()
    return whole


@lru_cache(maxsize=256)
def haloed(text: str, role: Role, scale: float, colour: Colour, halo: Colour, reach: int) -> pygame.Surface:
    """Set one line with a halo; the picture is larger than the line by ``reach`` on every side."""
    inner, outer = line(text, role, scale, colour), line(text, role, scale, halo)
    whole = pygame.Surface((inner.get_width() + 2 * reach, inner.get_height() + 2 * reach), pygame.SRCALPHA)
    whole.fill((*halo[:3], 0))
    for dx, dy in ((0, 1), (2, 1), (1, 0), (1, 2), (0, 0), (2, 2), (0, 2), (2, 0)):
        whole.blit(outer, (dx * reach, dy * reach))
    whole.blit(inner, (reach, reach))
    return whole


@lru_cache(maxsize=2048)
def wrapped(text: str, role: Role, scale: float, room: int) -> tuple[str, ...]:
    """Break a text into lines that fit: at spaces, and between Chinese characters where their rules allow."""
    lines: list[str] = []
    for paragraph in text.strip().split("\n"):
        rows: list[list[str]] = [[]]
        for piece in _pieces(paragraph):
            if rows[-1] and width("".join([*rows[-1], piece]).strip(), role, scale) > room:
                rows.append([])
            rows[-1].append(piece)
        if len(rows) > 1 and _lost(rows[-1]) and len(rows[-2]) > 2:
            taken = [rows[-2][-1], *rows[-1]]
            if width("".join(taken).strip(), role, scale) <= room:
                rows[-2:] = [rows[-2][:-1], taken]
        lines += ["".join(row).rstrip() if row is rows[0] else "".join(row).strip() for row in rows]
    return tuple(lines)


def _lost(row: list[str]) -> bool:
    """Say whether a last line is one short word or one Chinese character, as if it had been forgotten there."""
    letters = [letter for letter in "".join(row) if letter not in _NEVER_FIRST]
    return len(row) == 1 if not any(map(is_chinese, letters)) else len(letters) < LEAST_LAST


def _pieces(text: str) -> list[str]:
    """Cut a paragraph where a line may break."""
    pieces: list[str] = []
    for k, character in enumerate(text):
        before = text[k - 1] if k else ""
        glued = (
            not pieces
            or character in _NEVER_FIRST
            or before in _NEVER_LAST
            or (before != " " and not is_chinese(character) and not is_chinese(before))
            or (character == " ")
        )
        if glued and pieces:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def shortened(text: str, role: Role, scale: float, room: int) -> str:
    """Cut a line that does not fit, with an ellipsis."""
    if width(text, role, scale) <= room:
        return text
    while text and width(text + "…", role, scale) > room:
        text = text[:-1]
    return text.rstrip() + "…"
