"""One quarter.

1. Events that nobody answered take their first answer.
2. The *market* is computed from what stands: prices, wages, profits, who fails (`mechanisms.MARKET`).
3. Phase by phase (`mechanisms.PHASES`) every mechanism reads one snapshot and returns changes; they are put
   on the 2⁻³² grid, posted to the ledger, added, and held within floors and ceilings (cause ``limit``).
4. Firms leave, newcomers come.
5. The next quarter begins: its events are drawn, its market computed, the region measured, its phase read.
"""

from collections.abc import Mapping

import numpy as np

from game.simulation import exact, newcomers, shocks
from game.simulation.dice import Dice
from game.simulation.entering import enter
from game.simulation.exact import Array
from game.simulation.indicators import COLUMNS, History, measure
from game.simulation.ledger import Page
from game.simulation.mechanism import Changes, Flows, Mechanism, Now
from game.simulation.mechanisms import BIRTHS, MARKET, PHASES
from game.simulation.phases import watch
from game.simulation.ranges import check
from game.simulation.rules import Rules, Sheet
from game.simulation.state import ATTRACTED, SPINOFF, State


class Broken(Exception):  # noqa: N818 - it says what the simulation is, not that an error happened
    """A stock is not a number or out of its range: the run stops here, with what was known."""

    def __init__(self, quarter: int, stock: str, world: int, causes: Mapping[str, float]) -> None:
        super().__init__(f"quarter {quarter}: {stock} of world {world} is not a number in its range; causes {causes}")
        self.quarter, self.stock, self.world, self.causes = quarter, stock, world, causes


def market(rules: Rules, state: State, sheet: Sheet | None = None) -> Flows:
    """Compute this quarter's flows from what stands; a pure function of the state."""
    sheet = sheet or rules.sheet(state)
    dice = state.dice
    sites = state.workers.shape[1]
    count = state.roster.counts.astype(np.float64)
    flows: Flows = {
        "count": count,
        "heads": np.maximum(count, 1.0),
        "age": (state.quarter - state.born).astype(np.float64),
        "seat": state.place + state.home * sites,
    }
    now = Now(state, flows, rules.geography, rules.setup.policies)
    for page in MARKET:
        derived = page.derive(now, sheet[page.name], dice)
        now.learn(derived)
        flows.update(derived)
    return flows


def tick(rules: Rules, state: State, history: History, flows: Flows | None = None, page: Page | None = None) -> Flows:
    """Advance every world by one quarter, in place.

    Args:
        rules: The level, compiled.
        state: Changed in place.
        history: A row is added.
        flows: The market of this state if it is already known.
        page: The ledger's page, if one is kept; the history is the same either way.

    Returns:
        The market of the new state, so that nobody computes it twice.

    Raises:
        Broken: A stock left its range.
    """
    if page is not None:
        page.roster = state.roster
    answered = shocks.answer_by_default(rules, state)
    _run(state, "shocks", answered, page)
    sheet = rules.sheet(state)
    flows = market(rules, state, sheet) if not flows or _felt(answered) else flows
    dice = state.dice
    # Stocks are changed where they stand, so one view shows every phase what the phases before it left.
    now = Now(state, flows, rules.geography, rules.setup.policies)
    for phase in PHASES.values():
        _phase(state, phase, now, sheet, dice, page)
    counts = _count(now)
    _demography(rules, state, now, sheet, dice, page, counts)
    _run(state, "shocks", shocks.pass_time(state), page)
    state.quarter += 1
    # Events look at the last published numbers, those of the quarter before; the new market feels them at once.
    _run(state, "shocks", shocks.draw(rules, state, history), page)
    fresh = market(rules, state)
    measured_row(rules, state, fresh, history, counts)
    for stock, world in check(state):
        causes = {k: float(np.sum(v)) for k, v in page.by_cause(stock, world).items()} if page else {}
        raise Broken(state.quarter, stock, world, causes)
    return fresh


def _felt(answered: Changes) -> bool:
    """Whether an answer pays or shifts levers: a market computed before it no longer holds."""
    return any(change.any() for (stock, _), change in answered.items() if stock != "pending")


def _run(state: State, name: str, changes: Changes, page: Page | None) -> None:
    if changes:
        enter(state, [(name, changes)], page)


def _phase(state: State, pages: tuple[Mechanism, ...], now: Now, sheet: Sheet, dice: Dice, page: Page | None) -> None:
    """Let every mechanism of a phase read the same snapshot, then add what they return."""
    enter(state, [(one.name, one.step(now, sheet[one.name], dice)) for one in pages], page)


def _count(now: Now) -> dict[str, Array]:
    """Count what the quarter's market decided."""
    return {
        "exits": now.roster.sum_of(np.flatnonzero(now.leaving)),
        "product_innovations": now.roster.sum_of(np.flatnonzero(now.explores)),
        "process_innovations": now.roster.sum_of(np.flatnonzero(now.process_success)),
        "scandals": now.outbreak.astype(np.float64),
    }


def _demography(
    rules: Rules,
    state: State,
    now: Now,
    sheet: Sheet,
    dice: Dice,
    page: Page | None,
    counts: dict[str, Array],
) -> None:
    """Draw newcomers from the region as it stands, then strike off who left and enter who came."""
    cohorts = [cohort for birth in BIRTHS for cohort in birth.module.births(now, sheet[birth.name], dice)]
    if page is not None:
        reasons = {
            "insolvent": now.insolvent,
            "relocated": now.relocating,
            "closed": now.leaving & ~now.insolvent & ~now.relocating,
        }
        for reason, mask in reasons.items():
            rows = np.flatnonzero(mask)
            page.gone[reason] = (state.home[rows], rows, state.firm[rows])
    coming = newcomers.joined(cohorts) if cohorts else None
    refused, rows = newcomers.settle(state, coming, now.leaving, rules.setup.capacity)
    world, origin = state.home[rows], state.origin[rows]
    counts["entries"] = np.bincount(world, minlength=state.worlds).astype(np.float64)
    counts["spinoffs"] = np.bincount(world[origin == SPINOFF], minlength=state.worlds).astype(np.float64)
    counts["attracted"] = np.bincount(world[origin == ATTRACTED], minlength=state.worlds).astype(np.float64)
    counts["refused"] = refused
    if page is not None:
        page.born = (world, rows, state.firm[rows])


def measured_row(rules: Rules, state: State, flows: Flows, history: History, counts: dict[str, Array]) -> None:
    """Add one row to the history."""
    now = Now(state, flows, rules.geography, rules.setup.policies)
    row = measure(now, rules.input_share)
    row.update(counts)
    row.update(watch(history, row))
    history.rows.append(exact.all_to_grid([row[name] for name in COLUMNS], (state.worlds,)))
