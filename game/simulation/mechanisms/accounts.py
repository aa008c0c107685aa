"""Accounts: what a firm earns, what it must pay whatever it sells, and what is left.

Theory: endogenous sunk cost (Sutton 1991): the fixed cost rises with the world's frontier, so the scale a
firm needs grows with time. That, with cheaper rivals, drives the shake-out (core B6).
Claim: a thin margin kills the small first.
Boundary: owners take nothing but what lies above a full till; no debt beyond trade credit.
"""

import numpy as np

from game.simulation import places
from game.simulation.dice import Dice
from game.simulation.mechanism import Changes, Flows, Now, Values
from game.simulation.parameter import Parameter

READS = (
    "size",
    "received",
    "wage_place",
    "frontier",
    "service_use",
    "rent",
    "cash",
    "branch",
    "count",
)
GIVES = ("common_fixed", "kept", "gross", "fixed", "rent_paid", "aid", "tax", "profit")
CHANGES = {"cash": ("sales", "fixed_cost", "rent", "aid", "tax", "upkeep", "owners")}
PARAMETERS = {
    "sold": Parameter(0.98, 0.9, 1.0, "share of sales that is paid for", "design"),
    "fixed": Parameter(0.1125, 0.03, 0.4, "fixed cost a quarter at the start", "calibrated"),
    "frontier_cost": Parameter(3.0, 0.0, 4.0, "rise of fixed cost per unit of frontier", "prototype"),
    "shared_saving": Parameter(0.13, 0.0, 0.4, "fall of fixed cost by services bought next door", "design"),
    "tax_rate": Parameter(0.2, 0.0, 0.5, "share of profit", "design", lever=True),
    "interest": Parameter(0.015, 0.0, 0.05, "share of cash used up a quarter", "prototype"),
    "till": Parameter(14.0, 5.0, 40.0, "cash a firm keeps beyond its size", "prototype"),
    "subsidy": Parameter(0.0, 0.0, 0.1, "paid to every firm a quarter", "design", lever=True),
    "anchor_aid": Parameter(0.0, 0.0, 3.0, "paid to every branch plant, shares of fixed cost", "design", lever=True),
}


def derive(now: Now, p: Values, dice: Dice) -> Flows:
    """Compute every line of the quarter's account."""
    gross = p.sold * now.size * now.received / (1.0 + now.received)
    scale = (1.0 + p.frontier_cost * now.frontier) * (1.0 + p.shared_saving * (0.6 - now.service_use))
    common = p.fixed * scale
    fixed = now.spread(common) * places.at_place(now, now.wage_place)
    rent = now.rent * np.sqrt(now.size)
    aid = np.where(now.branch, now.spread(p.anchor_aid) * fixed, now.spread(p.subsidy))
    before = gross - fixed - rent + aid
    tax = np.maximum(before, 0.0) * now.spread(p.tax_rate)
    return {
        "common_fixed": common,
        "kept": now.cash * (1.0 - p.interest),
        "gross": gross,
        "fixed": fixed,
        "rent_paid": rent,
        "aid": aid,
        "tax": tax,
        "profit": before - tax,
    }


def step(now: Now, p: Values, dice: Dice) -> Changes:
    """Cash follows the account; what a full till cannot hold goes to the owners."""
    after = now.kept + now.profit
    return {
        ("cash", "sales"): now.gross,
        ("cash", "fixed_cost"): -now.fixed,
        ("cash", "rent"): -now.rent_paid,
        ("cash", "aid"): now.aid,
        ("cash", "tax"): -now.tax,
        ("cash", "upkeep"): -p.interest * now.cash,
        ("cash", "owners"): -np.maximum(after - p.till - now.size, 0.0),
    }
