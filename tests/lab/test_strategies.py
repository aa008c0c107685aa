"""Strategies are people of one idea: they play by the rules, and each does what its name says."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.content import library
from game.content.build import setup_of
from game.content.level import Level
from game.content.words import LANGUAGES, words
from game.lab.governing import affordable, desk, govern, plan_of, play, play_beside
from game.lab.situation import look
from game.lab.strategies import HEURISTICS, STRATEGIES, only
from game.simulation.dice import seeds_for
from game.simulation.region import Region
from game.simulation.rules import Rules
from tests.session.playing import level

WORLDS, QUARTERS = 8, 24


@cache
def rules(name: str) -> Rules:
    return Rules(setup_of(level(name), library.policies()))


@cache
def governed(name: str, strategy: str, seed: int = 3) -> Region:
    """Let a strategy govern some years."""
    region = Region.open_with(rules(name), seeds_for(seed, WORLDS))
    table = desk(level(name), rules(name), library.policies())
    how = STRATEGIES.get(strategy) or only(strategy)
    for _ in range(QUARTERS):
        govern(region, table, how)
        region.refresh()
        region.advance()
    return region


def begun(region: Region) -> set[str]:
    """Name the cards that ever ran."""
    ever = region.state.strength.any(axis=(0, 2)) | region.state.running.any(axis=(0, 2))
    return {card.id for card, was in zip(region.rules.setup.policies, ever, strict=True) if was}


def families(cards: set[str]) -> set[str]:
    known = library.policies()
    return {known[card].family for card in cards}


def test_there_are_at_least_ten_and_each_has_a_name_in_both_languages() -> None:
    assert len(STRATEGIES) >= 10
    assert set(HEURISTICS) <= set(STRATEGIES)
    for language in LANGUAGES:
        assert {f"strategy.{name}" for name in (*STRATEGIES, "solution")} <= set(words(language).ids)


def test_who_does_nothing_begins_nothing() -> None:
    assert begun(governed("wenzhou", "nothing")) == set()


@pytest.mark.parametrize(
    ("strategy", "kept_to"),
    [
        ("trainer", {"train"}),
        ("patient_trust_builder", {"trust", "train"}),
        ("image_maker", {"name"}),
        ("subsidy_chaser", {"attract"}),
    ],
)
def test_each_keeps_to_its_idea(strategy: str, kept_to: set[str]) -> None:
    cards = begun(governed("wenzhou", strategy))
    assert cards
    assert families(cards) <= kept_to


def test_one_card_alone_is_one_card_alone() -> None:
    assert begun(governed("birth", "incubator")) == {"incubator"}


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_nobody_spends_what_is_not_there(strategy: str) -> None:
    spent = governed("birth", strategy).history["treasury"]
    assert spent.min() > -2.0, "upkeep may overdraw a little; buying never does"


def test_the_miser_keeps_more_than_the_spendthrift() -> None:
    miser, spender = (governed("wenzhou", name).history["treasury"][-1].mean() for name in ("miser", "spendthrift"))
    assert miser > spender


def test_worlds_are_governed_one_by_one() -> None:
    """A batch is governed as each of its worlds alone: nobody looks at a neighbour."""
    batch = governed("birth", "phase_reader")
    region = Region.open_with(rules("birth"), seeds_for(3, WORLDS)[5:6])
    table = desk(level("birth"), rules("birth"), library.policies())
    for _ in range(QUARTERS):
        govern(region, table, STRATEGIES["phase_reader"])
        region.refresh()
        region.advance()
    assert region.state.digest(0) == batch.state.digest(5)


def test_each_world_may_keep_a_reserve_of_its_own() -> None:
    region = Region.open_with(rules("birth"), seeds_for(3, 3))
    here = look(region, desk(level("birth"), rules("birth"), library.policies()))
    money = float(region.state.treasury[0])
    hand = replace(STRATEGIES["random"], reserve=np.array([[0.0], [money], [0.0]]))
    can = affordable(here, hand, np.array([1, 2]))
    assert not can[0].any()
    assert (can[1] == affordable(here, STRATEGIES["random"], np.array([2]))[0]).all()


def test_governments_side_by_side_govern_as_each_alone() -> None:
    """A plan, a hand left to chance and one who looks share a batch; nobody feels the others."""
    here, cards, seeds = level("birth"), library.policies(), seeds_for(3, WORLDS)
    hows = [plan_of(here), STRATEGIES["random"], STRATEGIES["phase_reader"]]
    for found, how in zip(play_beside(here, rules("birth"), cards, seeds, hows), hows, strict=True):
        alone = play(here, rules("birth"), cards, seeds, how)
        assert all(np.array_equal(getattr(found, part), getattr(alone, part)) for part in found.__dataclass_fields__)


def test_a_level_is_judged_as_a_player_is() -> None:
    """The solution's wins here are those of the same plan played in a session's own way."""
    here: Level = level("birth")
    found = play(here, rules("birth"), library.policies(), seeds_for(3, WORLDS), plan_of(here))
    assert found.won.shape == (WORLDS,)
    assert ((found.score >= 0.0) & (found.score <= 1.0)).all()
    assert (found.score[found.won] >= found.score[~found.won].max(initial=0.0) - 0.5).all()
    needed = np.array([goal.kind == "pass" for goal in here.goals])
    assert np.array_equal(found.met[needed].all(axis=0), found.won)
