"""Runs that debriefs are tried on: a short level played by its own solution, or by nobody."""

from collections.abc import Sequence

import numpy as np

from game.content import library
from game.lab.governing import affordable, desk, plan_of
from game.lab.situation import look
from game.lab.strategies import STRATEGIES
from game.session.session import Session
from game.simulation.actions import Action, Adjust, Answer, Enact
from game.simulation.dice import Dice, seeds_for
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


def governed(name: str, strategy: str, seed: int = 1, student: int = 0) -> Session:
    """Let somebody play a level in the manner of a strategy, with tastes of their own."""
    session, way = Session.open(level(name), library.policies(), seed), STRATEGIES[strategy]
    table, own = desk(session.level, session.rules, session.cards), seeds_for(student, 1, "student")
    taste = 0.4 + Dice(own, 0).counted("taste", len(table.cards))
    while not session.outcome().ended:
        for event in session.pending():
            choices = next(one.choices for one in session.rules.setup.events if one.id == event)
            session.do(Answer(event, choices[student % len(choices)].id))
        dice, here = Dice(own, session.quarter), look(session.branch.region, table)
        wanted = np.where(affordable(here, way, np.arange(1)), way.wants(here, dice) * taste, 0.0)[0]
        k = int(wanted.argmax())
        if wanted[k] > 0 and dice.world("rises")[0] < 0.5:
            site, size = int(here.site[0, k]), int(here.size[0, k])
            card = table.cards[k].id
            session.do(Enact(card, site) if size == 1 else Adjust(card, site, size))
        session.advance()
    return session
