"""The tidy tables of a class: a row a student, a decision, an answer, a mark; no name of a person in any of them."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from game.classroom.hand_in import HandIn
from game.content.grading import PARTS
from game.explain.checks import every_item, is_right
from game.explain.evidence import ROWS
from game.explain.grading import Graded
from game.explain.mastery import mastery
from game.session import store
from game.session.recording import Recording

STUDENTS = (
    "pseudonym", "file", "mark", "level", "level_hash", "engine", "rules", "seed", "quarters", "worked", "finished",
    "won", "stars", "decisions", "predictions", "hints", "concepts_seen", "concepts_predicted", "concepts_used",
    "concepts_explained", "pre", "post", "gain", "total", "total_low", "total_high",
    *(f"share_{part}" for part in PARTS),
    *(f"error_{part}" for part in PARTS), "luck_index", *(f"rubric_{row}" for row in ROWS), "detail",
)  # fmt: skip
DECISIONS = ("pseudonym", "file", "quarter", "do", "policy", "place", "size", "event", "choice")
ITEMS = ("pseudonym", "file", "item", "occasion", "answer", "right", "quarter", "seconds")
GOALS = ("pseudonym", "file", "goal", "value", "met")
RUBRIC = ("pseudonym", "file", "concept", "level", "found", "by_hand", "note")
MARKS = ("seen", "predicted", "used", "explained")


def student(found: HandIn, graded: Graded | None = None) -> dict[str, Any]:
    """Return a hand-in's row of the table of students, with its marks where it was graded."""
    row: dict[str, Any] = {"file": found.path.name, "mark": found.mark, "detail": found.detail}
    kept = found.recording
    if kept is None:
        return row
    row |= {
        "pseudonym": kept.player, "level": kept.level.id, "level_hash": kept.level.digest[:12],
        "engine": kept.game_version, "rules": kept.rules, "seed": kept.seed, "quarters": kept.quarter,
        "worked": kept.worked,
        "finished": int(kept.finished), "decisions": len(kept.actions), "predictions": len(kept.predictions),
        "hints": sum(said.kind == "hint" for said in kept.answers),
    }  # fmt: skip
    if found.counts:
        marks = mastery([kept]).values()
        row |= {"won": int(found.won), "stars": found.stars}
        row |= {f"concepts_{key}": sum(bool(getattr(one, key)) for one in marks) for key in MARKS}
    return row | (_marks(graded) | _gain(graded) if graded is not None else {})


def _marks(graded: Graded) -> dict[str, Any]:
    """Return total, parts and rubric; what could not be told stays empty."""
    total = graded.total
    row: dict[str, Any] = {f"rubric_{name}": mark.level for name, mark in graded.rubric.items()}
    row["luck_index"] = "" if graded.luck is None else round(graded.luck, 4)
    if total is not None:
        row |= {"total": round(total.value, 2), "total_low": round(total.low, 2), "total_high": round(total.high, 2)}
    for part, mark in graded.parts.items():
        if mark.share is not None:
            row |= {f"share_{part}": round(mark.share, 4), f"error_{part}": round(mark.error, 4)}
    return row


def _gain(graded: Graded) -> dict[str, Any]:
    """Return the share of right answers before and after play, of those given: reported, never graded."""
    session, shares = graded.run.session, dict[str, float]()
    known = every_item(session.level)
    for name, kind in (("pre", "before"), ("post", "after")):
        right = [is_right(said, known) for said in session.said if said.kind == kind]
        if right:
            shares[name] = round(sum(map(bool, right)) / len(right), 4)
    return shares | ({"gain": round(shares["post"] - shares["pre"], 4)} if len(shares) == 2 else {})


def _rubric(graded: Graded) -> Iterable[dict[str, Any]]:
    """Return the rows of the rubric: what was read, what a teacher set instead, and why."""
    for name, mark in graded.rubric.items():
        yield {
            "pseudonym": graded.run.pupil, "file": graded.run.file, "concept": name, "level": mark.level,
            "found": mark.found, "by_hand": int(bool(mark.note)), "note": mark.note,
        }  # fmt: skip


def _decisions(found: HandIn, kept: Recording) -> Iterable[dict[str, Any]]:
    for line in kept.actions:
        yield {"pseudonym": kept.player, "file": found.path.name, **line.model_dump()}


def _items(found: HandIn, kept: Recording) -> Iterable[dict[str, Any]]:
    for said in kept.answers:
        right = "" if said.right is None else said.right
        yield {
            "pseudonym": kept.player, "file": found.path.name, "item": said.question, "occasion": said.kind or "",
            "answer": said.answer, "right": right, "quarter": "" if said.quarter is None else said.quarter,
            "seconds": "" if said.seconds is None else said.seconds,
        }  # fmt: skip


def _goals(found: HandIn, kept: Recording) -> Iterable[dict[str, Any]]:
    for goal, value, met in found.goals:
        yield {"pseudonym": kept.player, "file": found.path.name, "goal": goal, "value": value, "met": int(met)}


def write_all(folder: Path, found: Sequence[HandIn], graded: Sequence[Graded] = ()) -> list[Path]:
    """Write the tables of a class into a folder.

    Raises:
        NotWritable: The folder cannot be written.
    """
    marks = {one.run.file: one for one in graded}
    sound = [(one, one.recording) for one in found if one.counts and one.recording is not None]
    tables = {
        "session_students.csv": (STUDENTS, [student(one, marks.get(one.path.name)) for one in found]),
        "decisions.csv": (DECISIONS, [row for one, kept in sound for row in _decisions(one, kept)]),
        "items.csv": (ITEMS, [row for one, kept in sound for row in _items(one, kept)]),
        "goals.csv": (GOALS, [row for one, kept in sound for row in _goals(one, kept)]),
        "rubric.csv": (RUBRIC, [row for one in graded for row in _rubric(one)]),
    }
    written = []
    for name, (columns, rows) in tables.items():
        # The mark at the front lets spreadsheet programs read Chinese.
        store.write(folder / name, "\ufeff" + _text(columns, rows))
        written.append(folder / name)
    return written


def guarded(value: Any) -> Any:
    """Return a cell that no spreadsheet program will take for a formula."""
    return "'" + value if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value


def _text(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: guarded(value) for key, value in row.items() if key in columns} for row in rows)
    return out.getvalue()
