"""The reference region for tests, and one way to play it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from game.content import yaml_lines
from game.content.build import setup_of
from game.content.level import Level
from game.content.policy_card import PolicyCard
from game.simulation.acting import act
from game.simulation.actions import Action, Enact
from game.simulation.exact import Array, Index
from game.simulation.ledger import Page
from game.simulation.region import Region
from game.simulation.rules import Rules
from game.simulation.setup import Setup
from game.simulation.state import State

ROOT = Path(__file__).resolve().parents[2]

PLAN: Mapping[int, tuple[Action, ...]] = {
    8: (Enact("trade_association"), Enact("training_centre")),
    20: (Enact("missing_link"), Enact("science_park", site=1)),
    36: (Enact("outside_links"), Enact("tax_holiday")),
}
"""A plan with programmes of the region and of a place."""


@cache
def setup(name: str = "reference") -> Setup:
    """Read a level of the game with every card."""
    folder = ROOT / "game" / "content" / "policies"
    cards = [PolicyCard.model_validate(yaml_lines.read(path).content) for path in sorted(folder.glob("*.yaml"))]
    level = Level.model_validate(yaml_lines.read(ROOT / "levels" / f"{name}.yaml").content)
    return setup_of(level, {card.id: card for card in cards})


@cache
def rules(name: str = "reference") -> Rules:
    """Compile a level of the game."""
    return Rules(setup(name))


def play(region: Region, quarters: int, plan: Mapping[int, tuple[Action, ...]] = PLAN, ledger: bool = False) -> Region:
    """Run a region on; every world follows the plan where it is allowed."""
    everywhere = np.arange(region.state.worlds)
    for _ in range(quarters):
        quarter = region.state.quarter
        page = Page(quarter) if ledger else None
        for action in plan.get(quarter, ()):
            act(region.rules, region.state, region.history, action, everywhere, page)
        if quarter in plan:
            region.refresh()
        region.advance(page)
    return region


def staying(before: State, after: State) -> tuple[Index, Index]:
    """Return the rows before and after of every firm that stands in both."""
    then, now = (state.home * 1_000_000 + state.firm for state in (before, after))
    _, was, is_now = np.intersect1d(then, now, return_indices=True)
    return was, is_now


def told(region: Region, world: int = 0) -> tuple[str, bytes]:
    """Return the fingerprint of one world: its state, and every row of its history."""
    rows: Array = np.array([row[:, world] for row in region.history.rows])
    # Adding 0.0 turns −0 into 0: equal numbers must give equal bytes.
    return region.state.digest(world), (rows + 0.0).tobytes()
