"""Facts are well written, can be measured, and hold as far as the page says."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from game.cli import main
from game.lab import facts
from game.lab.facts import Figure, Measured, load, load_all, measure
from game.lab.facts_course import run
from game.lab.facts_settings import Fact, Trial
from game.lab.facts_worlds import STATISTICS, Reading, read_off
from game.lab.statistics import expected_t, interval, mean, slope, tail
from game.simulation.dice import seeds_for, unit
from tests.facts import renew

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
FACTS = load_all()

BANDS: dict[str, tuple[float | None, float | None]] = {
    "A1": (0.015, 0.07), "A2": (1, 5), "A4": (0.01, 0.99), "B1": (0.17, 0.23), "C1": (0.4, 0.9), "C2": (0.6, None),
    "C3": (None, 0.25), "C5": (None, 0.3), "D1": (0.25, 0.6), "D2": (1.2, None), "E1_1": (0.75, 0.9),
    "E1_2": (0.6, 0.75), "E1_5": (0.35, 0.6), "E1_10": (0.2, 0.45), "E2_age": (None, 1), "E2_size": (None, 1),
    "E3": (8, 25), "F1": (0.8, 1.6), "G1": (6.4, 9.6), "H1_contract": (4, 6), "H1_cost": (1.06, 1.15),
    "I1": (0.6, 0.85), "I2": (0.05, 0.2), "J1": (3, 7), "J1_output": (-1.96, 1.96), "J2_small": (0, None),
    "J2_large": (None, 1.96), "J2_output": (-1.96, 1.96), "J5": (-1.96, 1.96), "K1": (0.3, None),
}  # fmt: skip
"""The design sheet's own tests and their bands, written a second time so that none is moved unseen."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_facts_has_no_mistake(path: Path) -> None:
    found, complaints = load(path)
    assert not complaints
    assert found


def test_no_two_facts_have_one_number() -> None:
    assert len({fact.id for fact in FACTS}) == len(FACTS)


def test_the_sheets_tests_are_all_there_with_their_own_bands() -> None:
    assert {fact.id: (fact.low, fact.high) for fact in FACTS if fact.named} == BANDS


def test_every_way_to_measure_is_used() -> None:
    used = {name for fact in FACTS for name in (fact.statistic, *fact.beside)}
    assert used == set(STATISTICS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_a_fact_speaks_both_languages(fact: Fact) -> None:
    texts = [fact.sentence, fact.measure, *([fact.why_not] if fact.why_not else [])]
    for text in texts:
        assert re.search("[\u4e00-\u9fff]", text.zh)
        assert not re.search("[\u4e00-\u9fff]", text.en)


def test_a_mistake_is_told_with_its_place(tmp_path: Path) -> None:
    text = FILES[0].read_text(encoding="utf-8").replace("statistic: doubling", "statistic: trebling")
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    found, complaints = load(path)
    assert not found
    assert [(complaint.rule, complaint.path) for complaint in complaints] == [
        ("unknown_statistic", "facts[1].statistic")
    ]


def test_worlds_may_be_run_in_any_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = [Reading(Trial(quarters=60), 7, 6, name) for name in ("hazard_by_age", "spinoff_share")]
    whole = read_off(readings, {}, 1)
    monkeypatch.setattr("game.lab.facts_worlds.BLOCK", 4)
    parts = read_off(readings, {}, 1)
    assert all(np.array_equal(whole[key], parts[key], equal_nan=True) for key in whole)


def test_a_twin_is_the_same_region_without_the_programme() -> None:
    step = {"quarter": 4, "do": "enact", "policy": "research_consortium"}
    trial = Trial.model_validate({"quarters": 20, "treasury": 100.0, "programmes": (step,)})
    seeds = seeds_for(5, 3)
    treated, twin = run(trial, seeds), run(trial.twin, seeds)
    assert np.array_equal(treated.series["firms"][:5], twin.series["firms"][:5])
    assert (treated.series["treasury"][5] < twin.series["treasury"][5]).all()


def test_a_lever_moved_by_hand_moves_for_its_time() -> None:
    shift = {"lever": "accounts.subsidy", "by": 0.05, "quarter": 2, "quarters": 4}
    course = run(Trial.model_validate({"quarters": 20, "shifts": (shift,)}), seeds_for(5, 2))
    spent = run(Trial(quarters=20), seeds_for(5, 2)).series["treasury"] - course.series["treasury"]
    moves = np.diff(spent[:, 0]) > 1e-3
    assert moves[2:6].all()
    assert not moves[:2].any()


def test_an_interval_is_the_same_every_time_and_holds_the_value() -> None:
    rows = unit(seeds_for(3, 100))[:, None]
    first, again = (interval(rows, lambda x: mean(x[:, 0]), "a fact") for _ in range(2))
    assert first == again
    assert first[0] < mean(rows[:, 0]) < first[1]
    assert 0.08 < first[1] - first[0] < 0.16  # 2 · 1.96 · 0.289 / 10


def test_figures_are_what_they_are_called() -> None:
    x = np.arange(100.0)
    assert slope(x, 3.0 * x + 1.0) == pytest.approx(3.0)
    u = unit(seeds_for(3, 20_000))
    assert tail((1.0 - u) ** (-1 / 1.3), 0.1) == pytest.approx(1.3, rel=0.1)
    assert abs(expected_t(u[:1000], u[:1000])) == 0.0


def test_a_met_fact_lies_in_its_band() -> None:
    fact = FACTS[0]
    assert fact.low is not None
    inside = Measured(fact, Figure(fact.low, fact.low, fact.low), {})
    missing = Measured(fact, Figure(float("nan"), float("nan"), float("nan")), {})
    assert inside.met
    assert inside.sure
    assert not missing.met


def test_every_fact_can_be_measured_in_few_worlds() -> None:
    found = measure(FACTS, 0.05, processes=1)
    assert [item.fact.id for item in found] == [fact.id for fact in FACTS]
    assert not [item.fact.id for item in found if np.isnan(item.figure.value)]


def test_the_command_answers_as_the_contract_has_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.commands.facts.load_all", lambda: FACTS[:2])
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert main(["facts", "--json", "--worlds", "8", "--lang", "en"]) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])["facts"][0]
    promised = {"id", "sentence", "source", "low", "high", "value", "value_low", "value_high", "met", "why_not"}
    assert promised <= set(answer)
    assert main(["facts", "--worlds", "8", "--lang", "zh"]) == 0
    assert FACTS[0].sentence.zh in capsys.readouterr().out


@pytest.fixture(scope="module")
def found() -> list[Measured]:
    """Measure every fact, in as many worlds as it asks for."""
    return measure(facts.load_all())


@pytest.mark.long
def test_four_fifths_of_the_facts_are_met(found: list[Measured]) -> None:
    named = [item for item in found if item.fact.named]
    assert sum(item.met for item in named) >= 0.8 * len(named), [item.fact.id for item in named if not item.met]


@pytest.mark.long
def test_every_miss_is_explained(found: list[Measured]) -> None:
    assert not [item.fact.id for item in found if not item.met and item.fact.why_not is None]


@pytest.mark.long
def test_the_page_is_current(found: list[Measured]) -> None:
    assert renew.PAGE.read_text(encoding="utf-8") == renew.page(found, renew.fresh()), "python -m tests.facts.renew"
