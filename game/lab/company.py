"""Company: about five hundred plays of a level on the same dice, by named strategies that differ in taste and zeal.

Nobody is ranked against classmates. The strategies are people of one idea (``strategies``); each plays many times,
with other tastes among its cards, another reserve, and another zeal, through the same actions as a person.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.content.build import setup_of
from game.content.level import Level, digest
from game.content.policy_card import PolicyCard
from game.explain.findings import Company
from game.explain.stars import compared
from game.lab.governing import desk, govern
from game.lab.situation import Situation
from game.lab.strategies import STRATEGIES, Strategy
from game.session import store
from game.simulation.dice import Dice, Words, seeds_for
from game.simulation.region import Region
from game.simulation.rules import Rules
from game.version import RULES

PLAYS = 500
SPREAD_OF_RESERVE = 4.0
LEAST_ZEAL = 0.3
MOST_KEPT = 8
"""Seeds of a level whose company is kept."""

Played = tuple[str, list[list[float]]]
"""A strategy, and for each number compared how its plays ended."""


def share_of(name: str, plays: int = PLAYS) -> int:
    """Return how often a strategy plays; to do nothing there is only one way."""
    return 1 if name == "nothing" else max((plays - 1) // (len(STRATEGIES) - 1), 1)


def jittered(strategy: Strategy, lots: Words, cards: int) -> Strategy:
    """Return a strategy that is somebody else in each world.

    Args:
        strategy: The idea they share.
        lots: A seed for each of them.
        cards: How many cards the level has.
    """
    own = Dice(lots, 0)
    taste = 0.5 + 1.5 * own.counted("taste", cards)
    zeal = LEAST_ZEAL + (1.0 - LEAST_ZEAL) * own.world("zeal")
    kept = strategy.reserve + SPREAD_OF_RESERVE * own.world("kept")[:, None]

    def wants(here: Situation, dice: Dice) -> NDArray[Any]:
        rises = dice.world("rises") < zeal
        found: NDArray[Any] = strategy.wants(here, dice) * taste * rises[:, None]
        return found

    return Strategy(wants, kept, strategy.answers, strategy.careful)


def play_many(level: Level, cards: Mapping[str, PolicyCard], seed: int, name: str, plays: int = PLAYS) -> Played:
    """Let one strategy play a level many times on the dice of one seed."""
    count = share_of(name, plays)
    lots = seeds_for(0, count, f"company {name}")
    region = Region.open_with(Rules(setup_of(level, cards)), np.repeat(seeds_for(seed, 1), count))
    table = desk(level, region.rules, cards)
    strategy = jittered(STRATEGIES[name], lots, len(table.cards)) if table.cards else STRATEGIES[name]
    for _ in range(level.quarters):
        govern(region, table, strategy, lots)
        region.advance()
    history = region.history
    return name, [[float(f"{value:.4g}") for value in history[number][at]] for number, at, _ in compared(level)]


def merge(level: Level, played: Sequence[Played]) -> Company:
    """Put the plays of all strategies together."""
    metrics = tuple((number, at) for number, at, _ in compared(level))
    names = tuple(name for name, ends in played for _ in ends[0])
    values = tuple(tuple(value for _, ends in played for value in ends[k]) for k in range(len(metrics)))
    return Company(metrics, names, values)


# --- kept beside the player's files ------------------------------------------------------------------------------


def _path(level: Level, seed: int) -> Path:
    return store.folder() / "company" / f"{level.id}-{digest(level)[:8]}-{RULES[:8]}-{seed}.json"


def kept(level: Level, seed: int) -> Company | None:
    """Return the company of an earlier debrief on the same dice; anything odd is forgotten."""
    found = store.read_json(_path(level, seed))
    if not isinstance(found, dict):
        return None
    counts, values = found.get("strategies"), found.get("values")
    if not isinstance(counts, dict) or not isinstance(values, list) or not set(counts) <= set(STRATEGIES):
        return None
    metrics = tuple((number, at) for number, at, _ in compared(level))
    names = tuple(name for name, count in counts.items() if isinstance(count, int) for _ in range(min(count, PLAYS)))
    columns = [column for column in values if isinstance(column, list) and len(column) == len(names)]
    whole = len(columns) == len(metrics) and all(isinstance(v, int | float) for column in columns for v in column)
    return Company(metrics, names, tuple(tuple(map(float, column)) for column in columns)) if whole else None


def keep(level: Level, seed: int, company: Company) -> None:
    """Keep a company; the oldest of a level go.

    Raises:
        NotWritable: The player's folder cannot be written.
    """
    counts = {name: company.strategies.count(name) for name in dict.fromkeys(company.strategies)}
    store.write_compact(_path(level, seed), {"strategies": counts, "values": company.values})
    files = sorted(_path(level, seed).parent.glob(f"{level.id}-*.json"), key=lambda path: path.stat().st_mtime)
    for path in files[:-MOST_KEPT]:
        path.unlink(missing_ok=True)
