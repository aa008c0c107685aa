"""What became of the region, told from its history: a few sentences, in the order things happened."""

from collections import Counter

import numpy as np

from game.content import numbers
from game.explain.speech import Speaker
from game.explain.why import Explainer
from game.session.branch import Step
from game.session.session import Session
from game.simulation.actions import Adjust, Answer, Enact, Repeal
from game.simulation.indicators import WATCHED

NOTICED = 3
"""Quarters a phase must stay the likeliest to be told of."""

SHORT = 8
"""Cards that are still read when they are named in a row; a full desk is not."""


def phases(session: Session) -> list[tuple[int, str]]:
    """List the phases the region went through: the quarter each became the likeliest, and its name."""
    history = session.branch.region.history
    rows = np.array([history[name][:, 0] for name in WATCHED])
    likeliest = [int(k) for k in np.argmax(rows, axis=0)]
    found: list[tuple[int, str]] = []
    for quarter, k in enumerate(likeliest):
        stays = all(other == k for other in likeliest[quarter : quarter + NOTICED])
        if stays and (not found or found[-1][1] != WATCHED[k]):
            found.append((quarter, WATCHED[k]))
    return found


def tale(session: Session, speaker: Speaker, explainer: Explainer) -> list[str]:
    """Tell the run: how firms grew and fell and why, the phases, margins and trust, and what was done."""
    branch, say = session.branch, speaker.words
    last = session.quarter
    if last == 0:
        return []
    firms = [int(value) for value in branch.region.history["firms"][:, 0]]
    peak = max(range(len(firms)), key=lambda quarter: firms[quarter])
    values = {"first": firms[0], "peak": firms[peak], "when": speaker.date(peak), "last": firms[-1]}
    told = [say("story.firms_in_short", **values)]
    if peak > 0:
        told.append(speaker.sentence(explainer.why(branch, "firms", 0, peak)))
    if last > peak and firms[-1] < firms[peak]:
        told.append(speaker.sentence(explainer.why(branch, "firms", peak, last)))
    turns = [
        say("story.phase_from", phase=say(f"phase.{name}"), when=speaker.date(when)) for when, name in phases(session)
    ]
    told.append(say("story.phases", phases=say("read.comma").join(turns)))
    for number in ("mean_margin", "variety", "trust"):
        told.append(speaker.sentence(explainer.why(branch, number, 0, last)))
    return [*told, _done(session, speaker)]


def untried(session: Session, speaker: Speaker) -> str:
    """Say what a run that was not won left untried: cards never started, and money; empty where it was won."""
    if session.outcome().won or not session.quarter:
        return ""
    started = {step.action.policy for step in session.branch.steps if isinstance(step.action, Enact)}
    left = [speaker.policy(card) for card in speaker.cards if session.level.allows(card) and card not in started]
    held = speaker.money(float(session.branch.region.state.treasury[0]))
    money = speaker.words("debrief.money_left", money=held)
    if not 0 < len(left) <= SHORT:
        return money
    cards = speaker.words("debrief.untried", cards=speaker.words("read.comma").join(left))
    return speaker.words("read.sentences", first=cards, second=money)


def _done(session: Session, speaker: Speaker) -> str:
    """Say what the government did; what it started several times is counted, so that the names add up."""
    say = speaker.words
    enacted = Counter(step.action.policy for step in session.branch.steps if isinstance(step.action, Enact))
    if not enacted:
        return say("story.nothing_done")
    names = [
        say("story.times", name=speaker.policy(policy), count=count) if count > 1 else speaker.policy(policy)
        for policy, count in enacted.items()
    ]
    return say("story.done", count=enacted.total(), names=say("read.comma").join(names))


def decisions(session: Session, speaker: Speaker) -> list[tuple[int, str]]:
    """List everything that was done: the quarter, and what."""
    return [(step.quarter, decision(session, speaker, step)) for step in session.branch.steps]


def decision(session: Session, speaker: Speaker, step: Step) -> str:
    """Say what was done."""
    action = step.action
    if isinstance(action, Answer):
        event = next(item for item in session.level.events if item.id == action.event)
        choice = next(item for item in event.choices if item.id == action.choice)
        title, label = event.title[speaker.language], choice.label[speaker.language]
        return speaker.words("read.pair", first=title, second=label)
    kind = {Enact: "enact", Adjust: "adjust", Repeal: "repeal"}[type(action)]
    placed = session.cards[action.policy].placed
    place = speaker.words("story.at_place", place=speaker.place(action.site)) if placed else ""
    size = numbers.number(action.size) if isinstance(action, Adjust) else ""
    return speaker.words(f"story.{kind}", policy=speaker.policy(action.policy), place=place, size=size)
