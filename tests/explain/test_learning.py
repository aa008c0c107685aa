"""Checks, diagnoses, marks and the notebook: honest, small, and never lost."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import library
from game.content.question import items
from game.explain import checks, diagnosis
from game.explain.gains import gains
from game.explain.mastery import mastery
from game.explain.worked import Example
from game.session import notebook, saves, store
from game.session.notebook import Marks, Notebook
from game.session.predicting import quarters_ahead, seal
from game.session.recording import Recording, Said
from game.simulation.actions import Enact
from game.simulation.indicators import WATCHED
from tests.session.playing import level, opened, replayed

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.HOME, str(tmp_path / "home"))
    return tmp_path / "home"


# --- checks ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_the_same_is_asked_before_and_after_in_other_words_and_once_in_another_trade(seed: int) -> None:
    before, after = (checks.check(level(), when, seed) for when in ("before", "after"))
    assert len(before) == 3
    assert len(after) == 4
    assert [one.pair for one in before] == [one.pair for one in after[:3]]
    assert not {one.id for one in before} & {one.id for one in after}
    assert after[3].pair is not None
    assert after[3].pair.kind == "transfer"
    assert all(set(one.concepts) & set(level().teaches) for one in [*before, *after])


def test_the_forms_turn_with_the_dice() -> None:
    assert {checks.form_of(seed, "before") for seed in range(4)} == {"a", "b"}
    assert all(checks.form_of(seed, "before") != checks.form_of(seed, "after") for seed in range(9))


def test_who_knows_it_is_asked_three_others() -> None:
    known = checks.check(level(), "known", 1)
    assert len({one.pair for one in known if one.pair}) == 3


def test_the_right_answer_is_shown_in_every_place() -> None:
    every = items(library.questions()).values()
    places = {checks.order(one, seed).index(one.right) for one in every for seed in (1, 2)}
    assert places == {0, 1, 2}


def test_answers_are_counted_concept_by_concept_and_forged_ones_are_passed_over() -> None:
    session = opened()
    for when in ("before", "after"):
        for one in checks.check(session.level, when, 1)[:3]:
            number = one.right if when == "after" else (one.right + 1) % 3
            assert checks.answer(session, one, number, when) == (when == "after")
    session.said.append(Said(question="no.such", answer="1", kind="after"))
    session.said.append(Said(question="m01_side_by_side.a", answer="99", kind="after"))
    for gain in gains(session.said, session.level):
        assert gain.before[0] == 0
        assert gain.after[0] == gain.after[1] > 0
    assert replayed(session).record() == session.record()


# --- diagnosis ---------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10), min_size=5, max_size=5), st.lists(st.integers(0, 10), min_size=5, max_size=5))
def test_a_score_lies_between_nought_and_two_and_is_best_for_the_truth(a: list[int], b: list[int]) -> None:
    said, true = diagnosis.normal(a), diagnosis.normal(b)
    assert 0 <= diagnosis.brier(said, true) <= 2 + 1e-9
    assert diagnosis.brier(true, true) == 0 <= diagnosis.brier(said, true)
    assert sum(said) == pytest.approx(1)


def test_a_diagnosis_is_scored_against_what_was_measured_in_its_quarter() -> None:
    session = opened()
    for _ in range(8):
        session.advance()
    diagnosis.diagnose(session, (0, 10, 0, 0, 0))
    diagnosis.diagnose(session, (10, 0, 0, 0, 0))
    for _ in range(8):
        session.advance()
    [judged] = diagnosis.judged(session)
    measured = [float(session.branch.region.history[name][8, 0]) for name in WATCHED]
    assert judged.score == pytest.approx((1 - measured[0]) ** 2 + sum(value**2 for value in measured[1:]))
    assert diagnosis.score(session) == judged.score
    assert replayed(session).diagnoses == session.diagnoses
    session.rewind(4)
    assert diagnosis.judged(session) == []


# --- marks -------------------------------------------------------------------------------------------------------


def test_marks_are_read_off_a_recording_alone() -> None:
    session = opened()
    session.do(Enact("incubator"))
    for _ in range(8):
        session.advance()
    quarters = quarters_ahead(8, 40)
    truth = opened()
    truth.do(Enact("incubator"))
    while truth.quarter < 40:
        truth.advance()
    real = [float(truth.branch.region.history["firms"][q, 0]) for q in quarters]
    seal(session, "firms", real, (0, 1000), ([0.0] * 6, [20.0] * 6))
    marks = mastery([session.record()])
    assert marks["entry"] == Marks(seen=True, used=True)
    assert marks["spin_offs"].used
    assert "trust" not in marks
    while session.quarter < 40:
        session.advance()
    session.said.append(Said(question="why.employment.0.8", answer="a,b", kind="explain", right=1.0))
    marks = mastery([session.record()])
    assert marks["entry"].predicted
    assert marks["agglomeration"] == Marks(seen=True, used=True, explained=True)


def test_what_a_worked_example_did_is_no_mark_and_goes_along_with_the_recording() -> None:
    session = opened()
    Example(session, "part")
    for _ in range(8):
        session.advance()
    session.worked = 8
    assert session.branch.steps
    assert replayed(session).worked == 8
    assert not any(marks.used for marks in mastery([session.record()]).values())
    session.do(Enact("training_centre"))
    assert {step.action.policy for step in session.branch.steps if step.quarter >= 8} == {"training_centre"}
    assert any(marks.used for marks in mastery([session.record()]).values())


def test_a_prediction_with_hindsight_is_no_mark() -> None:
    session = opened()
    for _ in range(40):
        session.advance()
    real = [float(session.branch.region.history["firms"][q, 0]) for q in quarters_ahead(8, 40)]
    session.rewind(8)
    seal(session, "firms", real, (0, 1000), ([0.0] * 6, [20.0] * 6))
    while session.quarter < 40:
        session.advance()
    assert not mastery([session.record()])["entry"].predicted


def test_an_old_recording_and_an_empty_one_have_marks_too() -> None:
    found = saves.read(ROOT / "tests" / "saves" / "format_1.json")
    assert isinstance(found, Recording)
    assert all(marks.seen for marks in mastery([found]).values())
    assert mastery([opened().record()]) == {}
    assert mastery([]) == {}


# --- the notebook ------------------------------------------------------------------------------------------------


def test_a_notebook_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    book = Notebook(sessions=3, known={"birth"})
    book.meet({"trust": Marks(seen=True), "entry": Marks(seen=True, used=True)})
    notebook.keep(book)
    assert notebook.load() == (book, None)
    notebook.keep(book, tmp_path / "copy.json")
    assert json.loads((tmp_path / "copy.json").read_text("utf-8"))["concepts"]["entry"]["marks"]["used"] is True


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b'{"sessions": -1}', b'{"spy": 1}', b"[" * 250_000])
def test_a_damaged_notebook_is_kept_aside_and_a_new_one_begun(data: bytes, home: Path) -> None:
    notebook.path().parent.mkdir(parents=True)
    for number in (1, 2):
        notebook.path().write_bytes(data)
        book, aside = notebook.load()
        assert book == Notebook()
        assert aside is not None
        assert aside.name == f"notebook.damaged-{number}.json"
        assert aside.read_bytes() == data
        assert not notebook.path().exists()


def test_marks_are_never_lost_by_meeting_again() -> None:
    book = Notebook()
    book.meet({"trust": Marks(seen=True, used=True, explained=True)})
    book.meet({"trust": Marks(seen=True)})
    assert book.concepts["trust"].marks.explained


# --- spaced return -----------------------------------------------------------------------------------------------


def test_a_concept_comes_back_after_one_two_four_eight_sessions_while_it_is_known() -> None:
    book, asked = Notebook(), []
    book.meet({"trust": Marks(seen=True)})
    for session in range(1, 33):
        book.sessions = session
        if book.returning() == "trust":
            asked.append(session)
            book.asked("trust", right=True)
    assert asked == [1, 2, 4, 8, 16, 32]


def test_what_was_not_known_comes_back_in_the_next_session() -> None:
    book = Notebook(sessions=5)
    book.meet({"trust": Marks(seen=True)})
    book.sessions = 6
    book.asked("trust", right=False)
    assert book.returning() is None
    book.sessions = 7
    assert book.returning() == "trust"


def test_at_most_one_concept_is_asked_the_one_that_waited_longest_and_never_one_of_this_lesson() -> None:
    book = Notebook()
    book.meet({"trust": Marks(seen=True)})
    book.sessions = 3
    book.meet({"entry": Marks(seen=True)})
    book.sessions = 9
    assert book.returning() == "trust"
    assert book.returning(("trust",)) == "entry"
    assert book.returning(("trust", "entry")) is None
    assert checks.again("trust", 1) is not None
