"""Sound: worked out from numbers, silent without a device, and never the only way to learn anything."""

import os
import time
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.content.words import LANGUAGES, words
from game.simulation.actions import Enact
from game.simulation.indicators import WATCHED
from game.ui.preferences import Preferences
from game.ui.sound import ground, tones
from game.ui.sound.player import Sound, hushed
from game.ui.sound.tones import MEANING, TONES
from game.ui.sound.waves import RATE
from tests.ui.player import opened

ROOM = Path(tones.__file__).parent


@pytest.mark.parametrize("name", TONES)
def test_a_tone_is_short_soft_and_begins_and_ends_in_silence(name: str) -> None:
    tone = tones.tone(name).astype(float) / 32_767
    assert 0.2 < len(tone) / RATE < 2.6
    assert np.abs(tone).max() <= tones.LOUDEST + 1e-3
    assert np.abs(tone[0]).max() < 0.01
    assert np.abs(tone[-1]).max() < 0.01
    assert np.abs(np.diff(tone[:, 0])).max() < 0.25, "a click"


def test_every_tone_is_unlike_the_others() -> None:
    assert len({tones.tone(name).tobytes() for name in TONES}) == len(TONES)


@pytest.mark.parametrize("phase", WATCHED)
def test_the_ground_of_a_phase_repeats_without_a_seam(phase: str) -> None:
    layer = ground.layer(phase).astype(float)[:, 0]
    steps = np.abs(np.diff(layer))
    assert abs(layer[0] - layer[-1]) <= steps.max() * 1.5
    assert np.abs(layer).max() <= ground.LOUDEST * 32_768


def test_ac_25_every_tone_has_a_twin_that_can_be_seen() -> None:
    assert set(MEANING) == set(TONES)
    for language in LANGUAGES:
        assert [id_ for id_ in MEANING.values() if id_ not in words(language)] == []


def test_ac_25_what_sounds_in_a_run_is_also_told_where_it_can_be_seen(written: set[str]) -> None:
    player = opened(quarters=0, seed=40)
    heard: set[str] = set()
    playing = player.playing
    say = words("en")
    for refused in (False, True):
        playing.do(Enact("incubator"))
        assert playing.tones == (["refused"] if refused else ["done"])
        twin = say(MEANING["refused" if refused else "done"], reason="|", quote="|").split("|")[0]
        assert playing.said.startswith(twin)
        player.waits()
        assert playing.tones == [], "the window takes them away, with a device or without"
    for _ in range(16):
        playing.advance()
        now = set(playing.tones)
        heard |= now
        told = [message.text for message in playing._heard(playing.session.quarter)]
        if "year" in now:
            assert any("Gazette" in text or "page" in text.lower() for text in told)
        if "vote" in now:
            assert any("council" in text for text in told)
        playing.tones = []
    assert {"opened", "year", "vote"} <= heard


def test_the_ground_follows_the_phases_slowly() -> None:
    now = dict.fromkeys(WATCHED, 0.0)
    wanted = {**now, "p_growth": 0.8}
    one = ground.nearer(now, wanted, 0.1)
    assert 0 < one["p_growth"] < 0.05
    for _ in range(60):
        now = ground.nearer(now, wanted, 0.1)
    assert now == pytest.approx(wanted)


def test_without_a_device_the_game_is_silent_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise pygame.error("no audio device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    sound = Sound()
    sound.open()
    player = opened()
    player.app.sound = sound
    player.press("n", "n")
    sound.close()
    assert sound.silent
    assert player.quarter == 2


def test_with_a_device_tones_and_ground_are_played_at_their_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SDL_AUDIODRIVER", "dummy")
    sound = Sound()
    sound.open()
    assert sound._thread is not None
    sound._thread.join(20)
    assert not sound.silent
    try:
        player = opened(quarters=8, chosen=Preferences("en", ambient=1.0, tones=0.5))
        player.app.sound = sound
        player.playing.tones = ["done", "year"]
        player.waits(3)
        assert sound.waiting == []
        assert max(sound.volumes.values()) > 0.2
        assert pygame.mixer.Channel(0).get_volume() == pytest.approx(sound.volumes[WATCHED[0]], abs=0.02)
        player.app.preferences.ambient = player.app.preferences.tones = 0.0
        player.waits(5)
        assert max(sound.volumes.values()) == 0
    finally:
        sound.close()


def test_a_frame_never_waits_for_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SDL_AUDIODRIVER", "dummy")
    sound = Sound()
    sound.open()
    took = []
    for _ in range(40):
        begin = time.perf_counter()
        sound.hear(["done"] * 9)
        assert len(sound.waiting) < 9
        sound.pass_time(0.016, 1.0, 1.0, dict.fromkeys(WATCHED, 0.2))
        took.append(time.perf_counter() - begin)
    assert sorted(took)[20] < 0.004, "half of all frames at most lose a quarter of their time"
    sound.close()


def test_no_sound_is_read_from_a_file_and_the_simulation_knows_none() -> None:
    text = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    assert "open(" not in text.replace("def open(", "").replace(".open()", "").replace("os.open(os.devnull", "")
    simulation = ROOM.parents[1] / "simulation"
    assert not [path for path in simulation.rglob("*.py") if "sound" in path.read_text("utf-8").split()]


def test_a_machine_without_a_device_is_silent_on_the_terminal_too(capfd: pytest.CaptureFixture[str]) -> None:
    with hushed():
        os.write(2, b"cannot find card")
    os.write(2, b"heard again")
    assert capfd.readouterr().err == "heard again"
