"""What goes wrong around the game is said in a sentence, and the game goes on; no event can bring it down."""

import json
from dataclasses import fields
from pathlib import Path

import pygame
import pytest

from game.content.words import words
from game.session import saves, store
from game.ui.canvas import Paper
from game.ui.map.placing import chance
from game.ui.preferences import Preferences
from game.ui.screens.brief import Brief
from game.ui.screens.region import Region
from tests.session.playing import level
from tests.ui.player import LETTERS, Player, opened

HOSTILE = ["", "null", "[]", "{", '"zh"', "0", '{"language": []}', '{"language": "xx", "text": "2"}', '{"theme": {}}',
           '{"theme": [], "text": [1]}', '{"text": 1e400}', '{"text": -5, "theme": 3}', '{"motion": "no"}',
           "[" * 5_000, "\x00", '{"text": true}', '{"language": null, "theme": null, "text": null}']  # fmt: skip
BROKEN = ["", "{", "[]", "null", '{"format": 1}', '{"format": 99}', '{"format": "1", "level": 3}', "[" * 5_000,
          '{"format": 1, "level": {"id": "no such level", "digest": "0"}, "seed": 1, "quarter": 1}']  # fmt: skip


@pytest.fixture
def walled(home: Path) -> Path:
    """Put a file where the player's folder should be, so that nothing can be written."""
    home.write_text("not a folder", encoding="utf-8")
    return home


def test_where_nothing_can_be_written_a_sentence_says_so_and_the_game_goes_on(walled: Path) -> None:
    player = opened()
    player.press("f5")
    assert str(walled) in player.playing.said
    for _ in range(8):
        player.press("n")
        if player.where == "EventSheet":
            player.press("1")
    assert player.quarter == 8
    assert str(walled) in player.playing.said, "the run of the year's end could not be kept either"
    player.press("f9")
    assert player.where == "Region"
    player.press("esc")
    player.chooses("leave")
    assert player.layers == ["Title"]
    assert "continue" not in player.stops


def test_where_nothing_can_be_written_settings_still_take_effect(walled: Path, written: set[str]) -> None:
    player = Player.sits_down()
    player.chooses("settings")
    player.chooses("language zh")
    player.chooses("text 2.0")
    assert player.app.preferences.text == 2.0
    start = words("zh")("saves.not_writable", path="|", cause="").split("|")[0]
    assert any(line.startswith(start[:6]) for line in written)


@pytest.mark.parametrize("content", BROKEN)
@pytest.mark.parametrize("name", [store.AUTOSAVE, store.QUICKSAVE])
def test_a_broken_save_is_told_on_the_title(name: str, content: str, home: Path, written: set[str]) -> None:
    (home / "saves").mkdir(parents=True)
    (home / "saves" / f"{name}.json").write_text(content, encoding="utf-8")
    player = Player.sits_down()
    before = set(written)
    player.chooses("continue")
    assert player.layers == ["Title"]
    assert written - before, "nothing was said"
    player.chooses("levels")
    assert player.where == "Levels"


def test_a_broken_save_is_told_on_the_region(home: Path) -> None:
    player = opened(quarters=2)
    (home / "saves").mkdir(parents=True)
    (home / "saves" / "quicksave.json").write_bytes(b"\xff\xfe\x00broken")
    player.press("f9")
    assert (player.where, player.quarter) == ("Region", 2)
    assert "quicksave" in player.playing.said


@pytest.mark.parametrize("content", HOSTILE)
def test_odd_preferences_are_forgotten(content: str, home: Path) -> None:
    home.mkdir()
    (home / "preferences.json").write_text(content, encoding="utf-8")
    chosen = Preferences.load("zh")
    assert chosen.language == "zh"
    Player.sits_down(preferences=chosen)
    assert bool(chosen.trouble) == (content != "{}"), "what was forgotten is said"


def test_preferences_come_back_as_they_were_kept(home: Path) -> None:
    kept = Preferences("zh", 1.75, "contrast", False, ambient=0.7, letters=False, keys={"step": "x"})
    kept.save()
    assert Preferences.load("en") == kept
    names = {field.name for field in fields(Preferences)} - {"trouble"}
    assert set(json.loads((home / "preferences.json").read_text("utf-8"))) == names
    assert store.folder() == home


def any_event(player: Player, number: int, seed: int) -> pygame.event.Event:
    """Make up something that may happen to a window."""
    u, v, w = (chance(number, seed, k) for k in range(3))
    width, height = player.app.canvas.size
    at = (int(v * width), int(w * height))
    if u < 0.45:
        codes = [*LETTERS.values(), *map(ord, "abhlnruwz1234.")]
        weighed = [pygame.K_TAB, pygame.K_RETURN, pygame.K_n, pygame.K_ESCAPE] * 4 + codes
        modifiers = (0, 0, 0, pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT, pygame.KMOD_LALT)[int(w * 6)]
        return pygame.event.Event(pygame.KEYDOWN, key=weighed[int(v * len(weighed))], mod=modifiers)
    if u < 0.65:
        return pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1 + int(chance(number, seed, 4) * 1.3))
    if u < 0.85:
        return pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1 + int(chance(number, seed, 5) * 1.3))
    if u < 0.92:
        return pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=int(v * 9) - 4)
    if u < 0.97:
        return pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 0), buttons=(0, 0, 0))
    return pygame.event.Event(pygame.VIDEORESIZE, size=(1024, 600), w=1024, h=600)


def press_somewhere(player: Player, number: int, seed: int) -> list[pygame.event.Event]:
    """Click on something that can be pressed, whatever it is."""
    spots = [spot for spot in player.spots if spot.seen.width > 2 and spot.seen.height > 2]
    if not spots:
        return []
    at = spots[int(chance(number, seed, 7) * len(spots))].seen.center
    return [pygame.event.Event(kind, pos=at, button=1) for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)]


@pytest.mark.parametrize(("seed", "size"), [(1, (1280, 720)), (2, (1024, 600)), (3, (1280, 720)), (4, (700, 420))])
def test_no_event_brings_the_game_down(seed: int, size: tuple[int, int]) -> None:
    chosen = Preferences(("en", "zh")[seed % 2], (1.0, 2.0)[seed // 3], "day")
    player = opened("birth", 6, size, chosen)
    for number in range(400):
        player.app.canvas.pointer = int(size[0] * chance(number, seed, 8)), int(size[1] * chance(number, seed, 9))
        click = chance(number, seed, 6) < 0.25
        player.happens(*(press_somewhere(player, number, seed) if click else [any_event(player, number, seed)]))
        if player.app.stack.over:
            player = opened("birth", 6, size, chosen)
    assert len(player.seen) > 0


def test_a_window_that_changes_its_size_is_drawn_anew() -> None:
    player = opened(quarters=3)
    for size in ((1920, 1080), (800, 480), (400, 300), (1280, 720)):
        player.app.canvas.surface = Paper.of(size).surface
        for key in ("w", "esc", "r", "esc", "tab"):
            player.press(key)
    assert player.where == "Region"


def test_closing_the_window_asks_keeps_the_run_and_ends_the_game() -> None:
    player = opened(quarters=2)
    player.happens(pygame.event.Event(pygame.QUIT))
    assert player.where == "Ask", "nothing quits without asking"
    player.press("esc")
    assert player.where == "Region"
    player.happens(pygame.event.Event(pygame.QUIT))
    player.happens(pygame.event.Event(pygame.QUIT))
    assert player.app.stack.over, "who closes it again means it"
    kept = saves.read(store.path_of(store.AUTOSAVE))
    assert not isinstance(kept, saves.Unreadable)
    assert kept.quarter == 2


def test_a_run_put_aside_for_another_is_offered_where_its_level_begins() -> None:
    first = opened(quarters=4)
    first.playing.save(store.AUTOSAVE)
    opened("wenzhou", 4).playing.save(store.AUTOSAVE)
    player = Player.sits_down()
    for name, quarter in (("wenzhou", 4), ("birth", 4)):
        player.app.stack.screens[1:] = [Brief(level(name), player.app.preferences, player.app.stack.screens[0])]
        player.waits()
        player.chooses("go on")
        assert (player.playing.session.level.id, player.quarter) == (name, quarter)


def test_a_run_of_the_terminal_goes_on_in_its_own_file() -> None:
    mine, typed = opened("wenzhou", 4).playing, opened(quarters=4).playing
    mine.save(store.AUTOSAVE)
    typed.save(store.TERMINAL)
    player = Player.sits_down()
    player.chooses("continue")
    assert player.playing.session.level.id == "birth"
    assert isinstance(player.top, Region)
    player.top.leave()
    kept = saves.read(store.path_of(store.AUTOSAVE))
    assert not isinstance(kept, saves.Unreadable)
    assert kept.level.id == "wenzhou"


def test_where_the_run_cannot_be_kept_the_question_says_so(walled: Path, written: set[str]) -> None:
    player = opened(quarters=2)
    player.happens(pygame.event.Event(pygame.QUIT))
    said = " ".join(written)
    assert words("en")("entrance.run_kept") not in said
    assert words("en")("saves.not_writable", path="|", cause="").split("|")[0].split()[0] in said
