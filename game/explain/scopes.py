"""Whose numbers are asked about: the region's, a place's, or a firm's; and how the smaller ones are measured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from game.simulation import exact, places
from game.simulation.exact import Array
from game.simulation.indicators import MEASURED, jobs, measure
from game.simulation.mechanism import Now


@dataclass(frozen=True)
class AtPlace:
    """The numbers of one place."""

    site: int


@dataclass(frozen=True)
class OfFirm:
    """The numbers of one firm."""

    firm: int


Scope = AtPlace | OfFirm | None
"""None is the region."""

PLACE_NUMBERS = ("firms", "employment", "revenue", "mean_margin", "wage", "rent")
FIRM_NUMBERS = (
    "mean_margin", "revenue", "profit", "cash", "know_how", "unit_cost", "price", "quality_gap", "crowding", "ties",
    "rung",
)  # fmt: skip


REGION_NUMBERS = (*MEASURED, "know_how")


def numbers_of(scope: Scope) -> tuple[str, ...]:
    """List the numbers that can be asked about."""
    if isinstance(scope, AtPlace):
        return PLACE_NUMBERS
    return REGION_NUMBERS if scope is None else FIRM_NUMBERS


def measure_region(now: Now, input_share: float) -> dict[str, Array]:
    """Measure the numbers of the region, each ``[world]``; know-how is the average firm's."""
    return {**measure(now, input_share), "know_how": exact.exp(now.mean_stock(now.productivity))}


def measure_places(now: Now, input_share: float) -> dict[str, Array]:
    """Measure the numbers of every place, each ``[world, place]``."""
    sales = now.place_sales
    return {
        "firms": places.firms_of(now),
        "employment": places.by_place(now, exact.to_grid(jobs(now, input_share))),
        "revenue": sales,
        "mean_margin": places.by_place(now, exact.to_grid(now.profit)) / np.maximum(sales, 1e-6),
        "wage": exact.exp(now.log_wage_place),
        "rent": now.rent_place,
    }


def measure_firms(now: Now, input_share: float) -> dict[str, Array]:
    """Measure the numbers of every firm, each ``[firm]``."""
    know_how, unit_cost, price = exact.exp(np.array([now.productivity, now.log_cost, now.log_price]))
    return {
        "mean_margin": now.profit / np.maximum(now.size, 1e-6),
        "revenue": now.size,
        "profit": now.profit,
        "cash": now.cash,
        "know_how": know_how,
        "unit_cost": unit_cost,
        "price": price,
        "quality_gap": now.quality - now.spread(now.frontier),
        "crowding": now.crowding,
        "ties": now.tie,
        "rung": now.rung,
    }


MEASURES: Mapping[str, Callable[[Now, float], dict[str, Array]]] = {
    "region": measure_region, "places": measure_places, "firms": measure_firms,
}  # fmt: skip
"""How the numbers of each scale are measured."""


def scale_of(scope: Scope) -> str:
    """Name the scale a scope belongs to."""
    return "region" if scope is None else "places" if isinstance(scope, AtPlace) else "firms"
