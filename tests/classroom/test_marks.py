"""Marks an instructor can trust: weights in a file, evidence behind every number, luck for nothing, notes kept."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.classroom import hand_in
from game.cli import main
from game.content import library
from game.content.grading import FILE, Grading, Override, Weights
from game.content.words import words
from game.explain import checks, evidence
from game.explain.evidence import Evidence, gather
from game.explain.forecast import Estimate
from game.explain.grading import Run, level_of, of_class
from game.explain.speech import Speaker
from game.lab import class_standing
from game.plain import marks_page
from game.session import outbox, store
from game.session.predicting import quarters_ahead, seal
from game.session.recording import Said
from game.session.session import Session
from game.simulation.actions import Enact
from tests.session.playing import level

HALF = Estimate(0.5, 0.4, 0.6)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.HOME, str(tmp_path / "home"))
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def session(right: bool = True, policy: str = "incubator", quarters: int = 40, seed: int = 11) -> Session:
    """Play the first level: one card, one prediction, one question why, the questions after play."""
    run = Session.open(level("birth"), library.policies(), seed)
    run.do(Enact(policy, 0))
    for quarter in range(quarters):
        if quarter == 8:
            ahead = quarters_ahead(quarter, run.level.quarters)
            seal(run, "firms", [5.0] * len(ahead), (0, 90), ([0.0] * len(ahead), [60.0] * len(ahead)))
        run.advance()
    run.said.append(Said(question="why.mean_margin.2.20", answer="a,b", kind="explain", right=float(right), quarter=20))
    for item in checks.check(run.level, "after", run.seed):
        wrong = next(k for k, answer in enumerate(item.answers) if not answer.right)
        checks.answer(run, item, item.right if right else wrong, "after")
    return run


def run_of(one: Session, pupil: str = "Calm Otter") -> Run:
    return Run(pupil, f"{pupil}.json", one, gather(one))


def graded(*runs: Run, grading: Grading | None = None, index: Estimate | None = HALF) -> list:
    return of_class(runs, [index] * len(runs), {11: 3.0}, grading or Grading())


def test_without_a_file_the_weights_are_those_of_the_design_and_luck_counts_nothing() -> None:
    weights = Weights()
    assert (weights.participation, weights.checks, weights.explanations, weights.decisions) == (30, 30, 20, 20)
    one = run_of(session())
    lucky, unlucky = (of_class([one], [HALF], {11: kind}, Grading())[0] for kind in (9.0, -9.0))
    assert lucky.total == unlucky.total
    assert (lucky.luck, unlucky.luck) == (9.0, -9.0), "it is shown"


def test_the_total_is_the_weighted_mean_of_what_can_be_told_and_moves_with_the_weights() -> None:
    one = run_of(session())
    usual = graded(one)[0]
    shares = {part: mark.share for part, mark in usual.parts.items()}
    assert shares["checks"] == 1.0
    assert usual.total is not None
    by_hand = 30 * shares["participation"] + 30 * shares["checks"] + 20 * shares["explanations"] + 20 * 0.5
    assert usual.total.value == pytest.approx(by_hand)
    assert usual.total.low < usual.total.value < usual.total.high
    only = Grading(weights=Weights(participation=0, checks=0, explanations=0, decisions=7))
    assert graded(one, grading=only)[0].total.value == pytest.approx(50)
    assert graded(one, grading=only, index=None)[0].total is None, "what cannot be told is no nought"


def test_what_nobody_was_asked_lowers_nobody_and_what_others_did_does() -> None:
    silent = session()
    silent.said.clear()
    silent.predictions.clear()
    alone = graded(run_of(silent))[0]
    assert alone.parts["checks"].share is None
    beside = graded(run_of(silent), run_of(session(), "Jade Crane"))[0]
    assert beside.parts["checks"].share == 0.0
    assert beside.total.value < alone.total.value


def test_a_prediction_nobody_asked_for_and_a_second_answer_buy_no_mark() -> None:
    honest, farmer = session(right=False), session(right=False)
    for item in checks.check(farmer.level, "after", farmer.seed):
        checks.answer(farmer, item, item.right, "after")
    again = farmer.predictions[0].model_copy(update={"indicator": "trust", "values": (0.5,) * 6})
    farmer.predictions.append(again)
    assert graded(run_of(farmer))[0].total == graded(run_of(honest))[0].total


@pytest.mark.parametrize(
    "said",
    [
        {"question": "why.firms.1.2", "kind": "explain", "answer": "<b>,no.such", "right": 1.0, "quarter": 900},
        {"question": "why.nothing.1.2", "kind": "explain", "answer": "", "right": 1.0},
        {"question": "why", "kind": "fall", "answer": "", "right": 1.0, "quarter": 0},
        {"question": "hint.99", "kind": "hint", "answer": "{x}"},
        {"question": "m01_side_by_side.a", "kind": "after", "answer": "77", "quarter": 2000},
        {"question": "why.trust.1.2", "kind": "explain", "answer": "a"},
    ],
)
def test_answers_written_by_hand_stop_nothing_and_no_sign_of_theirs_acts_on_the_page(said: dict) -> None:
    one = session(quarters=9)
    one.said.append(Said(**said))
    for item in checks.check(one.level, "after", one.seed)[:1]:
        one.said.insert(0, Said(question=item.id, answer="x" * 30, kind="after", quarter=1999))
    marks = graded(run_of(one, "<i>Otter</i>"))
    page = marks_page.page(marks, Grading(), Speaker(words("zh"), level("birth"), library.policies()))
    assert "<i>Otter" not in page
    assert "<b>,no" not in page
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r'id="([^"]+)"', page))


def test_what_an_example_began_is_not_graded_as_a_decision() -> None:
    one = session()
    one.worked = 12
    assert graded(run_of(one))[0].parts["decisions"].share is None


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], 0),
        ([("check", False)], 1),
        ([("check", True)], 1),
        ([("decision", False)], 2),
        ([("prediction", False), ("check", False)], 2),
        ([("explanation", False), ("check", False)], 1),
        ([("explanation", False), ("check", True)], 3),
    ],
)
def test_the_rubric_goes_from_named_to_explained_and_transferred(pieces: list[tuple], expected: int) -> None:
    found = [Evidence(kind, 4, "x", 1.0, frozenset({"trust"}), transfer=transfer) for kind, transfer in pieces]
    assert level_of("trust", found) == expected
    assert level_of("labour", found) == 0


def test_a_concept_explained_here_and_used_in_another_level_is_transferred() -> None:
    why = Evidence("explanation", 4, "x", 1.0, frozenset({"trust"}))
    used = Evidence("decision", 4, "x", 1.0, frozenset({"trust"}))
    assert (level_of("trust", [why]), level_of("trust", [why], [[used]])) == (0, 3)


def test_a_card_counts_as_in_time_only_ten_quarters_before_the_turn_and_a_temptation_never() -> None:
    early = session()
    assert any("entry" in one.rows for one in gather(early) if one.kind == "decision")
    tempted = session(policy="tax_holiday")
    assert not any(one.rows for one in gather(tempted) if one.kind == "decision")
    late = Session.open(level("birth"), library.policies(), 11)
    for _ in range(38):
        late.advance()
    late.do(Enact("incubator", 0))
    late.advance()
    assert not any(one.rows for one in gather(late) if one.kind == "decision")


def test_every_row_of_the_rubric_names_cards_that_exist() -> None:
    assert {name for cards in evidence.ROWS.values() for name in cards} <= set(library.concepts())
    taught = {name for path in library.level_files() for name in library.load_level(path).level.teaches}
    assert not [name for name in taught if not evidence.rows_of((name,))], "what is taught has a row"


def test_a_mark_by_hand_stands_beside_the_one_that_was_read() -> None:
    hand = Override(pupil="Calm Otter", concept="trust", level=3, note="Explained it aloud.")
    mine, other = graded(run_of(session()), run_of(session(), "Jade Crane"), grading=Grading(overrides=(hand,)))
    assert (mine.rubric["trust"].level, mine.rubric["trust"].note) == (3, "Explained it aloud.")
    assert mine.rubric["trust"].found == other.rubric["trust"].level < 3
    assert other.rubric["trust"].note == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_shows_formula_range_and_limits_and_every_number_is_two_clicks_from_its_quarter(language: str) -> None:
    say = words(language)
    marks = graded(run_of(session()), run_of(session(right=False), "Jade Crane"))
    page = marks_page.page(marks, Grading(), Speaker(say, level("birth"), library.policies()))
    assert say("marks.limits") in page
    assert "30</b> × " + say("marks.part.checks") in page
    for one in marks:
        assert f"{one.total.low:.0f}–{one.total.high:.0f}" in page
    targets = set(re.findall(r'id="([^"]+)"', page))
    table = page[page.index('id="marks"') : page.index("</table>")]
    first = re.findall(r'href="#([^"]+)"', table)
    assert len(first) == 2 * (2 + 4 + 6)
    assert set(first) <= targets
    second = re.findall(r'href="#(p\d+-q\d+)"', page)
    assert second
    assert set(second) <= targets, "each piece of evidence leads to a quarter as it was played again"
    assert "http" not in page
    assert "marks." not in re.sub(r"<style>.*?</style>|marks_\w+", "", page, flags=re.S), "no word is missing"


def test_the_page_of_marks_says_the_same_with_other_weights_as_its_script_would() -> None:
    """The script weighs shares that stand in the row; here it is done by hand from what stands there."""
    weights = Grading(weights=Weights(participation=10, checks=0, explanations=5, decisions=5))
    marks = graded(run_of(session(right=False)), grading=weights)
    page = marks_page.page(marks, weights, Speaker(words("en"), level("birth"), library.policies()))
    row = re.search(r"<tr (data-row[^>]*)>", page)
    assert row is not None
    data = dict(re.findall(r'data-([a-z-]+)="([^"]*)"', row[1]))
    total = (
        100 * (10 * float(data["participation"]) + 5 * float(data["explanations"]) + 5 * float(data["decisions"])) / 20
    )
    assert marks[0].total.value == pytest.approx(total, abs=0.01)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_template_is_written_once_and_can_be_read_as_it_stands(
    folder: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["class", "grading", str(folder), "--lang", language]) == 0
    found, complaints = library.load_grading(folder / FILE)
    assert (found, complaints) == (Grading(), ())
    uncommented = (folder / FILE).read_text("utf-8").replace("\n# ov", "\nov").replace("\n#   ", "\n  ")
    (folder / "open.yaml").write_text(uncommented, "utf-8")
    found, complaints = library.load_grading(folder / "open.yaml")
    assert complaints == ()
    assert found is not None
    assert found.overrides[0].concept == "trust"
    assert main(["class", "grading", str(folder), "--lang", language]) == 1
    assert FILE in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("weights: {participation: 30, checks: 30, luck: 10}", "luck is shown and never counted"),
        ("weights: {participation: 0, checks: 0, explanations: 0, decisions: 0}", "at least one above 0"),
        ("weights: {particpation: 30}", "participation"),
        ("weights: {checks: -1}", "0"),
        ("overrides: [{pupil: A, concept: trust, level: 4, note: x}]", "3"),
        ("overrides: [{pupil: A, concept: trust, level: 2}]", "note"),
        ("overrides: [{pupil: A, concept: t, level: 2, note: x}]", "renewal"),
        ("overrides: [{pupil: A, concept: trust, level: 2, note: x}, {pupil: A, concept: trust, level: 1, note: y}]",
         "one mark by hand"),
    ],
)  # fmt: skip
def test_a_file_with_a_mistake_is_refused_on_its_line_before_anything_is_computed(
    folder: Path, text: str, told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.json").write_text("{}", "utf-8")
    (folder / FILE).write_text(f"format: 1\n{text}\n", "utf-8")
    monkeypatch.setattr(hand_in, "collect", lambda _: pytest.fail("it went on"))
    assert main(["class", "collect", str(folder), "--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert f"{FILE}:2:" in said
    assert told in said
    assert main(["check", str(folder / FILE), "--lang", "zh"]) == 1


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compute few things, in this process."""
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    for name, few in (
        ("class_weighing.WORK", 2), ("class_weighing.DICE", 1), ("class_standing.FRESH", 4),
        ("class_debrief.JUDGED", 1), ("class_debrief.FUTURES", 2), ("turning.MOST_MOMENTS", 2),
    ):  # fmt: skip
        monkeypatch.setattr(f"game.lab.{name}", few)


def test_collecting_writes_marks_for_the_teacher_and_none_with_a_name_for_the_class(
    folder: Path, quick: None, capsys: pytest.CaptureFixture[str]
) -> None:
    for k, name in enumerate(("Calm Otter", "Jade Crane")):
        one = session(right=k == 0)
        one.player = name
        (folder / f"{k}.json").write_bytes(outbox.write(one).read_bytes())
    (folder / FILE).write_text(
        "format: 1\nweights: {participation: 10, checks: 50, explanations: 20, decisions: 20}\n"
        "overrides:\n  - {pupil: Calm Otter, concept: labour, level: 2, note: '=said it'}\n"
        "  - {pupil: Lost Heron, concept: labour, level: 2, note: x}\n",
        "utf-8",
    )
    assert main(["class", "collect", str(folder), "--lang", "en"]) == 0
    assert "nobody called Lost Heron" in capsys.readouterr().out
    out = folder / "class"
    page, marks = ((out / f"{name}_birth.html").read_text("utf-8") for name in ("class", "marks"))
    assert words("en")("marks.limits") in page
    assert "50</b> × questions after play" in page
    assert "Calm Otter" not in page
    assert "Calm Otter" in marks
    rows = list(csv.DictReader((out / "session_students.csv").open(encoding="utf-8-sig")))
    assert float(rows[0]["total_low"]) < float(rows[0]["total"]) < float(rows[0]["total_high"])
    assert float(rows[0]["total"]) > float(rows[1]["total"])
    assert (rows[0]["rubric_labour"], rows[0]["post"], rows[1]["post"]) == ("2", "1.0", "0.0")
    rubric = list(csv.DictReader((out / "rubric.csv").open(encoding="utf-8-sig")))
    kept = next(row for row in rubric if row["pseudonym"] == "Calm Otter" and row["concept"] == "labour")
    assert (kept["level"], kept["found"], kept["by_hand"], kept["note"]) == ("2", "0", "1", "'=said it")


def test_decisions_are_judged_on_dice_that_nobody_had(quick: None) -> None:
    """The same steps on kind and on unkind dice are worth the same; other steps are not."""
    here, cards = level("birth"), library.policies()
    some = tuple(session().branch.steps)
    (first, none) = class_standing.again(here, cards, [some, ()], 11)
    (alone,) = class_standing.again(here, cards, [some], 11)
    assert first.tolist() == alone.tolist(), "it does not matter who else is in the class"
    stood = class_standing.stand(here, cards, [11, 12])
    index = class_standing.graded(here, stood, [none, stood[-1].worth[1:5]])
    assert index[0] is None or index[0].value == pytest.approx(0.0, abs=1e-9), "nothing done is nought"
    assert set(class_standing.kindness(stood, [11, 12])) == {11, 12}
    flat = [replace(one, worth=stood[0].worth) for one in stood]
    assert class_standing.graded(here, flat, [first]) == [None], "where the reference is no better, nothing is told"
