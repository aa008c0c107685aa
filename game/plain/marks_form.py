"""The weights on the page of marks: a formula that can be read, a small form that moves it, and the file to copy.

The script stands in the page and asks nothing of any network; without it the page shows the weights it was made with.
"""

import json
from html import escape

from game.content.grading import PARTS, Grading
from game.content.words import Words
from game.explain.grading import Graded

STYLE = """
.scroll{overflow-x:auto}.scroll table{min-width:640px}
.marks td,.marks th,.again td,.again th{white-space:nowrap;font-size:12px;padding:3px 8px 3px 0}
.marks th[scope=col],.again th[scope=col],.again td:last-child{white-space:normal;vertical-align:bottom}
.again th:last-child,.again td:last-child{text-align:left}
a{color:inherit;text-decoration-color:#8A8478;text-underline-offset:2px}a:focus-visible{outline:2px solid #22262B}
.marks a{display:inline-block;min-width:24px;min-height:24px;line-height:24px}
form{display:flex;flex-wrap:wrap;gap:6px 18px;margin:6px 0}form[hidden]{display:none}
label{display:flex;gap:8px;align-items:center}input{width:64px;min-height:28px;font:inherit;padding:2px 4px}
pre{background:#F4F1EA;padding:8px;margin:4px 0;overflow-x:auto;user-select:all;font-size:12px;line-height:1.5}
.marks th::first-letter,.pupil h3::first-letter{text-transform:uppercase}
.pupil h3{font-size:12px;margin:8px 0 2px}.pupil p,.pupil li{font-size:12px;max-width:78ch}
.pupil li{padding-left:1.2em;text-indent:-1.2em}.pupil li ul{text-indent:0}.pieces{columns:2 38ch;column-gap:32px}
.pieces h3{break-after:avoid}.pieces li,.pieces p{break-inside:avoid}
:target{background:#F1E6C8;box-shadow:0 0 0 3px #F1E6C8;scroll-margin-top:30vh}
@media print{.pupil,form,.screen{display:none}.marks td,.marks th{font-size:8px;padding:1px 6px 1px 0}
.marks a{min-height:0;line-height:inherit;text-decoration:none}.scroll{overflow:visible}.scroll table{min-width:0}
pre{font-size:7.5px;background:none;padding:0}}
"""

SCRIPT = """
(() => {
  const form = document.getElementById("weights"), parts = PARTS;
  const weight = part => Math.min(Math.max(Number(form.elements[part].value) || 0, 0), 100);
  const put = (name, write) =>
    document.querySelectorAll(`[data-${name}]`).forEach(one => one.textContent = write(one.dataset[name]));
  const again = () => {
    put("weight", weight);
    put("sum", () => parts.reduce((sum, part) => sum + weight(part), 0));
    document.querySelectorAll("tr[data-row]").forEach(row => {
      const told = parts.filter(part => row.dataset[part] !== "");
      const sum = told.reduce((all, part) => all + weight(part), 0);
      const value = told.reduce((all, part) => all + weight(part) * row.dataset[part], 0) / sum;
      const error = part => weight(part) * row.dataset[part + "Error"] / sum;
      const off = Math.sqrt(told.reduce((all, part) => all + error(part) ** 2, 0));
      const show = number => sum ? String(Math.round(100 * Math.min(Math.max(number, 0), 1))) : "\u2013";
      row.querySelector("[data-total]").textContent = show(value);
      row.querySelector("[data-range]").textContent =
        sum ? show(value - 1.96 * off) + "\u2013" + show(value + 1.96 * off) : "\u2013";
    });
  };
  form.hidden = false;
  form.addEventListener("input", again);
  form.addEventListener("submit", event => event.preventDefault());
})();
"""


def formula(say: Words, grading: Grading) -> str:
    """Write the formula; its numbers follow the form."""
    terms = " + ".join(
        f'<b data-weight="{part}">{_short(getattr(grading.weights, part))}</b> × {escape(say(f"marks.part.{part}"))}'
        for part in PARTS
    )
    whole = _short(sum(getattr(grading.weights, part) for part in PARTS))
    before, after = escape(say("marks.formula_before")), escape(say("marks.formula_after"))
    return f'<p>{before} 100 × ({terms}) ÷ <b data-sum="">{whole}</b>{after}</p>'


def form(say: Words, grading: Grading) -> str:
    """Write the form; it stays away where no script runs."""
    fields = "".join(
        f'<label>{escape(say(f"marks.part.{part}"))} <input type="number" name="{part}" min="0" max="100" step="5" '
        f'value="{_short(getattr(grading.weights, part))}"></label>'
        for part in PARTS
    )
    return f'<form id="weights" hidden>{fields}</form>'


def file_text(grading: Grading) -> str:
    """Write the weights and what was set by hand as the file a teacher keeps; its weights follow the form."""
    weights = ((part, _short(getattr(grading.weights, part))) for part in PARTS)
    text = "format: 1\nweights:\n"
    text += "".join(f'  {part}: <span data-weight="{part}">{value}</span>\n' for part, value in weights)
    text += "overrides:\n" if grading.overrides else ""
    for one in grading.overrides:
        rows = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in one.model_dump().items()]
        text += "  - " + escape("\n    ".join(rows), quote=False) + "\n"
    return f"<pre>{text}</pre>"


def data(one: Graded) -> str:
    """Write what the script counts with into a row."""
    found = ['data-row=""']
    for part, mark in one.parts.items():
        found.append(f'data-{part}="{"" if mark.share is None else round(mark.share, 5)}"')
        found.append(f'data-{part}-error="{round(mark.error, 5)}"')
    return " ".join(found)


def script() -> str:
    """Return the script that follows the form."""
    return f"<script>{SCRIPT.replace('PARTS', json.dumps(list(PARTS)))}</script>"


def _short(value: float) -> str:
    return f"{value:g}"
