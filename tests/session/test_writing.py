"""A save is written whole or not at all, and a folder that cannot be written is said."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.session import saves, store
from game.session.recording import Recording

ROOT = Path(__file__).resolve().parents[2]


def test_a_folder_that_cannot_be_written_is_said(recording: Recording, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for path in (
        tmp_path / "file" / "a.json",
        tmp_path,
        Path(),
        Path("/"),
        Path("a\0b"),
        tmp_path / ("x" * 400),
    ):
        with pytest.raises(store.NotWritable) as raised:
            saves.write(recording, path)
        assert raised.value.path == path
        assert raised.value.cause


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="everything is writable for the superuser")
def test_a_read_only_folder_is_said_and_nothing_is_lost(recording: Recording, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    saves.write(recording, path)
    tmp_path.chmod(0o500)
    with pytest.raises(store.NotWritable):
        saves.write(recording.model_copy(update={"seed": 9}), path)
    tmp_path.chmod(0o700)
    assert saves.read(path) == recording


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(
    recording: Recording, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    saves.write(recording, path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(store.NotWritable, match="No space left"):
        saves.write(recording.model_copy(update={"seed": 9}), path)
    assert saves.read(path) == recording
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


WRITER = """
import sys
from pathlib import Path
from game.session import saves
path = Path(sys.argv[1])
recording = saves.read(path)
print("ready", flush=True)
seed = 0
while True:
    seed += 1
    saves.write(recording.model_copy(update={"seed": seed}), path)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_save_that_is_cut_short_leaves_a_loadable_file(recording: Recording, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    saves.write(recording, path)
    for k in range(6):
        command = [sys.executable, "-c", WRITER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(0.01 + 0.013 * k)
            writer.send_signal(signal.SIGKILL)
        found = saves.read(path)
        assert isinstance(found, Recording)
        assert found.model_copy(update={"seed": recording.seed}) == recording
