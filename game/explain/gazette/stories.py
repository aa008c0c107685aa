"""What the region's newspaper could print of a year: votes, events, phases, numbers, decisions. Nothing is made up."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.explain.gazette.moments import moments_of
from game.explain.gazette.years import Year
from game.explain.speech import Speaker
from game.explain.tale import decisions
from game.explain.why import Explainer
from game.session.session import Session
from game.simulation.actions import Answer
from game.simulation.indicators import WATCHED


@dataclass(frozen=True)
class Story:
    """One story: what kind, how much it weighs against others, its words, and what it leads to."""

    kind: str
    weight: float
    headline: str
    text: str
    number: str | None = None
    firm: int | None = None


def stories(session: Session, year: Year, speaker: Speaker, explainer: Explainer) -> Iterator[Story]:
    """Tell what happened to the region in a year; firms have a page of their own."""
    yield from _votes(session, year, speaker)
    yield from _events(session, year, speaker)
    yield from _scandals(session, year, speaker)
    yield from _phase(session, year, speaker, explainer)
    yield from _numbers(session, year, speaker, explainer)
    yield from _done(session, year, speaker)


def _votes(session: Session, year: Year, speaker: Speaker) -> Iterator[Story]:
    for quarter, support, stayed in session.votes():
        if year.since < quarter <= year.at:
            say, share = speaker.words, speaker.value("support", support)
            head = say("gazette.vote_stayed" if stayed else "gazette.vote_lost", support=share)
            text = say(f"story.vote_{'stayed' if stayed else 'lost'}", support=share)
            yield Story("vote", 62 if stayed else 110, head, text, number="support")


def _events(session: Session, year: Year, speaker: Speaker) -> Iterator[Story]:
    answered = {step.action.event: step.action.choice for step in session.branch.steps
                if isinstance(step.action, Answer)}  # fmt: skip
    for quarter in range(year.since + 1, year.at + 1):
        for id_ in session.happened(quarter):
            event = next(item for item in session.level.events if item.id == id_)
            text = event.text[speaker.language]
            choice = next((one for one in event.choices if one.id == answered.get(id_)), None)
            if choice is not None:
                answer = speaker.words("gazette.answer", answer=choice.label[speaker.language])
                text = speaker.words("read.sentences", first=text, second=answer)
            yield Story("event", 100, event.title[speaker.language], text)


def _scandals(session: Session, year: Year, speaker: Speaker) -> Iterator[Story]:
    pages = session.branch.pages
    found = [pages[q].by_cause("scandal").get("reputation.outbreak") for q in range(year.since, year.at)]
    if any(one is not None and float(one) > 0 for one in found):
        text = speaker.words("story.scandal")
        yield Story("scandal", 95, speaker.words("gazette.scandal"), text, number="reputation")


def _phase(session: Session, year: Year, speaker: Speaker, explainer: Explainer) -> Iterator[Story]:
    """Tell when another phase is the likeliest than a year ago."""
    history = session.branch.region.history
    then, now = (max(WATCHED, key=lambda name: float(history[name][q, 0])) for q in (year.since, year.at))
    if then != now:
        head = speaker.words("gazette.phase", phase=speaker.words(f"phase.{now}"))
        why = [explainer.why(session.branch, number, year.since, year.at) for number in ("firms", "mean_margin")]
        text = speaker.words("read.sentences", first=speaker.sentence(why[0]), second=speaker.sentence(why[1]))
        yield Story("phase", 74, head, text, number="firms")


def _numbers(session: Session, year: Year, speaker: Speaker, explainer: Explainer) -> Iterator[Story]:
    """Tell of the numbers that surprised most, each with its largest cause."""
    for one in moments_of(session, year)[:2]:
        if one.surprise > 0.8:
            way = "rose" if one.change > 0 else "fell"
            change = speaker.value(one.number, abs(one.change))
            head = speaker.words(f"gazette.{way}.{one.number}", change=change)
            text = speaker.sentence(explainer.why(session.branch, one.number, year.since, year.at))
            yield Story(f"number {one.number}", 22 + 14 * min(one.surprise, 4.0), head, text, number=one.number)


def _done(session: Session, year: Year, speaker: Speaker) -> Iterator[Story]:
    done = [text for quarter, text in decisions(session, speaker) if year.since <= quarter < year.at]
    if done:
        head = speaker.words("gazette.decisions", count=len(done))
        yield Story("decisions", 24, head, speaker.words("gazette.stop").join(done) + speaker.words("gazette.end"))
