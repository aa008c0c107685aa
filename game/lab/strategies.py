"""Named ways to govern. They play by the same actions as a person, and know no more than what is published.

A strategy says how much it wants each card in each world; the card wanted most that can be paid is bought, one a
quarter. None of them is clever: they are what people do, and what a level is measured against.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from game.lab.situation import Situation
from game.simulation.dice import Dice

Wants = Callable[[Situation, Dice], NDArray[Any]]
"""How much each card is wanted, ``[world, card]`` or ``[card]``; what is not above 0 is not wanted."""

Answers = Literal["first", "last", "dearest", "random", "weighed"]


@dataclass(frozen=True)
class Strategy:
    """One way to govern.

    Attributes:
        wants: How much it wants each card.
        reserve: Money it keeps back; where worlds differ in it, ``[world, 1]``.
        answers: Which answer it gives to events.
        careful: Whether it minds what programmes cost each quarter.
    """

    wants: Wants
    reserve: float | NDArray[Any] = 0.0
    answers: Answers = "first"
    careful: bool = True


def nothing(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want nothing."""
    return np.zeros(len(here.desk.cards))


def anything(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want a card drawn by lot, about every other year."""
    wanted = dice.counted("lot", len(here.desk.cards))
    acts = dice.world("acts") < 0.15
    return wanted * acts[:, None]


def subsidies(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want firms from elsewhere, whatever they cost."""
    return 1.0 * here.desk.of("attract") + 2.0 * here.desk.named("tax_holiday", "anchor_plant", "science_park")


def trust(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want trust first, then training, and nothing else."""
    return 2.0 * here.desk.of("trust") + 1.0 * here.desk.of("train")


def schools(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want training, and more of it."""
    return 1.0 * here.desk.of("train")


def concrete(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want what can be built and opened with a ribbon."""
    return 1.0 * here.desk.of("share") + 0.5 * here.desk.named("science_park", "incubator")


def image(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want the region to be known."""
    return 1.0 * here.desk.of("name")


def fire(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want nothing until margins are thin or firms go; then whatever helps at once."""
    burning = (here.last("mean_margin") < 0.03) | (here.last("firms") < 0.9 * here.last("firms", 4))
    found: NDArray[Any] = burning[:, None] * (2.0 * here.desk.tempting + 1.0 * here.desk.of("renew"))
    return found


def late(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want renewal once the region has petrified."""
    return (here.last("p_petrified") > 0.5)[:, None] * (1.0 * here.desk.of("renew", "train"))


def openers(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want links to the outside as soon as the region grows."""
    links = here.desk.named("outside_links", "research_consortium", "university_programme", "fairs_abroad")
    found: NDArray[Any] = (here.last("p_formative") < 0.5)[:, None] * (2.0 * links + 0.5 * here.desk.of("renew"))
    return found


def a_bit_of_all(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want the cheapest card that does not run yet."""
    price = np.array([card.price for card in here.desk.cards])
    found: NDArray[Any] = (here.size == 1) * (1.0 / (1.0 + price)) * ~here.desk.tempting
    return found


def ribbons(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want the dearest card there is."""
    return np.array([card.price for card in here.desk.cards])


PLAN: Mapping[str, tuple[str, ...]] = {
    "p_formative": ("attract", "share"),
    "p_growth": ("trust", "train"),
    "p_maturity": ("renew", "train", "name"),
    "p_petrified": ("renew",),
    "p_renewal": ("name", "train"),
}
"""What the reader of phases does in each of them, the first family before the others."""


def phases(here: Situation, dice: Dice) -> NDArray[Any]:
    """Want what the phase asks for."""
    found = np.zeros(here.price.shape)
    for phase, families in PLAN.items():
        for k, family in enumerate(families):
            found += here.last(phase)[:, None] * here.desk.of(family) / (1.0 + k)
    return found


STRATEGIES: Mapping[str, Strategy] = {
    "nothing": Strategy(nothing),
    "random": Strategy(anything, answers="random", careful=False),
    "subsidy_chaser": Strategy(subsidies, answers="dearest", careful=False),
    "patient_trust_builder": Strategy(trust, reserve=1.0),
    "trainer": Strategy(schools, reserve=1.0),
    "builder": Strategy(concrete, answers="dearest"),
    "image_maker": Strategy(image, answers="last"),
    "firefighter": Strategy(fire, careful=False),
    "late_upgrader": Strategy(late, reserve=2.0),
    "early_opener": Strategy(openers, reserve=1.0, answers="last"),
    "little_of_everything": Strategy(a_bit_of_all),
    "spendthrift": Strategy(ribbons, answers="dearest", careful=False),
    "miser": Strategy(a_bit_of_all, reserve=12.0),
    "phase_reader": Strategy(phases, reserve=1.0, answers="last"),
}
"""Every named strategy; a level's own solution is a plan and not among them."""

HEURISTICS = ("little_of_everything", "phase_reader", "patient_trust_builder", "early_opener", "builder", "trainer")
"""What a thoughtful beginner might do."""


def only(card: str) -> Strategy:
    """Return the strategy that has one card and plays it wherever it can."""
    return Strategy(lambda here, dice: 1.0 * here.desk.named(card), careful=False)
