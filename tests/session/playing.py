"""Sessions for tests: a level of the game, and things a player may do in it."""

from functools import cache

from hypothesis import strategies as st

from game.content import library
from game.content.level import Level
from game.content.plan import action_of
from game.session.session import Session
from game.simulation.actions import Action, Adjust, Answer, Enact, Repeal


@cache
def level(name: str = "birth") -> Level:
    """Read a level of the game."""
    path = library.find_level(name)
    assert path is not None
    found = library.load_level(path).level
    assert found is not None
    return found


def opened(name: str = "birth", seed: int = 1) -> Session:
    """Open a level."""
    return Session.open(level(name), library.policies(), seed)


def replayed(session: Session) -> Session:
    """Play a session's own recording again."""
    return Session.replay(session.level, session.cards, session.record())


def actions(name: str = "birth") -> st.SearchStrategy[Action]:
    """Draw something a player may try; much of it will be refused."""
    here = level(name)
    cards = [id_ for id_ in library.policies() if here.allows(id_)]
    answers = [(event.id, choice.id) for event in here.events for choice in event.choices]
    policy = st.sampled_from([*cards, "no_such_card"])
    site, size = st.integers(0, len(here.map.places) - 1), st.integers(1, 3)
    return st.one_of(
        st.builds(Enact, policy, st.just(0), st.just(1)), st.builds(Enact, policy, site, size),
        st.builds(Adjust, policy, site, size), st.builds(Repeal, policy, site),
        st.sampled_from(answers).map(lambda pair: Answer(*pair)),
    )  # fmt: skip


def plays(name: str = "birth", quarters: int = 20) -> st.SearchStrategy[list[list[Action]]]:
    """Draw what is tried in each of some quarters."""
    return st.lists(st.lists(actions(name), max_size=2), min_size=quarters, max_size=quarters)


def follow(session: Session, tried: list[list[Action]]) -> Session:
    """Try things quarter by quarter."""
    for some in tried:
        for action in some:
            session.do(action)
        session.advance()
    return session


def solved(name: str = "birth", seed: int = 1) -> Session:
    """Play a level by its own solution."""
    session = opened(name, seed)
    places = [place.id for place in session.level.map.places]
    plan = list(session.level.solution)
    while not session.outcome().ended:
        while plan and plan[0].quarter == session.quarter:
            session.do(action_of(plan.pop(0), places))
        session.advance()
    return session
