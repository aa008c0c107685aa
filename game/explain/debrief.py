"""A debrief in words and figures: what the window draws and what the page prints, chosen once."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.content import numbers
from game.content.level import Goal
from game.explain.findings import JUDGED, Company, Effects, Findings, Histories, Regret, Weighed
from game.explain.forecast import Estimate
from game.explain.quantities import HIGH_IS_GOOD
from game.explain.speech import Speaker
from game.explain.stars import compared
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


def luck_lines(found: Findings, speaker: Speaker) -> list[str]:
    """Say what was choice and what was dice, with limits."""
    say, skill, lines = speaker.words, found.skill, []
    if found.histories is not None:
        lines.append(choices_and_dice(found.histories, speaker))
    if skill is not None:
        if skill.here is None:
            lines.append(say("debrief.skill.untold"))
        elif skill.index is not None:
            here, value, low, high = (
                numbers.number(one, 2) for one in (skill.here, skill.index.value, skill.index.low, skill.index.high)
            )
            lines.append(say("debrief.skill.index", here=here, value=value, low=low, high=high, seeds=skill.seeds))
        lines.append(seed(found, speaker))
    lines += [verdicts(found.regrets, speaker)] if found.regrets else []
    return [*lines, say("debrief.limits")]


def seed(found: Findings, speaker: Speaker) -> str:
    """Say whether these dice were kind, to every strategy alike."""
    skill = found.skill
    if skill is None:
        return ""
    clear = abs(skill.seed_luck) > 2 * skill.seed_error
    kind = "usual" if not clear else "kind" if skill.seed_luck > 0 else "hard"
    share = numbers.percent(abs(skill.seed_luck))
    return speaker.words(f"debrief.seed.{kind}", share=share)


def choices_and_dice(one: Histories, speaker: Speaker) -> str:
    """Say what the choices were worth, and what the dice gave."""
    return speaker.words(
        "debrief.choices", number=speaker.name(one.number), choices=speaker.change(one.number, one.choices),
        dice=speaker.change(one.number, one.dice),
    )  # fmt: skip


def verdicts(regrets: Sequence[Regret], speaker: Speaker) -> str:
    """Count how decisions look from before."""
    counts = {kind: sum(one.verdict == kind for one in regrets) for kind in ("better", "equal", "costly")}
    return speaker.words("debrief.verdicts", count=len(regrets), **counts)


def verdict(one: Regret, speaker: Speaker) -> str:
    """Say how one quarter's decision looks from before, and what would have been the best other thing."""
    instead = speaker.policy(one.instead) if one.instead else speaker.words("debrief.doing_nothing")
    return speaker.words(f"debrief.verdict.{one.verdict}", instead=instead)


def company_lines(session: Session, company: Company, speaker: Speaker) -> list[str]:
    """Say for each number how many plays of the company did less well, and who did best."""
    lines = []
    for k, (number, at, up) in enumerate(compared(session.level)):
        own = own_value(session, number, at)
        values = company.values[k]
        worse = sum((value < own) if up else (value > own) for value in values)
        best = max(range(len(values)), key=lambda i: values[i] if up else -values[i])
        lines.append(
            speaker.words("debrief.company", number=speaker.name(number), value=speaker.value(number, own),
                          share=numbers.percent(worse / len(values)), count=len(values),
                          best=speaker.words(f"strategy.{company.strategies[best]}"))
        )  # fmt: skip
    return lines


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
