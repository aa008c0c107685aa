"""Going back, trying otherwise and doing it again leave no trace in what happens."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.lab import ensemble
from game.session.session import Session
from game.simulation.actions import Action, Answer, Enact, Quote, Refusal, Repeal
from tests.session.playing import actions, follow, opened, plays, replayed

INCUBATOR, LINK = Enact("incubator", 0), Enact("missing_link")


def run(session: Session, quarters: int) -> Session:
    for _ in range(quarters):
        session.advance()
    return session


def test_the_market_of_the_moment_knows_the_events_of_the_moment() -> None:
    session = opened("wenzhou")
    for _ in range(120):
        session.advance()
        known = {name: flow.tobytes() for name, flow in session.branch.region.flows.items()}
        session.branch.region.refresh()
        again = {name: flow.tobytes() for name, flow in session.branch.region.flows.items()}
        assert [name for name in known if known[name] != again[name]] == [], session.quarter


def test_the_usual_answer_is_the_same_whether_it_is_given_or_left_to_happen() -> None:
    given, left = run(opened("wenzhou"), 38), run(opened("wenzhou"), 38)
    assert isinstance(given.do(Answer("fire_1987", "wait")), Quote)
    assert run(given, 4).branch.digests == run(left, 4).branch.digests


def test_what_is_refused_in_the_quarter_of_an_event_changes_nothing() -> None:
    session = run(opened("wenzhou"), 120)
    rules, refused = session.rules, [(94, Enact("no_such_card"))]
    assert ensemble.run(rules, 1, 1, 120, refused).digests[120] == session.branch.digests[120]


def test_an_action_changes_what_happens() -> None:
    plain, acted = opened(), opened()
    assert isinstance(acted.do(INCUBATOR), Quote)
    assert run(plain, 8).branch.digests[8] != run(acted, 8).branch.digests[8]


def test_undoing_is_as_if_it_had_never_been_done() -> None:
    plain, undone = run(opened(), 3), run(opened(), 3)
    undone.do(INCUBATOR)
    undone.do(LINK)
    assert undone.undo() == LINK
    assert undone.undo() == INCUBATOR
    assert undone.undo() is None
    assert undone.record() == plain.record()
    assert run(undone, 12).branch.digests == run(plain, 12).branch.digests


def test_undo_takes_back_the_last_thing_only() -> None:
    kept, both = opened(), opened()
    for session in (kept, both):
        session.do(INCUBATOR)
    both.do(LINK)
    both.undo()
    assert both.branch.region.state.digest() == kept.branch.region.state.digest()
    assert run(both, 12).branch.digests == run(kept, 12).branch.digests


def test_the_ledger_forgets_what_was_undone() -> None:
    session = opened()
    session.do(INCUBATOR)
    session.undo()
    assert session.branch.pages[0].posts == []


def test_what_was_done_in_an_earlier_quarter_cannot_be_undone() -> None:
    session = opened()
    session.do(INCUBATOR)
    session.advance()
    assert session.undo() is None
    assert len(session.branch.steps) == 1


def test_going_back_and_doing_the_same_gives_the_same() -> None:
    once = run(opened(), 5)
    once.do(INCUBATOR)
    run(once, 10)
    digests = dict(once.branch.digests)
    once.rewind(5)
    assert once.quarter == 5
    assert once.branch.steps == []
    once.do(INCUBATOR)
    run(once, 10)
    assert once.branch.digests == digests


def test_the_line_that_was_left_stays_as_it_was() -> None:
    session = run(opened(), 12)
    left = dict(session.branch.digests)
    session.rewind(4, "other")
    session.do(LINK)
    run(session, 20)
    assert session.branches[0].digests == left
    assert session.branch.digests[12] != left[12]
    session.switch(0)
    assert session.quarter == 12
    assert run(session, 3).branch.digests == run(opened(), 15).branch.digests


def test_going_back_to_the_beginning_of_the_quarter_takes_back_what_was_done_in_it() -> None:
    session = run(opened(), 2)
    session.do(LINK)
    session.rewind(2)
    assert session.branch.steps == []
    assert session.branches[0].steps != []


def test_going_back_to_where_one_is_makes_no_line() -> None:
    session = run(opened(), 2)
    session.rewind(2)
    assert len(session.branches) == 1


@settings(max_examples=25, deadline=None)
@given(plays(), st.integers(0, 2**62))
def test_a_replay_equals_the_play_whatever_was_played(tried: list[list[Action]], seed: int) -> None:
    session = follow(opened(seed=seed), tried)
    again = replayed(session)
    assert again.branch.digests == session.branch.digests
    assert again.record() == session.record()
    assert again.outcome() == session.outcome()


@settings(max_examples=15, deadline=None)
@given(plays(quarters=14), st.data())
def test_a_replay_equals_a_play_with_many_lines(tried: list[list[Action]], data: st.DataObject) -> None:
    session = opened()
    for some in tried:
        for action in some:
            session.do(action)
        session.advance()
        if data.draw(st.integers(0, 3)) == 0:
            session.rewind(data.draw(st.integers(0, session.quarter)), "line")
        if data.draw(st.integers(0, 5)) == 0:
            session.switch(data.draw(st.integers(0, len(session.branches) - 1)))
    again = replayed(session)
    order = [session.current, *(k for k in range(len(session.branches)) if k != session.current)]
    assert [branch.digests for branch in again.branches] == [session.branches[k].digests for k in order]
    assert again.record() == session.record()


@settings(max_examples=25, deadline=None)
@given(st.lists(actions(), max_size=6), st.integers(0, 10))
def test_asking_and_being_refused_change_nothing(tried: list[Action], quarter: int) -> None:
    session = run(opened(), quarter)
    for action in tried:
        before = session.branch.region.state.digest()
        quote = session.quote(action)
        assert session.branch.region.state.digest() == before
        answer = session.do(action)
        assert answer == quote
        changed = session.branch.region.state.digest() != before
        assert changed == isinstance(answer, Quote)


def test_more_lines_than_a_recording_holds_keep_the_latest() -> None:
    session = run(opened(), 1)
    for k in range(105):
        session.rewind(0, f"line {k}")
        session.advance()
    recording = session.record()
    assert len(recording.branches) == 100
    assert recording.branches[-1].name == "line 103"


def test_a_line_that_left_another_than_the_main_one_is_replayed_with_its_own_past() -> None:
    session = run(opened(), 10)
    session.rewind(5, "second")
    session.do(LINK)
    run(session, 15)
    session.rewind(18, "third")
    run(session, 4)
    third = dict(session.branch.digests)
    session.switch(0)
    again = replayed(session)
    assert again.branches[2].digests == third
    assert [branch.fork for branch in again.branches] == [0, 5, 18]


def test_after_the_end_nothing_can_be_done() -> None:
    session = run(opened(), 60)
    assert session.quarter == session.level.quarters
    assert session.do(LINK) == Refusal("ended")
    assert session.do(Repeal("missing_link")) == Refusal("ended")
    assert not session.advance()
