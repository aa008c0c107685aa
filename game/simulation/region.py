"""A region that runs: its rules, its state, its history and the market of the moment, kept together."""

import numpy as np

from game.simulation import exact, newcomers
from game.simulation.dice import Dice, Words, seeds_for
from game.simulation.exact import Array
from game.simulation.indicators import COUNTED, History
from game.simulation.ledger import Page
from game.simulation.mechanism import Flows
from game.simulation.mechanisms import demand
from game.simulation.newcomers import Cohort
from game.simulation.rules import Rules
from game.simulation.setup import Group
from game.simulation.state import KINDS, MARKS, NAMES, SEED, SUPPLIER_STAGES, State
from game.simulation.tick import market, measured_row, tick

POOL = 174.0
"""Workers of the whole region at the start, in units of sales they can make (prototype)."""

START = {
    "trust": 0.55, "reputation": 1.0, "skill": 1.0, "old_failures": 0.006, "treasury": 12.0, "attention": 3.0,
    "support": 0.55,
}  # fmt: skip
"""Opening values where a level says nothing; every other stock of the region opens at 0."""


class Region:
    """Worlds of one level, side by side, advanced together."""

    def __init__(self, rules: Rules, state: State, history: History, flows: Flows) -> None:
        self.rules, self.state, self.history, self.flows = rules, state, history, flows

    @classmethod
    def open(cls, rules: Rules, seed: int, worlds: int = 1) -> "Region":
        """Open a level: world 0 has the seed itself, the others seeds derived from it."""
        return cls.open_with(rules, seeds_for(seed, worlds))

    @classmethod
    def open_with(cls, rules: Rules, seeds: Words) -> "Region":
        """Open a level in one world for each seed."""
        state = _empty(rules, seeds)
        dice = Dice(seeds, -1)
        groups = [_members(rules, group, k, dice, seeds.shape[0]) for k, group in enumerate(rules.setup.groups)]
        if groups:
            newcomers.settle(state, newcomers.joined(groups), np.zeros(0, dtype=bool), rules.setup.capacity)
        flows = market(rules, state)
        state.stocks["last_sales"][:] = exact.to_grid(flows["sales"])
        history = History()
        nothing = dict.fromkeys(COUNTED, np.zeros(seeds.shape[0]))
        measured_row(rules, state, flows, history, nothing)
        return cls(rules, state, history, flows)

    def advance(self, page: Page | None = None) -> None:
        """Run one quarter."""
        self.flows = tick(self.rules, self.state, self.history, self.flows, page)

    def refresh(self) -> None:
        """Compute the market anew after an action changed the state."""
        self.flows = market(self.rules, self.state)

    def snapshot(self) -> "Region":
        """Return an independent copy; rows already written are shared, for nobody changes them."""
        return Region(self.rules, self.state.copy(), History(self.history.rows), dict(self.flows))

    def futures(self, seed: int, worlds: int) -> "Region":
        """Return this moment (of world 0) many times over, each with its own dice from here on."""
        state = self.state.world(0).repeated(seeds_for(seed, worlds, "future"))
        history = self.history.world(0).repeated(worlds)
        return Region(self.rules, state, history, market(self.rules, state))


def _empty(rules: Rules, seeds: Words) -> State:
    """Return a state without firms."""
    worlds, setup = seeds.shape[0], rules.setup
    shape = {
        "firm": (0,),
        "region": (worlds,),
        "place": (worlds, len(setup.places)),
        "stage": (worlds, SUPPLIER_STAGES),
        "programme": (worlds, len(setup.policies), len(setup.places)),
        "pulse": (worlds, len(rules.slots)),
        "event": (worlds, len(setup.events)),
    }
    tables = {kind: np.zeros((len(NAMES[kind]), *shape[kind])) for kind in KINDS}
    nobody = np.zeros((len(MARKS), 0), dtype=np.int64)
    state = State(0, seeds, np.ones(worlds, dtype=np.int64), tables, nobody)
    stocks = state.stocks
    for name, value in {**START, **setup.start}.items():
        stocks[name][:] = exact.to_grid(np.array(value))
    for name, value in demand.opening(rules.constants("demand")).items():
        stocks[name][:] = exact.to_grid(np.array(value))
    stocks["workers"][:] = exact.to_grid(POOL * rules.geography.people)[None, :]
    return state


def _members(rules: Rules, group: Group, k: int, dice: Dice, worlds: int) -> Cohort:
    """Return the firms of one opening group in every world."""
    world = np.repeat(np.arange(worlds), group.count)
    number = np.tile(np.arange(group.count), worlds) + 1000 * k
    u = {key: dice.picked(f"seed_{key}", world, number) for key in ("style", "skill", "size")}
    style = group.style + group.spread * (u["style"] - 0.5)
    full: Array = np.ones(world.shape)
    return Cohort(
        world=world,
        origin=np.full(world.shape, SEED),
        parent=np.full(world.shape, -1),
        place=np.full(world.shape, group.place),
        branch=np.full(world.shape, group.anchor),
        stocks={
            "style": style - np.floor(style),
            "productivity": 0.1 * (u["skill"] - 0.5),
            "experience": full * 0.5,
            "quality": full * float(rules.setup.start.get("frontier", 0.0)) * 0.8,
            "size": group.size * (0.8 + 0.4 * u["size"]),
            "cash": full * group.cash,
            "rung": full * 1.0,
            "tie": full * (0.0 if group.anchor else 0.25),
            "buyer_share": full * 0.2,
        },
    )
