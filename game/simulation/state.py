"""Everything that is remembered from one quarter to the next, for many worlds side by side.

A *stock* is a number that mechanisms change; a *mark* is set when a firm is born and never changes.
The region's stocks are ``[world]`` or ``[world, place]``. Firms stand in one table for all worlds: a firm's numbers are
``[firm]``, and a roster says whose row is whose. Rows move when others leave, so a firm is always named by its number
(``firm``), never by its row.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np

from game.simulation import exact
from game.simulation.chain import LINKS
from game.simulation.dice import Dice, Words
from game.simulation.exact import Array, Index
from game.simulation.roster import Roster

SEED, SPINOFF, ATTRACTED, FOUNDED = range(4)
ORIGINS = ("seed", "spinoff", "attracted", "founded")
MAKE, DESIGN = range(2)
FIRM_STAGES = ("make", "design")


@dataclass(frozen=True)
class Stock:
    """What a stock belongs to, what it counts, and the range it is held in."""

    of: str
    unit: str
    low: float = -1e6
    high: float = 1e6


STOCKS: dict[str, Stock] = {
    # --- of each firm
    "style": Stock("firm", "place on the circle of products, in turns"),
    "productivity": Stock("firm", "logarithm, 0 at the start", -20, 20),
    "experience": Stock("firm", "what it has made, fading", 0),
    "quality": Stock("firm", "logarithm, on the frontier's scale", -5, 50),
    "size": Stock("firm", "sales a quarter", 0),
    "cash": Stock("firm", "money"),
    "rung": Stock("firm", "1 assembly, 2 own make, 3 own design, 4 own brand", 1, 4),
    "tie": Stock("firm", "0 stranger … 1 woven in", 0, 1),
    "buyer_share": Stock("firm", "share of sales to its largest buyer", 0, 1),
    # --- of the region
    "trust": Stock("region", "0 … 1", 0, 0.99),
    "trend": Stock("region", "smoothed growth of sales a quarter", -0.2, 0.2),
    "old_failures": Stock("region", "smoothed share of firms over five years old that fail a quarter", 0, 1),
    "success": Stock("region", "memory of growth", 0, 1),
    "lock_in": Stock("region", "0 open … 1 petrified", 0, 1),
    "core": Stock("region", "the largest number of firms, slowly forgotten", 0),
    "pioneer": Stock("region", "openness brought by a pioneer firm", 0, 1),
    "reputation": Stock("region", "1 = neither good nor bad name", 0.05, 5),
    "scandal": Stock("region", "how much of a scandal is still remembered", 0, 1.2),
    "skill": Stock("region", "vintage of skills, 1 = up to date", 0.3, 1.25),
    "frontier": Stock("region", "quality of the best in the world, logarithm", 0, 50),
    "world_market": Stock("region", "what the world buys, sales a quarter", 0),
    "rival_bid": Stock("region", "what the rival region offers footloose firms, in programmes", 0, 12),
    "rival_strength": Stock("region", "logarithm of the attraction of all rivals outside", -20, 40),
    "treasury": Stock("region", "money"),
    "attention": Stock("region", "new things the administration can take on", 0, 4),
    "support": Stock("region", "share of the council behind the government", 0, 1),
    "last_sales": Stock("region", "sales of the quarter before", 0),
    "output": Stock("region", "logarithm of everything ever made", -20, 60),
    # --- of each place
    "workers": Stock("place", "people who could work in the cluster", 0.1),
    # --- of each stage of the division of labour, programme and pulse
    "stages": Stock("stage", "1 where a specialised supplier stage exists", 0, 1),
    "running": Stock("programme", "size a programme runs at, 0 = not running", 0, 3),
    "clock": Stock("programme", "quarters since a programme began", 0),
    "strength": Stock("programme", "how much of a programme has taken hold", 0, 3),
    "pulse": Stock("pulse", "quarters an event's effect still lasts", 0),
    "fired": Stock("event", "how often an event has happened", 0),
    "pending": Stock("event", "1 while an event waits for an answer", 0, 1),
}

# Limits lie on the grid too, or what is cut off would not add up exactly.
STOCKS = {
    name: Stock(stock.of, stock.unit, *exact.to_grid(np.array([stock.low, stock.high])).tolist())
    for name, stock in STOCKS.items()
}


KINDS = tuple(dict.fromkeys(stock.of for stock in STOCKS.values()))
NAMES: Mapping[str, tuple[str, ...]] = {
    kind: tuple(name for name, stock in STOCKS.items() if stock.of == kind) for kind in KINDS
}
"""The rows of each kind's table."""

KIND: Mapping[str, str] = {name: stock.of for name, stock in STOCKS.items()}
ROW: Mapping[str, int] = {name: names.index(name) for names in NAMES.values() for name in names}
"""Where each stock stands in its kind's table."""

MARKS = ("home", "firm", "parent", "born", "origin", "place", "branch")
"""Its world, its number, its parent's number or −1, quarter of birth, how it came, place, 1 for a branch plant."""

SUPPLIER_STAGES = len(LINKS)
"""How far the division of labour can go (design: core-2 section 1)."""


@dataclass
class State:
    """One quarter's end for ``W`` worlds. Stocks and marks read as attributes: ``state.trust``.

    Attributes:
        quarter: The quarter that runs.
        seeds: One for each world.
        next_firm: The number the next newcomer of each world gets.
        tables: The stocks, one table for each kind, ``[stock, …]``.
        firms: The firms' marks, ``[mark, firm]``, world by world and oldest first.
    """

    quarter: int
    seeds: Words
    next_firm: Index
    tables: dict[str, Array]
    firms: Index
    _dice: Dice | None = field(default=None, init=False, repr=False, compare=False)

    def __getattr__(self, name: str) -> Any:
        if name in STOCKS:
            return self.stocks[name]
        if name in MARKS:
            return self.marks[name]
        raise AttributeError(name)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel as tables alone: what reads them is made anew, or it would read a copy."""
        return State, (self.quarter, self.seeds, self.next_firm, self.tables, self.firms)

    @cached_property
    def stocks(self) -> Mapping[str, Array]:
        """Every stock by its name: a view of its table's row, to be written into, never to be replaced."""
        rows = {name: row for kind in KINDS for name, row in zip(NAMES[kind], self.tables[kind], strict=True)}
        return MappingProxyType(rows)

    @cached_property
    def marks(self) -> dict[str, Any]:
        """Every mark by its name, ``[firm]``."""
        found: dict[str, Any] = dict(zip(MARKS, self.firms, strict=True))
        found["branch"] = found["branch"] != 0
        return found

    @cached_property
    def roster(self) -> Roster:
        """Whose row is whose."""
        return Roster(self.firms[0], self.firms[1], self.worlds)

    @property
    def dice(self) -> Dice:
        """The dice of the quarter that runs: thrown once, whoever asks."""
        if self._dice is None or self._dice.quarter != self.quarter:
            self._dice = Dice(self.seeds, self.quarter)
        return self._dice

    @property
    def worlds(self) -> int:
        """How many worlds stand side by side."""
        return int(self.seeds.shape[0])

    def people(self, firms: Index, stocks: Array) -> None:
        """Replace the table of firms: who left is gone, who came is in it."""
        self.firms = firms
        self.put("firm", stocks)

    def put(self, kind: str, table: Array) -> None:
        """Replace a whole table by one of another shape."""
        self.tables[kind] = table
        for known in ("stocks", "marks", "roster"):
            self.__dict__.pop(known, None)

    def copy(self) -> "State":
        """Return an independent copy (a snapshot)."""
        tables = {kind: table.copy() for kind, table in self.tables.items()}
        # Marks are replaced with their whole table, never written into: a copy may share them.
        return State(self.quarter, self.seeds.copy(), self.next_firm.copy(), tables, self.firms)

    def world(self, k: int | slice) -> "State":
        """Return some worlds of the batch as a batch of their own."""
        chosen = np.arange(self.worlds)[slice(k, k + 1) if isinstance(k, int) else k]
        return self.chosen(chosen, self.seeds[chosen])

    def repeated(self, seeds: Words) -> "State":
        """Return the first world many times over, each with other dice from here on."""
        return self.chosen(np.zeros(seeds.shape[0], dtype=np.int64), seeds.copy())

    def chosen(self, worlds: Index, seeds: Words) -> "State":
        """Return worlds of this batch, in any order and any number of times, with seeds of their own."""
        rows = self.roster.rows_of(worlds)
        tables = {kind: table.take(rows if kind == "firm" else worlds, axis=1) for kind, table in self.tables.items()}
        firms = self.firms.take(rows, axis=1)
        firms[0] = np.repeat(np.arange(worlds.shape[0]), self.roster.counts[worlds])
        return State(self.quarter, seeds, self.next_firm[worlds], tables, firms)

    def governed(self, worlds: Index) -> "State":
        """Return a copy of some worlds without their firms: all that a government's decisions change."""
        tables = {kind: table[:, :0] if kind == "firm" else table[:, worlds] for kind, table in self.tables.items()}
        return State(self.quarter, self.seeds[worlds], self.next_firm[worlds], tables, self.firms[:, :0])

    def digest(self, world: int = 0) -> str:
        """Return a fingerprint of one world, the same in any batch."""
        rows = self.roster.slice_of(world)
        hasher = hashlib.sha256(f"{self.quarter} {int(self.next_firm[world])}".encode())
        hasher.update(np.ascontiguousarray(self.firms[1:, rows]).tobytes())
        for kind in KINDS:
            table = self.tables[kind][:, rows if kind == "firm" else world]
            # Adding 0.0 turns −0 into 0: equal numbers must give equal bytes.
            hasher.update(np.ascontiguousarray(table + 0.0).tobytes())
        return hasher.hexdigest()[:16]
