"""What the answers before and after play show, concept by concept and never as one number."""

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.level import Level
from game.explain.checks import every_item, is_right
from game.session.recording import Said


@dataclass(frozen=True)
class Gain:
    """Right answers on one concept: before and after, each (right, asked)."""

    concept: str
    before: tuple[int, int]
    after: tuple[int, int]


def gains(said: Iterable[Said], level: Level | None = None) -> list[Gain]:
    """Count right answers for each concept before and after play."""
    known = every_item(level)
    counts: dict[str, dict[str, list[bool]]] = {}
    for one in said:
        right = is_right(one, known)
        if right is None or one.kind not in ("before", "after"):
            continue
        for concept in known[one.question].concepts:
            counts.setdefault(concept, {"before": [], "after": []})[one.kind].append(right)
    return [
        Gain(concept, *((sum(some[when]), len(some[when])) for when in ("before", "after")))
        for concept, some in counts.items()
    ]
