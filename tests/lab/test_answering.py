"""Who weighs the answers to an event takes the one that does what is wanted, and never one that cannot be paid."""

from dataclasses import replace

import numpy as np

from game.content import library
from game.content.build import setup_of
from game.lab.answering import answer
from game.lab.governing import desk
from game.lab.situation import look
from game.lab.strategies import Strategy
from game.simulation.acting import act
from game.simulation.actions import Enact
from game.simulation.dice import seeds_for
from game.simulation.region import Region
from game.simulation.rules import Rules
from game.simulation.shocks import Choice, Event, Pulse
from tests.session.playing import level

HERE, CARDS = level("birth"), library.policies()
SCHOOL = Pulse("training.public", 0.5, 8)
ASKED = Event("asked", quarter=0, choices=(
    Choice("idle"), Choice("close", pulses=(replace(SCHOOL, by=-0.5),)), Choice("school", 2.0, pulses=(SCHOOL,)),
))  # fmt: skip


def asked(treasury: float) -> Region:
    """Return three worlds in which an event waits and so much money is there."""
    region = Region.open_with(Rules(replace(setup_of(HERE, CARDS), events=(ASKED,))), seeds_for(3, 3))
    region.state.stocks["pending"][:] = 1.0
    region.state.stocks["treasury"][:] = treasury
    return region


def taken(wanting: float, treasury: float) -> str | None:
    """Name the answer of somebody who wants schools so much; None where the event still waits."""
    region = asked(treasury)
    table = desk(HERE, region.rules, CARDS)
    hand = Strategy(lambda here, dice: wanting * here.desk.of("train"), answers="weighed")
    answer(region, table, hand, region.state.dice, np.arange(3))
    if (region.state.pending > 0).any():
        return None
    started = [slot for k, slot in enumerate(region.rules.slots) if region.state.pulse[:, k].all()]
    return ASKED.choices[started[0].choice].id if started else "idle"


def test_the_answer_that_does_what_wanted_cards_do_is_taken() -> None:
    assert taken(wanting=1.0, treasury=5.0) == "school"


def test_what_cannot_be_paid_is_not_taken_nor_is_what_undoes_what_is_wanted() -> None:
    assert taken(wanting=1.0, treasury=1.0) == "idle"


def test_in_debt_a_free_answer_is_still_weighed() -> None:
    region = asked(-0.5)
    free = replace(ASKED, choices=(*ASKED.choices[:2], replace(ASKED.choices[2], price=0.0)))
    region.rules = Rules(replace(setup_of(HERE, CARDS), events=(free,)))
    hand = Strategy(lambda here, dice: 1.0 * here.desk.of("train"), answers="weighed")
    answer(region, desk(HERE, region.rules, CARDS), hand, region.state.dice, np.arange(3))
    school = next(k for k, slot in enumerate(region.rules.slots) if slot.choice == 2)
    assert region.state.pulse[:, school].all()


def test_who_wants_nothing_that_an_answer_moves_leaves_things_as_they_are() -> None:
    assert taken(wanting=0.0, treasury=5.0) == "idle"


def test_income_is_what_a_quarter_brings_and_a_price_paid_once_is_no_part_of_it() -> None:
    region = Region.open_with(Rules(setup_of(HERE, CARDS)), seeds_for(3, 3))
    table = desk(HERE, region.rules, CARDS)
    before, stood = look(region, table).income, region.state.treasury.copy()
    act(region.rules, region.state, region.history, Enact("market_hall", 0), np.arange(3))
    region.refresh()
    after, card = look(region, table).income, CARDS["market_hall"]
    assert (region.state.treasury < stood - 1.0).all(), "it was paid"
    upkeep = next(one for one in region.rules.setup.policies if one.id == card.id).upkeep
    assert np.allclose(after, before - upkeep), "and from now on only its keep is missing"
    left = region.state.treasury.copy()
    region.advance()
    assert np.allclose(region.state.treasury - left, after), "which is what the next quarter brings"
