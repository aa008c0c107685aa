"""Every key can be moved: what it did follows, hints follow, conflicts are refused in words (AC-11)."""

import ast
from pathlib import Path

import pygame
import pytest

from game.content.words import words
from game.ui import keys
from game.ui.keys import USUAL, KeyMap
from game.ui.preferences import Preferences
from tests.ui.player import Player, code_of, opened

UI = Path(keys.__file__).parent
FREE = "x"


def changes(player: Player, deed: str, key: str) -> None:
    """Open help, press a deed's key and then the new one."""
    player.press("esc" if player.where == "Region" else "tab")
    player.chooses("help")
    player.clicks(f"key {deed}")
    player.press(key)


def test_ac_11_every_usual_key_means_itself_until_it_is_moved() -> None:
    for usual in USUAL.values():
        for name in usual:
            meant = KeyMap().meant(*keys.code_of(name))
            assert meant is not None
            assert meant[0] == keys.code_of(usual[0])[0]


@pytest.mark.parametrize("deed", USUAL)
def test_ac_11_any_deed_can_have_another_key_and_leaves_its_old_one(deed: str) -> None:
    moved = KeyMap({deed: FREE})
    assert moved.meant(*keys.code_of(FREE)) == keys.code_of(USUAL[deed][0])
    for old in USUAL[deed]:
        if old != "tab":
            assert moved.meant(*keys.code_of(old)) is None


def test_ac_11_every_key_a_screen_knows_can_be_moved() -> None:
    known = {keys.code_of(name)[0] for usual in USUAL.values() for name in usual} | {pygame.K_0}
    lost = []
    for path in [*(UI / "screens").rglob("*.py"), *(UI / "region").rglob("*.py"), UI / "app.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.attr if isinstance(node, ast.Attribute) else ""
            if name.startswith("K_") and getattr(pygame, name) not in known:
                lost.append(f"{path.name}: {name}")
    assert not lost, f"give them a row in game/ui/keys.py: {lost}"


def test_ac_11_a_moved_key_plays_the_game_and_hints_tell_it(written: set[str]) -> None:
    player = opened(quarters=1)
    changes(player, "step", FREE)
    assert player.app.preferences.keys == {"step": FREE}
    player.press("esc", "esc")
    now = player.quarter
    player.press("n")
    assert player.quarter == now, "the old key is free"
    player.press(FREE)
    assert player.quarter == now + 1
    assert player.spot("step").tip == "One quarter (X)"
    written.clear()
    player.press("h")
    assert "X" in written
    assert "N" not in written
    assert Preferences.load("en").keys == {"step": FREE}, "and it is kept"


def test_ac_11_focus_and_escape_can_be_moved_too() -> None:
    player = opened(chosen=Preferences("en", keys={"next": "k", "close": "q", "press": "v"}))
    player.press("tab")
    assert player.app.focus == ""
    player.press("k")
    assert player.app.focus == player.stops[0]
    player.app.focus = "tool help"
    player.waits()
    player.press("v")
    assert player.where == "Help"
    player.press("esc")
    assert player.where == "Help"
    player.press("q")
    assert player.where == "Region"


def test_ac_11_a_key_that_is_taken_is_refused_in_words(written: set[str]) -> None:
    player = opened()
    written.clear()
    changes(player, "step", "w")
    assert player.app.preferences.keys == {}
    assert any(words("en")("entrance.deed.why") in line for line in written if "taken" in line)
    player.clicks("key step")
    player.press("esc")
    assert (player.where, player.app.preferences.keys) == ("Help", {}), "Esc leaves it as it was"


def test_ac_11_all_keys_can_be_put_back() -> None:
    player = opened()
    changes(player, "step", FREE)
    player.chooses("reset")
    assert player.app.preferences.keys == {}
    player.press("esc", "esc", "n")
    assert player.quarter == 1


def test_ac_11_single_letters_can_be_switched_off() -> None:
    player = opened(chosen=Preferences("en", letters=False))
    for key in "nwl1r.":
        player.press(key)
    assert (player.where, player.quarter, player.app.preferences.language) == ("Region", 0, "en")
    player.press("f1")
    assert player.where == "Help"
    player.press("esc")
    player.chooses("step")
    assert player.quarter == 1, "everything is still there"


def test_shift_and_caps_do_not_hide_a_letter() -> None:
    assert KeyMap().meant(pygame.K_n, pygame.KMOD_LSHIFT) == (pygame.K_n, pygame.KMOD_LSHIFT)
    assert KeyMap().meant(pygame.K_n, pygame.KMOD_CAPS) == (pygame.K_n, 0)
    assert KeyMap().meant(pygame.K_TAB, pygame.KMOD_LSHIFT) == (pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert KeyMap().meant(pygame.K_RIGHT, pygame.KMOD_LSHIFT) == (pygame.K_RIGHT, pygame.KMOD_LSHIFT)


ODD = [{"step": "w"}, {"step": 3}, {"fly": "x"}, {"step": ""}, {"step": "ctrl+"}, {"step": "ab"},
       {"step": "x", "why": "x"}]  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_keys_kept_in_an_odd_way_are_forgotten(odd: dict[str, object]) -> None:
    kept = keys.usable(odd)
    found = [name for deed in USUAL for name in KeyMap(kept).keys(deed)]
    assert len(found) == len(set(found))
    assert len(kept) < len(odd)


def test_a_name_and_its_code_are_one() -> None:
    for usual in USUAL.values():
        for name in usual:
            assert keys.name_of(*keys.code_of(name)) == name
    assert keys.name_of(pygame.K_LSHIFT, pygame.KMOD_LSHIFT) == ""
    assert keys.name_of(*code_of("ctrl+z")) == "ctrl+z"
