"""What the marks of one pupil rest on, in words, and the run as it was played again, quarter by quarter."""

from collections.abc import Sequence
from html import escape

from game.content import numbers
from game.content.grading import PARTS
from game.explain.checks import every_item
from game.explain.evidence import ROWS, Evidence
from game.explain.grading import COUNTED, Graded, Mark, speaking_for
from game.explain.speech import Speaker
from game.explain.stars import compared
from game.explain.tale import decision

SHOWN = ("treasury", "firms", "employment", "mean_margin", "variety", "trust")
"""Numbers told of each quarter that matters, beside the one that runs are compared by."""

NONE = "–"


def pupil(k: int, one: Graded, speaker: Speaker) -> str:
    """Write everything on one pupil; ``k`` makes its anchors."""
    say, run = speaker.words, one.run
    parts = "".join(_part(k, part, one, speaker) for part in PARTS)
    rows = "".join(_row(k, row, one, speaker) for row in ROWS)
    heading = escape(say("read.pair", first=run.pupil or NONE, second=run.file))
    why, back = escape(say("marks.ask_further", file=run.file)), escape(say("marks.back"))
    return (
        f'<section class="w12 pupil" id="p{k}"><h2>{heading}</h2><p><a href="#marks">{back}</a></p>'
        f'<div class="pieces">{parts}<h3>{escape(say("marks.rubric"))}</h3><ul>{rows}</ul></div>'
        f"<h3>{escape(say('marks.again'))}</h3><p>{why}</p>{_again(k, one, speaker)}</section>"
    )


def share(mark: Mark) -> str:
    """Write a part's share, or a dash."""
    return NONE if mark.share is None else numbers.percent(mark.share)


def _part(k: int, part: str, one: Graded, speaker: Speaker) -> str:
    say, mark = speaker.words, one.parts[part]
    pieces = [piece for piece in one.run.evidence if piece.kind in COUNTED[part]]
    why = f"<p>{escape(say('marks.decisions_told'))}</p>" if part == "decisions" else ""
    heading = escape(say("read.pair", first=say(f"marks.part.{part}"), second=share(mark)))
    return f'<h3 id="p{k}-{part}">{heading}</h3>{why}{_listed(k, pieces, one, speaker) or f"<p>{NONE}</p>"}'


def _row(k: int, row: str, one: Graded, speaker: Speaker) -> str:
    """Say how far a concept was met, and by which pieces; each leads to its quarter."""
    say, mark = speaker.words, one.rubric[row]
    pieces = speaking_for(row, one.run.evidence)
    links = _listed(k, pieces, one, speaker)
    level = say(f"marks.level.{mark.found}")
    by_hand = say("marks.by_hand", level=mark.level, note=mark.note) if mark.note else ""
    head = escape(say("read.pair", first=f"{say(f'marks.row.{row}')} {mark.found}", second=level))
    return f'<li id="p{k}-{row}"><b>{head}</b> {escape(by_hand)}{links}</li>'


def _listed(k: int, pieces: Sequence[Evidence], one: Graded, speaker: Speaker) -> str:
    """List pieces; each leads to its quarter as it was played again."""
    lines = [
        f'<li><a href="#p{k}-q{piece.quarter}">{escape(speaker.date(piece.quarter))}</a> '
        f"{escape(_told(piece, one, speaker))}</li>"
        for piece in pieces
    ]
    return f"<ul>{''.join(lines)}</ul>" if lines else ""


def _told(piece: Evidence, one: Graded, speaker: Speaker) -> str:
    """Say what was done, and how much of it was right."""
    say = speaker.words
    if piece.kind == "decision":
        return decision(one.run.session, speaker, one.run.session.branch.steps[int(piece.what)])
    if piece.kind in ("quarters", "before", "after"):
        return say(f"marks.piece.{piece.kind}", share=numbers.percent(piece.share))
    if piece.kind == "check":
        return _question(piece, one, speaker)
    result = "yes" if piece.share == 1.0 else "no" if piece.share == 0.0 else "half"
    if piece.kind == "explanation":
        number = piece.what.split(".")[1]
        named = say("read.comma").join(speaker.cause(cause) for cause in piece.answer.split(",") if cause)
        return say(f"marks.piece.explanation.{result}", number=speaker.name(number), causes=named)
    beyond = "" if piece.counts else say("marks.piece.unasked")
    return say(f"marks.piece.{piece.kind}.{result}", number=speaker.name(piece.what)) + beyond


def _question(piece: Evidence, one: Graded, speaker: Speaker) -> str:
    """Quote a question and the answer given."""
    say, item = speaker.words, every_item(one.run.session.level)[piece.what]
    number = int(piece.answer) if piece.answer.isascii() and piece.answer.isdigit() else len(item.answers)
    if number >= len(item.answers):
        return say("marks.piece.check.open", question=item.text[speaker.language])
    word, given = "right" if piece.share else "wrong", item.answers[number].text[speaker.language]
    return say(f"marks.piece.check.{word}", question=item.text[speaker.language], answer=given)


def _again(k: int, one: Graded, speaker: Speaker) -> str:
    """Show the run as it was played again, in every quarter that the evidence speaks of."""
    say, session = speaker.words, one.run.session
    history = session.branch.region.history
    shown = list(dict.fromkeys((*SHOWN, compared(session.level)[0][0])))
    heads = [say("chart.quarter"), *(speaker.name(number) for number in shown), say("marks.done")]
    body = ""
    for quarter in sorted({piece.quarter for piece in one.run.evidence} | {session.quarter}):
        done = [decision(session, speaker, step) for step in session.branch.steps if step.quarter == quarter]
        values = [speaker.value(number, float(history[number][quarter, 0])) for number in shown]
        cells = _cells([*values, say("read.comma").join(done)])
        body += f'<tr id="p{k}-q{quarter}"><th scope="row">{escape(speaker.date(quarter))}</th>{cells}</tr>'
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in heads)
    return wide("again", head, body)


def wide(name: str, head: str, body: str, mark: str = "") -> str:
    """Write a table that scrolls by itself where the page is narrow."""
    label = f' id="{mark}"' if mark else ""
    inside = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="scroll" tabindex="0"><table class="{name}"{label}>{inside}</table></div>'


def _cells(values: Sequence[str]) -> str:
    return "".join(f"<td>{escape(value)}</td>" for value in values)
