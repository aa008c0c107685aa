"""The page of marks, for the teacher alone: formula, weights, every pupil's numbers, and what each of them rests on.

Every number is two clicks from the run as it was played again: to its evidence, and from there to the quarter.
"""

from collections.abc import Sequence
from html import escape

import numpy as np

from game.content import numbers
from game.content.grading import PARTS, Grading
from game.explain.evidence import ROWS
from game.explain.grading import Graded
from game.explain.speech import Speaker
from game.explain.stars import compared
from game.plain import marks_evidence, marks_form
from game.plain.html import document, paragraphs, section, table
from game.version import RULES, VERSION

NONE = marks_evidence.NONE


def page(graded: Sequence[Graded], grading: Grading, speaker: Speaker) -> str:
    """Write the page."""
    say, level = speaker.words, speaker.level
    below_table = [say("marks.table_told"), *_notes(graded, speaker)]
    copied = section(12, say("marks.weights"), paragraphs([say("marks.copy")]), marks_form.file_text(grading))
    told = [
        section(12, say("marks.how"), marks_form.formula(say, grading), marks_form.form(say, grading),
                paragraphs([say("marks.limits")])),
        section(12, say("marks.table"), _table(graded, speaker), paragraphs(below_table)),
        section(7, say("marks.levels"), paragraphs([f"{n}: {say(f'marks.level.{n}')}" for n in range(4)])),
        f'<div class="w5 screen column">{copied}</div>',
    ]  # fmt: skip
    told += [marks_evidence.pupil(k, one, speaker) for k, one in enumerate(graded)]
    seeds = say("read.comma").join(map(str, sorted({one.run.session.seed for one in graded})[:8]))
    foot = say("debrief.made_by", version=VERSION, rules=RULES, level=level.id, seed=seeds)
    title = say("marks.title", level=level.title[say.language])
    below = say("marks.sub", runs=len(graded))
    return document(say, title, below, told, foot, marks_form.STYLE, marks_form.script())


def _table(graded: Sequence[Graded], speaker: Speaker) -> str:
    say = speaker.words
    heads = [say("marks.pupil"), say("marks.mark"), say("marks.range"), *(say(f"marks.part.{part}") for part in PARTS)]
    heads += [say("marks.luck"), *(say(f"marks.row.{row}") for row in ROWS)]
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in heads)
    body = "".join(_line(k, one, speaker) for k, one in enumerate(graded))
    return marks_evidence.wide("marks", head, body, "marks")


def _line(k: int, one: Graded, speaker: Speaker) -> str:
    """Write one pupil's row; every number leads to its evidence."""
    total, number = one.total, compared(speaker.level)[0][0]
    value = NONE if total is None else f"{total.value:.0f}"
    low_high = NONE if total is None else f"{total.low:.0f}–{total.high:.0f}"
    luck = NONE if one.luck is None else speaker.change(number, one.luck)
    cells = [f'<a href="#p{k}" data-total="">{value}</a>', f'<span data-range="">{low_high}</span>']
    cells += [_link(k, part, marks_evidence.share(one.parts[part])) for part in PARTS]
    cells.append(escape(luck))
    cells += [_link(k, row, f"{one.rubric[row].level}{'*' if one.rubric[row].note else ''}") for row in ROWS]
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    name = f'<th scope="row"><a href="#p{k}">{escape(one.run.pupil or one.run.file)}</a></th>'
    return f"<tr {marks_form.data(one)}>{name}{row}</tr>"


def _link(k: int, where: str, text: str) -> str:
    return f'<a href="#p{k}-{where}">{escape(text)}</a>'


def _notes(graded: Sequence[Graded], speaker: Speaker) -> list[str]:
    """List what was set by hand, and why."""
    say = speaker.words
    return [
        say("marks.note", pupil=one.run.pupil, concept=say(f"marks.row.{row}"), found=mark.found, level=mark.level,
            note=mark.note)
        for one in graded for row, mark in one.rubric.items() if mark.note
    ]  # fmt: skip


def summary(graded: Sequence[Graded], grading: Grading, speaker: Speaker) -> str:
    """Write the section of the class's own page: how marks are counted and how they lie, without a name."""
    say = speaker.words
    rows = [tuple(say(f"marks.summary.{name}") for name in ("part", "weight", "lowest", "middle", "highest"))]
    for part in PARTS:
        shares = [one.parts[part].share for one in graded]
        rows.append((say(f"marks.part.{part}"), f"{getattr(grading.weights, part):g}", *_spread(shares)))
    totals = [None if one.total is None else one.total.value / 100 for one in graded]
    rows.append((say("marks.mark"), "", *_spread(totals)))
    return section(12, say("marks.heading"), marks_form.formula(say, grading), table(rows),
                   paragraphs([say("marks.limits"), say("marks.by_name", id=speaker.level.id)]))  # fmt: skip


def _spread(values: Sequence[float | None]) -> tuple[str, ...]:
    told = [value for value in values if value is not None]
    return tuple(numbers.percent(float(np.quantile(told, q))) if told else NONE for q in (0.0, 0.5, 1.0))
