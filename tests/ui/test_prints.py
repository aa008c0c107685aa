"""What seldom changes is painted once: nobody may see, hear or miss anything because of it."""

from collections.abc import Iterator

import pygame
import pytest

from game.ui import prints
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from tests.ui.player import Player, opened

Look = tuple[str, str, float]


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    prints.forget()
    yield
    prints.forget()


def picture(player: Player) -> bytes:
    """Draw a frame and return its pixels; the game's clock stands still."""
    player.app.draw()
    return pygame.image.tobytes(player.app.canvas.surface, "RGB")


def painted_anew(player: Player) -> bytes:
    """Draw a frame of which nothing was painted before."""
    prints.forget()
    return picture(player)


@pytest.mark.parametrize("look", [("en", "day", 1.0), ("zh", "night", 1.0), ("en", "contrast", 1.5)])
@pytest.mark.parametrize("name", ["birth", "wenzhou"])
def test_a_region_of_kept_pictures_is_the_same_to_the_pixel(name: str, look: Look) -> None:
    player = opened(name, 8, (1280, 720), Preferences(look[0], look[2], look[1]))
    picture(player)
    kinds = ("card", "number", "products", "legend", "phase", "place", "family")
    for key in [spot.key for spot in player.spots if spot.key.split()[0] in kinds and spot.seen.width]:
        player.app.canvas.pointer = player.spot(key).seen.center
        picture(player)  # what was kept before one pointed here, and what is kept now
        assert picture(player) == painted_anew(player), key


def test_what_changes_is_painted_anew() -> None:
    player = opened("wenzhou", 8, (1280, 720))
    before = picture(player)
    player.press("n")
    assert picture(player) == painted_anew(player) != before
    for choice, value in (("theme", "night"), ("language", "zh"), ("text", 1.5), ("airy", True)):
        setattr(player.app.preferences, choice, value)
        player.waits()
        player.waits_for_the_map()
        assert picture(player) == painted_anew(player), choice


def test_what_is_half_out_of_sight_makes_no_picture() -> None:
    player = opened("wenzhou", 8, (1280, 720), Preferences("en", 1.5))
    picture(player)
    for offset in (37.0, 400.0, 11.0, 0.0):
        player.app.scrolls["panel"] = offset
        picture(player)
        assert picture(player) == painted_anew(player), offset


def test_a_voice_hears_what_lies_there_as_a_picture() -> None:
    player = opened("birth", 8, (1920, 1080))
    picture(player)
    player.app.preferences.voice = True
    picture(player)
    heard = {text for _, text in player.kit.written or ()}
    names = {player.playing.session.cards[key].name["en"] for key in cards(player.kit)}
    assert names and names <= heard


def cards(kit: Kit) -> list[str]:
    """Name the cards on the desk."""
    return [spot.key.removeprefix("card ") for spot in kit.spots if spot.key.startswith("card ")]


def test_few_pictures_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prints, "MOST", 5)
    player = opened("wenzhou", 8, (1280, 720))
    assert picture(player) == picture(player)
    assert len(prints._kept) == 5
