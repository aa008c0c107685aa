"""Running commands the way a person does, and looking at what they print."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.session import store


@dataclass
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> Any:
        """The last line, which is JSON."""
        return json.loads(self.out.strip().splitlines()[-1])


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in English, with a home of its own."""
    monkeypatch.setenv(store.HOME, str(tmp_path / "home"))

    def command(*words: object, lang: str = "en") -> Said:
        code = cli.main([*map(str, words), "--lang", lang])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(code, said.out, said.err)

    return command


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:
    """Record a run."""
    path = tmp_path / "run.json"
    plan = tmp_path / "plan.yaml"
    plan.write_text("- {quarter: 0, do: enact, policy: incubator, place: willow}\n", encoding="utf-8")
    assert run("run", "birth", "--plan", plan, "--record", path).code == 0
    return path
