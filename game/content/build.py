"""From what an author wrote to what the simulation runs: words stay behind, numbers go on."""

from collections.abc import Mapping

from game.content.event import Event as EventText
from game.content.event import TimedShift
from game.content.level import Level
from game.content.level_numbers import numbers_of
from game.content.library import vocabulary
from game.content.policy_card import PolicyCard
from game.simulation.policy import Need, Policy, Shift
from game.simulation.setup import Group, Place, Setup
from game.simulation.shocks import Choice, Event, Pulse

OPENING = ("trust", "lock_in", "skill")
"""Stocks of the region that an author may open a level with."""


def setup_of(level: Level, cards: Mapping[str, PolicyCard]) -> Setup:
    """Compile a checked level.

    Args:
        level: Free of errors.
        cards: Every policy card by id.
    """
    places = [place.id for place in level.map.places]
    return Setup(
        places=tuple(Place(p.id, p.x_km, p.y_km, p.land, p.people) for p in level.map.places),
        groups=tuple(
            Group(g.count, places.index(g.place), g.size, g.style, g.spread, g.cash, g.kind == "anchor")
            for g in level.firms.groups
        ),
        parameters=numbers_of(level, vocabulary().industries),
        start={
            **{name: value for name in OPENING if (value := getattr(level.firms, name)) is not None},
            "treasury": level.government.treasury,
            "attention": level.government.attention,
            "support": level.government.support,
        },
        policies=tuple(_policy(cards[name], level.policies.prices.get(name)) for name in allowed(level, cards)),
        events=tuple(_event(event, level, places) for event in level.events),
        quarters=level.quarters,
    )


def allowed(level: Level, cards: Mapping[str, PolicyCard]) -> tuple[str, ...]:
    """List the ids of the cards a level lets the player use, in one fixed order."""
    return tuple(name for name in sorted(cards) if level.allows(name))


def _policy(card: PolicyCard, price: float | None) -> Policy:
    return Policy(
        id=card.id,
        price=card.price if price is None else price,
        upkeep=card.upkeep,
        attention=card.attention,
        delay=card.delay,
        ramp=card.ramp,
        decay=card.decay,
        lasts=card.lasts or 0,
        placed=card.place == "one",
        sizes=card.sizes,
        support=card.support,
        shifts=tuple(Shift(shift.lever, shift.by) for shift in card.shifts),
        needs=tuple(Need(need.indicator, need.op, need.value) for need in card.needs),
    )


def _event(event: EventText, level: Level, places: list[str]) -> Event:
    return Event(
        id=event.id,
        quarter=None if event.when is None else level.quarter_of(event.when),
        needs=tuple(Need(need.indicator, need.op, need.value) for need in event.if_),
        chance=event.chance,
        once=event.once,
        pulses=tuple(_pulse(shift, places) for shift in event.shifts),
        choices=tuple(
            Choice(c.id, c.price, c.support, tuple(_pulse(shift, places) for shift in c.shifts)) for c in event.choices
        ),
    )


def _pulse(shift: TimedShift, places: list[str]) -> Pulse:
    return Pulse(shift.lever, shift.by, shift.for_, None if shift.place is None else places.index(shift.place))
