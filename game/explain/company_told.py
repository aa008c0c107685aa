"""Company, the last turn, and how well forecasts held, in words."""

from game.content import numbers
from game.explain.findings import Company, Findings
from game.explain.speech import Speaker
from game.explain.stars import compared
from game.session.session import Session


def company_lines(session: Session, company: Company, speaker: Speaker) -> list[str]:
    """Say for each number how many plays of the company did less well, and who did best."""
    lines = []
    for k, (number, at, up) in enumerate(compared(session.level)):
        own = comparable(session, number, at)
        if own is None:
            stopped = speaker.date(session.quarter)
            lines.append(speaker.words("debrief.company_stopped", number=speaker.name(number), date=stopped))
            continue
        values = company.values[k]
        worse = sum((value < own) if up else (value > own) for value in values)
        best = max(range(len(values)), key=lambda i: values[i] if up else -values[i])
        lines.append(
            speaker.words("debrief.company", number=speaker.name(number), value=speaker.value(number, own),
                          share=numbers.percent(worse / len(values)), count=len(values),
                          best=speaker.words(f"strategy.{company.strategies[best]}"))
        )  # fmt: skip
    return lines


def comparable(session: Session, number: str, at: int) -> float | None:
    """Return where this run stood on the day the company is read; nothing for one that stopped before."""
    return own_value(session, number, at) if session.quarter >= at else None


def own_value(session: Session, number: str, at: int) -> float:
    """Return how this run ended in a number; one that ended before is read where it ended."""
    series = session.branch.region.history[number][:, 0]
    return float(series[min(at, len(series) - 1)])


def turning_line(session: Session, found: Findings, speaker: Speaker) -> str:
    """Say until when it could still be turned."""
    turning = found.turning
    if turning is None:
        return ""
    if turning.last is None:
        return speaker.words("debrief.turning.never")
    share = turning.chances[turning.quarters.index(turning.last)]
    later = [s for q, s in zip(turning.quarters, turning.chances, strict=True) if q > turning.last]
    kind = "won" if session.outcome().won else "until" if later else "always"
    after = numbers.percent(max(later)) if later else ""
    return speaker.words(
        f"debrief.turning.{kind}", date=speaker.date(turning.last), share=numbers.percent(share), after=after
    )


def held_line(found: Findings, speaker: Speaker) -> str:
    """Say how often the bands held."""
    held = found.held
    if not held.among + held.among_decided:
        return speaker.words("debrief.held.none")
    first = speaker.words("debrief.held.quiet", kept=held.kept, among=held.among) if held.among else ""
    decided = ""
    if held.among_decided:
        decided = speaker.words("debrief.held.decided", kept=held.kept_decided, among=held.among_decided)
    return speaker.words("read.sentences", first=first, second=decided) if first and decided else first or decided
