"""Writes ``game/INVENTORY.md``: ``python -m tests.inventory.write``."""

from itertools import groupby
from pathlib import Path

from tests.inventory.table import ROOT, Row, rows

PAGE: Path = ROOT / "game" / "INVENTORY.md"

HEAD = """# The paper's terms, and where they are alive

Written by `python -m tests.inventory.write` from `tests/inventory/rows.yaml`; do not edit by hand. Every term of Chen
Liuqin's survey: where in the code, how a player meets it, which test holds it. A test fails when a row points nowhere.

*Only told* means that cards and screens speak of it and nothing in the simulation acts by it. A *gap* is a part of the
term that does not act.
"""

COLUMNS = "| term | in English | where | how a player meets it | test |"


def page() -> str:
    """Write the whole page."""
    found = list(rows())
    told = [row for row in found if row.only_told]
    lines = [HEAD, f"{len(found)} terms; {len(told)} only told; {sum(bool(row.gap) for row in found)} with a gap."]
    for section, part in groupby(found, key=lambda row: row.section):
        lines += ["", f"## {section}", "", COLUMNS, 5 * "|---" + "|"]
        lines += [_line(row) for row in part]
    lines += ["", "## Only told", "", *(f"- {row.chinese}, {row.english}" for row in told)]
    lines += ["", "## Gaps", "", *(f"- {row.chinese}, {row.english}: {row.gap}." for row in found if row.gap)]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    where = ", ".join(f"{kind} `{name}`" for kind, name in row.code)
    told = "*only told:* " if row.only_told else ""
    return f"| {row.chinese} | {row.english} | {told}{where} | {row.meets} | `{row.test.removeprefix('tests/')}` |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
