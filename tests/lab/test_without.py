"""What each decision did: found by taking it away, making it later, making it earlier, on the same dice."""

import pytest

from game.explain.findings import SHIFT, Weighed
from game.lab import debriefing, without
from game.lab.replaying import play_on, with_dice
from game.lab.workers import Workers
from game.session.session import Session
from game.simulation.actions import Answer, Enact
from tests.lab.runs import played

WORLDS = 8


@pytest.fixture(scope="module")
def session() -> Session:
    return played()


@pytest.fixture(scope="module")
def weighed(session: Session) -> list[Weighed]:
    run = debriefing.Run.of(session)
    return debriefing.of_decisions(run, WORLDS).here()


def test_every_decision_is_weighed_once_and_in_order(session: Session, weighed: list[Weighed]) -> None:
    assert [one.step for one in weighed] == session.branch.steps


def test_the_dice_that_fell_play_the_run_again_to_the_last_bit(session: Session) -> None:
    for start in (0, 5, 30):
        now = session.branch.snapshots[start]
        region = with_dice(now, without.seeds_of(now, 3))
        play_on(region, [(session.branch.steps, slice(None))], session.quarter)
        assert region.state.digest(0) == session.branch.region.state.digest()
        assert region.state.digest(1) != session.branch.region.state.digest()


def test_hindsight_is_what_playing_without_the_decision_really_gives(session: Session, weighed: list[Weighed]) -> None:
    for one in weighed:
        rest = [step for step in session.branch.steps if step != one.step]
        other = played(plan=[(step.quarter, step.action) for step in rest])
        gone = one.effects["removed"]
        assert gone is not None
        for goal, number in (("grow", "firms"), ("chain", "suppliers")):
            was, would = (s.branch.region.history[number][-1, 0] for s in (session, other))
            assert gone.hindsight[goal] == pytest.approx(would - was)


def test_nobody_seeks_the_missing_link_and_less_of_the_chain_is_here(weighed: list[Weighed]) -> None:
    sought = next(
        one for one in weighed if isinstance(one.step.action, Enact) and one.step.action.policy == "missing_link"
    )
    gone = sought.effects["removed"]
    assert gone is not None
    assert gone.goals["chain"].high < 0
    assert gone.goals["chain"].low <= gone.goals["chain"].value <= gone.goals["chain"].high


def test_an_answer_cannot_be_moved_and_the_first_year_has_no_earlier(weighed: list[Weighed]) -> None:
    for one in weighed:
        moved = [one.effects["delayed"], one.effects["advanced"]]
        if isinstance(one.step.action, Answer):
            assert moved == [None, None]
        elif one.step.quarter < SHIFT:
            assert moved[0] is not None
            assert moved[1] is None
        else:
            assert None not in moved


def test_a_decision_that_changes_nothing_has_no_effect_on_any_die() -> None:
    session = played(plan=[(3, Enact("incubator"))], quarters=4)
    run = debriefing.Run.of(session)
    (one,) = debriefing.of_decisions(run, WORLDS, ("removed",)).here()
    gone = one.effects["removed"]
    assert gone is not None
    assert gone.numbers["variety"].low == gone.numbers["variety"].high == 0.0


def test_what_was_done_after_the_end_is_not_weighed() -> None:
    session = played(plan=[(4, Enact("incubator"))], quarters=4)
    session.do(Enact("incubator"))
    assert without.jobs(session.level, session.branch, 4) == []


def test_two_processes_weigh_as_one(session: Session, weighed: list[Weighed]) -> None:
    workers = Workers(2, patient=False)
    told: list[tuple[int, int]] = []
    try:
        question = debriefing.of_decisions(debriefing.Run.of(session), WORLDS)
        shared = workers.answer(question, lambda done, among: told.append((done, among)))
    finally:
        workers.close()
    assert shared == weighed
    assert told == [(k + 1, len(question.parts)) for k in range(len(question.parts))]
