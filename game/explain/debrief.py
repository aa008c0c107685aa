"""A debrief in words and figures: what the window draws and what the page prints, chosen once."""

from dataclasses import dataclass

from game.content.level import Goal
from game.explain.findings import JUDGED, Effects, Findings, Regret, Weighed
from game.explain.forecast import Estimate
from game.explain.quantities import HIGH_IS_GOOD
from game.explain.speech import Speaker
from game.explain.tale import decision
from game.session.session import Session
from game.simulation.actions import Answer

TINY = 1e-9


@dataclass(frozen=True)
class Measure:
    """What effects are measured on: a goal, or a number at the end."""

    key: str
    number: str
    label: str
    quarter: int
    welcome: bool


@dataclass(frozen=True)
class Done:
    """One decision and what it did: what was, less what would have been without it.

    Attributes:
        place: Its place among the decisions.
        quarter: When.
        name: In a few words.
        effect: With its interval.
        sure: Whether the interval keeps clear of nought.
        hindsight: The same on the dice that really fell.
        verdict: What foresight says of its quarter, where that was judged.
    """

    place: int
    quarter: int
    name: str
    effect: Estimate
    sure: bool
    hindsight: float
    verdict: Regret | None


def measures(session: Session, speaker: Speaker) -> list[Measure]:
    """List what effects can be ranked by: the goals first."""
    found = [_of_goal(goal, session, speaker) for goal in session.level.goals if goal.kind != "fail"]
    known = {one.number for one in found}
    end = session.level.quarters
    return found + [
        Measure(f"number.{name}", name, speaker.name(name), end, HIGH_IS_GOOD.get(name, True))
        for name in JUDGED if name not in known
    ]  # fmt: skip


def _of_goal(goal: Goal, session: Session, speaker: Speaker) -> Measure:
    due = next((day for day in (goal.at, goal.by, goal.until) if day is not None), session.level.quarters)
    return Measure(goal.id, goal.indicator, speaker.name(goal.indicator), due, goal.op == ">=")


def effect_of(effects: Effects, measure: Measure) -> Estimate:
    """Return the effect on a measure."""
    kind, _, name = measure.key.partition("number.")
    return effects.goals[measure.key] if kind else effects.numbers[name]


def ranked(session: Session, found: Findings, speaker: Speaker, measure: Measure) -> list[Done]:
    """Rank the decisions by what each did for a measure, the most welcome first."""
    by_quarter = {one.quarter: one for one in found.regrets}
    done = []
    for place, one in enumerate(found.decisions):
        gone = one.effects.get("removed")
        if gone is None:
            continue
        away = effect_of(gone, measure)
        effect = Estimate(-away.value, -away.high, -away.low)
        sure = (effect.low > TINY or effect.high < -TINY) and abs(effect.value) > TINY
        done.append(
            Done(place, one.step.quarter, short(one, session, speaker), effect, sure,
                 -gone.hindsight[measure.key], by_quarter.get(one.step.quarter))
        )  # fmt: skip
    sign = 1.0 if measure.welcome else -1.0
    return sorted(done, key=lambda one: -sign * one.effect.value)


def short(one: Weighed, session: Session, speaker: Speaker) -> str:
    """Name a decision in a few words: the card, or the answer."""
    action = one.step.action
    if isinstance(action, Answer):
        event = next(item for item in session.level.events if item.id == action.event)
        return next(item for item in event.choices if item.id == action.choice).label[speaker.language]
    name = speaker.policy(action.policy)
    kind = type(action).__name__.lower()
    return name if kind == "enact" else speaker.words(f"debrief.{kind}", policy=name)


def decision_lines(session: Session, found: Findings, speaker: Speaker) -> list[str]:
    """Tell what each decision did to every goal, taken away, later and earlier; for reading without a window."""
    say, lines = speaker.words, [speaker.words("debrief.decisions_head")]
    asked = measures(session, speaker)
    for one in found.decisions:
        lines.append(f"{speaker.date(one.step.quarter)} · {decision(session, speaker, one.step)}")
        for name, effects in one.effects.items():
            if effects is None:
                lines.append(f"  {say(f'debrief.{name}')}: {say('debrief.cannot')}")
                continue
            told = [_told(effect_of(effects, measure), measure, speaker) for measure in asked]
            lines.append(f"  {say(f'debrief.{name}')}: " + say("read.comma").join(told))
    return lines


def _told(effect: Estimate, measure: Measure, speaker: Speaker) -> str:
    change = speaker.change(measure.number, effect.value)
    low, high = (speaker.change(measure.number, value) for value in (effect.low, effect.high))
    if effect.low <= TINY and effect.high >= -TINY:
        return f"{measure.label} {speaker.words('debrief.no_effect')}"
    return f"{measure.label} {change} [{low}, {high}]"
