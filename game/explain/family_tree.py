"""The family tree of firms as a drawing needs it: one row a firm, children below, so that no two lines cross."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.explain.genealogy import Life, heirs


@dataclass(frozen=True)
class Line:
    """One firm on the tree: its row, its parent's row, and the dead twigs folded into it.

    Attributes:
        generation: 0 for a firm that came from no other, 1 for its children.
        twigs: The quarters at which children left whose whole families are gone and folded away.
        living: The living firms of its family, itself included.
    """

    life: Life
    row: int
    parent_row: int | None
    generation: int
    twigs: tuple[int, ...]
    living: int


@dataclass(frozen=True)
class Tree:
    """Every line in the order of its rows, and how many firms are folded away."""

    lines: tuple[Line, ...]
    folded: int


def tree_of(known: Mapping[int, Life], fold: bool = False) -> Tree:
    """Lay the firms out.

    A firm's youngest child lies next to it and the oldest furthest away. Whatever lies between a firm and its child
    was then born later than that child, so the line that joins them crosses nothing.

    Args:
        known: Every firm's life.
        fold: Whether to leave out firms that closed and left no living heir.
    """
    living = heirs(known)
    shown = {firm for firm in known if living[firm] or not fold}
    roots = [life for life in known.values() if life.parent is None or life.parent not in known]
    rows: list[Line] = []
    for root in sorted(roots, key=lambda life: (life.born, life.firm)):
        waiting: list[tuple[Life, int | None, int]] = [(root, None, 0)] if root.firm in shown else []
        while waiting:
            life, above, generation = waiting.pop()
            row = len(rows)
            twigs = tuple(known[child].born for child in life.children if child not in shown)
            rows.append(Line(life, row, above, generation, twigs, living[life.firm]))
            children = [known[child] for child in life.children if child in shown]
            oldest_first = sorted(children, key=lambda child: (child.born, child.firm))
            waiting += [(child, row, generation + 1) for child in oldest_first]
    return Tree(tuple(rows), len(known) - len(rows))
