"""The causes of one run on paper: what decisions did, luck and skill, company."""

from collections.abc import Callable, Sequence

from game.content import numbers
from game.explain.company_told import company_lines, comparable
from game.explain.debrief import Done, measures, ranked
from game.explain.findings import Findings
from game.explain.luck_told import history_rows, luck_lines, luck_rows, verdict
from game.explain.speech import Speaker
from game.explain.stars import compared
from game.plain import svg_rows
from game.plain.html import hidden_table, paragraphs, section
from game.plain.wording import changes, writer
from game.session.album import Kept
from game.session.session import Session

MOST_BARS = 12
WIDE, NARROW, THIRD = 520.0, 430.0, 230.0


def decisions(session: Session, found: Findings, speaker: Speaker) -> str:
    """Rank what the decisions did."""
    say, measure = speaker.words, measures(session, speaker)[0]
    done = ranked(session, found, speaker, measure)
    least = sorted((abs(one.effect.value) for one in done), reverse=True)[:MOST_BARS][-1]
    done = [one for one in done if abs(one.effect.value) >= least]
    change = changes(speaker, measure.number)
    bars = [
        (one.name, speaker.date(one.quarter), one.effect.value, one.effect.low, one.effect.high,
         (one.effect.value > 0) == measure.welcome) for one in done
    ]  # fmt: skip
    best = done[0]
    said = say("chart.ranked", label=best.name, name=measure.label, value=change(best.effect.value),
               low=change(best.effect.low), high=change(best.effect.high))  # fmt: skip
    rows: list[tuple[str, ...]] = [
        (say("chart.cause"), say("chart.quarter"), measure.label, say("chart.low"), say("chart.high"), "")
    ]
    rows += [_row(one, speaker, change) for one in done]
    sub = say("debrief.decisions_sub", number=measure.label, date=speaker.date(measure.quarter), worlds=_worlds(found))
    judged = {one.verdict.quarter: one.verdict for one in done if one.verdict and one.verdict.verdict != "equal"}
    lines = [say("read.pair", first=speaker.date(q), second=verdict(judged[q], speaker)) for q in sorted(judged)[:4]]
    chart = svg_rows.bars(NARROW, bars, said, change)
    return section(4, say("debrief.decisions"), chart, paragraphs([said, *lines]), hidden_table(say, rows), sub=sub)


def _row(one: Done, speaker: Speaker, change: Callable[[float], str]) -> tuple[str, ...]:
    hindsight = speaker.words("debrief.hindsight", effect=change(one.hindsight))
    figures = (change(value) for value in (one.effect.value, one.effect.low, one.effect.high))
    return (one.name, speaker.date(one.quarter), *figures, hindsight)


def _worlds(found: Findings) -> int:
    return len(found.histories.yours) if found.histories else 64


def luck(found: Findings, speaker: Speaker) -> str:
    """Draw luck and skill, with formulas and limits."""
    say, one = speaker.words, found.histories
    assert one is not None
    written = writer(speaker, one.number)
    rows = [(say("debrief.yours"), one.yours), (say("debrief.others"), one.others), (say("debrief.nobody"), one.nobody)]
    lines = luck_lines(found, speaker)
    sub = say("debrief.luck_sub", number=speaker.name(one.number), date=speaker.date(one.quarter))
    chart = svg_rows.dots(WIDE, rows, one.you, say("debrief.you"), lines[0], written)
    figures = hidden_table(say, history_rows(one, speaker), luck_rows(found, speaker))
    return section(5, say("debrief.luck"), chart, paragraphs(lines), figures, sub=sub)


def company_of(session: Session, found: Findings, speaker: Speaker, earlier: Sequence[Kept]) -> str:
    """Draw three histograms of the company, side by side."""
    say, company = speaker.words, found.company
    assert company is not None
    lines, charts = company_lines(session, company, speaker), []
    for k, (number, at, _) in enumerate(compared(session.level)):
        own, written = comparable(session, number, at), writer(speaker, number)
        charts.append(
            "<div>" + svg_rows.histogram(THIRD, company.values[k], own, say("debrief.you"), lines[k], written)
            + paragraphs([lines[k]]) + "</div>"
        )  # fmt: skip
    heads = ("", *(speaker.name(number) for number, _, _ in compared(session.level)))
    rows: list[tuple[str, ...]] = [heads]
    for name in dict.fromkeys(company.strategies):
        own_rows = [i for i, who in enumerate(company.strategies) if who == name]
        middles = [sorted(column[i] for i in own_rows)[len(own_rows) // 2] for column in company.values]
        told = (speaker.value(number, v) for (number, _, _), v in zip(compared(session.level), middles, strict=True))
        rows.append((say(f"strategy.{name}"), *told))
    numbers_of = [number for number, _, _ in compared(session.level)]
    for one in earlier:
        ended = (speaker.value(name, one.values[name]) if name in one.values else "–" for name in numbers_of)
        rows.append((say("debrief.ghosts"), *ended))
    columns = "display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:24px"
    grid = f'<div style="{columns}">{"".join(charts)}</div>'
    sub = say("debrief.company_sub", count=numbers.number(len(company.strategies)))
    return section(7, say("debrief.company_head"), grid, hidden_table(say, rows), sub=sub)
