"""A save is a small recording: whole or not there, loadable for ever, and harmless whatever it holds."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from game.commands.opening import changes_since
from game.content import library
from game.content.words import LANGUAGES, words
from game.session import saves, store
from game.session.recording import Recording
from game.session.saves import Unreadable
from game.session.session import Session, first_difference
from game.simulation.actions import Enact, Quote, Repeal
from tests.session.playing import level, opened, replayed

ROOT = Path(__file__).resolve().parents[2]


def test_a_recording_is_the_same_after_writing_and_reading(recording: Recording, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "run.json"
    saves.write(recording, path)
    assert saves.read(path) == recording
    assert [file.name for file in path.parent.iterdir()] == ["run.json"]


def test_a_loaded_run_goes_on_as_if_it_had_never_stopped(tmp_path: Path) -> None:
    played = opened()
    played.do(Enact("incubator"))
    for _ in range(10):
        played.advance()
    saves.write(played.record(), tmp_path / "a.json")
    loaded = saves.read(tmp_path / "a.json")
    assert isinstance(loaded, Recording)
    session = Session.replay(played.level, played.cards, loaded)
    for one in (session, played):
        one.do(Enact("missing_link"))
        for _ in range(10):
            one.advance()
    assert session.branch.digests == played.branch.digests
    assert session.record() == played.record()


def test_a_full_game_is_small_and_readable(tmp_path: Path) -> None:
    session = opened("wenzhou")
    cards = [(k, policy) for k, policy in enumerate(session.rules.setup.policies)]
    while session.advance():
        for k, policy in cards:
            running = session.branch.region.state.running[0, k, 0] > 0
            if (session.quarter + k) % 9 == 0 and len(session.branch.steps) < 60:
                session.do(Repeal(policy.id) if running else Enact(policy.id))
    saves.write(session.record(), tmp_path / "a.json")
    assert session.quarter == 120 or session.outcome().ended
    assert len(session.branch.steps) >= 10
    per_action = 110
    assert (tmp_path / "a.json").stat().st_size + per_action * (60 - len(session.branch.steps)) < 20_000
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert json.loads(text)["actions"][0]["do"] == "enact"


def test_sixty_actions_and_every_digest_fit_in_twenty_kilobytes(recording: Recording, tmp_path: Path) -> None:
    line = recording.actions[0].model_copy(
        update={"quarter": 119, "policy": "upgrading_programme", "place": 5, "size": 3}
    )
    digest = next(iter(recording.digests.values()))
    long = recording.model_copy(
        update={"quarter": 120, "actions": (line,) * 60, "digests": dict.fromkeys(range(0, 121, 8), digest)}
    )
    saves.write(long, tmp_path / "a.json")
    assert (tmp_path / "a.json").stat().st_size < 20_000


def test_predictions_and_answers_survive_a_replay(recording: Recording) -> None:
    assert Session.replay(level(), library.policies(), recording).record() == recording


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not_json"), (b"{", "not_json"), (b"null", "not_recording"), (b"[]", "not_recording"),
        (b"3", "not_recording"),
        (b"{}", "not_recording"), (b"\xff\xfe{}", "not_text"), (b"[" * 200_000, "not_json"),
        (b" " * 1_000_001, "too_large"),
        (b'{"format": 2}', "too_new"), (b'{"format": 1e999}', "not_recording"),
        (b'{"format": ' + b"9" * 6000 + b"}", "not_json"),
        (b'{"format": true}', "not_recording"), (b'{"format": 1, "seed": NaN}', "not_recording"),
        (b"\x80\x04K\x01.", "not_text"),
    ],
)  # fmt: skip
def test_what_is_no_recording_is_said_in_both_languages(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(data)
    found = saves.read(path)
    assert isinstance(found, Unreadable)
    assert found.reason == reason
    for language in LANGUAGES:
        said = words(language)(f"saves.{reason}", path=found.path, detail=found.detail)
        assert "a.json" in said
        assert "{" not in said.replace(found.detail, "")


@pytest.mark.parametrize("path", [Path("nowhere") / "a.json", Path("a\0b"), Path(), Path("x" * 5000)])
def test_a_path_that_leads_nowhere_is_said(path: Path) -> None:
    assert isinstance(saves.read(path), Unreadable)


def test_a_recording_names_its_level_by_id_never_by_path(recording: Recording, tmp_path: Path) -> None:
    content = json.loads(recording.model_dump_json(exclude_none=True))
    content["level"]["id"] = "../secret.yaml"
    (tmp_path / "a.json").write_text(json.dumps(content), encoding="utf-8")
    assert isinstance(saves.read(tmp_path / "a.json"), Unreadable)


def test_impossible_decisions_in_a_recording_are_left_out_and_noticed(recording: Recording) -> None:
    line = recording.actions[0].model_copy(update={"policy": "science_park", "place": 99})
    forged = recording.model_copy(update={"actions": (line, *recording.actions)})
    session = Session.replay(level(), library.policies(), forged)
    assert session.branch.digests[40] == recording.digests[40]
    assert first_difference(session, forged) == line.quarter


def test_every_tampering_is_noticed(recording: Recording) -> None:
    def difference(**changed: Any) -> int | None:
        forged = recording.model_copy(update=changed)
        return first_difference(Session.replay(level(), library.policies(), forged), forged)

    assert difference() is None
    assert difference(seed=2) is not None
    assert difference(actions=recording.actions[1:]) is not None
    assert difference(digests={}) == 40
    assert difference(digests={**recording.digests, 16: "0" * 16}) == 16
    assert difference(digests={**recording.digests, 48: "0" * 16}) == 48


def test_changed_rules_and_a_changed_level_are_said(recording: Recording) -> None:
    say = words("en")
    assert changes_since(recording, level(), say) == []
    assert len(changes_since(recording.model_copy(update={"rules": "0"}), level(), say)) == 1
    other = recording.model_copy(update={"level": recording.level.model_copy(update={"digest": "x"}), "rules": ""})
    assert len(changes_since(other, level(), words("zh"))) == 2


def test_the_newest_of_autosave_and_quicksave_is_gone_on_with(
    recording: Recording, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    assert store.newest() is None
    for age, name in ((50, store.QUICKSAVE), (10, store.AUTOSAVE)):
        saves.write(recording, store.path_of(name))
        os.utime(store.path_of(name), (1e9 - age, 1e9 - age))
    assert store.newest() == store.path_of(store.AUTOSAVE)
    saves.write(recording, store.path_of(store.TERMINAL))
    assert store.newest() == store.path_of(store.TERMINAL)


def test_a_run_of_another_level_or_other_dice_is_put_aside_and_not_lost(
    recording: Recording, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    other = recording.model_copy(update={"seed": recording.seed + 1})
    saves.keep(recording, store.AUTOSAVE)
    saves.keep(other, store.TERMINAL)
    assert saves.read(store.path_of(store.AUTOSAVE)) == recording, "the terminal keeps its own"
    saves.keep(other, store.AUTOSAVE)
    assert saves.read(store.path_of(store.AUTOSAVE)) == other
    assert saves.read(store.path_of(store.AUTOSAVE + store.BEFORE)) == recording
    saves.keep(other, store.AUTOSAVE)
    assert saves.read(store.path_of(store.AUTOSAVE + store.BEFORE)) == recording, (
        "a run that goes on puts nothing aside"
    )
    assert store.kept()[-1] == store.path_of(store.AUTOSAVE + store.BEFORE)


def test_broken_json_of_the_players_own_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    assert store.read_json(path) is None
    path.write_text("[" * 100_000, encoding="utf-8")
    assert store.read_json(path) is None
    store.write_json(path, {"语言": "zh"})
    assert store.read_json(path) == {"语言": "zh"}


FIRST_SAVE = ROOT / "tests" / "saves" / "format_1.json"


def test_a_save_of_the_first_format_loads_for_ever() -> None:
    found = saves.read(FIRST_SAVE)
    assert isinstance(found, Recording)
    session = Session.replay(level(found.level.id), library.policies(), found)
    assert session.quarter == found.quarter
    assert len(session.branch.steps) == len(found.actions)
    assert session.predictions
    assert session.said
    assert len(session.branches) == 2


def test_a_quote_is_given_for_what_can_be_done() -> None:
    assert isinstance(opened().quote(Enact("incubator")), Quote)
    assert replayed(opened()).quarter == 0
