"""Rough handling of the entrance: names without end, files that are missing or broken, pasted nonsense."""

from pathlib import Path

import pygame
import pytest

from game.content import library
from game.content.authored import Bilingual
from game.session import progress, store
from game.session.goals import Outcome
from game.ui import typeset
from game.ui.entrance import earth
from game.ui.entrance.shelf import Entry, Shelf
from game.ui.preferences import Preferences
from game.ui.screens.brief import Brief
from game.ui.screens.title import Title
from tests.ui.many_levels import entries, filled
from tests.ui.observing import observed, overlapping
from tests.ui.player import Player

LONG_EN = "An extraordinarily long name of a level that its author could not bring to an end " * 3
LONG_ZH = "一个作者怎么也收不住的特别长的关卡名称" * 11


def renamed(entry: Entry) -> Entry:
    title = Bilingual(en=LONG_EN[:200].strip(), zh=LONG_ZH[:200])
    return Entry(entry.level.model_copy(update={"title": title}), entry.forgiving)


@pytest.fixture
def flat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earth, "water", lambda *_: None)


@pytest.mark.usefixtures("flat")
@pytest.mark.parametrize(("size", "text"), [((1024, 600), 1.0), ((1024, 600), 2.0), ((1920, 1080), 1.0)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_of_two_hundred_characters_overlap_nothing(size: tuple[int, int], text: float, language: str) -> None:
    player = Player.sits_down(size, Preferences("zh" if language == "zh" else "en", text))
    title = player.top
    assert isinstance(title, Title)
    filled(title, [renamed(entry) for entry in entries()])
    for view in ("", "list", "path", "world"):
        if view:
            player.chooses("levels") if player.where == "Title" else None
            player.chooses(f"tab {view}")
        player.app.focus, player.app.by_keys = "", False
        with observed() as lines:
            player.waits()
        assert not overlapping(lines), view
    player.app.stack.screens.append(Brief(title.shelf.entries[0].level, player.app.preferences, title))
    player.waits()
    with observed() as lines:
        player.waits()
    assert not overlapping(lines)


def test_without_the_coast_the_world_is_water_and_the_houses_stand(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for content in (None, "", "[]", '{"rings": [[["a", 1]]]}', '{"rings": 3}'):
        path = tmp_path / "coast.json"
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_text(content, encoding="utf-8")
        monkeypatch.setattr(earth, "COAST", path)
        earth.coast.cache_clear()
        assert earth.coast() == ()
        player = Player.sits_down()
        player.waits(8)  # levels are read one a frame
        assert "level wenzhou" in player.stops
    earth.coast.cache_clear()


def test_a_missing_font_is_replaced_and_the_game_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typeset, "FONTS", tmp_path)
    typeset.face.cache_clear()
    typeset.line.cache_clear()
    typeset.width.cache_clear()
    try:
        player = Player.sits_down(preferences=Preferences("zh", 1.25))
        player.press("tab", "tab", "enter")
        assert player.spots
    finally:
        monkeypatch.undo()
        typeset.face.cache_clear()
        typeset.line.cache_clear()
        typeset.width.cache_clear()


@pytest.mark.parametrize("content", ["", "null", "[]", "{", '{"birth": 3}', '{"birth": {"stars": "x", "plays": []}}',
                                     '{"birth": {"intention": 5, "won": "yes"}}', "[" * 3000])  # fmt: skip
def test_odd_records_of_progress_count_as_nothing(content: str, home: Path) -> None:
    home.mkdir()
    (home / "progress.json").write_text(content, encoding="utf-8")
    assert progress.of("birth") == progress.Record()
    Player.sits_down().waits(0.2)
    progress.finished("birth", Outcome(True, True, 2, "term"))
    assert progress.of("birth") == progress.Record(2, True, 1)


def test_the_best_play_of_a_level_is_kept_and_shown(home: Path) -> None:
    for stars, won in ((2, True), (1, False)):
        progress.finished("birth", Outcome(True, won, stars, "term"))
    progress.intend("birth", "  Help founders first  ")
    assert progress.of("birth") == progress.Record(2, True, 2, "Help founders first")
    shelf = Shelf()
    shelf.read_all()
    first = next(entry for entry in shelf.entries if entry.level.id == "birth")
    assert shelf.record(first).stars == 2
    player = Player.sits_down()
    player.waits(0.2)
    assert "2 of 3 goals" in player.spot("level birth").tip
    assert store.folder() == home


def test_a_level_file_that_is_broken_is_told_in_the_list(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, written: set[str]
) -> None:
    broken = tmp_path / "02_broken.yaml"
    broken.write_text("format: 1\nid: Broken Level\n", encoding="utf-8")
    found = [*library.level_files(), broken]
    monkeypatch.setattr(library, "level_files", lambda: found)
    player = Player.sits_down((1920, 1080))
    player.chooses("levels")
    assert any("02_broken.yaml" in line for line in written)


def test_what_is_under_the_pointer_stays_there_while_levels_are_read() -> None:
    player = Player.sits_down()
    before = {key: player.spot(key).rect for key in ("lesson", "levels", "settings", "quit")}
    player.waits(1.0)
    assert {key: player.spot(key).rect for key in before} == before


def test_a_lost_focus_leaves_nothing_pressed() -> None:
    player = Player.sits_down()
    at = player.free_pixel(player.spot("settings"))
    player.points(at)
    player.happens(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))
    player.happens(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    player.points((2, 2))
    player.happens(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(2, 2), button=1))
    assert player.layers == ["Title"]
