"""The little SVG that charts on paper need: ink on white, told apart by dashes and names, never by colour alone."""

from collections.abc import Sequence
from html import escape

INK, PALE, RULE, ACCENT, GAIN = "#22262B", "#565A5C", "#C9C1B2", "#A5321E", "#1F6680"
FONT = 11


def text(x: float, y: float, words: str, anchor: str = "start", colour: str = INK, bold: bool = False) -> str:
    """Write one line."""
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}>{escape(words)}</text>'


def width(words: str, bold: bool = False) -> float:
    """Guess how wide a line will be, rather too wide: nobody knows which face a browser has."""
    return FONT * sum(1.0 if ord(letter) > 0x2E7F else 0.66 if bold else 0.6 for letter in words)


def shortened(words: str, room: float, bold: bool = False) -> str:
    """Cut a line that would not fit, with an ellipsis."""
    if width(words, bold) <= room:
        return words
    while words and width(words + "…", bold) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def line(x1: float, y1: float, x2: float, y2: float, colour: str = INK, weight: float = 1.0, dash: str = "") -> str:
    """Draw a straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="{weight}"{dashed}/>'
    )


def picture(wide: float, tall: float, parts: Sequence[str], said: str) -> str:
    """Put a chart together; ``said`` is what a screen reader says of it."""
    return (
        f'<svg viewBox="0 0 {wide:.0f} {tall:.0f}" role="img" aria-label="{escape(said, quote=True)}" '
        f'font-size="{FONT}"><title>{escape(said)}</title>{"".join(parts)}</svg>'
    )
