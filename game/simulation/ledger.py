"""The ledger: every change of every stock, by cause, so that causes add up to the change exactly.

A page belongs to one quarter. It keeps what was added to the stocks, change by change, so keeping it costs next to
nothing; sums are made when somebody asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from game.simulation.exact import Array, Index
from game.simulation.roster import NOBODY, Roster
from game.simulation.state import STOCKS

LIMIT = "limit"
"""The cause of what a floor or a ceiling cut off."""


class Post(NamedTuple):
    """One entry: a stock, its cause, and the change in the stock's own shape."""

    stock: str
    cause: str
    change: Array


@dataclass
class Page:
    """One quarter's entries.

    Attributes:
        quarter: Which.
        roster: Whose firm stood in which row while the entries were made.
        posts: The entries.
        born: World, row at the end, and number of every firm that came.
        gone: By reason, world, row at the beginning, and number of every firm that left.
    """

    quarter: int
    roster: Roster | None = None
    posts: list[Post] = field(default_factory=list)
    born: tuple[Index, Index, Index] = (NOBODY, NOBODY, NOBODY)
    gone: dict[str, tuple[Index, Index, Index]] = field(default_factory=dict)

    def post(self, stock: str, cause: str, change: Array) -> None:
        """Enter one change."""
        self.posts.append(Post(stock, cause, change))

    def of(self, stock: str) -> Iterable[Post]:
        """Yield the entries of one stock in the order they were made."""
        return (post for post in self.posts if post.stock == stock)

    def of_world(self, post: Post, world: int = 0) -> Array:
        """Return one world's part of an entry: of a firm's stock, a row for each of its firms."""
        if STOCKS[post.stock].of != "firm":
            return np.asarray(post.change[world])
        return post.change if self.roster is None else post.change[self.roster.slice_of(world)]

    def by_cause(self, stock: str, world: int = 0) -> dict[str, Array]:
        """Add the entries of one stock up by cause, for one world, in the stock's own shape."""
        sums: dict[str, Array] = {}
        for post in self.of(stock):
            row = self.of_world(post, world)
            sums[post.cause] = sums[post.cause] + row if post.cause in sums else np.array(row)
        return sums
