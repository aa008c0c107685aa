"""What a level's own fields cannot show: whether everything named in it exists, and whether it can be played."""

from collections.abc import Iterator, Mapping, Sequence

from game.content.complaint import Fault, Steps, nearest
from game.content.event import Event, TimedShift
from game.content.level import Goal, Level
from game.content.level_map import Map
from game.content.level_market import check_market
from game.content.level_teaching import LOOKS
from game.content.plan import Stage, check_plan
from game.content.vocabulary import (
    Vocabulary,
    check_conditions,
    check_name,
    check_names,
    check_share,
    check_shifts,
    check_unique,
)


def check_level(level: Level, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Find what is wrong within a level, and between it and the rest of the game."""
    places = [place.id for place in level.map.places]
    for key in ("teaches", "meets"):
        yield from check_names((key,), "concept", getattr(level, key), vocabulary.concepts)
    yield from _check_map(level.map, places)
    for k, group in enumerate(level.firms.groups):
        yield from check_name(("firms", "groups", k, "place"), "place", group.place, places)
    yield from _check_policies(level, vocabulary)
    yield from check_mechanisms(level.mechanisms, vocabulary)
    yield from check_market(level, vocabulary)
    yield from _check_events(level, vocabulary, places)
    yield from _check_goals(level, vocabulary)
    yield from _check_teaching(level, vocabulary)
    allowed = [policy for policy in vocabulary.policies if level.allows(policy)]
    asked = (*allowed, *(event.id for event in level.events), *LOOKS, *vocabulary.indicators)
    for k, hint in enumerate(level.hints):
        yield from check_names(("hints", k, "done"), "deed", hint.done, asked)
    stage = Stage(level.quarters, places, level.events, allowed, level.due())
    yield from check_plan(level.solution, vocabulary, stage, ("solution",))
    yield from check_plan(level.history, vocabulary, stage, ("history",))


def _check_map(chart: Map, places: Sequence[str]) -> Iterator[Fault]:
    """Places have names of their own, lie inside the frame, and somebody lives there."""
    yield from check_unique(("map", "places"), places)
    for k, link in enumerate(chart.links):
        yield from check_names(("map", "links", k), "place", link, places)
        if link[0] == link[1]:
            yield Fault(("map", "links", k), "link_to_itself", {"found": link[0]})
    if sum(place.people for place in chart.places) <= 0:
        yield Fault(("map", "places"), "nobody_lives_here", {"found": 0})
    for k, water in enumerate(chart.water):
        if water.kind != "river" and len(water.points) < 3:
            yield Fault(("map", "water", k, "points"), "too_few", {"found": len(water.points), "low": 3})
    yield from _check_frame(chart)


def _check_frame(chart: Map) -> Iterator[Fault]:
    """West lies before east, south before north, and every place between them."""
    frame = chart.frame
    if frame is None:
        return
    for low, high in (("west", "east"), ("south", "north")):
        if getattr(frame, low) >= getattr(frame, high):
            values = {"found": getattr(frame, high), "low": getattr(frame, low)}
            yield Fault(("map", "frame", high), "more_than", values)
    for k, place in enumerate(chart.places):
        for key, least, most in (("x_km", frame.west, frame.east), ("y_km", frame.south, frame.north)):
            if not least <= getattr(place, key) <= most:
                outside = {"found": getattr(place, key), "low": least, "high": most}
                yield Fault(("map", "places", k, key), "outside_frame", outside)


def _check_policies(level: Level, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Cards exist, and none is both allowed and forbidden."""
    cards, desk = tuple(vocabulary.policies), level.policies
    if desk.allowed != "all":
        yield from check_names(("policies", "allowed"), "policy", desk.allowed, cards)
        for k, policy in enumerate(desk.forbidden):
            if policy in desk.allowed:
                yield Fault(("policies", "forbidden", k), "allowed_and_forbidden", {"found": policy})
    yield from check_names(("policies", "forbidden"), "policy", desk.forbidden, cards)
    for policy in desk.prices:
        yield from check_name(("policies", "prices", policy), "policy", policy, cards)


def check_mechanisms(changed: Mapping[str, float], vocabulary: Vocabulary) -> Iterator[Fault]:
    """Changed numbers exist and stay within their sensible range."""
    for key, value in changed.items():
        parameter = vocabulary.parameters.get(key)
        if parameter is None:
            names = tuple(vocabulary.parameters)
            values = {"found": key, "nearest": nearest(key, names)}
            yield Fault(("mechanisms", key), "unknown_parameter", values)
        elif not parameter.low <= value <= parameter.high:
            limits = {"found": value, "low": parameter.low, "high": parameter.high, "usual": parameter.default}
            yield Fault(("mechanisms", key), "out_of_range", limits)


def _check_events(level: Level, vocabulary: Vocabulary, places: Sequence[str]) -> Iterator[Fault]:
    """Events can happen, name their source, and shift levers that exist."""
    yield from check_unique(("events",), [event.id for event in level.events])
    sources = [source.key for source in level.sources]
    for k, event in enumerate(level.events):
        here: Steps = ("events", k)
        yield from _check_time(here, event, level)
        yield from check_conditions((*here, "if"), event.if_, vocabulary)
        if event.source is not None:
            yield from check_name((*here, "source"), "source", event.source, [*sources, "design"], "warning")
        yield from _check_shifts(here, event.shifts, vocabulary, places)
        yield from check_unique((*here, "choices"), [choice.id for choice in event.choices])
        for c, choice in enumerate(event.choices):
            yield from _check_shifts((*here, "choices", c), choice.shifts, vocabulary, places)


def _check_time(here: Steps, event: Event, level: Level) -> Iterator[Fault]:
    """An event happens at some time within the level."""
    if event.when is None:
        if not event.if_ and event.chance == 1:
            yield Fault(here, "event_without_time", {"found": None})
        return
    if event.when.year is not None and not 1 <= event.when.quarter <= 4:
        yield Fault((*here, "when", "quarter"), "out_of_range", {"found": event.when.quarter, "low": 1, "high": 4})
        return
    quarter = level.quarter_of(event.when)
    if not 0 <= quarter < level.quarters:
        first, last = level.date_of(0), level.date_of(level.quarters - 1)
        values = {"found": quarter, "high": level.quarters - 1, "first": _date(first), "last": _date(last)}
        yield Fault((*here, "when"), "event_outside_level", values)


def _date(date: tuple[int, int]) -> str:
    return f"{date[0]} Q{date[1]}"


def _check_shifts(
    here: Steps, shifts: Sequence[TimedShift], vocabulary: Vocabulary, places: Sequence[str]
) -> Iterator[Fault]:
    """Levers exist, and only levers of places are moved at a place."""
    yield from check_shifts((*here, "shifts"), shifts, vocabulary)
    for k, shift in enumerate(shifts):
        at = (*here, "shifts", k)
        if shift.place is None:
            continue
        yield from check_name((*at, "place"), "place", shift.place, places)
        parameter = vocabulary.parameters.get(shift.lever)
        if parameter is not None and parameter.lever and not parameter.place:
            yield Fault((*at, "place"), "lever_has_no_place", {"found": shift.place, "lever": shift.lever})


def _check_goals(level: Level, vocabulary: Vocabulary) -> Iterator[Fault]:
    """A level other than a sandbox can be passed; goals measure what exists, before the end."""
    yield from check_unique(("goals",), [goal.id for goal in level.goals])
    if level.kind != "sandbox" and not any(goal.kind == "pass" for goal in level.goals):
        yield Fault(("goals",), "nothing_to_pass", {"found": len(level.goals)})
    for k, goal in enumerate(level.goals):
        here: Steps = ("goals", k)
        yield from check_name((*here, "indicator"), "indicator", goal.indicator, vocabulary.indicators)
        yield from check_share((*here, "value"), goal.indicator, goal.value)
        yield from _check_deadline(here, goal, level.quarters)


def _check_deadline(here: Steps, goal: Goal, quarters: int) -> Iterator[Fault]:
    """A goal has one kind of deadline, and it lies within the level."""
    given = {"by": goal.by, "at": goal.at, "for": goal.for_, "until": goal.until, "after": goal.after}
    for key, quarter in given.items():
        if quarter is not None and quarter > quarters:
            yield Fault((*here, key), "after_the_end", {"found": quarter, "high": quarters})
    deadlines = [key for key in ("at", "until", "for", "by") if given[key] is not None]
    if len(deadlines) > 1 and set(deadlines) != {"for", "by"}:
        yield Fault((*here, deadlines[-1]), "two_deadlines", {"found": ", ".join(deadlines)})


def _check_teaching(level: Level, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Predictions, questions, expectations and the real course speak of what exists."""
    for key in ("predictions", "expect"):
        for k, item in enumerate(getattr(level, key)):
            yield from check_name((key, k, "indicator"), "indicator", item.indicator, vocabulary.indicators)
            if item.at is not None and item.at > level.quarters:
                yield Fault((key, k, "at"), "after_the_end", {"found": item.at, "high": level.quarters})
    yield from check_unique(("questions",), [question.id for question in level.questions])
    for k, question in enumerate(level.questions):
        if question.concept is not None:
            yield from check_name(("questions", k, "concept"), "concept", question.concept, vocabulary.concepts)
        if not any(answer.right for answer in question.answers):
            yield Fault(("questions", k, "answers"), "no_right_answer", {"found": 0})
    yield from check_unique(("sources",), [source.key for source in level.sources], "key")
    yield from _check_real_course(level, vocabulary)


def _check_real_course(level: Level, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Real figures are of numbers the game measures, in order, and each names its source."""
    sources = [source.key for source in level.sources]
    for k, course in enumerate(level.real_course):
        here: Steps = ("real_course", k)
        yield from check_name((*here, "indicator"), "indicator", course.indicator, vocabulary.indicators)
        for j, point in enumerate(course.points):
            at = (*here, "points", j)
            yield from check_name((*at, "source"), "source", point.source, sources)
            before = course.points[j - 1].year if j else point.year
            if point.year < before:
                yield Fault((*at, "year"), "at_least", {"found": point.year, "low": before})
