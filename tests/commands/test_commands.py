"""Every command answers 0, 1 or 2 in a sentence of the reader's language, whatever it is given."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli
from game.content import library
from game.content.schema import MODELS
from game.session import store
from game.version import VERSION
from tests.commands.conftest import Run
from tests.commands.process import python

ROOT = Path(__file__).resolve().parents[2]
BIRTH = library.LEVELS / "01_birth.yaml"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_explains_itself(run: Run, name: str, lang: str) -> None:
    said = run(name, "--help", lang=lang)
    assert (said.code, said.err) == (0, "")
    assert f"main.py {name}" in said.out
    assert f"command.{name}" not in said.out


def test_help_names_every_command(run: Run) -> None:
    said = run("--help")
    assert said.code == 0
    assert all(name in said.out for name in cli.COMMANDS)
    assert run("--version").out.strip() == VERSION


@pytest.mark.parametrize(
    "words",
    [
        ("dance",), ("run",), ("run", "birth", "extra"), ("run", "birth", "--seed", "-1"),
        ("run", "birth", "--seed", "x"),
        ("run", "birth", "--worlds", "0"), ("run", "birth", "--quarters", "2001"),
        ("run", "birth", "--nonsense"),
        ("run", "birth", "--lang", "fr"), ("why",), ("why", "x.json", "--number", "firms"),
        ("schema", "firm"),
        ("run", "birth", "--seed", "9" * 5000), ("replay",), ("read",), ("levels", "x"),
        ("run", "birth", "--seed"),
    ],
)  # fmt: skip
def test_wrong_use_is_2_and_says_where_help_is(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words)
    assert said.code == 2
    assert said.out == ""
    assert "--help" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("run", "brith"), ("run", "nowhere.yaml"), ("run", "."), ("run", ""), ("read", "no"), ("play", "no"),
        ("replay", "nowhere.json"),
        ("replay", "."), ("why", "nowhere.json", "--number", "firms", "--at", "3"),
        ("check", "nowhere.yaml"), ("check", "."),
        ("run", "birth", "--plan", "nowhere.yaml"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_1_in_both_languages(run: Run, words: tuple[str, ...]) -> None:
    for lang in ("en", "zh"):
        said = run(*words, lang=lang)
        assert said.code == 1
        assert said.err + said.out


def test_a_misspelt_level_brings_the_one_that_was_meant(run: Run) -> None:
    assert "birth?" in run("run", "brith").err


def test_levels_lists_every_level_with_what_it_teaches(run: Run) -> None:
    en, zh = run("levels"), run("levels", lang="zh")
    assert en.code == zh.code == 0
    assert len(en.out.splitlines()) == len(library.level_files())
    assert "birth" in en.out
    assert "teaches" in en.out
    assert "诞生" in zh.out


def test_schema_prints_a_schema_of_each_kind(run: Run) -> None:
    for kind in MODELS:
        said = run("schema", kind)
        assert said.code == 0
        content = json.loads(said.out)
        assert content["$schema"].startswith("https://json-schema.org/")
        assert "id" in content["properties"]
    assert json.loads(run("schema").out) == json.loads(run("schema", "level").out)


def test_check_finds_nothing_in_what_the_game_ships(run: Run) -> None:
    said = run("check", "--json")
    assert said.code == 0
    assert len(said.last["files"]) == len(library.every_file())
    assert all(set(file) == {"file", "complaints"} and file["complaints"] == [] for file in said.last["files"])


def test_check_tells_every_mistake_with_its_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "level.yaml"
    text = BIRTH.read_text(encoding="utf-8")
    path.write_text(
        text.replace("kind: lesson", "kind: leson").replace("quarters: 40", "quarters: 4000"),
        encoding="utf-8",
    )
    said = run("check", path)
    assert said.code == 1
    lines = [one for one in said.out.splitlines() if one.startswith(f"{path}:")]
    assert len(lines) == 2
    line = text.splitlines().index("kind: lesson") + 1
    assert f"{path}:{line}:7: error: kind: found “leson”; one of lesson, history, contrast, sandbox" in lines[0]
    answer = run("check", path, BIRTH, "--json")
    assert answer.code == 1
    first, second = answer.last["files"]
    assert (first["file"], second["complaints"]) == (str(path), [])
    assert [set(complaint) for complaint in first["complaints"]] == [
        {"line", "column", "severity", "path", "found", "allowed", "hint"}
    ] * 2
    assert run("run", path).code == 1


def test_check_knows_plans_cards_and_concepts_by_what_they_hold(run: Run, tmp_path: Path) -> None:
    card = (library.POLICIES / "incubator.yaml").read_text(encoding="utf-8")
    concept = (library.CONCEPTS / "entry.yaml").read_text(encoding="utf-8")
    for text, code in (
        ("- {quarter: 0, do: enact, policy: missing_link}\n", 0), ("- {quarter: 0, do: enact}\n", 1),
        (card, 0), (concept, 0),
        (card.replace("upkeep:", "upkep:"), 1), (concept.replace("source:", "sorce:"), 1),
    ):  # fmt: skip
        path = tmp_path / "file.yaml"
        path.write_text(text, encoding="utf-8")
        assert run("check", path).code == code, text[:60]


def test_a_warning_alone_is_no_no(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "level.yaml"
    text = BIRTH.read_text(encoding="utf-8").replace("    when: {quarter: 3}", "    source: x\n    when: {quarter: 3}")
    path.write_text(text, encoding="utf-8")
    said = run("check", path)
    assert said.code == 0
    assert "warning" in said.out


def test_the_game_runs_as_a_process(tmp_path: Path) -> None:
    said = python("run", "birth", "--quarters", "4", "--json")
    assert (said.returncode, said.stderr) == (0, "")
    assert json.loads(said.stdout)["quarters"] == 4
    assert python("dance").returncode == 2
    assert python("run", "no").returncode == 1


def test_chinese_comes_through_a_pipe_whatever_the_computers_encoding() -> None:
    said = python("levels", "--lang", "zh", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert said.returncode == 0
    assert "诞生" in said.stdout


def test_the_language_is_the_computers_when_none_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(cli.locale, "getlocale", lambda: ("en_US", "UTF-8"))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert cli.language_of([]) == "zh", "also where its files are not installed"
    monkeypatch.delenv("LANG")
    assert cli.language_of([]) == "en"
    monkeypatch.setattr(cli.locale, "getlocale", lambda: ("Chinese (Simplified)_China", "936"))
    assert cli.language_of([]) == "zh", "as Windows calls it"
    monkeypatch.setattr(cli.locale, "getlocale", lambda: (None, None))
    assert cli.language_of(["--lang", "en"]) == "en"
    assert cli.language_of(["--lang=en", "run"]) == "en"
    monkeypatch.setenv("LANG", "C")
    assert cli.language_of([]) == "en"


@pytest.mark.skipif(not (ROOT / "game" / "ui" / "app.py").exists(), reason="there is no window yet")
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display here")
def test_without_a_display_the_game_says_so_in_a_sentence() -> None:
    for words in ((), ("play",), ("play", "birth"), ("--lang", "zh")):
        said = python(*words)
        assert said.returncode == 1, said.stderr
        assert "Traceback" not in said.stderr
        assert "python main.py read birth" in said.stderr


def test_a_pipe_that_closes_early_is_no_error() -> None:
    command = f'"{sys.executable}" main.py schema level | head -n 1'
    said = subprocess.run(command, cwd=ROOT, shell=True, capture_output=True, text=True, check=False, timeout=60)
    assert said.stderr == ""


def test_the_players_folder_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(store.HOME, str(tmp_path))
    assert store.folder() == tmp_path
