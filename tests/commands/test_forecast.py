"""``forecast`` answers for levels and recordings, in words and as JSON, and never with a traceback."""

import json
from pathlib import Path

import pytest

from game.cli import main
from tests.lab.briefly import ask_briefly

FEW = ["--worlds", "16", "--horizon", "4"]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the window and what stands in the way be found briefly, in this process."""
    ask_briefly(monkeypatch)
    monkeypatch.setattr("os.cpu_count", lambda: 1)


def test_it_answers_as_the_contract_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", "birth", "--at", "6", "--json", *FEW]) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (answer["at"], answer["horizon"], answer["worlds"]) == (6, 4, 16)
    chance = answer["p_second_flourishing"]
    assert 0.0 <= chance["low"] <= chance["value"] <= chance["high"] <= 1.0
    assert set(answer["phases"]) == {"formative", "growth", "maturity", "petrified", "renewal"}
    assert sum(answer["phases"].values()) == pytest.approx(1.0, abs=1e-6)
    band = answer["bands"]["firms"]
    assert set(band) == {"quarter", "p10", "p50", "p90"}
    assert band["quarter"] == [6, 7, 8, 9, 10]
    assert answer["window_closes"] is None or set(answer["window_closes"]) == {"quarter", "low", "high"}
    assert answer["seconds"] > 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_says_that_it_speaks_of_a_model(capsys: pytest.CaptureFixture[str], language: str) -> None:
    assert main(["forecast", "birth", "--lang", language, *FEW]) == 0
    said = capsys.readouterr().out
    assert ("model" if language == "en" else "模型") in said
    assert "Kline" in said


def test_a_recording_is_forecast_from_any_of_its_quarters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "run.json"
    assert main(["run", "birth", "--seed", "4", "--quarters", "8", "--record", str(record)]) == 0
    capsys.readouterr()
    assert main(["forecast", str(record), "--at", "5", "--json", *FEW]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["at"] == 5
    assert main(["forecast", str(record), "--json", *FEW]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["at"] == 8
    assert main(["forecast", str(record), "--at", "9"]) == 1
    assert "8" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "code"),
    [(["nowhere"], 1), (["missing.json"], 1), ([], 2), (["birth", "--worlds", "3"], 2), (["birth", "--at", "x"], 2)],
)
def test_what_cannot_be_done_is_said_plainly(given: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", *given]) == code
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said
