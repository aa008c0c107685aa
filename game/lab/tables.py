"""The three tables researchers ask for: indicators, firms, and the panel of firms by quarter."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from game.session import store
from game.simulation.indicators import INDICATORS
from game.simulation.ledger import Page
from game.simulation.region import Region
from game.simulation.state import FIRM_STAGES, ORIGINS, SEED, State

FIRST = (
    "firms", "entries", "exits", "spinoffs", "employment", "revenue", "value_added", "productivity", "mean_margin",
    "variety", "crowding", "trust", "cheating", "reputation", "lock_in", "openness", "skilled_share", "wage", "rent",
    "price", "unit_cost", "cumulative_output", "product_innovations", "process_innovations", "rung",
    "new_branch_share", "treasury", "support", "p_formative", "p_growth", "p_maturity", "p_petrified", "p_renewal",
)  # fmt: skip
"""Columns promised by the contract, in this order."""

INDICATOR_COLUMNS = ("world", "quarter", *FIRST, *(name for name in INDICATORS if name not in FIRST))
FIRM_COLUMNS = (
    "world", "firm", "origin", "parent", "place", "stage", "born", "died", "exit_cause", "parent_productivity_rank",
    "peak_size",
)  # fmt: skip
PANEL_COLUMNS = (
    "world", "quarter", "firm", "place", "stage", "age", "size", "productivity", "quality", "product_x", "product_y",
    "rung", "margin", "profit", "cash", "ties", "innovated",
)  # fmt: skip

Row = Sequence[object]


def number(value: float) -> str:
    """Write a number with a dot, shortly but so that it can be read back without loss that matters."""
    return f"{value:.10g}"


def write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a table, whole or not at all.

    Raises:
        NotWritable: The folder cannot be written.
    """
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    store.write(path, "".join(lines.kept))


class _Lines:
    """Collects what the csv writer writes."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def write(self, text: str) -> None:
        self.kept.append(text)


def indicator_rows(region: Region) -> Iterable[Row]:
    """Yield one row for each world and quarter."""
    names = INDICATOR_COLUMNS[2:]
    series = {name: region.history[name] for name in names}
    for world in range(region.state.worlds):
        for quarter in range(len(region.history)):
            yield [world, quarter, *(number(float(series[name][quarter, world])) for name in names)]


@dataclass
class FirmBook:
    """Watches a run and keeps the life of every firm, and the panel if it is wanted."""

    places: Sequence[str]
    keep_panel: bool = False
    lives: dict[tuple[int, int], dict[str, object]] = field(default_factory=dict)
    peaks: dict[tuple[int, int], float] = field(default_factory=dict)
    panel: list[Row] = field(default_factory=list)

    def see(self, region: Region, page: Page | None = None) -> None:
        """Take down what stands at the beginning of a quarter, and who left with the page before it."""
        state = region.state
        if page is not None:
            for cause, (worlds, _, firms) in page.gone.items():
                for world, firm in zip(worlds, firms, strict=True):
                    self.lives[int(world), int(firm)].update(died=state.quarter, exit_cause=cause)
        for row in range(state.firms.shape[1]):
            key = int(state.home[row]), int(state.firm[row])
            size = float(state.size[row])
            self.peaks[key] = max(self.peaks.get(key, 0.0), size)
            if key not in self.lives:
                self.lives[key] = self._birth(state, row)
            self.lives[key]["stage"] = _stage(state.rung[row])
            if self.keep_panel:
                self.panel.append(self._line(region, row))

    def rows(self) -> Iterable[Row]:
        """Yield the life of every firm, by world and number."""
        for (world, firm), life in sorted(self.lives.items()):
            yield [world, firm, *(life[name] for name in FIRM_COLUMNS[2:-1]), number(self.peaks[world, firm])]

    def _birth(self, state: State, row: int) -> dict[str, object]:
        parent = int(state.parent[row])
        rank = ""
        if parent >= 0:
            mine = state.roster.slice_of(int(state.home[row]))
            able = state.productivity[mine]
            of_parent = able[state.firm[mine] == parent]
            if of_parent.shape[0]:
                rank = number(float((able < of_parent[0]).mean()))
        return {
            "origin": ORIGINS[int(state.origin[row])],
            "parent": parent if parent >= 0 else "",
            "place": self.places[int(state.place[row])],
            "born": _begun(state, row),
            "died": "",
            "exit_cause": "",
            "parent_productivity_rank": rank,
        }

    def _line(self, region: Region, row: int) -> Row:
        state, flows = region.state, region.flows
        size, profit = float(state.size[row]), float(flows["profit"][row])
        turn = float(state.style[row])
        angle = 2.0 * np.pi * turn
        new = bool(flows["explores"][row])
        better = bool(flows["process_success"][row])
        return [
            int(state.home[row]), state.quarter, int(state.firm[row]), self.places[int(state.place[row])],
            _stage(state.rung[row]), state.quarter - _begun(state, row), number(size),
            number(float(state.productivity[row])), number(float(state.quality[row])),
            number(round(float(np.cos(angle)), 9)), number(round(float(np.sin(angle)), 9)),
            int(state.rung[row]), number(profit / max(size, 1e-9)), number(profit),
            number(float(state.cash[row])), number(float(state.tie[row])),
            "product" if new else "process" if better else "none",
        ]  # fmt: skip


def _begun(state: State, row: int) -> int:
    """Return the first quarter a firm stands at the beginning of: founders of a quarter open with the next."""
    return int(state.born[row]) + (int(state.origin[row]) != SEED)


def _stage(rung: float) -> str:
    """A firm with its own design stands in the design stage of the chain, the others make."""
    return FIRM_STAGES[1] if rung >= 3 else FIRM_STAGES[0]
