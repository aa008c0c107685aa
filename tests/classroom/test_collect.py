"""Hand-ins are played again: what is true counts, what was edited is flagged, and no name leaves the room."""

import csv
import json
from pathlib import Path

import pytest

from game.classroom import hand_in, pseudonym, tables
from game.cli import main
from game.content import library
from game.session import outbox, store
from game.session.recording import Said
from game.session.session import Session
from game.simulation.actions import Enact
from tests.session.playing import level


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.HOME, str(tmp_path / "home"))
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def played(name: str, quarters: int = 40, policy: str = "incubator") -> Session:
    session = Session.open(level("birth"), library.policies(), 11)
    session.player = name
    session.do(Enact(policy, 0))
    for _ in range(quarters):
        session.advance()
    return session


def handed(folder: Path, session: Session, file: str) -> Path:
    made = outbox.write(session)
    kept = folder / file
    kept.write_bytes(made.read_bytes())
    return kept


def test_an_honest_run_counts_and_its_goals_are_judged_anew(folder: Path) -> None:
    session = played("Calm Otter")
    found = hand_in.verify(handed(folder, session, "a.json"))
    assert found.mark == "good"
    assert found.stars == session.outcome().stars
    assert [goal for goal, _, _ in found.goals] == [goal.id for goal in session.level.goals]


@pytest.mark.parametrize("cheat", ["digest", "action", "finished"])
def test_an_edited_run_is_flagged(folder: Path, cheat: str) -> None:
    path = handed(folder, played("Quick Fox", 20), "b.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    if cheat == "digest":
        content["digests"]["16"] = "0" * 16
    elif cheat == "action":
        content["actions"][0]["policy"] = "tax_holiday"
    else:
        content["finished"] = True
    path.write_text(json.dumps(content), encoding="utf-8")
    assert hand_in.verify(path).mark == "edited"


def test_an_unfinished_run_counts_as_far_as_it_goes(folder: Path) -> None:
    assert hand_in.verify(handed(folder, played("Jade Crane", 6), "c.json")).mark == "unfinished"


def test_a_file_that_is_no_run_is_told_and_the_rest_is_merged(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed(folder, played("Calm Otter"), "a.json")
    (folder / "z.json").write_text("{not json", encoding="utf-8")
    assert main(["class", "collect", str(folder), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "z.json: cannot be read" in told
    assert "2 files, 1 of them played again" in told
    rows = list(csv.DictReader((folder / "class" / "session_students.csv").open(encoding="utf-8-sig")))
    assert [(row["pseudonym"], row["mark"]) for row in rows] == [("Calm Otter", "good"), ("", "unreadable")]
    page = (folder / "class" / "class_birth.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "Calm Otter" not in page


def test_an_empty_folder_and_no_folder_are_answered_in_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", "collect", str(folder), "--lang", "en"]) == 1
    assert main(["class", "collect", str(folder / "nowhere"), "--lang", "en"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_cell_that_looks_like_a_formula_is_made_harmless() -> None:
    assert tables.guarded("=1+1") == "'=1+1"
    assert tables.guarded(-3) == -3


def test_names_come_from_a_list_in_both_languages_and_are_all_different() -> None:
    for language in ("en", "zh"):
        names = {pseudonym.name(k, language) for k in range(pseudonym.how_many())}
        assert len(names) == pseudonym.how_many() == 576
    assert pseudonym.number_of(pseudonym.name(123, "zh")) == 123
    assert pseudonym.number_of("Napoleon") is None


def test_code_and_open_fit_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", "code", "birth", "--seed", "7", "--lang", "en"]) == 0
    written = capsys.readouterr().out.splitlines()[0]
    assert main(["class", "open", written, "--lang", "en"]) == 0
    assert "read birth --seed 7" in capsys.readouterr().out
    assert main(["class", "open", written[:-1] + ("2" if written[-1] != "2" else "3"), "--lang", "en"]) == 1


def test_a_class_is_told_how_many_named_a_cause_of_the_fall_and_what_was_shown_or_hinted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for k, (right, seconds) in enumerate([(1.0, 60.0), (0.5, 300.0), (0.0, 20.0)]):
        session = played("Calm Otter", 12)
        session.worked = 4 * k
        said = {"question": "why.employment.2.8", "answer": "a,b", "kind": "fall", "right": right, "seconds": seconds}
        session.said = [Said(**said), *(Said(question=f"hint.{n}", answer="opened", kind="hint") for n in range(k))]
        handed(folder, session, f"{k}.json")
    assert main(["class", "collect", str(folder), "--lang", "en"]) == 0
    assert "3 asked, 2 named one of the two largest causes, 1 of them within two minutes" in capsys.readouterr().out
    rows = list(csv.DictReader((folder / "class" / "session_students.csv").open(encoding="utf-8-sig")))
    assert [(row["worked"], row["hints"]) for row in rows] == [("0", "0"), ("4", "1"), ("8", "2")]
    items = list(csv.DictReader((folder / "class" / "items.csv").open(encoding="utf-8-sig")))
    assert [row["seconds"] for row in items if row["occasion"] == "fall"] == ["60.0", "300.0", "20.0"]


@pytest.mark.parametrize("documents", [True, False])
def test_a_hand_in_lies_where_a_file_manager_shows_it(
    documents: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(store.HOME, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    if documents:
        (tmp_path / "Documents").mkdir()
    made = outbox.path_for(Session.open(level("birth"), library.policies(), 1)).relative_to(tmp_path)
    assert made.parts[:-1] == (("Documents", "Second Flourishing") if documents else ("Second Flourishing",))
