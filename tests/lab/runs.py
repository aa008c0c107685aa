"""Runs that debriefs are tried on: a short level played by its own solution, or by nobody."""

from collections.abc import Sequence

from game.content import library
from game.lab.governing import plan_of
from game.session.session import Session
from game.simulation.actions import Action
from tests.session.playing import level


def played(name: str = "birth", seed: int = 1, plan: Sequence[tuple[int, Action]] | None = None,
           quarters: int | None = None) -> Session:  # fmt: skip
    """Play a level by a plan, its own solution if none is given, to its end or for some quarters."""
    session = Session.open(level(name), library.policies(), seed)
    todo = plan_of(session.level) if plan is None else plan
    until = session.level.quarters if quarters is None else quarters
    while session.quarter < until and not session.outcome().ended:
        for quarter, action in todo:
            if quarter == session.quarter:
                session.do(action)
        session.advance()
    return session
