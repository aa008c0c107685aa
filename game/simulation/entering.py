"""Changes enter the stocks: on the grid, with their cause in the ledger, and held within each stock's range."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from game.simulation import exact
from game.simulation.exact import Array
from game.simulation.ledger import LIMIT, Page, Post
from game.simulation.mechanism import Changes
from game.simulation.ranges import hold
from game.simulation.state import KIND, NAMES, ROW, State


class Entries(NamedTuple):
    """Where the changes of one kind of stock go.

    Attributes:
        kind: Of firms, of the region, of places and so on.
        which: Their places among all changes.
        stocks: The stock of each.
        causes: The cause of each.
        rows: The stocks' rows in the kind's table.
        span: The rows from the first that is touched to the last.
    """

    kind: str
    which: tuple[int, ...]
    stocks: tuple[str, ...]
    causes: tuple[str, ...]
    rows: tuple[int, ...]
    span: slice


@cache
def _entries(keys: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> tuple[Entries, ...]:
    """Sort changes by kind; mechanisms change the same stocks every quarter, so this is found out once."""
    each = [(stock, f"{source}.{cause}") for source, changed in keys for stock, cause in changed]
    kinds = dict.fromkeys(KIND[stock] for stock, _ in each)
    found = []
    for kind in kinds:
        which = tuple(k for k, (stock, _) in enumerate(each) if KIND[stock] == kind)
        stocks, causes = zip(*(each[k] for k in which), strict=True)
        rows = tuple(ROW[stock] for stock in stocks)
        found.append(Entries(kind, which, stocks, causes, rows, slice(min(rows), max(rows) + 1)))
    return tuple(found)


def enter(state: State, made: Sequence[tuple[str, Changes]], page: Page | None) -> None:
    """Add what sources changed to the stocks and hold them within range; what is cut has the cause ``limit``.

    Args:
        state: Changed in place.
        made: The sources with their changes, each in its stock's shape or one that fits it.
        page: The ledger's page, if one is kept.
    """
    changes = [change for _, changed in made for change in changed.values()]
    entries = _entries(tuple([(source, tuple(changed)) for source, changed in made]))
    for one in entries:
        _add(state.tables[one.kind], one, [changes[k] for k in one.which], page)
    for one in entries:
        _limit(state.tables[one.kind][one.span], one, page)


def _add(table: Array, entries: Entries, asked: Sequence[Array], page: Page | None) -> None:
    """Add changes to the stocks of a kind."""
    exactly = exact.each_to_grid(asked, table[0])
    if page is not None:
        exactly = list(exactly)
        page.posts += map(Post, entries.stocks, entries.causes, exactly)
    for row, change in zip(entries.rows, exactly, strict=True):
        stood = table[row]
        stood += change


def _limit(table: Array, entries: Entries, page: Page | None) -> None:
    """Hold stocks within their range. Styles go round their circle."""
    if page is None:
        hold(entries.kind, table, entries.span)
        return
    before = table.copy()
    hold(entries.kind, table, entries.span)
    cut = table - before
    if cut.any():
        for name, row in zip(NAMES[entries.kind][entries.span], cut, strict=True):
            if row.any():
                page.post(name, LIMIT, row)
