"""Playing a level without a player: many worlds side by side, a plan, and the tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from game.lab import tables
from game.lab.settled import settle
from game.session.branch import Step
from game.session.recording import EVERY
from game.simulation.acting import act
from game.simulation.actions import Action, Answer, Quote, Refusal
from game.simulation.ledger import Page
from game.simulation.region import Region
from game.simulation.rules import Rules

Refused = Callable[[int, Action, Refusal], None]


@dataclass
class Run:
    """What a run without a player left behind; ``steps`` and ``digests`` are those of world 0."""

    region: Region
    steps: list[Step] = field(default_factory=list)
    digests: dict[int, str] = field(default_factory=dict)
    firm_quarters: int = 0


def run(
    rules: Rules, seed: int, worlds: int, quarters: int, plan: Sequence[tuple[int, Action]] = (),
    book: tables.FirmBook | None = None, refused: Refused | None = None,
) -> Run:  # fmt: skip
    """Play a level in many worlds; every world follows the plan where it is allowed.

    Args:
        rules: The level.
        seed: World 0 has this seed, world k one derived from it and k.
        worlds: How many.
        quarters: How long; may go past the level's own end.
        plan: (quarter, action), in order.
        book: Watches every firm, if wanted.
        refused: Called with what world 0 could not do.
    """
    region = Region.open(rules, seed, worlds)
    done = Run(region)
    page: Page | None = None
    for quarter in range(quarters + 1):
        if quarter % EVERY == 0 or quarter == quarters:
            done.digests[quarter] = region.state.digest()
        if book is not None:
            book.see(region, page)
        if quarter == quarters:
            break
        todo = [action for when, action in plan if when == quarter]
        if todo:
            _do(done, todo, refused)
        done.firm_quarters += region.state.firms.shape[1]
        page = Page(quarter) if book is not None else None
        region.advance(page)
    return done


def _do(done: Run, todo: Sequence[Action], refused: Refused | None) -> None:
    """Do this quarter's actions in every world that allows them."""
    region = done.region
    everywhere, quarter = np.arange(region.state.worlds), region.state.quarter
    for action in todo:
        answer = act(region.rules, region.state, region.history, action, everywhere)
        if isinstance(answer, Quote):
            done.steps.append(Step(quarter, action))
        elif refused is not None:
            refused(quarter, action, answer)
    settle(region, any(isinstance(action, Answer) for action in todo))


def write_tables(done: Run, book: tables.FirmBook | None, files: dict[str, Path | None]) -> None:
    """Write the tables that were asked for.

    Raises:
        NotWritable: A folder cannot be written.
    """
    if (path := files.get("indicators")) is not None:
        tables.write(path, tables.INDICATOR_COLUMNS, tables.indicator_rows(done.region))
    if book is not None and (path := files.get("firms")) is not None:
        tables.write(path, tables.FIRM_COLUMNS, book.rows())
    if book is not None and (path := files.get("panel")) is not None:
        tables.write(path, tables.PANEL_COLUMNS, book.panel)
