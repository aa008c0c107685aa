"""A debrief's work: luck apart from skill, foresight, company, turning, bands; any part may come first."""

from pathlib import Path

import numpy as np
import pytest

from game.content import library
from game.explain.findings import Findings, Held
from game.explain.stars import compared, starred
from game.lab import calibration, company, debriefing, regret, skill, turning
from game.lab.forecast import MAIN
from game.lab.skill import indices, seed_luck
from game.lab.worth import TAIL, worth
from game.session import store
from game.session.session import Session
from game.simulation.actions import Enact
from game.simulation.indicators import COLUMNS, INDEX, History
from tests.lab.runs import played
from tests.session.playing import level

WORLDS = 8


@pytest.fixture(scope="module")
def session() -> Session:
    return played()


def flat(name: str, values: dict[str, float], quarters: int, after: float | None = None) -> History:
    """Invent a history in which numbers stand still, save one that moves after the end."""
    rows = []
    for quarter in range(quarters + TAIL + 1):
        row = np.zeros((len(COLUMNS), 1))
        for number, value in values.items():
            row[INDEX[number]] = 4.0 if number == "firms" and quarter == 0 else value
        if after is not None and quarter > quarters:
            row[INDEX[name]] = after
        rows.append(row)
    return History(rows)


def test_worth_is_one_where_every_goal_is_just_reached() -> None:
    birth = level("birth")
    assert worth(birth, flat("", {"firms": 16, "suppliers": 0.5, "variety": 0.5}, 40)) == pytest.approx(1.0)
    half = (3 * 0.5 + 3 * 0.3 + 0.3) / (3 + 3 * 0.3 + 0.3)
    assert worth(birth, flat("", {"firms": 10, "suppliers": 0.5, "variety": 0.5}, 40)) == pytest.approx(half)


def test_what_was_only_put_up_for_the_last_day_counts_half() -> None:
    birth = level("birth")
    gone = worth(birth, flat("firms", {"firms": 16, "suppliers": 0.5, "variety": 0.5}, 40, after=4.0))
    assert gone == pytest.approx((3 * 0.5 + 3 * 0.3 + 0.3) / (3 + 3 * 0.3 + 0.3))


def test_the_index_is_cut_and_tells_nothing_where_the_reference_is_no_better() -> None:
    you, nobody, best = np.array([0.9, 2.0, 0.0, 0.5]), np.array([0.5, 0.5, 0.5, 0.5]), np.array([1.0, 1.0, 1.0, 0.52])
    found = indices(you, nobody, best)
    assert found[:3] == pytest.approx([0.8, 1.2, 0.0])
    assert np.isnan(found[3])


def test_seed_luck_is_the_first_seed_against_the_others() -> None:
    luck, error = seed_luck(np.array([0.9, 0.5, 0.7, 0.6]))
    assert luck == pytest.approx(0.3)
    assert error == pytest.approx(np.std([0.5, 0.7, 0.6], ddof=1) / np.sqrt(3))


def test_doing_nothing_has_a_skill_of_nought(session: Session) -> None:
    names = ("you", "nothing", *skill.published(session.level))
    nobody = [skill.play(session.level, session.cards, 1, 4, name, [], 40) for name in names]
    found = skill.judge(session.level, {one.name: one for one in nobody})
    assert found is not None
    assert found.here == 0.0


def test_a_wasted_card_is_costly_seen_from_before(session: Session) -> None:
    rich = played(plan=[], quarters=16)
    now = rich.branch.region
    best = regret.judge(session.level, session.cards, now, [Enact("tax_holiday")], 40, 32)
    worst = regret.judge(
        session.level, session.cards, now, [Enact("training_centre"), Enact("trade_association")], 40, 32
    )
    assert worst.verdict == "costly"
    assert best.gain > worst.gain


def test_foresight_does_not_know_the_dice_that_fell(session: Session) -> None:
    now = session.branch.snapshots[8]
    assert not np.isin(now.state.seeds, debriefing.regret.dice_of(now, 64)).any()


def test_company_is_many_and_different_and_nobody_ranks_first_in_everything() -> None:
    birth, cards = level("birth"), library.policies()
    played = [company.play_many(birth, cards, 4, name, 60) for name in ("nothing", "random", "little_of_everything")]
    found = company.merge(birth, played)
    assert [number for number, _ in found.metrics] == ["firms", "suppliers", "variety"]
    assert found.strategies.count("nothing") == 1
    for name in ("random", "little_of_everything"):
        ends = {
            values for values, who in zip(zip(*found.values, strict=True), found.strategies, strict=True) if who == name
        }
        assert len(ends) > 1


def test_company_is_kept_small_and_whole_and_anything_odd_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    birth, cards = level("birth"), library.policies()
    found = company.merge(birth, [company.play_many(birth, cards, 3, name, 20) for name in ("nothing", "trainer")])
    company.keep(birth, 3, found)
    assert company.kept(birth, 3) == found
    (path,) = (tmp_path / "company").iterdir()
    path.write_text(path.read_text()[:-9])
    assert company.kept(birth, 3) is None
    path.write_text('{"strategies": {"nothing": 1}, "values": [["a"], [1], [2]]}')
    assert company.kept(birth, 3) is None
    assert company.kept(birth, 4) is None


def test_stars_are_three_different_goals() -> None:
    assert [goal.id for goal in starred(level("birth"))] == ["grow", "chain", "differ"]
    assert len(starred(level("h01_wenzhou"))) == 3
    assert [number for number, _, _ in compared(level("reference"))] == ["employment", "trust", "treasury"]


def test_the_last_turn_is_the_last_quarter_with_half_of_the_best_chance() -> None:
    assert turning.merge((0, 4, 8, 12), (0.8, 0.9, 0.5, 0.2)).last == 8
    assert turning.merge((0, 4), (0.1, 0.2)).last is None


def test_bands_are_counted_apart_where_something_was_decided(session: Session) -> None:
    history, now = session.branch.region.history, session.branch.snapshots[8]
    quiet, decided = calibration.held(now, history, [3], 16), calibration.held(now, history, [12], 16)
    assert quiet.among == decided.among_decided == len(MAIN)
    assert quiet.kept == decided.kept_decided
    assert Held(1, 2, 3, 4) + Held(1, 2, 3, 4) == Held(2, 4, 6, 8)


def test_parts_may_come_in_any_order_and_some_may_be_missing(session: Session) -> None:
    run = debriefing.Run.of(session)
    question = debriefing.question(run, WORLDS, frozenset({"weigh", "turning"}))
    answers = [question.function(*part) for part in question.parts]
    whole: Findings = question.merge(answers)
    assert question.merge(answers[::-1]) == whole
    assert [one.step for one in whole.decisions] == session.branch.steps
    assert question.merge([]).decisions == ()
    assert question.merge(answers[:-1]).turning is None
    assert whole.turning is not None


def test_a_level_without_goals_is_debriefed_without_a_judgement() -> None:
    session = played("reference", plan=[(2, Enact("training_centre"))], quarters=12)
    question = debriefing.question(debriefing.Run.of(session), 4, frozenset({"weigh", "play", "regret"}))
    found = question.here()
    assert found.skill is None
    assert found.regrets == ()
    assert len(found.decisions) == 1
