"""Who does not see the window hears it: name, role, value and place of what has the focus, and only the last line."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.content.words import LANGUAGES, Words
from game.ui import voice
from game.ui.preferences import Preferences
from game.ui.voice import Voice, told
from tests.ui.player import Player, opened


def listening(player: Player) -> list[str]:
    """Let somebody listen from now on; returns the lines that are said."""
    lines: list[str] = []
    player.app.voice, player.app.preferences.voice = Voice(lines.append), True
    player.waits()
    return lines


def words_of(player: Player) -> Words:
    return player.kit.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_ac_24_what_has_the_focus_says_name_role_value_and_place(language: str) -> None:
    player = Player.sits_down((1280, 720), Preferences("zh" if language == "zh" else "en"))
    lines, say = listening(player), words_of(player)
    player.chooses("settings")
    player.tab_to("ambient")
    slider = [say("entrance.setting.ambient"), say("voice.role.slider"), "30 %"]
    assert lines[-1].replace("\u00a0", " ").startswith(say("voice.pause").join(slider) + say("voice.pause"))
    player.tab_to("motion")
    switch = [say("ui.setting.motion"), say("voice.role.switch"), say("ui.on")]
    place = say("voice.place", k=player.stops.index("motion") + 1, count=len(player.stops))
    assert lines[-1] == say("voice.pause").join([*switch, place])
    player.tab_to("text 1.0")
    assert say("voice.chosen") in lines[-1]
    assert lines[-1].endswith(say("voice.place", k=1, count=5))


def test_a_sheet_says_its_heading_before_what_has_the_focus() -> None:
    player = Player.sits_down()
    lines = listening(player)
    player.chooses("settings")
    player.press("tab")
    assert any(line.startswith(words_of(player)("ui.settings")) for line in lines)


def test_each_line_is_said_once_however_long_one_stays() -> None:
    player = opened("birth", 4)
    lines = listening(player)
    player.press("tab")
    said = len(lines)
    player.waits(2.0)
    assert len(lines) == said


def test_nothing_that_keys_reach_in_a_region_is_without_a_name() -> None:
    player = opened("birth", 12)
    listening(player)
    nameless = [spot.key for spot in player.spots if spot.tab and not voice._name(player.kit, spot)]
    assert not nameless
    cards = [spot for spot in player.spots if spot.key.startswith("card ")]
    if len(cards) > 1:
        assert told(player.kit, cards[0]).endswith(words_of(player)("voice.place", k=1, count=len(cards)))
    assert words_of(player)("voice.role.card") in told(player.kit, cards[0])


def test_a_key_alone_switches_the_voice_on_and_off_anywhere() -> None:
    player = opened("birth", 4)
    lines: list[str] = []
    player.app.voice = Voice(lines.append)
    player.press("tab")
    assert not lines
    player.press("f2", "tab")
    say = words_of(player)
    assert lines[0] == say("voice.on")
    assert len(lines) >= 2
    player.press("f2", "tab")
    assert lines[-1] == say("voice.off")


def test_ac_24_a_new_line_cuts_the_one_before_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speaker = tmp_path / "slow"
    speaker.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n", encoding="utf-8")
    speaker.chmod(0o755)
    monkeypatch.setattr(voice, "SPEAKERS", {str(speaker): ()})
    aloud = Voice()
    aloud.say("one", "en")
    first = aloud._speaking
    aloud.say("two", "en")
    assert isinstance(first, subprocess.Popen)
    deadline = time.monotonic() + 20
    while first.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert first.poll() is not None
    aloud.close()


def test_without_a_program_that_speaks_lines_go_to_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(voice, "SPEAKERS", {"no-such-program": ()})
    Voice().say("Trust, number, 52 %", "en")
    assert capsys.readouterr().out == "Trust, number, 52 %\n"
