"""Hints: who is offered them, and that one was opened. It is written down, and takes nothing from anybody (LS-08)."""

from game.session.progress import Record
from game.session.recording import Said
from game.session.session import Session

TRIED = 2
"""Plays without a win after which help is offered in so many words (LS-08)."""


def stuck(record: Record) -> bool:
    """Whether a level was tried often enough without being won."""
    return record.plays >= TRIED and not record.won


def opened(session: Session, number: int) -> None:
    """Write down that a hint, counted from 1, was opened; once."""
    question = f"hint.{number}"
    if all(said.question != question for said in session.said):
        session.said.append(Said(question=question, answer="opened", quarter=session.quarter, kind="hint"))
