"""The map tells what it should: by colour and shape, near and far, for few firms and a thousand, and holds still."""

from itertools import combinations

import numpy as np
import pygame
import pytest

from game.content.words import LANGUAGES
from game.explain.firm_story import firm_story
from game.simulation.actions import Enact
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.map import labels
from game.ui.map.crowding import ROOM, crowding
from game.ui.map.landscape import HILLS, completed, seed_of
from game.ui.map.lens import NEAREST, Lens
from game.ui.map.movers import MOST_PULSES, learning
from game.ui.map.plates import pen_for
from game.ui.map.projection import stream
from game.ui.map.settling import Sheet
from game.ui.map_view import MapView
from game.ui.overlays.catalogue import OVERLAYS
from game.ui.overlays.marks import ramp
from game.ui.preferences import Preferences
from game.ui.screens.region import Region
from game.ui.theme import THEMES, Colour, Theme
from tests.benchmarks.bench_window import crowded
from tests.session.playing import level
from tests.ui.observing import observed
from tests.ui.player import Player, opened
from tests.ui.test_theme import contrast

PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
TRITAN = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
EYES = {"usual": np.eye(3), "protan": PROTAN, "deutan": DEUTAN, "tritan": TRITAN}
"""Machado, Oliveira and Fernandes (2009), at full severity."""
WHITE = np.array([0.95047, 1.0, 1.08883])
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def lab(colour: Colour, eye: object) -> np.ndarray:
    """Return a colour as an eye sees it, where equal steps look equal."""
    shares = np.array(colour) / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    seen = TO_XYZ @ np.clip(np.array(eye) @ linear, 0, 1) / WHITE
    root = np.where(seen > 0.008856, np.cbrt(seen), 7.787 * seen + 16 / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_ac_08_every_eye_tells_the_eight_products_apart(theme: Theme, eye: str) -> None:
    seen = [lab(colour, EYES[eye]) for colour in theme.products]
    apart = {(a, b): float(np.linalg.norm(seen[a] - seen[b])) for a, b in combinations(range(8), 2)}
    close = {pair: round(gap, 1) for pair, gap in apart.items() if gap < 20}
    assert not close, f"{theme.name}, {eye}: {close}"


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_every_product_stands_out_from_land_and_the_halo_round_its_house(theme: Theme) -> None:
    assert min(contrast(product, theme.land) for product in theme.products) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_every_step_of_an_overlay_stands_out_from_the_land(theme: Theme) -> None:
    faint = {step: round(contrast(ramp(theme, step, 3), theme.land), 2) for step in range(4)}
    assert min(faint.values()) >= 3, faint


def map_of(player: Player) -> MapView:
    """Return the map of the region in use."""
    assert isinstance(player.top, Region)
    return player.top.map


def full(firms: int, size: tuple[int, int] = (1280, 720)) -> tuple[App, Region]:
    """Open a region with so many firms."""
    app, screen = crowded(Paper.of(size), firms, 8)
    app.draw()
    return app, screen


@pytest.mark.parametrize("firms", [300, 1000])
def test_a_crowd_is_drawn_whole_and_fits_its_towns(firms: int) -> None:
    _, screen = full(firms)
    sheet = screen.map.sheet
    assert sum(len(house.firms) for house in sheet.houses) == firms
    assert len({firm for house in sheet.houses for firm in house.firms}) == firms
    assert max(sum(house.place == site for house in sheet.houses) for site in range(6)) <= 1.3 * ROOM / 0.72**2
    assert (sheet.crowd.each > 1) == (firms == 1000)
    kinds = {(house.place, house.kind) for house in sheet.houses}
    assert len(kinds) == 48, "every product of every town still has a house"


def test_on_a_window_twice_as_wide_and_high_the_same_map_is_twice_as_large() -> None:
    branch = opened("wenzhou", 24).playing.session.branch
    sheets = [Sheet(level("wenzhou").map, size, 1) for size in ((1504, 744), (3008, 1488))]
    for sheet in sheets:
        sheet.settle(branch, 1.0)
    usual, large = ([house.width for house in sheet.houses] for sheet in sheets)
    assert large == [2 * width for width in usual], "houses would be lost on a large screen"
    assert [(sheet.pen, pen_for(sheet.size)) for sheet in sheets] == [(1, 1), (2, 2)], "threads, roads and trees too"


def test_whoever_looks_closer_sees_the_houses_part() -> None:
    app, screen = full(1000)
    counts = [len(screen.map.houses)]
    for _ in range(7):
        screen.map.looking.key(pygame.K_PLUS)
        app.draw()
        assert sum(len(house.firms) for house in screen.map.houses) == 1000
        counts.append(len(screen.map.houses))
    assert counts == sorted(counts)
    assert counts[-1] > 3 * counts[0]


def test_a_house_for_several_says_how_many_and_leads_closer() -> None:
    app, screen = full(1000)
    spot = next(spot for spot in app.kit.spots if spot.key.startswith("firms "))
    app.canvas.pointer = spot.rect.center
    app.draw()
    told = app.kit.spot_at(spot.rect.center)
    assert told is not None
    assert any(letter.isdigit() for letter in told.tip)
    told.press()
    assert not screen.map.looking.lens.whole


def test_for_how_many_firms_a_house_stands_is_said_once_and_numbered_only_where_it_differs() -> None:
    app, screen = full(1000, (1920, 1080))
    each, houses = screen.map.sheet.crowd.each, screen.map.houses
    with observed() as lines:
        app.draw()
    assert [line.shown for line in lines if line.shown == app.kit.words("map.each", count=each)]
    odd = sorted(str(len(house.firms)) for house in houses if len(house.firms) != each)
    room = screen.map.looking.room
    numbers = sorted(line.shown for line in lines if line.shown.isdigit() and room.contains(line.whole))
    assert numbers == odd
    assert len(odd) < len(houses) / 2, "most houses are as one expects"


@pytest.mark.parametrize("most", [0, 1, 26, 27, 50, 51, 167, 5000])
def test_crowding_gives_more_room_the_closer_one_looks(most: int) -> None:
    ways = [crowding(most, zoom) for zoom in (1.0, 1.5, 2.25, 3.4, 4.0)]
    assert all(way.holds(most) for way in ways)
    assert [way.each for way in ways] == sorted((way.each for way in ways), reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pointing_at_a_house_tells_its_firm_by_name_and_a_reason(language: str) -> None:
    player = opened("wenzhou", 24, chosen=Preferences("zh" if language == "zh" else "en"))
    playing, said = player.playing, set()
    region = playing.session.branch.region
    for slot in range(region.state.firms.shape[1]):
        story = firm_story(region, playing.speaker, int(slot))
        assert playing.speaker.firm(int(region.state.firm[slot])) in story
        assert "firm_story" not in story
        assert "{" not in story
        said.add(story)
    assert len(said) > 3
    house = map_of(player).houses[-1]
    player.points(player.spot(f"firm {house.firm}").rect.center)
    tip = player.kit.spot_at(player.app.canvas.pointer)
    assert tip is not None
    assert playing.speaker.firm(house.firm) in tip.tip


def test_the_wheel_magnifies_and_what_lies_under_the_pointer_stays() -> None:
    player = opened("birth", 4)
    view, spot = map_of(player), player.spot("place 0").rect.center
    player.points(spot)
    before = view.place_at(0)
    player.turns_wheel(1)
    assert view.looking.lens.factor > 1
    room = view.looking.room
    held = (spot[0] - room.x, spot[1] - room.y)
    grown = view.looking.lens.factor
    after = view.place_at(0)
    for axis in (0, 1):
        assert after[axis] - held[axis] == pytest.approx(grown * (before[axis] - held[axis]), abs=1.5)
    for _ in range(30):
        player.turns_wheel(1)
    assert view.looking.lens.factor == NEAREST
    player.press("z")
    assert view.looking.lens.whole


def test_keys_and_buttons_move_the_map_and_a_sign_leads_to_a_town_out_of_view() -> None:
    player = opened("birth", 4)
    view = map_of(player)
    for _ in range(6):
        player.press("=")
    for key, name in (("t", "up"), ("b", "down"), ("q", "left"), ("e", "right")):
        before = view.looking.lens
        player.press(key)
        by_key = view.looking.lens
        view.looking.lens = before
        player.waits()
        player.clicks(f"map {name}")
        assert view.looking.lens == by_key
    away = [site for site in range(6) if not view.looking.lens.shows(*view.sheet.centres[site])]
    assert away
    player.chooses(f"place {away[0]}")
    assert player.where == "Region"
    assert view.looking.lens.shows(*view.sheet.centres[away[0]])
    player.press("enter")
    assert player.where == "PlaceSheet", "once in view it opens"


def test_a_lens_never_looks_beyond_the_sheet() -> None:
    lens = Lens((800, 400)).nearer(2.5, (0, 0))
    for way in ((-900, 0), (900, 0), (0, -900), (0, 900)):
        moved = lens.moved(*way)
        assert 0 <= moved.left <= 800 - 800 / moved.factor + 1e-9
        assert 0 <= moved.top <= 400 - 400 / moved.factor + 1e-9


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("overlay", OVERLAYS, ids=[overlay.id for overlay in OVERLAYS])
def test_an_overlay_opens_by_key_and_by_mouse_and_says_itself(
    overlay: object, language: str, written: set[str]
) -> None:
    chosen = next(one for one in OVERLAYS if one is overlay)
    player = opened("wenzhou", 20, chosen=Preferences("zh" if language == "zh" else "en"))
    view, plain = map_of(player), player.picture()
    player.press(chosen.key)
    assert view.looking.overlay is chosen
    by_key = player.picture()
    assert by_key != plain
    reading = view._reading
    assert reading is not None
    assert len(reading.sentence) > 10
    assert len(reading.scale) == len(reading.steps) + 1
    assert set(reading.scale) <= written, "the scale stands in words beside the map"
    player.press(chosen.key)
    assert view.looking.overlay is None
    player.clicks("tool overlays")
    player.clicks(f"overlay {chosen.id}")
    assert view.looking.overlay is chosen
    player.clicks("overlay off")
    assert view.looking.overlay is None


def test_the_list_of_overlays_closes_with_esc_before_anything_else() -> None:
    player = opened("birth", 2)
    player.press("v")
    assert player.spot("overlay trust")
    player.press("esc")
    assert player.where == "Region"
    assert not [spot for spot in player.spots if spot.key.startswith("overlay ")]


def test_a_hint_lies_on_no_legend_and_on_no_list() -> None:
    player = opened("wenzhou", 8)
    region = player.top
    assert isinstance(region, Region)
    region.hints.step = 1
    for keys, card in ((("k",), "overlay legend"), (("k", "v"), "overlay list")):
        player.press(*keys)
        assert not player.spot("hint").rect.colliderect(player.spot(card).rect)


def test_overlays_can_be_read_before_any_firm_is_there() -> None:
    player = opened("birth")
    region = player.playing.session.branch.region
    region.state.people(region.state.firms[:, :0], region.state.tables["firm"][:, :0])
    region.refresh()
    for overlay in OVERLAYS:
        assert overlay.read(region, player.playing.speaker).sentence


def test_nothing_moves_while_time_stands_still() -> None:
    player = opened("wenzhou", 24)
    before = player.picture()
    player.waits(1.5)
    assert player.picture() == before


def test_people_and_knowledge_move_while_time_runs_and_not_where_motion_is_reduced() -> None:
    moved = {}
    for motion in (True, False):
        player = opened("wenzhou", 24, chosen=Preferences("en", motion=motion))
        screen = player.top
        assert isinstance(screen, Region)
        screen.running, screen.passed = True, -100.0
        player.waits(0.2)
        before = player.picture()
        player.waits(0.5)
        moved[motion] = player.picture() != before
    assert moved == {True: True, False: False}


def test_more_people_walk_to_training_the_more_training_there_is() -> None:
    player = opened("wenzhou", 4)
    before = sum(walk.training for walk in map_of(player)._picture.walks)
    player.playing.do(Enact("training_centre", 0))
    for _ in range(10):
        player.playing.advance()
    player.waits()
    assert before == 0 < sum(walk.training for walk in map_of(player)._picture.walks)


def test_knowledge_runs_along_a_dozen_threads_at_most_and_less_where_all_are_alike() -> None:
    player = opened("wenzhou", 40)
    region = player.playing.session.branch.region
    assert 0 < len(map_of(player)._picture.pulses) <= MOST_PULSES
    usual = learning(region)
    region.flows["variety"] = region.flows["variety"] * 0.1
    assert learning(region) < usual


def test_a_firm_that_closed_stands_boarded_for_a_quarter() -> None:
    player = opened("wenzhou", 24)
    for _ in range(30):
        player.playing.advance()
        player.waits()
        gone = map_of(player).sheet.closed
        if gone:
            break
    assert gone
    assert all(house.closed and house.lit == 0 for house in gone)
    firms = {house.firm for house in gone}
    player.playing.advance()
    player.waits()
    assert not firms & {house.firm for house in map_of(player).sheet.closed}


@pytest.mark.parametrize("name", ["reference", "birth", "wenzhou"])
def test_every_level_has_hills_and_water_and_always_the_same(name: str) -> None:
    written = level(name).map
    map_ = completed(written, seed_of(name))
    assert len(map_.relief) >= HILLS
    assert map_.water
    assert map_.relief[: len(written.relief)] == written.relief
    assert map_ == completed(written, seed_of(name))


@pytest.mark.parametrize("name", ["swiss_watches", "northern_italy", "grasse"])
def test_names_of_seas_and_hills_lie_neither_on_houses_nor_on_other_names(name: str) -> None:
    player = opened(name, 4, (1280, 720))
    view = player.top.map
    picture = view._picture
    assert picture is not None
    towns = [ground.clip(picture.surface.get_rect()) for ground in picture.grounds]
    written = labels.land(picture.surface.copy(), player.kit, view.sheet.map, view.sheet.view, picture.lens, towns)
    assert written
    for k, box in enumerate(written):
        assert box.collidelist([*towns, *written[:k]]) < 0
        assert picture.surface.get_rect().contains(box)


def test_a_sea_that_the_frame_only_touches_is_named_where_the_wider_window_shows_it() -> None:
    player = opened("northern_italy", 0, (1920, 1080))
    view = player.top.map
    assert view._picture is not None
    size = view._picture.surface.get_size()
    named = labels.land(pygame.Surface(size), player.kit, view.sheet.map, view.sheet.view, view._picture.lens, [])
    assert max(box.centerx for box in named) > size[0] * 0.6, "the Adriatic"


@pytest.mark.parametrize("name, river, end", [("north_jutland", "Limfjord", -1), ("northern_italy", "Po", 0)])
def test_a_river_that_runs_past_the_frame_ends_nowhere_in_view(name: str, river: str, end: int) -> None:
    player = opened(name, size=(1920, 1080))
    sheet = player.top.map.sheet  # type: ignore[attr-defined]
    water = next(body for body in sheet.map.water if body.name is not None and body.name["en"] == river)
    west, _ = stream(water, sheet.map, sheet.view, 1)[end]
    assert west < 0
