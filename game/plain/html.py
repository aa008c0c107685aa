"""One page for paper: A4 landscape, no file beside it, nothing asked of any network."""

from collections.abc import Sequence
from html import escape

from game.content.words import Words

STYLE = """
@page{size:A4 landscape;margin:9mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1120px;padding:14px;color:#22262B;background:#FFF;
font:12px/1.42 "Source Sans 3","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif}
h1{font-size:23px;line-height:1.2;margin:0}h2{font-size:14px;margin:0 0 1px}p{margin:0 0 4px}
.sub{color:#565A5C;margin-bottom:5px}
.grid{display:grid;grid-template-columns:repeat(12,1fr);grid-auto-flow:dense;gap:10px 20px;margin-top:10px}
section{break-inside:avoid;border-top:1.5px solid #22262B;padding-top:5px}
svg{width:100%;height:auto;display:block;margin:2px 0 4px}
table{border-collapse:collapse;width:100%;font-size:10.5px}th,td{text-align:right;padding:1px 6px 1px 0;
border-bottom:.5px solid #C9C1B2}th:first-child,td:first-child{text-align:left}
details{font-size:10.5px;color:#565A5C}summary{cursor:pointer}
.column{display:flex;flex-direction:column;gap:10px}.column>.grid{margin-top:0}
ul{list-style:none;margin:0;padding:0}li{margin:1px 0}.met::before{content:"★ "}.open::before{content:"☆ "}
.line{border-bottom:1px solid #22262B;min-height:26px;font-size:14px;padding:3px 0}
footer{margin-top:8px;color:#565A5C;font-size:10px}
.w3{grid-column:span 3}.w4{grid-column:span 4}.w5{grid-column:span 5}.w6{grid-column:span 6}
.w7{grid-column:span 7}.w8{grid-column:span 8}.w12{grid-column:span 12}
@media screen and (max-width:760px){section,.column{grid-column:span 12!important}}
@media print{body{padding:0;font-size:8.6px;line-height:1.32;max-width:none}h1{font-size:17px}h2{font-size:10.5px}
table,footer{font-size:8px}details{display:none}p{margin:0 0 2px}.grid{gap:4px 14px;margin-top:4px}
section{padding-top:2px}.line{min-height:18px;font-size:10px}}
"""

Rows = Sequence[Sequence[str]]


def document(
    say: Words, title: str, below: str, sections: Sequence[str], foot: str, style: str = "", script: str = ""
) -> str:  # fmt: skip
    """Put a page together; more style and a script where a page has its own."""
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    language = "zh-CN" if say.language == "zh" else "en"
    return (
        f'<!doctype html><html lang="{language}"><head>{head}<style>{STYLE}{style}</style></head><body>'
        f'<h1>{escape(title)}</h1><p class="sub">{escape(below)}</p>'
        f'<main class="grid">{"".join(sections)}</main><footer>{escape(foot)}</footer>{script}</body></html>\n'
    )


def section(width: int, heading: str, *inside: str, sub: str = "") -> str:
    """Put a section together; ``width`` is in twelfths of the page."""
    below = f'<p class="sub">{escape(sub)}</p>' if sub else ""
    return f'<section class="w{width}"><h2>{escape(heading)}</h2>{below}{"".join(inside)}</section>'


def column(width: int, *sections: str) -> str:
    """Stack sections in one column of the page."""
    return f'<div class="w{width} column">{"".join(sections)}</div>'


def beside(*sections: str) -> str:
    """Lay sections beside each other within a column."""
    return f'<div class="grid">{"".join(sections)}</div>'


def paragraphs(texts: Sequence[str]) -> str:
    """Write sentences below each other."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts if text)


def table(rows: Rows) -> str:
    """Write a table whose first row holds the headings."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
    body = "".join(
        "<tr>"
        + f'<th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows[1:]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def hidden_table(say: Words, *tables: Rows) -> str:
    """Lay a chart's figures beside it; they open on the screen and stay away from paper."""
    return f"<details><summary>{escape(say('debrief.table'))}</summary>{''.join(map(table, tables))}</details>"


def listed(items: Sequence[tuple[str, bool]]) -> str:
    """List goals: a full star where it was reached."""
    return (
        "<ul>" + "".join(f'<li class="{"met" if met else "open"}">{escape(text)}</li>' for text, met in items) + "</ul>"
    )


def to_write(text: str) -> str:
    """Write what was intended on a line, or leave the line to be written on."""
    return f'<p class="line">{escape(text)}&nbsp;</p>'
