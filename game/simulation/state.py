"""Everything that is remembered from one quarter to the next, for many worlds side by side.

A *stock* is a number that mechanisms change; a *mark* is set when a firm is born and never changes.
Arrays are ``[world]``, ``[world, place]`` or ``[world, slot]``; a slot is a seat that firms take in turn,
so a firm is always named by its number (``firm``), never by its slot.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.simulation import exact
from game.simulation.chain import LINKS
from game.simulation.dice import Words
from game.simulation.exact import Array, Index, Mask

BLOCK = 16
"""Slots are used and widened in blocks of this many."""

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

MARKS: dict[str, type] = {
    "alive": np.bool_,
    "firm": np.int64,
    "parent": np.int64,
    "born": np.int64,
    "origin": np.int64,
    "place": np.int64,
    "branch": np.bool_,
}

SUPPLIER_STAGES = len(LINKS)
"""How far the division of labour can go (design: core-2 section 1)."""


@dataclass
class State:
    """One quarter's end for ``W`` worlds. Stocks and marks read as attributes: ``state.trust``."""

    quarter: int
    seeds: Words
    next_firm: Index
    stocks: dict[str, Array]
    marks: dict[str, NDArray[Any]] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        for table in ("stocks", "marks"):
            held = self.__dict__.get(table, {})
            if name in held:
                return held[name]
        raise AttributeError(name)

    @property
    def worlds(self) -> int:
        """How many worlds stand side by side."""
        return int(self.seeds.shape[0])

    @property
    def width(self) -> int:
        """How many slots are in use, a multiple of ``BLOCK``."""
        return int(self.marks["alive"].shape[1])

    def copy(self) -> "State":
        """Return an independent copy (a snapshot)."""
        return State(
            self.quarter,
            self.seeds.copy(),
            self.next_firm.copy(),
            {name: value.copy() for name, value in self.stocks.items()},
            {name: value.copy() for name, value in self.marks.items()},
        )

    def world(self, k: int | slice) -> "State":
        """Return some worlds of the batch as a batch of their own."""
        rows = slice(k, k + 1) if isinstance(k, int) else k
        part = State(
            self.quarter,
            self.seeds[rows],
            self.next_firm[rows],
            {name: value[rows] for name, value in self.stocks.items()},
            {name: value[rows] for name, value in self.marks.items()},
        )
        return part.copy()

    def repeated(self, seeds: Words) -> "State":
        """Return the first world many times over, each with other dice from here on."""
        count = seeds.shape[0]
        return State(
            self.quarter,
            seeds.copy(),
            np.repeat(self.next_firm[:1], count),
            {name: np.repeat(value[:1], count, axis=0) for name, value in self.stocks.items()},
            {name: np.repeat(value[:1], count, axis=0) for name, value in self.marks.items()},
        )

    def widen(self, slots: int) -> None:
        """Add empty slots."""
        extra = ((0, 0), (0, slots))
        for name, value in self.marks.items():
            self.marks[name] = np.pad(value, extra)
        for name, stock in STOCKS.items():
            if stock.of == "firm":
                self.stocks[name] = np.pad(self.stocks[name], extra)

    def narrow(self) -> None:
        """Drop empty blocks at the end: dead slots cost time and change nothing."""
        used = self.marks["alive"].any(axis=0)
        last = int(np.flatnonzero(used)[-1]) + 1 if used.any() else 1
        width = -(-last // BLOCK) * BLOCK
        if width < self.width:
            for name, value in self.marks.items():
                self.marks[name] = np.ascontiguousarray(value[:, :width])
            for name, stock in STOCKS.items():
                if stock.of == "firm":
                    self.stocks[name] = np.ascontiguousarray(self.stocks[name][:, :width])

    def digest(self, world: int = 0) -> str:
        """Return a fingerprint of one world, the same at any batch size and width."""
        alive: Mask = self.marks["alive"][world]
        living = np.flatnonzero(alive)
        hasher = hashlib.sha256(f"{self.quarter} {int(self.next_firm[world])}".encode())
        for name in sorted(MARKS):
            hasher.update(np.ascontiguousarray(self.marks[name][world][living]).tobytes())
        for name in sorted(STOCKS):
            row = self.stocks[name][world]
            # Adding 0.0 turns −0 into 0: equal numbers must give equal bytes.
            row = row[living] if STOCKS[name].of == "firm" else row
            hasher.update(np.ascontiguousarray(row + 0.0).tobytes())
        return hasher.hexdigest()[:16]


def seats(marked: Mask) -> tuple[Index, Index]:
    """Return the world and the slot of every marked seat, world by world (``nonzero``, but much faster)."""
    flat = np.flatnonzero(marked)
    world = flat // marked.shape[1]
    return world, flat - world * marked.shape[1]


def check(state: State) -> Iterable[tuple[str, int]]:
    """Yield (stock, world) for every stock that is not a number or out of its range."""
    for name, stock in STOCKS.items():
        value = state.stocks[name]
        if stock.low > 0 and stock.of == "firm":
            value = np.where(state.marks["alive"], value, stock.low)
        if not value.size:
            continue
        # Smallest and largest pass what is not a number on, and nothing compares well with that.
        if np.minimum.reduce(value, axis=None) >= stock.low and np.maximum.reduce(value, axis=None) <= stock.high:
            continue
        good = (value >= stock.low) & (value <= stock.high)
        if not good.all():
            worlds = np.flatnonzero(~good.reshape(state.worlds, -1).all(axis=1))
            yield name, int(worlds[0])
