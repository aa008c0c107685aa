"""Many playthroughs at once are the same playthroughs one by one."""

import pytest

from game.content import library
from game.content.build import setup_of
from game.lab import ensemble
from game.session.session import Session
from game.simulation.actions import Action, Enact, Refusal
from game.simulation.rules import Rules
from tests.session.playing import level, opened

PLAN: list[tuple[int, Action]] = [
    (0, Enact("incubator", 0)),
    (1, Enact("missing_link")),
    (2, Enact("missing_link")),
]


def rules(name: str = "birth") -> Rules:
    """Compile a level."""
    return Rules(setup_of(level(name), library.policies()))


def played(seed: int, quarters: int) -> Session:
    """Play the same plan by hand."""
    session = opened(seed=seed)
    for quarter in range(quarters):
        for when, action in PLAN:
            if when == quarter:
                session.do(action)
        session.advance()
    return session


@pytest.mark.parametrize("worlds", [1, 4])
def test_a_run_without_a_player_is_the_run_a_player_would_have(worlds: int) -> None:
    done = ensemble.run(rules(), 4, worlds, 24, PLAN)
    session = played(4, 24)
    assert done.steps == session.branch.steps
    assert all(session.branch.digests[quarter] == digest for quarter, digest in done.digests.items())
    assert sorted(done.digests) == [0, 8, 16, 24]


def test_what_is_refused_is_told_and_leaves_no_trace() -> None:
    told: list[tuple[int, Action, Refusal]] = []
    done = ensemble.run(rules(), 3, 2, 8, PLAN, refused=lambda *what: told.append(what))
    assert [(quarter, action, refusal.reason) for quarter, action, refusal in told] == [
        (2, PLAN[2][1], "already_running")
    ]
    without = ensemble.run(rules(), 3, 2, 8, PLAN[:2])
    assert without.digests == done.digests


def test_firm_quarters_are_counted_over_all_worlds() -> None:
    done = ensemble.run(rules(), 3, 3, 8)
    history = done.region.history["firms"]
    assert done.firm_quarters == history[:8].sum()
