"""Cuts the game's fonts from their sources: fewer characters, fixed weights, and new names where the licence asks.

Run once, by whoever changes the fonts:
    python assets/fonts/make_fonts.py SOURCE_SANS SOURCE_SANS_ITALIC SOURCE_SERIF NOTO_SC_REGULAR NOTO_SC_BOLD

The sources are the variable files of Source Sans 3 and Source Serif 4 and the static Noto Sans SC, all under the
SIL Open Font License 1.1 (see OFL.txt here). "Source" is a reserved name, so the cuts are called "Flourish".
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), *range(0x2030, 0x203B), 0x20AC, 0x2190,
         0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265, 0x00D7, 0x03C1, 0x03C3, 0x03C4, 0x2032]  # fmt: skip
TITLE = [*range(0x20, 0x7F)]


def chinese() -> list[int]:
    """Return the characters of GB 2312 and the punctuation that goes with them."""
    found = set(range(0x20, 0x7F)) | set(range(0x3000, 0x3018)) | set(range(0xFF01, 0xFF5F)) | {0x2014, 0x2026, 0xB7}
    found |= {0x2018, 0x2019, 0x201C, 0x201D, 0x2212, 0x2264, 0x2265, 0xD7, 0x25CB, 0x25CF}
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((high, low)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return sorted(found)


def cut(source: str, name: str, characters: list[int], axes: dict[str, float] | None, rename: str | None) -> None:
    """Write one cut."""
    font = TTFont(source)
    if axes:
        font = instancer.instantiateVariableFont(font, axes)
    options = subset.Options()
    options.layout_features = ["kern", "liga", "mark", "locl"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    if rename:
        for record in font["name"].names:
            if record.nameID in (1, 3, 4, 6, 16):
                record.string = rename.replace(" ", "-") if record.nameID == 6 else rename
    font.save(HERE / name)
    print(name, (HERE / name).stat().st_size // 1000, "kB")


def main(sans: str, italic: str, serif: str, regular: str, bold: str) -> None:
    """Cut them all."""
    cut(sans, "FlourishSans-Text.ttf", LATIN, {"wght": 420}, "Flourish Sans Text")
    cut(sans, "FlourishSans-Bold.ttf", LATIN, {"wght": 600}, "Flourish Sans Bold")
    cut(italic, "FlourishSans-Italic.ttf", LATIN, {"wght": 420}, "Flourish Sans Italic")
    cut(serif, "FlourishSerif-Bold.ttf", TITLE, {"wght": 600, "opsz": 48}, "Flourish Serif Bold")
    cut(regular, "NotoSansSC-Regular.otf", chinese(), None, None)
    cut(bold, "NotoSansSC-Bold.otf", chinese(), None, None)


if __name__ == "__main__":
    main(*sys.argv[1:6])
