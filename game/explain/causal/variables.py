"""The names of the causal map: every stock and flow of the simulation under the word a player knows it by."""

from collections.abc import Mapping

from game.simulation.mechanisms import ALL
from game.simulation.state import STOCKS

ROOMS: Mapping[str, tuple[str, ...]] = {
    "demand": ("market", "rivals", "frontier", "market_share", "reputation", "scandal", "rival_bid"),
    "firms": ("firms", "exits", "prospect", "revenue", "mean_margin", "cash", "price", "unit_cost", "markup"),
    "knowledge": ("know_how", "quality_gap", "openness", "variety", "crowding", "rung", "exploring", "innovation"),
    "people": ("skill", "workers", "wage", "rent", "employment"),
    "ties": ("trust", "ties", "cheating", "suppliers", "lock_in", "success", "core", "trend", "buyer_share"),
    "government": ("treasury", "support", "upkeep", "programmes", "attention"),
}
"""The rooms of the map, and what stands in each."""

ALIASES: Mapping[str, tuple[str, ...]] = {
    "market": ("world_market",), "rivals": ("rival_strength",), "scandal": ("scandal_risk", "outbreak"),
    "cash": ("kept",),
    "firms": ("count",), "exits": ("leaving", "insolvent", "relocating", "old_failures"),
    "prospect": ("offer", "place_chance"),
    "revenue": ("size", "sales", "place_sales", "wanted", "last_sales"),
    "mean_margin": ("profit", "gross", "tax"),
    "price": ("log_price",), "unit_cost": ("log_cost", "fixed", "common_fixed"), "markup": ("received",),
    "know_how": ("productivity", "experience"), "quality_gap": ("quality",),
    "openness": ("pioneer",), "variety": ("style",), "exploring": ("explores", "project_reach"),
    "innovation": ("process_success",),
    "wage": ("log_wage", "log_wage_place", "wage_place"), "rent": ("rent_place", "rent_paid"),
    "trust": ("felt_trust", "log_friction", "concert"), "ties": ("tie",),
    "suppliers": (
        "stages", "service_use", "design_help", "channels", "supplier_share", "supplier_use", "log_input_price",
    ),
    "success": ("complacency",), "trend": ("sales_growth",),
    "programmes": ("strength", "running", "clock"),
}  # fmt: skip
"""Stocks and flows that are one thing to a player."""

VARIABLES: tuple[str, ...] = tuple(variable for room in ROOMS.values() for variable in room)
ROOM_OF: Mapping[str, str] = {variable: room for room, some in ROOMS.items() for variable in some}
VARIABLE_OF: Mapping[str, str] = {name: name for name in VARIABLES} | {
    name: variable for variable, names in ALIASES.items() for name in names
}

FREE = frozenset({
    "age", "seat", "firm", "parent", "born", "place", "origin", "branch", "geography", "quarter",
    "policies", "best_seller", "output", "aid", "funded", "near", "pulse", "fired", "pending",
})  # fmt: skip
"""What mechanisms read that is no quantity of the region: who is who, where and when."""

NUMBERS: Mapping[str, str] = {"skilled_share": "skill", "profit": "mean_margin"}
"""Numbers on screen that stand for a variable of another name."""


def unknown() -> set[str]:
    """Name whatever mechanisms read, give or change that the map does not know; a test wants none."""
    named = {name for page in ALL.values() for name in (*page.module.READS, *page.gives, *page.changes)}
    return (named | set(STOCKS)) - set(VARIABLE_OF) - FREE
