"""``why`` gives causes that add up exactly, and recordings of another game are said to be so."""

import json
from pathlib import Path

import pytest

from game.simulation.indicators import MEASURED
from tests.commands.conftest import Run


def test_why_adds_up_exactly_and_has_the_promised_shape(run: Run, record: Path) -> None:
    for number in MEASURED[::4]:
        said = run("why", record, "--number", number, "--at", 9, "--json")
        assert said.code == 0
        answer = said.last
        assert list(answer) == ["number", "since", "at", "before", "after", "contributions"]
        assert (answer["number"], answer["since"], answer["at"]) == (number, 8, 9)
        assert sum(part["amount"] for part in answer["contributions"]) == answer["after"] - answer["before"]
        assert all({"cause", "amount", "share"} <= set(part) for part in answer["contributions"])


def test_why_names_the_decision_behind_a_cause(run: Run, record: Path) -> None:
    answer = run("why", record, "--number", "treasury", "--since", 0, "--at", 4, "--json").last
    assert "incubator" in [part.get("decision") for part in answer["contributions"]]
    assert sum(part["amount"] for part in answer["contributions"]) == pytest.approx(answer["after"] - answer["before"])


def test_why_in_words_names_causes_in_both_languages(run: Run, record: Path) -> None:
    words = ("why", record, "--number", "treasury", "--since", 0, "--at", 8)
    assert "your programme" in run(*words).out
    assert "cause." not in run(*words).out + run(*words, lang="zh").out


@pytest.mark.parametrize(
    ("number", "since", "at"), [("happiness", 2, 3), ("firms", 2, 99), ("firms", 5, 5), ("firms", 6, 5)]
)
def test_why_refuses_what_it_cannot_answer(run: Run, record: Path, number: str, since: int, at: int) -> None:
    assert run("why", record, "--number", number, "--since", since, "--at", at).code == 1
    assert run("why", record, "--number", number, "--at", 0).code == 1


def test_a_recording_of_another_game_is_said(run: Run, record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    content = json.loads(text)
    content["rules"] = "0"
    content["level"]["digest"] = "0"
    record.write_text(json.dumps(content), encoding="utf-8")
    said = run("replay", record)
    assert said.code == 0
    assert len(said.err.splitlines()) == 2
    content["level"]["id"] = "atlantis"
    record.write_text(json.dumps(content), encoding="utf-8")
    assert "atlantis" in run("replay", record).err
    content["format"] = 99
    record.write_text(json.dumps(content), encoding="utf-8")
    assert "99" in run("replay", record, lang="zh").err


def test_why_of_a_place_and_of_a_firm_adds_up_too(run: Run, record: Path) -> None:
    for words in (("--place", "willow"), ("--firm", 1)):
        said = run("why", record, "--number", "mean_margin", "--since", 1, "--at", 3, *words, "--json")
        assert said.code == 0, said.err
        answer = said.last
        assert sum(part["amount"] for part in answer["contributions"]) == pytest.approx(
            answer["after"] - answer["before"], abs=1e-9
        )


@pytest.mark.parametrize("words", [("--place", "atlantis"), ("--firm", 99999)])
def test_a_place_or_firm_that_is_not_there_is_said(run: Run, record: Path, words: tuple[str, object]) -> None:
    said = run("why", record, "--number", "mean_margin", "--at", 3, *words)
    assert said.code == 1
    assert str(words[1]) in said.err
    assert run("why", record, "--number", "treasury", "--at", 3, "--firm", 1).code == 1
