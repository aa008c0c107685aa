"""The facts of one run on paper: what happened, the stars, what was drawn and what came."""

from collections.abc import Sequence
from itertools import pairwise

from game.explain import ghost
from game.explain.company_told import turning_line
from game.explain.drawn import drawn
from game.explain.findings import Findings
from game.explain.speech import Speaker
from game.explain.stars import stars
from game.explain.tale import phases
from game.plain import svg, svg_course
from game.plain.html import hidden_table, listed, paragraphs, section
from game.plain.svg_course import Stroke
from game.plain.wording import series, writer, year
from game.session.album import Kept
from game.session.goals import Progress, figure
from game.session.session import Session

NUMBER = "employment"
WIDE, NARROW = 500.0, 430.0


def story(session: Session, found: Findings | None, speaker: Speaker, earlier: Sequence[Kept] = ()) -> str:
    """Draw what happened, phases shaded, decisions and the last turn marked."""
    say, came = speaker.words, series(session, NUMBER)
    ends = [*phases(session), (session.quarter, "")]
    spans = [(start, end, say(f"phase.{name}")) for (start, name), (end, _) in pairwise(ends) if end > start]
    turn = found.turning.last if found and found.turning else None
    marks = [(quarter, False) for quarter in sorted({step.quarter for step in session.branch.steps})]
    marks += [(turn, True)] if turn is not None and turn <= session.quarter else []
    low, high, first, last = (speaker.value(NUMBER, v) for v in (min(came), max(came), came[0], came[-1]))
    said = say("chart.line", name=speaker.name(NUMBER), first=first, since=speaker.date(0), last=last,
               until=speaker.date(session.quarter), low=low, high=high)  # fmt: skip
    one = ghost.best(session.level, earlier)
    strokes = [Stroke(came), *([Stroke(ghost.course(one), say("debrief.ghost"), dash="6 4")] if one else [])]
    chart = svg_course.course(WIDE, 200, strokes, said, writer(speaker, NUMBER), year(speaker), shades=spans,
                              last=max(len(stroke.values) for stroke in strokes) - 1, marks=marks)  # fmt: skip
    rows = [(say("chart.quarter"), speaker.name(NUMBER), *(stroke.name for stroke in strokes[1:]))]
    rows += [
        (speaker.date(q), *(speaker.value(NUMBER, s.values[q]) if q < len(s.values) else "–" for s in strokes))
        for q in range(0, session.quarter + 1, 4)
    ]
    turning = turning_line(session, found, speaker) if found else ""
    return section(
        5,
        say("debrief.facts"),
        chart,
        paragraphs([said, turning]),
        hidden_table(say, rows),
        sub=say("debrief.facts_sub"),
    )


def goals(session: Session, speaker: Speaker) -> str:
    """List the three stars, and how it ended."""
    say, outcome = speaker.words, session.outcome()
    shown = stars(session.level, session.progress())
    items = [
        (
            say(
                "read.aside",
                first=item.goal.text[say.language],
                second=speaker.told(item.goal.indicator, _figure(session, item)),
            ),
            item.status == "met",
        )
        for item in shown
    ]
    ended = say(f"outcome.{outcome.reason}") if outcome.reason else ""
    return section(12, say("debrief.stars"), listed(items), paragraphs([ended]))


def _figure(session: Session, item: Progress) -> float:
    return figure(item.goal, session.branch.region.history[item.goal.indicator][:, 0].tolist())


def prediction(session: Session, speaker: Speaker, k: int) -> str:
    """Lay one prediction over what came."""
    one, say = session.predictions[k], speaker.words
    came = series(session, one.indicator)
    line = drawn(one, came)
    if line is None:
        return ""
    strokes = [
        Stroke(came, say("debrief.it_came")),
        Stroke(line.values, say("debrief.you_drew"), line.first, "6 4", colour=svg.ACCENT),
    ]
    end, written = min(line.last, session.quarter), writer(speaker, one.indicator)
    said = say("debrief.predicted", number=speaker.name(one.indicator), date=speaker.date(end),
               drawn=written(line.values[end - line.first]), came=written(came[end]))  # fmt: skip
    chart = svg_course.course(NARROW, 150, strokes, said, written, year(speaker), last=max(session.quarter, line.last),
                              marks=[(one.quarter, True)],
                              band=(line.first, line.low, line.high) if line.low else None)  # fmt: skip
    rows = [(say("chart.quarter"), say("debrief.you_drew"), say("debrief.it_came"))]
    quarters = range(line.first, end + 1, 4)
    rows += [(speaker.date(q), written(line.values[q - line.first]), written(came[q])) for q in quarters]
    sub = say("debrief.predictions_sub", number=speaker.name(one.indicator), date=speaker.date(one.quarter))
    return section(6, say("debrief.predictions"), chart, paragraphs([said]), hidden_table(say, rows), sub=sub)
