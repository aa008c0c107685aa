"""What stops the clock: a year is a chapter, and in its first quarter the budget is laid.

At all speeds but the fastest time waits there, if anything can be paid for, and when the council has voted; at the
fastest it runs on, and only what asks for an answer stops it.
"""

from game.session.session import Session
from game.simulation.actions import Enact, Quote

NORMAL = 2
"""The speed at which a decision is asked every quarter of a minute or so."""
TIMES = {1: 0.25, NORMAL: 1.0, 3: 2.0, 4: 4.0}
"""How many times as fast as normal each speed is (AC-15)."""
SECONDS = {speed: 4.0 / times for speed, times in TIMES.items()}
"""How long a quarter takes at each speed."""

UNHURRIED = 3
"""The fastest speed at which time waits for the budget."""


def new_year(session: Session) -> bool:
    """Tell whether a year has just begun."""
    return session.quarter > 0 and session.level.date_of(session.quarter)[1] == 1


def budget_waits(session: Session, speed: int) -> bool:
    """Tell whether time waits for the budget: something new can be paid for now, or something ended."""
    if speed > UNHURRIED or not new_year(session):
        return False
    if session.branch.region.state.running[0].any():
        return True
    places = range(len(session.level.map.places))
    policies = session.rules.setup.policies
    tries = (Enact(card.id, site) for card in policies for site in (places if card.placed else (0,)))
    return any(isinstance(session.quote(action), Quote) for action in tries)


def council_voted(session: Session) -> bool:
    """Tell whether the council voted with the beginning of this quarter."""
    votes = session.votes()
    return bool(votes) and votes[-1][0] == session.quarter
