"""What became of a class on paper: the courses of all runs, and the curves that were predicted."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from game.explain.class_findings import ClassFindings
from game.explain.drawn import Drawn, drawn
from game.explain.speech import Speaker
from game.explain.stars import compared
from game.explain.tale import phases
from game.plain import svg, svg_course
from game.plain.html import hidden_table, paragraphs, section
from game.plain.svg_course import Stroke
from game.plain.wording import series, writer, year
from game.session.session import Session

WIDE, NARROW = 560.0, 430.0
Table = list[tuple[str, ...]]


def courses_of(sessions: Sequence[Session], number: str) -> np.ndarray:
    """Return every run's course of a number, ``[run, quarter]``; a run that ended early stays where it ended."""
    last = max(session.quarter for session in sessions)
    rows = [series(session, number) for session in sessions]
    return np.array([row + [row[-1]] * (last + 1 - len(row)) for row in rows])


def fan(sessions: Sequence[Session], found: ClassFindings, speaker: Speaker) -> str:
    """Draw the middle run, where four of five lie, three single ones, and the reference."""
    say, number = speaker.words, compared(sessions[0].level)[0][0]
    courses, written = courses_of(sessions, number), writer(speaker, number)
    low, middle, high = np.quantile(courses, [0.1, 0.5, 0.9], axis=0)
    last = courses.shape[1] - 1
    strokes = [Stroke(middle.tolist(), written(float(middle[-1])), weight=2.6)]
    strokes += [Stroke(courses[k].tolist(), say(f"debrief.class.{name}"), dash=dash, weight=1.2, colour=svg.PALE)
                for name, k, dash in _singles(courses)]  # fmt: skip
    strokes.append(Stroke(found.reference[: last + 1], say("debrief.class.reference"), dash="2 4", weight=1.4))
    typical = sessions[int(np.abs(courses[:, -1] - middle[-1]).argmin())]
    ends = [*phases(typical), (typical.quarter, "")]
    spans = [(start, end, say(f"phase.{name}")) for (start, name), (end, _) in pairwise(ends) if end > start]
    ends_of = {name: written(float(line[-1])) for name, line in (("low", low), ("middle", middle), ("high", high))}
    said = say("debrief.class.fan_line", number=speaker.name(number), **ends_of)
    chart = svg_course.course(WIDE, 210, strokes, said, written, year(speaker), last=last, shades=spans,
                       band=(0, low.tolist(), high.tolist()))  # fmt: skip
    rows: Table = [(say("chart.quarter"), say("chart.low"), say("chart.middle"), say("chart.high"))]
    rows += [
        (speaker.date(q), *(written(float(line[q])) for line in (low, middle, high))) for q in range(0, last + 1, 4)
    ]
    sub = say("debrief.class.fan_sub", number=speaker.name(number))
    return section(7, say("debrief.class.fan"), chart, paragraphs([said]), hidden_table(say, rows), sub=sub)


def _singles(courses: np.ndarray) -> list[tuple[str, int, str]]:
    """Choose three runs to show: one that peaked early, one that came late, one that ended furthest."""
    if courses.shape[0] < 4:
        return []
    peaks, last = courses.argmax(axis=1), courses[:, -1]
    fallen = courses.max(axis=1) - last
    order = [("early", int((fallen - peaks * 1e-6).argmax()), "6 3"),
             ("late", int((last - courses[:, courses.shape[1] // 2]).argmax()), "1 3"),
             ("renewed", int(last.argmax()), "10 3")]  # fmt: skip
    seen: set[int] = set()
    return [one for one in order if one[1] not in seen and not seen.add(one[1])]  # type: ignore[func-returns-value]


def predictions(sessions: Sequence[Session], speaker: Speaker) -> str:
    """Lay every sealed curve under the middle of what came."""
    say = speaker.words
    sealed = [(session, one) for session in sessions for one in session.predictions if one.values]
    if not sealed:
        return section(4, say("debrief.class.predictions"), paragraphs([say("debrief.class.none")]))
    names = [one.indicator for _, one in sealed]
    number = max(sorted(set(names)), key=names.count)
    chosen = [(session, one) for session, one in sealed if one.indicator == number]
    courses, written = courses_of(sessions, number), writer(speaker, number)
    lines = [(drawn(one, series(session, number)), series(session, number)) for session, one in chosen]
    told = [(line, came) for line, came in lines if line is not None]
    if not told:
        return section(4, say("debrief.class.predictions"), paragraphs([say("debrief.class.none")]))
    strokes = [Stroke(line.values, " ", line.first, weight=0.7, colour=svg.ACCENT) for line, _ in told[:40]]
    middle = Stroke(np.median(courses, axis=0).tolist(), say("debrief.it_came"), weight=2.6)
    gaps = [_gap(came, line) for line, came in told]
    said = say("debrief.class.predictions_line", count=len(told), number=speaker.name(number),
               gap=written(float(np.median(gaps))))  # fmt: skip
    last = max(courses.shape[1] - 1, *(line.last for line, _ in told[:40]))
    chart = svg_course.course(NARROW, 160, [*strokes, middle], said, written, year(speaker), last=last)
    rows = [(say("chart.quarter"), say("debrief.it_came"))]
    rows += [(speaker.date(q), written(float(middle.values[q]))) for q in range(0, courses.shape[1], 4)]
    return section(4, say("debrief.class.predictions"), chart, paragraphs([said]), hidden_table(say, rows))


def _gap(came: Sequence[float], line: Drawn) -> float:
    """Return how far off a curve was on average, as far as the run went."""
    seen = came[line.first + 1 : line.last + 1]
    return float(np.mean(np.abs(np.array(seen) - np.array(line.values[1 : 1 + len(seen)]))))
