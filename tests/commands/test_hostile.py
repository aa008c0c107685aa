"""Broken, hostile and enormous files, and arguments that make no sense, end in a sentence."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game import cli
from game.content import library
from tests.commands.conftest import Run

BIRTH = library.LEVELS / "01_birth.yaml"

HOSTILE = {
    "empty": b"", "binary": bytes(range(256)), "deep": b"[" * 5000, "laughs": b"a: &a [x]\nb: [*a, *a]\n",
    "tag": b"!!python/object/apply:os.system ['true']\n", "list": b"[1, 2]\n", "text": b"hello\n",
    "number": b"7\n",
    "braces": b"{}: {}\n'{0}': '{x'\n", "json": b'{"format": 1}', "deep json": b'{"a":' * 5000,
    "huge": b"#" * 2_000_000,
    "question": b"?", "colon": b": :", "null": b"a: \x00", "surrogate": b"a: \xed\xa0\x80\n",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_never_ends_in_a_traceback(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_bytes(HOSTILE[name])
    for words in (
        ("check", path), ("check", path, "--json"), ("run", path),
        ("run", "birth", "--quarters", 4, "--plan", path), ("read", path),
        ("replay", path, "--verify"), ("why", path, "--number", "firms", "--at", 4), ("play", path),
    ):  # fmt: skip
        said = run(*words)
        assert said.code in (0, 1), words
        assert said.out + said.err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("treasury: 16", "treasury: 1.0e+99"), ("treasury: 16", "treasury: -1000000000"),
        ("income: 0.7", "income: 1.0e+99"),
        ("x_km: 9,", "x_km: 1.0e+99,"), ("land: 2,", "land: 1.0e-99,"), ("people: 30", "people: 1.0e+99"),
        ("size: 1.2, style: 0.0", "size: 1.0e+99, style: 0.0"), ("cash: 3.0", "cash: -1.0e+99"),
        ("value: 16", "value: 1.0e+99"), ("price: 1.0", "price: 1.0e+99"),
        ("support: 0.03", "support: 1.0e+99"),
        ("count: 2", "count: 200"), ("factor: 1000000", "factor: 1.0e+99"),
        ("radius_km: 8", "radius_km: 1.0e+99"),
        ("learning_rate: 0.2", "minimum_scale: 1.0e+99"),
        ("allowed: [missing_link, tax", "prices: {missing_link: 1.0e+99}\n  allowed: [missing_link, tax"),
    ],
)  # fmt: skip
def test_enormous_numbers_in_a_level_never_end_in_a_traceback(run: Run, tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "level.yaml"
    text = BIRTH.read_text(encoding="utf-8").replace("  frame: {west: -26, south: -17, east: 24, north: 15}\n", "")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    said = run("run", path, "--quarters", 12)
    assert said.code in (0, 1)
    assert "nan" not in said.out
    assert run("check", path).code == said.code


pieces = st.sampled_from([
    *cli.COMMANDS, "birth", "--json", "--seed", "--worlds", "--lang", "zh", "3", "-1", "--plan", "--set",
    "entry.rate=2", "--at",
    "--number", "firms", "-", "--", "", "{}", "%s", "--help", "--quarters", "4", "--lang=zh", "--lang=",
    "温州",
])  # fmt: skip


SLOW = ("facts", "prove", "forecast")
"""What plays for minutes where nothing is said about how many worlds."""


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(pieces, max_size=5).filter(lambda words: _harmless(words)))
def test_random_arguments_never_end_in_an_exception(run: Run, words: list[str]) -> None:
    few = ["--worlds", "3"] if words[0] in SLOW else []
    assert run(*words, *few).code in (0, 1, 2)


def _harmless(words: list[str]) -> bool:
    """Leave out what opens a window or waits for somebody to type."""
    return bool(words) and words[0] in cli.COMMANDS and words[0] not in ("play", "read")
