"""Plain pages: the whole game as short lines of text, for a terminal, a pipe or a screen reader."""

from collections.abc import Sequence
from functools import reduce

from game.content.numbers import number as plain_number
from game.content.policy_card import PolicyCard
from game.content.words import Words
from game.explain import taught, worked
from game.explain.speech import Speaker, kind_of
from game.explain.story import Message
from game.explain.tale import untried
from game.session.goals import Progress, by_need
from game.session.recording import SEEN, Course
from game.session.session import Session
from game.simulation.actions import Enact, Quote, Refusal
from game.simulation.indicators import WATCHED
from game.simulation.policy import Policy

SHOWN = ("firms", "employment", "revenue", "mean_margin", "variety", "trust", "lock_in", "treasury", "support")
"""Numbers of the summary, in this order."""


def summary(session: Session, speaker: Speaker) -> list[str]:
    """Say how the region stands."""
    figures, words = session.figures, speaker.words
    lines = [f"{speaker.level.title[speaker.language]} · {speaker.date(session.quarter)}"]
    if figures.rough:
        lines.append("  " + words("learn.estimates", when=speaker.date(figures.quarter)))
    for name in SHOWN:
        now, before = figures.value(name), figures.value(name, 4)
        value, change = speaker.told(name, now), speaker.change(name, now - before)
        lines.append("  " + words("read.number", name=speaker.name(name), value=value, change=change))
    phases = sorted(WATCHED, key=lambda name: -figures.value(name))[:2]
    shares = [f"{words(f'phase.{name}')} {speaker.value(name, figures.value(name))}" for name in phases]
    lines.append("  " + words("read.pair", first=words("read.phase"), second=words("read.comma").join(shares)))
    lines.append("  " + words("read.pair", first=words("read.products"), second=products(session, speaker)))
    waiting = session.pending()
    return lines + [words("read.waiting", event=speaker.event(event), id=event) for event in waiting]


def products(session: Session, speaker: Speaker) -> str:
    """Count what the firms make, the most common first."""
    state = session.branch.region.state
    kinds = [kind_of(float(style)) for style in state.style]
    counted = sorted({kind: kinds.count(kind) for kind in kinds}.items(), key=lambda item: (-item[1], item[0]))
    names = speaker.level.industry.products
    return (
        speaker.words("read.comma").join(f"{names[kind][speaker.language]} {count}" for kind, count in counted) or "–"
    )


def goals(progress: Sequence[Progress], speaker: Speaker) -> list[str]:
    """Say how every goal stands."""
    lines = []
    for item in by_need(progress):
        if item.goal.hidden and item.status == "open":
            continue
        status = speaker.words(f"goal.{status_of(item)}")
        kind = speaker.words(f"goal.{item.goal.kind}")
        value = speaker.told(item.goal.indicator, item.value)
        text = item.goal.text[speaker.language]
        lines.append("  " + speaker.words("read.goal", status=status, text=text, kind=kind, value=value))
    return lines


def status_of(item: Progress) -> str:
    """Return the word for a goal's status: what must not happen is avoided or has happened."""
    if item.goal.kind != "fail":
        return item.status
    return {"open": "open", "met": "happened", "missed": "avoided"}[item.status]


def desk(session: Session, speaker: Speaker) -> list[str]:
    """List every policy that can be used here, with its price or why not."""
    lines = []
    for policy in session.rules.setup.policies:
        card = session.cards[policy.id]
        family = speaker.words(f"family.{card.family}")
        name, about = card.name[speaker.language], card.tagline[speaker.language]
        about = speaker.words("read.card", name=name, about=about, state=standing(session, speaker, policy))
        lines.append(f"  {policy.id:20} {family} · {about}")
    return lines


def card(session: Session, speaker: Speaker, shown: PolicyCard) -> list[str]:
    """Tell one card: what it does, what it costs here or where it runs, when it works, and what it shifts."""
    here = [policy for policy in session.rules.setup.policies if policy.id == shown.id]
    facts = [*(standing(session, speaker, policy) for policy in here), speaker.working(shown), speaker.shifts(shown)]
    facts += [speaker.words("ui.temptation")] if shown.temptation else []
    return [shown.name[speaker.language], shown.text[speaker.language], *(f"  {fact}" for fact in facts)]


def standing(session: Session, speaker: Speaker, policy: Policy) -> str:
    """Say where a policy runs, or what it takes, or why it cannot be had."""
    running = session.branch.region.state.running[0, [p.id for p in session.rules.setup.policies].index(policy.id)]
    sites = [site for site in range(len(running)) if running[site] > 0]
    if sites:
        places = [speaker.place(site) for site in sites] if policy.placed else []
        return speaker.words("read.running", places=speaker.words("read.comma").join(places)).rstrip()
    answer = _easiest(session, policy)
    return speaker.quote(answer) if isinstance(answer, Quote) else speaker.refusal(answer)


def _easiest(session: Session, policy: Policy) -> Quote | Refusal:
    """Return the first quote a policy gets at any place it could stand; where it gets none, why not."""
    sites = range(len(session.level.map.places)) if policy.placed else range(1)
    answers = [session.quote(Enact(policy.id, site)) for site in sites]
    return next((answer for answer in answers if isinstance(answer, Quote)), answers[0])


def event(session: Session, speaker: Speaker, event_id: str) -> list[str]:
    """Tell an event and its answers."""
    found = next(item for item in session.level.events if item.id == event_id)
    lines = [speaker.words("read.event", title=found.title[speaker.language], text=found.text[speaker.language])]
    for choice in found.choices:
        text = choice.text[speaker.language] if choice.text else ""
        values = {"label": choice.label[speaker.language], "price": speaker.money(choice.price), "text": text}
        said = speaker.words("read.dear_choice" if choice.price else "read.choice", **values).rstrip()
        lines.append(f"  answer {event_id} {choice.id}: {said}")
        if moved := speaker.answer(choice):
            lines.append(f"      {moved}")
    return lines


def told(messages: Sequence[Message]) -> list[str]:
    """List messages."""
    return [f"  · {message.text}" for message in messages]


def ending(session: Session, speaker: Speaker) -> list[str]:
    """Tell how the level ended."""
    outcome, words = session.outcome(), speaker.words
    most = sum(1 for goal in session.level.goals if goal.kind != "fail")
    said = (
        words("outcome.won" if outcome.won else "outcome.lost") + words("debrief.stop"),
        words(f"outcome.{outcome.reason}"),
        words("outcome.stars", count=plain_number(outcome.stars), most=plain_number(most)),
    )
    return [
        reduce(lambda first, second: words("read.sentences", first=first, second=second), said),
        *goals(session.progress(), speaker),
        *filter(None, [worked.until(session, speaker), untried(session, speaker)]),
        *taught.told(session.level, speaker),
    ]


def table(rows: Sequence[Sequence[str]], say: Words) -> list[str]:
    """Write a table as lines: what a row is, then each figure under the name of its column, as a voice reads it."""
    head, *body = rows
    return [head[0], *(f"  {_row(head, row, say)}" for row in body)]


def _row(head: Sequence[str], row: Sequence[str], say: Words) -> str:
    named = [say("read.pair", first=name, second=cell) for name, cell in zip(head[1:], row[1:], strict=True) if cell]
    return " · ".join([row[0], *named])


def course(course: Course, speaker: Speaker) -> list[str]:
    """Write what was seen in a recorded run, a line for each number."""
    lines = [f"  {speaker.words('read.when')}: " + " · ".join(speaker.date(quarter) for quarter in course.quarters)]
    for number, values in course.values.items():
        if number in SEEN:
            lines.append(f"  {speaker.name(number)}: " + " · ".join(speaker.value(number, value) for value in values))
    return lines
