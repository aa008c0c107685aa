"""``whatif`` and ``debrief``: their answers, their pages, and kind words for what cannot be used."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from game.cli import main
from game.content.words import words
from game.session import store
from game.session.session import Session
from tests.lab.runs import governed, played


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(store.HOME, str(tmp_path / "home"))
    monkeypatch.setattr("os.cpu_count", lambda: 1)  # in this process, so that few plays will do
    monkeypatch.setattr("game.lab.company.play_many.__defaults__", (40,))
    monkeypatch.setattr("game.lab.turning.MOST_MOMENTS", 3)
    monkeypatch.setattr("game.lab.calibration.held.__defaults__", (8,))
    monkeypatch.setattr("game.lab.skill.OTHER_SEEDS", 3)
    monkeypatch.setattr("game.lab.skill.ENSEMBLE", ("miser", "reference"))
    monkeypatch.setattr("game.lab.class_weighing.WORK", 4)
    monkeypatch.setattr("game.lab.class_weighing.DICE", 1)
    monkeypatch.setattr("game.lab.class_standing.FRESH", 3)
    for name, few in (("JUDGED", 1), ("QUARTERS", 1), ("FUTURES", 4)):
        monkeypatch.setattr(f"game.lab.class_debrief.{name}", few)
    return tmp_path


@cache
def _run() -> Session:
    return played(quarters=14)


def handed_in(folder: Path, name: str = "run", quarters: int | None = None, **changes: object) -> Path:
    record = (_run() if quarters is None else played(quarters=quarters)).record().model_copy(update=changes)
    path = folder / f"{name}.json"
    path.write_text(record.model_dump_json(exclude_none=True), encoding="utf-8")
    return path


def test_whatif_answers_as_the_contract_has_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", str(handed_in(home)), "--worlds", "8", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert {"decisions", "luck", "skill", "seconds"} <= answer.keys()
    assert len(answer["decisions"]) == 6
    first = answer["decisions"][0]
    assert {"quarter", "do", "policy", "place", "removed", "delayed", "advanced"} <= first.keys()
    assert (first["quarter"], first["do"], first["policy"], first["place"]) == (0, "enact", "incubator", "willow")
    assert set(first["removed"]) == {"grow", "chain", "differ"}
    assert first["removed"]["grow"]["low"] <= first["removed"]["grow"]["effect"] <= first["removed"]["grow"]["high"]
    assert first["advanced"] is None
    assert answer["decisions"][3]["delayed"] is None


@pytest.mark.parametrize("language", ["zh"])
def test_one_run_becomes_one_page_without_anything_beside_it(
    home: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = home / "page.html"
    assert main(["debrief", str(handed_in(home)), "--out", str(out), "--worlds", "8", "--lang", language]) == 0
    page = out.read_text("utf-8")
    assert not re.search(r"https?://|<script|<link|<img|url\(", page)
    assert page.count("<svg") >= 6
    assert page.count("<svg") == page.count("<title>") - 1, "every chart can be read aloud"
    assert f'lang="{"zh-CN" if language == "zh" else "en"}"' in page
    assert "debrief." not in page, "no word is missing"
    assert words("zh")("debrief.luck_row.here") in page


@pytest.mark.parametrize("language", ["en"])
def test_a_class_becomes_one_page_without_names(home: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    paths = []
    for k, way in enumerate(("spendthrift", "subsidy_chaser", "nothing")):
        path = home / f"wang_xiaoming_{k}.json"
        path.write_text(governed("birth", way, 1 + k % 2, k).record().model_dump_json(exclude_none=True), "utf-8")
        paths.append(str(path))
    paths += [str(handed_in(home, "short", 0)), str(home / "lost.json")]
    out = home / "class.html"
    assert main(["debrief", *paths, "--out", str(out), "--lang", language]) == 0
    page, told = out.read_text("utf-8"), capsys.readouterr()
    assert "wang" not in page
    assert "short.json" in told.err
    assert "lost.json" in told.err
    assert page.count("<svg") >= 3
    box = page[page.index("Luck box") :]
    dice = re.findall(r'<th scope="row">([12])</th><td>(\d)</td><td>[^<]+</td><td>([+−]?[\d.,]+)</td>', box)
    assert {(seed, runs) for seed, runs, _ in dice} == {("1", "2"), ("2", "1")}
    kind = [float(one.replace("−", "-")) for _, _, one in dice]
    assert kind[0] < kind[1], "the hardest first"
    assert "debrief." not in page


def test_a_run_of_another_level_is_left_out_of_a_class(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = home / "other.json"
    other.write_text(played("reference", plan=[], quarters=6).record().model_dump_json(exclude_none=True), "utf-8")
    both = [str(handed_in(home, "a")), str(other), str(handed_in(home, "b"))]
    assert main(["debrief", *both, "--out", str(home / "c.html"), "--lang", "en"]) == 0
    assert "other.json is of the level" in capsys.readouterr().err


def test_a_run_without_anything_in_it_is_refused_kindly(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = handed_in(home, quarters=0)
    for command in (["whatif", str(path)], ["debrief", str(path), "--out", str(home / "p.html")]):
        assert main([*command, "--lang", "en"]) == 1
        assert "nothing has happened" in capsys.readouterr().err
    assert not (home / "p.html").exists()


def test_an_unfinished_run_and_an_edited_one_are_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = handed_in(home, quarters=6, digests={4: "0" * 16, 6: "1" * 16})
    assert main(["whatif", str(path), "--worlds", "8", "--lang", "en"]) == 0
    told = capsys.readouterr().err
    assert "is not over" in told
    assert "edited by hand" in told


def test_a_page_that_cannot_be_written_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "taken").write_text("a file")
    out = home / "taken" / "page.html"
    assert main(["debrief", str(handed_in(home, quarters=5)), "--out", str(out), "--worlds", "8"]) == 1
    assert "page.html" in capsys.readouterr().err


def test_whatif_tells_luck_and_skill_as_a_table_too(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", str(handed_in(home)), "--worlds", "8", "--lang", "en"]) == 0
    told = capsys.readouterr().out.splitlines()
    box = told.index("Luck and skill")
    assert any(line.startswith("  Skill on these dice") and "Amount: " in line for line in told[box:])
    assert any("lower edge: " in line and "upper edge: " in line for line in told[box:]), "with its interval"
