"""Path of lessons and world of histories can be seen and reached at every size of window and text."""

import pygame
import pytest

from game import cli
from game.content.words import LANGUAGES
from game.ui import window
from game.ui.app import App
from game.ui.entrance import path
from game.ui.playing import Playing
from game.ui.preferences import Preferences
from game.ui.screens.title import Title
from tests.session.playing import level
from tests.ui.observing import observed, overlapping
from tests.ui.player import Player

SIZES = ((1024, 600), (1280, 720), (1920, 1080))
TEXTS = (1.0, 1.5, 2.0)


def at_title(size: tuple[int, int], text: float, language: str = "en") -> Player:
    """Sit down at the title and let every level be read."""
    player = Player.sits_down(size, Preferences(language, text=text))  # type: ignore[arg-type]
    player.waits(8)
    return player


def shelf_of(player: Player) -> list[str]:
    """Name the spots of lessons and histories that there should be."""
    assert isinstance(player.top, Title)
    return [f"level {entry.level.id}" for kind in ("lesson", "history") for entry in player.top.shelf.of(kind)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES)
def test_the_title_shows_every_lesson_and_history_at_every_size(
    size: tuple[int, int], text: float, language: str
) -> None:
    player = at_title(size, text, language)
    wanted = shelf_of(player)
    assert len(wanted) == 25
    assert set(wanted) <= set(player.stops)
    area, most = player.kit.areas["title"]
    foot = max(spot.rect.bottom for spot in player.spots)
    assert foot <= area.bottom + most, "the page scrolls as far as there is something"
    assert all(spot.rect.left >= 0 and spot.rect.right <= size[0] for spot in player.spots), "one way only"


@pytest.mark.parametrize("size", SIZES)
def test_the_last_lesson_is_reached_by_wheel_and_by_keys(size: tuple[int, int]) -> None:
    player = at_title(size, 2.0)
    last = [key for key in shelf_of(player) if key in player.stops][12]
    player.clicks(last)
    assert player.where == "Brief"
    player.press("esc")
    player.tab_to(last)
    player.waits()
    assert player.kit.rect.contains(player.spot(last).rect), "the focus brought it into view"
    player.press("enter")
    assert player.where == "Brief"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_on_anything_wherever_the_title_is_scrolled(size: tuple[int, int], language: str) -> None:
    for text in TEXTS:
        player = at_title(size, text, language)
        most = player.kit.areas["title"][1]
        for share in (0.0, 0.5, 1.0):
            player.app.scrolls["title"] = most * share
            with observed() as lines:
                player.waits()
            assert not overlapping(lines)


def test_at_the_usual_size_menu_world_and_path_are_seen_at_once() -> None:
    for size in ((1280, 720), (1920, 1080)):
        player = at_title(size, 1.0)
        assert player.kit.areas["title"][1] == 0
        assert all(spot.seen.size == spot.rect.size for spot in player.spots)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_comes_back_sees_all_of_the_title_at_once_too(language: str) -> None:
    Playing.begin(level("birth"), Preferences("en"), 1).save("autosave")
    player = at_title((1280, 720), 1.0, language)
    assert "continue" in player.stops
    assert player.kit.areas["title"][1] == 0


def test_a_run_that_has_ended_is_not_what_one_goes_on_with_first() -> None:
    playing = Playing.begin(level("birth"), Preferences("en"), 1)
    playing.save("autosave")
    assert at_title((1280, 720), 1.0).stops[0] == "continue"
    while not playing.session.outcome().ended:
        playing.session.advance()
    playing.save("autosave")
    player = at_title((1280, 720), 1.0)
    assert player.stops[:2] == ["lesson", "continue"]
    player.clicks("continue")
    assert player.where == "Region"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", SIZES)
def test_the_page_of_levels_shows_path_and_worlds_at_every_size(size: tuple[int, int], text: float) -> None:
    player = at_title(size, text)
    shelf = player.top.shelf  # type: ignore[attr-defined]
    player.clicks("levels")
    for view, kind in (("path", "lesson"), ("world", "history"), ("contrasts", "contrast")):
        player.clicks(f"tab {view}")
        with observed() as lines:
            player.waits()
        assert {f"level {entry.level.id}" for entry in shelf.of(kind)} <= set(player.stops)
        written = {line.shown for line in lines}
        if view != "path":
            assert {entry.short("en") for entry in shelf.of(kind)} <= written, "every name stands on the map, whole"
        assert not overlapping(lines)


@pytest.mark.parametrize(
    ("size", "text", "beside"), [((1920, 1080), 1.0, 2), ((1280, 720), 1.0, 2), ((1280, 720), 2.0, 1)]
)
def test_a_wide_page_lists_two_levels_in_a_row_and_leaves_no_side_empty(
    size: tuple[int, int], text: float, beside: int
) -> None:
    player = at_title(size, text)
    player.clicks("levels")
    first = [spot.rect for spot in player.spots if spot.key.startswith("level ")][: beside + 1]
    assert len({rect.y for rect in first[:beside]}) == 1
    assert first[0].y < first[beside].y
    assert first[beside - 1].right > 0.9 * size[0]


def test_where_there_is_room_the_path_names_the_ideas_of_each_lesson() -> None:
    for text, told in ((1.0, True), (2.0, False)):
        player = at_title((1280, 720), text)
        player.clicks("levels")
        player.clicks("tab path")
        with observed() as lines:
            player.waits()
        assert any("Spin-offs" in line.text for line in lines) == told


def test_rows_of_the_path_are_of_like_length() -> None:
    kit = at_title((1280, 720), 1.0).kit
    station = kit.tx(path.LEAST[False])
    assert [path.in_a_row(kit, fits * station, 13) for fits in (13, 12, 6, 1)] == [13, 7, 5, 1]
    assert path.in_a_row(kit, 10, 13) == 1


def test_where_a_text_stands_is_told_even_out_of_sight() -> None:
    kit = at_title((1280, 720), 1.0).kit
    kit.surface.set_clip(pygame.Rect(0, 0, 10, 10))
    assert kit.text("Far below", (200, 900)).bottom > 900
    kit.surface.set_clip(None)


def test_who_comes_for_the_first_time_is_met_in_the_computers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[App] = []
    monkeypatch.setattr(window, "_live", met.append)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "zh_CN.UTF-8")
    for asked in ([], ["--lang", "en"]):
        assert cli.main(["play", *asked]) == 0
    assert [app.preferences.language for app in met] == ["zh", "en"]
    Preferences("en").save()
    cli.main(["play"])
    assert met[-1].preferences.language == "en", "who chose is believed"
