"""What can be read off a region: one row of numbers a quarter, for every world.

An indicator is a pure function of the state and this quarter's flows; ``explain`` takes the same functions
apart again. Money is in the simulation's unit, shares are 0 … 1, prices and costs are indices.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from game.simulation import circle, exact, places
from game.simulation.exact import Array, Mask
from game.simulation.mechanism import Now
from game.simulation.state import ATTRACTED

JOBS_PER_UNIT = 10.0
"""Jobs behind one unit of sales at a wage of 1 (design: so that a seed firm has about six people)."""

COUNTED = (
    "entries", "exits", "spinoffs", "attracted", "refused", "product_innovations", "process_innovations",
    "scandals",
)  # fmt: skip
"""What happened during the quarter, counted by the tick."""

MEASURED = (
    "firms", "employment", "revenue", "value_added", "productivity", "mean_margin", "markup", "profit",
    "variety", "crowding", "trust", "cheating", "reputation", "lock_in", "openness", "skilled_share",
    "skill", "wage", "rent", "price", "unit_cost", "cumulative_output", "rung", "new_branch_share",
    "quality_gap", "suppliers", "ties", "market_share", "mean_size", "treasury", "support", "attention",
    "upkeep", "moved_jobs", "country_jobs", "rival_bid", "relational", "hierarchical",
)  # fmt: skip
"""What stands at the end of the quarter."""

READ_OFF = (
    "variety", "trust", "cheating", "lock_in", "openness", "skill", "market_share", "treasury", "support", "attention",
    "upkeep", "rival_bid",
)  # fmt: skip
"""Those of them that are stocks or flows of the region as they are."""

WATCHED = ("p_formative", "p_growth", "p_maturity", "p_petrified", "p_renewal")
"""Probabilities of the five phases."""

MEMORY = (
    "has_grown", "peak_variety", "trough_variety", "peak_revenue", "peak_firms", "since_growth", "worst_gap",
    "renewed",
)  # fmt: skip
"""What the watcher of phases must remember; shown to nobody."""

SIGNS = ("shaking_out",)
"""What is watched beside the phases: firms go while sales hold, which is not decline."""

INDICATORS: tuple[str, ...] = MEASURED + COUNTED + WATCHED + SIGNS
"""Everything a goal, an event or a chart may name."""

SHARES = frozenset(
    {"trust", "cheating", "lock_in", "openness", "skilled_share", "new_branch_share", "suppliers", "ties",
     "market_share", "support", "relational", "hierarchical", *WATCHED}
)  # fmt: skip
"""Those of them that never leave 0 … 1."""

COLUMNS: tuple[str, ...] = INDICATORS + MEMORY
INDEX: Mapping[str, int] = {name: k for k, name in enumerate(COLUMNS)}


def columns(names: Sequence[str]) -> slice:
    """Return where indicators that stand side by side are found in a row."""
    first = INDEX[names[0]]
    assert COLUMNS[first : first + len(names)] == tuple(names)
    return slice(first, first + len(names))


MOVED_SHARE = 0.8
"""Share of the jobs of firms that came from elsewhere which elsewhere lost (design: most, not all)."""

UNDER_ORDERS, PARTNERS = 0.45, 0.2
"""Share of sales to one buyer above which a firm works under orders; ties times trust above which dealings are
relational (design)."""

NEW_BRANCH = 0.2
"""Turns of the product circle from the best-seller beyond which a firm counts as a new branch (design)."""


def jobs(now: Now, input_share: float) -> Array:
    """Return the people each firm employs: the wage part of its cost, over the wage."""
    wage_bill = (1.0 - input_share) * now.size / (1.0 + now.markup)
    result: Array = JOBS_PER_UNIT * wage_bill * places.at_place(now, exact.exp(-now.log_wage_place))
    return result


def measure(now: Now, input_share: float) -> dict[str, Array]:
    """Measure everything that stands at the end of a quarter, each ``[world]``.

    Args:
        now: The region with its flows.
        input_share: Share of inputs in cost (``pricing.inputs``).
    """
    by_firm = jobs(now, input_share)
    added = now.size * (1.0 - input_share / (1.0 + now.markup))
    people, moved, added, profit, markup, crowding, price, cost = now.totals(
        by_firm, by_firm * (now.origin == ATTRACTED), added, now.profit, now.markup, now.crowding,
        now.size * now.log_price, now.size * now.log_cost,
    )  # fmt: skip
    some, alone = np.maximum(now.sales, 1e-6), now.sales <= 0.0
    gap = np.where(now.count > 0, now.mean_stock(now.quality) - now.frontier, 0.0)
    far = circle.distance(now.style, now.spread(now.best_seller)) > NEW_BRANCH
    return {
        "firms": now.count,
        "employment": people,
        "moved_jobs": moved,
        "country_jobs": people - MOVED_SHARE * moved,
        "revenue": now.sales,
        "value_added": added,
        "productivity": np.where(alone, 0.0, added / np.maximum(people, 1e-6)),
        "mean_margin": profit / some,
        "markup": markup / now.heads,
        "profit": profit,
        "crowding": crowding / now.heads,
        "reputation": now.reputation * (1.0 - 0.5 * np.minimum(now.scandal, 1.0)),
        "skilled_share": now.skill / 1.25,
        "rung": now.mean_stock(now.rung),
        "new_branch_share": now.sum(far) / now.heads,
        "quality_gap": gap,
        "suppliers": now.supplier_share,
        "ties": now.mean_stock(now.tie),
        "mean_size": now.sales / now.heads,
        **_dealings(now),
        **_levels(now, alone, price / some, cost / some),
        **{name: getattr(now, name) for name in READ_OFF},
    }


def _dealings(now: Now) -> dict[str, Array]:
    """Measure how firms deal: under orders, with partners they know, or with whoever is cheapest (the rest)."""
    ordered = now.branch | (now.buyer_share > UNDER_ORDERS)
    known = ~ordered & (now.tie * now.spread(now.trust) > PARTNERS)
    return {"relational": now.sum(known) / now.heads, "hierarchical": now.sum(ordered) / now.heads}


def _levels(now: Now, alone: Mask, price: Array, cost: Array) -> dict[str, Array]:
    """Measure rents, and what the simulation keeps as logarithms; where nobody sells there is a wage, but no price."""
    by_sales = np.array([now.rent_place, now.log_wage_place]) * now.place_sales
    rent, wage = exact.total(by_sales) / np.maximum(now.sales, 1e-6)
    wage, price, cost, output = exact.exp(np.array((wage, price, cost, now.output)))
    return {
        "rent": np.where(alone, 0.0, rent),
        "wage": np.where(alone, 1.0, wage),
        "price": np.where(alone, 0.0, price),
        "unit_cost": np.where(alone, 0.0, cost),
        "cumulative_output": output - 1.0,
    }


class History:
    """Every row of a run so far: ``history["trust"]`` is ``[quarter, world]``."""

    def __init__(self, rows: Sequence[Array] = ()) -> None:
        self.rows: list[Array] = list(rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, name: str) -> Array:
        k = INDEX[name]
        return np.array([row[k] for row in self.rows])

    def last(self, name: str, back: int = 0) -> Array:
        """Return an indicator ``back`` quarters ago (or the first there is), ``[world]``."""
        result: Array = self.rows[max(len(self.rows) - 1 - back, 0)][INDEX[name]]
        return result

    def lately(self, name: str, most: int) -> Array:
        """Return an indicator's last so many quarters, ``[quarter, world]``."""
        k = INDEX[name]
        return np.array([row[k] for row in self.rows[-most:]])

    def recent(self, which: slice, quarters: int) -> Array:
        """Add indicators that stand side by side up over the last so many quarters, ``[indicator, world]``."""
        return sum((row[which] for row in self.rows[-quarters:]), np.zeros(1))

    def until(self, quarter: int) -> "History":
        """Return the history up to and including a quarter."""
        return History(self.rows[: quarter + 1])

    def world(self, k: int) -> "History":
        """Return one world's history."""
        return History([row[:, k : k + 1] for row in self.rows])

    def repeated(self, worlds: int) -> "History":
        """Return world 0 many times over."""
        return History([np.repeat(row[:, :1], worlds, axis=1) for row in self.rows])
