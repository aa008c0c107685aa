"""The ledger: every change of every stock, by cause, so that causes add up to the change exactly.

A page belongs to one quarter. It keeps the very arrays the mechanisms returned, so keeping it costs nothing;
sums are made when somebody asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from game.simulation.exact import Array, Index

LIMIT = "limit"
"""The cause of what a floor or a ceiling cut off."""


NOBODY: Index = np.zeros(0, dtype=np.int64)


class Post(NamedTuple):
    """One entry: a stock, its cause, and the change in the stock's own shape."""

    stock: str
    cause: str
    change: Array


@dataclass
class Page:
    """One quarter's entries.

    ``gone`` (by reason) and ``born`` list (world, slot, firm) of firms that left and came at its end.
    """

    quarter: int
    posts: list[Post] = field(default_factory=list)
    born: tuple[Index, Index, Index] = (NOBODY, NOBODY, NOBODY)
    gone: dict[str, tuple[Index, Index, Index]] = field(default_factory=dict)

    def post(self, stock: str, cause: str, change: Array) -> None:
        """Enter one change."""
        self.posts.append(Post(stock, cause, change))

    def of(self, stock: str) -> Iterable[Post]:
        """Yield the entries of one stock in the order they were made."""
        return (post for post in self.posts if post.stock == stock)

    def by_cause(self, stock: str, world: int = 0) -> dict[str, Array]:
        """Add the entries of one stock up by cause, for one world, in the stock's own shape."""
        sums: dict[str, Array] = {}
        for post in self.of(stock):
            row = post.change[world]
            sums[post.cause] = sums[post.cause] + row if post.cause in sums else np.array(row)
        return sums
