"""In a small window, or with large text, the map stays a picture, and all that lay beside it is one door away."""

import pytest

from game.content import library
from game.content.language import Language
from game.content.words import LANGUAGES
from game.ui.playing import NOTICES
from game.ui.preferences import Preferences
from game.ui.region.around import Rooms
from game.ui.screens.region import Region
from tests.ui.observing import Line, observed, overlapping
from tests.ui.player import Player, opened

SMALL = (((1280, 720), 1.5), ((1280, 720), 2.0), ((1024, 600), 1.0), ((1024, 600), 1.5), ((1024, 600), 2.0))
LARGE = (((1280, 720), 1.0), ((1920, 1080), 1.0))
DOORS = {"desk", "overview", "news"}


def small(
    size: tuple[int, int], text: float, level: str = "wenzhou", quarters: int = 14, language: str = "en"
) -> Player:
    return opened(level, quarters, size, Preferences("zh" if language == "zh" else "en", text))


def rooms(player: Player) -> Rooms:
    assert isinstance(player.top, Region)
    return player.top.around.rooms(player.kit)


@pytest.mark.parametrize(("size", "text"), SMALL)
def test_the_map_is_as_wide_as_a_small_window_and_higher_than_half_of_it(size: tuple[int, int], text: float) -> None:
    found = rooms(small(size, text))
    assert found.folded
    assert found.free == found.map
    assert found.map.width == size[0]
    assert found.map.height > 0.6 * size[1]


@pytest.mark.parametrize(("size", "text"), LARGE)
def test_a_large_window_has_room_for_panel_and_desk_beside_the_map(size: tuple[int, int], text: float) -> None:
    player = small(size, text)
    assert not rooms(player).folded
    assert not DOORS & set(player.stops)


@pytest.mark.parametrize("level", ["birth", "wenzhou"])
@pytest.mark.parametrize(("size", "text"), [((1280, 720), 2.0), ((1024, 600), 1.0)])
def test_whatever_a_large_window_shows_is_reached_in_a_small_one(
    level: str, size: tuple[int, int], text: float
) -> None:
    wanted = set(small((1920, 1080), 1.0, level).stops)
    player = small(size, text, level)
    found = set(player.stops)
    for door in [key for key in player.stops if key in DOORS or key.startswith("family ")]:
        player.chooses(door)
        found |= set(player.stops)
        while "cards right" in player.stops:
            before = player.stops
            player.chooses("cards right")
            found |= set(player.stops)
            if player.stops == before:
                break
    missing = {key for key in wanted - found if not key.startswith("cards ")}
    assert not missing


def test_a_drawer_opens_and_shuts_by_its_door_and_by_escape_and_only_one_is_open() -> None:
    player = small((1280, 720), 2.0)
    whole = rooms(player).map
    player.clicks("overview")
    assert "goals" in player.stops
    assert rooms(player).free.height == whole.height
    player.chooses("family trust")
    assert "goals" not in player.stops
    assert "card mediation" in player.stops
    player.clicks("family train")
    assert "card mediation" not in player.stops
    player.clicks("family train")
    assert rooms(player).free == whole
    player.clicks("overview")
    player.points((5, 5))
    player.press("esc")
    assert (player.where, rooms(player).free) == ("Region", whole)
    player.press("esc")
    assert player.where == "Menu"


@pytest.mark.parametrize("door", ["overview", "family trust"])
def test_what_lies_under_a_drawer_is_pressed_neither_by_pointer_nor_by_key(door: str) -> None:
    player = small((1024, 600), 2.0)
    towns = {key for key in player.stops if key.startswith("place ")}
    player.clicks(door)
    found = rooms(player)
    drawer = found.panel if door == "overview" else found.desk
    left = {key for key in player.stops if key.startswith("place ")}
    assert left < towns
    assert not any(drawer.collidepoint(player.spot(key).rect.center) for key in left)
    for x in range(drawer.x + 2, drawer.right, 9):
        top = player.kit.spot_at((x, drawer.y + 2))
        assert top is not None
        assert not top.key.startswith(("place ", "firm"))
    player.press("esc", "esc")
    assert {key for key in player.stops if key.startswith("place ")} == towns or player.where == "Menu"


def test_opening_a_drawer_moves_no_town() -> None:
    player = small((1280, 720), 2.0)
    region = player.top
    assert isinstance(region, Region)
    before = region.map.picture
    player.clicks("overview")
    assert region.map.picture is before


def test_the_news_of_a_small_window_is_one_line_with_a_count_until_it_is_unfolded() -> None:
    player = small((1280, 720), 2.0, quarters=38)
    count = counted(player)
    assert count > NOTICES
    assert len(slips(player)) == 1
    player.chooses("news")
    assert len(slips(player)) == NOTICES
    assert "more news" in player.stops
    player.clicks("read *")
    assert counted(player) == count - 1, "what was read is put away"
    player.clicks("news")
    assert len(slips(player)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_news_covers_no_name_of_a_town_that_has_room_elsewhere(language: str) -> None:
    player = small((1280, 720), 2.0, "wenzhou", 38, language)
    player.chooses("news")
    player.waits()
    told = [spot.rect for spot in player.spots if spot.key.split(" ")[0] in ("notice", "answer", "asked")]
    towns = [spot.rect for spot in player.spots if spot.key.startswith("place ")]
    assert len(told) == NOTICES
    assert len(towns) == 6
    assert not [town for town in towns if town.collidelist(told) >= 0]


def slips(player: Player) -> list[str]:
    """Name what is told on the map: events that wait, offers, news."""
    return [key for key in player.stops if key.startswith(("answer ", "asked ", "notice "))]


def counted(player: Player) -> int:
    """Read the count beside the first line."""
    box = player.spot("news").rect
    with observed() as lines:
        player.waits()
    return next(int(line.shown) for line in lines if box.contains(line.whole))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "text"), SMALL)
def test_bar_and_doors_are_told_whole_without_overlap(size: tuple[int, int], text: float, language: str) -> None:
    for level in ("birth", "wenzhou"):
        player = small(size, text, level, 6, language)
        with observed() as lines:
            player.waits()
        found = rooms(player)
        around = [line for line in lines if not found.map.collidepoint(line.whole.center)]
        assert len(around) > 5
        assert not overlapping(around)
        assert all(line.whole.x >= 0 and line.whole.right <= size[0] for line in around)
        assert not [line.text for line in around if line.cut and not hovered(player, line)]
        boxes = [spot.rect for spot in player.spots if spot.tab and not found.map.collidepoint(spot.rect.center)]
        assert not [a for k, a in enumerate(boxes) if a.inflate(-4, -4).collidelist(boxes[k + 1 :]) >= 0]


def hovered(player: Player, line: Line) -> bool:
    """Whether the whole of a line that was cut is told where one points at it, or beside it."""
    return any(line.text in spot.tip for spot in player.spots if spot.rect.inflate(60, 8).colliderect(line.whole))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_every_level_stands_whole_in_the_bar_at_double_text(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = small((1280, 720), 2.0, "birth", 8, language)
    own, bar = player.playing.session.level, rooms(player).map.top
    for file in library.level_files():
        level = library.load_level(file).level
        assert level is not None
        monkeypatch.setattr(player.playing.session, "level", own.model_copy(update={"title": level.title}))
        with observed() as lines:
            player.waits()
        upper = [line for line in lines if line.whole.bottom <= bar]
        assert upper
        assert not [line.shown for line in upper if line.cut or line.shown.endswith("…")], level.title


def test_a_legend_in_a_small_window_covers_no_town_until_it_is_unfolded() -> None:
    player = small((1280, 720), 2.0)
    player.press("6")
    legend, towns = player.spot("overlay legend").rect, [s.rect for s in player.spots if s.key.startswith("place ")]
    assert len(towns) > 5
    assert legend.collidelist(towns) < 0
    player.clicks("overlay fold")
    assert player.spot("overlay legend").rect.height > legend.height, "now it says it all"
    player.clicks("overlay fold")
    assert player.spot("overlay legend").rect == legend


@pytest.mark.parametrize("level", ["overcompetition", "wenzhou"])
def test_no_name_of_a_town_lies_on_houses_at_double_text(level: str) -> None:
    player = small((1280, 720), 2.0, level, 24)
    houses = [spot.rect for spot in player.spots if spot.key.startswith("firm ")]
    assert len(houses) > 20
    region = player.top
    assert isinstance(region, Region)
    assert not [name for name in region.map._names_at if name.collidelist(houses) >= 0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "text"), [*SMALL, *LARGE])
def test_the_first_hint_lies_on_no_name_of_the_land(size: tuple[int, int], text: float, language: Language) -> None:
    player = small(size, text, "birth", 0, language)
    region = player.top
    assert isinstance(region, Region)
    words = player.kit.words("ui.begin_folded" if rooms(player).folded else "ui.begin_hint")
    with observed() as lines:
        player.waits()
    hint = [line.whole for line in lines if line.text in words and line.whole.y > size[1] / 4]
    assert hint
    assert region.map.named, "the sea has a name"
    assert not [line for line in hint if line.collidelist(region.map.named) >= 0]
