"""Every mechanism is felt: with one of them switched off, or turned up, the same worlds go another way."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.simulation.indicators import History
from game.simulation.region import Region
from game.simulation.rules import Rules
from tests.simulation.regions import setup

WORLDS, QUARTERS, FROM = 48, 130, 80


@cache
def played(changes: tuple[tuple[str, float], ...] = ()) -> History:
    """Play the reference region with some numbers changed; always the same dice."""
    numbers = {**setup().parameters, **dict(changes)}
    region = Region.open(Rules(replace(setup(), parameters=numbers)), 5, WORLDS)
    for _ in range(QUARTERS):
        region.advance()
    return region.history


def later(history: History, name: str) -> float:
    """Return a number's mean over worlds once the cluster has grown."""
    return float(history[name][FROM:].mean())


# What is switched off or turned up; the number that feels it; between which shares of its usual value it then lies.
FELT: Mapping[str, tuple[Mapping[str, float], str, float, float]] = {
    "without suppliers firms are dearer": ({"suppliers.opens": 0.0}, "unit_cost", 1.08, 1.5),
    "without suppliers the region sells less": ({"suppliers.opens": 0.0}, "revenue", 0.4, 0.85),
    "without channels and complements to gain from, chains matter less": (
        {"suppliers.channel_gain": 0.0, "suppliers.saving": 0.0}, "revenue", 0.4, 0.97),
    "without spill-overs fewer firms live": ({"spillover.rate": 0.0}, "firms", 0.8, 0.98),
    "without pride the boom goes on inventing": (
        {"exploration.pride": 0.0, "openness.pride": 0.0}, "product_innovations", 1.5, 9.0),
    "without rents margins are wider": ({"congestion.base": 0.0}, "mean_margin", 1.1, 2.5),
    "more scandals cost sales": ({"reputation.risk": 0.003}, "revenue", 0.6, 0.95),
    "temptation wears trust down": ({"trust.temptation": -2.0}, "trust", 0.4, 0.8),
    "temptation costs margin": ({"trust.temptation": -2.0}, "mean_margin", 0.5, 0.95),
    "friction costs sales": ({"trust.friction": 0.03}, "revenue", 0.7, 0.98),
    "without training in firms skills grow old": ({"training.firms": 0.0}, "skill", 0.2, 0.6),
    "without skills the region sells less": ({"training.firms": 0.0}, "revenue", 0.4, 0.9),
    "a dominant buyer keeps the margin": ({"upgrading.dominance": 0.9}, "mean_margin", 0.3, 0.85),
    "a dominant buyer teaches the first step": ({"upgrading.dominance": 0.9}, "rung", 1.03, 1.6),
    "without learning by doing everything is dearer": ({"pricing.learning": 0.0}, "unit_cost", 1.2, 3.0),
    "without imitation firms stay different": ({"imitation.rate": 0.0}, "variety", 1.5, 4.0),
    "without imitation nothing hardens": ({"imitation.rate": 0.0}, "lock_in", 0.05, 0.6),
    "where inventions are copied at once, fewer are made": ({"exploration.leak": 0.5}, "product_innovations", 0.2, 0.9),
    "without joint projects fewer things are new": ({"exploration.joint": 0.0}, "product_innovations", 0.2, 0.8),
    "without spin-offs few firms live": ({"spinoffs.rate": 0.0}, "firms", 0.2, 0.7),
    "without neighbours' economies the region sells less": ({"pricing.neighbours": 0.0}, "revenue", 0.6, 0.95),
    "without a wage that rises more firms find room": ({"labour.wage_slope": 0.0}, "firms", 1.03, 1.6),
    "with a frontier that stands still nobody is shaken out": ({"frontier.progress": 0.0}, "firms", 1.6, 5.0),
}  # fmt: skip


@pytest.mark.parametrize("sentence", FELT)
def test_it_is_felt(sentence: str) -> None:
    changes, number, low, high = FELT[sentence]
    ratio = later(played(tuple(changes.items())), number) / later(played(), number)
    assert low <= ratio <= high, f"{sentence}: {ratio:.2f} of the usual {number}"


def test_the_usual_region_has_firms_to_speak_of() -> None:
    assert later(played(), "firms") > 20
    assert np.isfinite([later(played(), name) for _, name, _, _ in FELT.values()]).all()
