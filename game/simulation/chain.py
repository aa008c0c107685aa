"""The chain around the makers: twelve specialised links, each with one job, from the first a small market can carry.

Theory: Young (1928) and Stigler (1951): the division of labour is limited by the extent of the market. Links stand in
the order in which a growing market can pay for them; what each *does* is its role (the paper's actors: suppliers of
parts, machines and services, channels to buyers, makers of complements, design and brand).
"""

import numpy as np

from game.simulation import exact
from game.simulation.exact import Array

LINKS: tuple[tuple[str, str], ...] = (
    ("materials", "supply"),
    ("trading_house", "trade"),
    ("parts", "supply"),
    ("repair", "service"),
    ("tools", "supply"),
    ("packaging", "complement"),
    ("finishing", "supply"),
    ("freight", "trade"),
    ("machines", "supply"),
    ("finance_law", "service"),
    ("accessories", "complement"),
    ("design", "design"),
)
"""Every link and its role, by the market it wants."""

ROLES = ("supply", "trade", "service", "complement", "design")


def _weights(role: str) -> Array:
    held = np.array([one == role for _, one in LINKS], dtype=float)
    weights: Array = held / held.sum()
    return weights


WEIGHTS: dict[str, Array] = {role: _weights(role) for role in ROLES}
"""For each role what each link adds to its share, adding to 1."""

_TABLE = np.array([WEIGHTS[role] for role in ROLES])


def shares(stages: Array) -> dict[str, Array]:
    """Return how complete each role is, 0 … 1, from the links that are open (``[world, link]``)."""
    return dict(zip(ROLES, exact.total(_TABLE[:, None, :] * stages), strict=True))
