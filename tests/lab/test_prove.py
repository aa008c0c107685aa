"""A proof tells a good level from a bad one, in the author's words."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.commands.prove import complaint, note_of
from game.content import library
from game.content.level import Level
from game.content.words import LANGUAGES, words
from game.explain.speech import Speaker
from game.lab.prove import FIRST_LOOK, LATE, SHORT, TOGETHER, Job, Proof, cut, jobs, late, luck_share, prove, run, short
from game.lab.verdict import findings
from game.simulation.actions import Answer, Enact, Repeal
from tests.session.playing import level

WORLDS = 16


@cache
def proof(**changed: object) -> Proof:
    return prove(edited(**changed), library.policies(), WORLDS)


def edited(**changed: object) -> Level:
    return level("birth").model_copy(update=changed)


def rules_broken(**changed: object) -> set[str]:
    here = edited(**changed)
    return {finding.rule for finding in findings(here, prove(here, library.policies(), WORLDS))}


def test_every_way_to_play_is_there() -> None:
    found = proof()
    assert next(iter(found.wins)) == "solution"
    assert len(found.wins) >= 11
    assert set(found.levers) == set(level("birth").policies.allowed)
    assert all(0.0 <= won.low <= won.value <= won.high <= 1.0 for won in found.wins.values())


def test_the_same_level_is_proven_the_same_in_any_number_of_processes() -> None:
    assert prove(level("birth"), library.policies(), 4, processes=2) == prove(level("birth"), library.policies(), 4)


@pytest.mark.parametrize(("worlds", "processes"), [(4, 1), (200, 2), (200, 3), (600, 2)])
def test_the_ways_to_play_are_cut_so_that_all_processes_end_together(worlds: int, processes: int) -> None:
    ways = tuple(str(number) for number in range(37))
    todo = cut(Job(level("birth"), {}, worlds, ways), processes)
    sizes = [len(job.names) for job in todo]
    assert len(todo) % processes == 0
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) * worlds <= TOGETHER, "a larger batch gains nothing"
    assert tuple(name for job in todo for name in job.names) == ways


def test_a_card_alone_is_played_in_all_the_worlds_only_where_it_may_win_too_much() -> None:
    here, cards = level("birth"), library.policies()
    alone = [job for job in jobs(here, cards, WORLDS) if job.names[0].startswith("only:")]
    assert {job.worlds for job in alone} == {WORLDS // FIRST_LOOK}
    assert {name for job in alone for name in job.names} == {f"only:{id_}" for id_ in here.policies.allowed}
    easy = tuple(goal.model_copy(update={"value": 0.0}) if goal.kind == "pass" else goal for goal in here.goals)
    told: list[tuple[int, int]] = []
    prove(edited(goals=easy), cards, WORLDS, tick=lambda done, ways: told.append((done, ways)))
    first = len({name for job in jobs(here, cards, WORLDS) for name in job.names})
    assert told[-1][0] == told[-1][1] == first + len(here.policies.allowed), "every card wins here, and is played again"


def test_a_slow_hand_is_a_year_late_with_cards_and_answers_while_one_is_asked() -> None:
    plan = [(0, Enact("incubator", 0)), (3, Answer("fair_offer", "go")), (5, Repeal("incubator", 0))]
    assert late(plan) == [(3, plan[1][1]), (4, plan[0][1]), (9, plan[2][1])]


def test_a_sparing_hand_leaves_out_every_third_card_and_no_answer() -> None:
    cards = [(quarter, Enact("incubator", quarter)) for quarter in range(6)]
    plan = [*cards[:2], (1, Answer("fair_offer", "go")), *cards[2:]]
    assert short(plan) == [*cards[:2], plan[2], *cards[3:5]]


def test_a_level_forgives_what_a_slow_and_a_sparing_hand_win() -> None:
    here, cards = level("birth"), library.policies()
    played = [run(Job(here, cards, WORLDS, (name,)))[0].won.mean() for name in (LATE, SHORT)]
    assert proof().forgiving == pytest.approx(sum(played) / 2)
    assert 0.0 < sum(played) / 2 < proof().wins["solution"].value


def test_a_level_that_asks_for_nothing_is_told_so() -> None:
    goals = tuple(
        goal.model_copy(update={"value": 0.0}) if goal.kind == "pass" else goal for goal in level("birth").goals
    )
    assert {"nothing_wins", "random_wins", "one_card_wins"} <= rules_broken(goals=goals)


def test_a_level_that_nobody_can_win_is_told_so() -> None:
    goals = tuple(
        goal.model_copy(update={"value": 900.0}) if goal.id == "grow" else goal for goal in level("birth").goals
    )
    assert {"solution_too_weak", "goal_never_met"} <= rules_broken(goals=goals)
    assert set(prove(edited(goals=goals), library.policies(), 4).restricted.values()) == {0.0}, "of none, none is lost"


def test_a_level_without_a_solution_is_told_so() -> None:
    assert "no_solution" in rules_broken(solution=())
    here = edited(solution=())
    found = prove(here, library.policies(), 4)
    assert note_of(here, found, []).forgiving is None, "what was not measured is no difficulty"


def test_an_event_that_never_comes_is_told() -> None:
    events = tuple(
        event.model_copy(update={"if_": (event.if_[0].model_copy(update={"value": 900.0}),)}) if event.if_ else event
        for event in level("birth").events
    )
    assert "event_never" in rules_broken(events=events)


def test_a_treasury_that_reaches_for_nothing_is_told() -> None:
    poor = level("birth").government.model_copy(update={"treasury": 0.0, "income": 0.0})
    assert "nothing_to_do" in rules_broken(government=poor)


def with_vain_steps() -> Level:
    """Return a lesson that opens the same programme twice, and answers once its event is over."""
    steps = level("birth").solution
    vain = [step.model_copy(update={"quarter": step.quarter + 1}) for step in (steps[0], steps[3])]
    return edited(solution=(*steps[:2], vain[0], *steps[2:3], vain[1], *steps[4:]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_of_the_solution_that_is_refused_is_told_with_its_quarter(language: str) -> None:
    here = with_vain_steps()
    speaker = Speaker(words(language), here, library.policies())
    broken = [one for one in findings(here, prove(here, library.policies(), WORLDS)) if one.rule.endswith("_refused")]
    assert [(one.rule, one.values["quarter"]) for one in broken] == [("step_refused", "1"), ("answer_refused", "4")]
    assert library.policies()["incubator"].name[language] in complaint(broken[0], here, speaker)
    assert here.events[0].title[language] in complaint(broken[1], here, speaker)


def test_a_step_that_some_worlds_refuse_is_still_a_way_to_go() -> None:
    shares = proof().refused
    assert len(shares) == len(level("birth").solution)
    half = replace(proof(), refused=tuple(0.5 for _ in shares))
    assert not [one for one in findings(level("birth"), half) if one.rule.endswith("_refused")]


def test_luck_is_all_where_strategies_do_not_differ_and_none_where_worlds_do_not() -> None:
    by_world, by_strategy = np.tile([0.0, 1.0], (3, 4)), np.repeat([[0.0], [0.5], [1.0]], 8, axis=1)
    assert luck_share(by_world) == pytest.approx(1.0)
    assert luck_share(by_strategy) == pytest.approx(0.0)
    assert luck_share(np.zeros((2, 2))) == 0.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_complaint_has_words(language: str) -> None:
    here = edited(solution=())
    speaker = Speaker(words(language), here, library.policies())
    for finding in findings(here, prove(here, library.policies(), 4)):
        assert "{" not in complaint(finding, here, speaker)
