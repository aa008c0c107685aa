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
- *Fresh worlds* have dice on which nothing was ever chosen: a fit by luck would show there.
- Facts marked + are not in the sheet's list of tests and were added here.
"""


def figure(item: Figure) -> str:
    """Write a value with its interval."""
    return f"{item.value:.3g} [{item.low:.3g}, {item.high:.3g}]"


FRESH = 930_000
"""Seed of worlds on which nothing was ever chosen."""


def fresh() -> list[Measured]:
    """Measure every fact once more, on worlds of their own."""
    return measure([fact.model_copy(update={"seed": FRESH}) for fact in load_all()])


def page(found: list[Measured], again: list[Measured]) -> str:
    """Write the whole page: the facts on their own worlds, and on fresh ones."""
    say = words("en")
    met, named = sum(item.met for item in found), [item for item in found if item.fact.named]
    own, others = sum(item.met for item in named), sum(item.met for item in again)
    lines = [HEAD, f"**{met} of {len(found)} facts are met; of the sheet's own, {own} of {len(named)}. "]
    lines[-1] += f"On fresh worlds: {others} of {len(again)}.**\n"
    lines += ["| fact | sentence | band | value [95 %] | met | fresh worlds | source |", 7 * "|---" + "|"]
    for item, other in zip(found, again, strict=True):
        fact = item.fact
        verdict = ("surely" if item.sure else "yes") if item.met else ("no, near" if item.touches else "**no**")
        name = fact.id + ("" if fact.named else " +")
        both = f"{fact.sentence.en}<br>{fact.sentence.zh}"
        cells = (name, both, band(fact), figure(item.figure), verdict, once_more(other), source_of(fact, say))
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "## Missed, and why", ""]
    lines += [f"- **{item.fact.id}** {why_not(item, say)}" for item in found if not item.met] or ["None."]
    lines += ["", "## Met, but not surely", ""]
    lines += [f"- **{item.fact.id}** {reason(item)}" for item in found if item.met and not item.sure] or ["None."]
    lines += ["", "## How each is measured", ""]
    for item in found:
        beside = "".join(f" Beside it, {name}: {figure(value)}." for name, value in item.beside.items())
        lines.append(f"- **{item.fact.id}** {item.fact.measure.en}{beside}")
    return "\n".join(lines) + "\n"


def once_more(item: Measured) -> str:
    """Write the value on fresh worlds, and whether it lies in the band there."""
    return f"{item.figure.value:.3g}{'' if item.met else ' **no**'}"


def reason(item: Measured) -> str:
    """Say why a fact is met only just."""
    return item.fact.why_not.en if item.fact.why_not else "Its interval reaches past the band."


if __name__ == "__main__":
    PAGE.write_text(page(measure(load_all()), fresh()), encoding="utf-8")
