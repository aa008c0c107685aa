"""Measures every fact and writes ``game/simulation/FACTS.md``: ``python -m tests.facts.renew``."""

from pathlib import Path

from game.commands.facts import band, source_of, why_not
from game.content.words import words
from game.lab.facts import Figure, Measured, load_all, measure

PAGE = Path(__file__).parents[2] / "game" / "simulation" / "FACTS.md"

HEAD = """# The model against published facts

Written by `python -m tests.facts.renew`; do not edit by hand. The facts are `tests/facts/*.yaml`, measured on
`levels/reference.yaml` and variants of it, with nobody governing unless stated. `python main.py facts` shows the same.

- A fact is *met* when its value lies in its band. *Surely*: so does the whole 95 % interval (worlds drawn again).
- Bands come from the literature by way of the design sheet and are not moved to fit. "memory" means recalled and not
  read again; "secondary" as others tell it; "design" a choice with no figure behind it.
- Facts marked + are not in the sheet's list of tests and were added here.
"""


def figure(item: Figure) -> str:
    """Write a value with its interval."""
    return f"{item.value:.3g} [{item.low:.3g}, {item.high:.3g}]"


def page(found: list[Measured]) -> str:
    """Write the whole page."""
    say = words("en")
    met, named = sum(item.met for item in found), [item for item in found if item.fact.named]
    lines = [HEAD, f"**{met} of {len(found)} facts are met; of the sheet's own, "]
    lines[-1] += f"{sum(item.met for item in named)} of {len(named)}.**\n"
    lines += ["| fact | sentence | band | value [95 %] | met | source |", "|---|---|---|---|---|---|"]
    for item in found:
        fact = item.fact
        verdict = ("surely" if item.sure else "yes") if item.met else ("no, near" if item.touches else "**no**")
        name = fact.id + ("" if fact.named else " +")
        both = f"{fact.sentence.en}<br>{fact.sentence.zh}"
        lines.append(f"| {name} | {both} | {band(fact)} | {figure(item.figure)} | {verdict} | {source_of(fact, say)} |")
    lines += ["", "## Missed, and why", ""]
    lines += [f"- **{item.fact.id}** {why_not(item, say)}" for item in found if not item.met] or ["None."]
    lines += ["", "## How each is measured", ""]
    for item in found:
        beside = "".join(f" Beside it, {name}: {figure(value)}." for name, value in item.beside.items())
        lines.append(f"- **{item.fact.id}** {item.fact.measure.en}{beside}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(measure(load_all())), encoding="utf-8")
