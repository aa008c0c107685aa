"""Everything that happened and everything that was done, in order: the log of a run."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.explain.speech import Speaker
from game.explain.story import Kind, messages
from game.explain.tale import decisions
from game.session.session import Session
from game.simulation.actions import Answer

KINDS: tuple[Kind, ...] = ("decision", "event", "phase", "firm")


@dataclass(frozen=True)
class Entry:
    """One line of the log, and what it leads to."""

    quarter: int
    kind: Kind
    text: str
    number: str | None = None
    firm: int | None = None
    place: int | None = None
    policy: str | None = None


def chronicle(session: Session, speaker: Speaker) -> list[Entry]:
    """Tell the run from its first quarter to now: what came with each quarter, then what was done in it."""
    done: dict[int, list[Entry]] = {}
    for step, (quarter, text) in zip(session.branch.steps, decisions(session, speaker), strict=True):
        policy = None if isinstance(step.action, Answer) else step.action.policy
        done.setdefault(quarter, []).append(Entry(quarter, "decision", text, policy=policy))
    told: list[Entry] = []
    for quarter in range(session.quarter + 1):
        told += _happened(session, speaker, quarter)
        told += done.get(quarter, [])
    return told


def _happened(session: Session, speaker: Speaker, quarter: int) -> Iterator[Entry]:
    """Turn the messages of a quarter into lines; a closed firm's line leads to that firm."""
    gone = iter([] if quarter == 0 else _closed(session, quarter))
    for message in messages(session, speaker, quarter):
        firm = message.firm
        if message.kind == "firm" and firm is None:
            firm = next(gone, None)
        yield Entry(quarter, message.kind, message.text, message.number, firm, message.place)


def _closed(session: Session, quarter: int) -> list[int]:
    """List the firms that closed, in the order in which they are told."""
    page = session.branch.pages[quarter - 1]
    return [int(firm) for _, _, firms in page.gone.values() for firm in firms]
