"""Hints: who is offered them, and when one has been followed. Opening one is written down and costs nothing (LS-08)."""

from collections.abc import Collection

from game.session.progress import Record
from game.session.recording import Said
from game.session.session import Session
from game.simulation.actions import Answer, Enact

TRIED = 2
"""Plays without a win after which help is offered in so many words (LS-08)."""


def stuck(record: Record) -> bool:
    """Whether a level was tried often enough without being won."""
    return record.plays >= TRIED and not record.won


def followed(session: Session, number: int, looked: Collection[str], since: int) -> bool:
    """Whether what a hint, counted from 1, asks for is done.

    Args:
        session: The run.
        number: Which hint.
        looked: What was opened: numbers asked why of, pages.
        since: How many decisions there were when the hint was opened: one that names nothing asks for another.
    """
    asked, steps = session.level.hints[number - 1].done, session.branch.steps
    if not asked:
        return len(steps) > since
    started = {step.action.policy for step in steps if isinstance(step.action, Enact)}
    answered = {step.action.event for step in steps if isinstance(step.action, Answer)}
    return {*asked} <= {*started, *answered, *looked}


def opened(session: Session, number: int) -> None:
    """Write down that a hint, counted from 1, was opened; once."""
    question = f"hint.{number}"
    if all(said.question != question for said in session.said):
        session.said.append(Said(question=question, answer="opened", quarter=session.quarter, kind="hint"))
