"""Where and with whom a cause was at work: the product copied, the firms that closed, the place they stood in."""

from collections import Counter
from dataclasses import dataclass

from game.explain.scopes import AtPlace, OfFirm, Scope
from game.session.branch import Branch
from game.simulation.state import ORIGINS, STOCKS


@dataclass(frozen=True)
class Scene:
    """What a sentence about a cause can name.

    Attributes:
        less: Whether the cause made its stocks smaller rather than larger.
        style: The best-seller's place on the circle of products, or None.
        firms: The firms that came or left through it.
        site: The place where most of them stand or stood, or None.
    """

    less: bool = False
    style: float | None = None
    firms: tuple[int, ...] = ()
    site: int | None = None


NOWHERE = Scene()


def scene_of(branch: Branch, cause: str, since: int, at: int, scope: Scope) -> Scene:
    """Collect what can be named about a cause in a span."""
    kind, _, reason = cause.partition(".")
    sellers = branch.snapshots[at].flows.get("best_seller")
    style = None if sellers is None else float(sellers[0])
    if kind in ("exit", "entry"):
        met = _left(branch, reason, since, at) if kind == "exit" else _came(branch, since, at, reason)
        here = [one for one in met if isinstance(scope, AtPlace) and one[1] == scope.site]
        sites = Counter(site for _, site in met)
        firms = tuple(firm for firm, _ in here or met)
        return Scene(kind == "exit", style, firms, sites.most_common(1)[0][0] if sites else None)
    return Scene(_pushed(branch, cause, since, at, scope) < 0, style)


def _left(branch: Branch, reason: str, since: int, at: int) -> list[tuple[int, int]]:
    """List firms that left for a reason, each with its place."""
    found = []
    for quarter in range(since, at):
        _, rows, firms = branch.pages[quarter].gone.get(reason, ((), (), ()))
        place = branch.snapshots[quarter].state.place
        found += [(int(firm), int(place[row])) for row, firm in zip(rows, firms, strict=True)]
    return found


def _came(branch: Branch, since: int, at: int, origin: str) -> list[tuple[int, int]]:
    """List firms that came with an origin, each with its place."""
    found = []
    for quarter in range(since, at):
        _, rows, firms = branch.pages[quarter].born
        state = branch.snapshots[quarter + 1].state
        found += [
            (int(firm), int(state.place[row]))
            for row, firm in zip(rows, firms, strict=True)
            if ORIGINS[int(state.origin[row])] == origin
        ]
    return found


def _pushed(branch: Branch, cause: str, since: int, at: int, scope: Scope) -> float:
    """Add up what a cause did to its stocks in a span, for one firm where one is asked about."""
    total = 0.0
    for quarter in range(since, at):
        state = branch.snapshots[quarter].state
        for post in branch.pages[quarter].posts:
            if post.cause != cause:
                continue
            row = branch.pages[quarter].of_world(post)
            if isinstance(scope, OfFirm) and STOCKS[post.stock].of == "firm":
                row = row[state.firm == scope.firm]
            total += float(row.sum())
    return total
