"""Charts that say what is so, lists that scroll to what has the focus, a map on which everybody has a house."""

from itertools import combinations, pairwise

import pygame
import pytest

from game.content import library
from game.content.words import words
from game.simulation.indicators import MEASURED
from game.ui import shapes
from game.ui.charts import bars_of, delay_curve
from game.ui.kit import Kit
from game.ui.map import lines
from game.ui.map.placing import inside
from game.ui.map.spreading import ACROSS, DOWN, spread
from game.ui.map_view import MapView
from game.ui.preferences import Preferences
from game.ui.screens.region import Region
from game.ui.theme import THEMES
from tests.session.playing import level
from tests.ui.player import Player, opened

SIZES = ((1024, 600), (1280, 720), (1920, 1080))


def test_the_bars_of_a_waterfall_add_up_to_the_change() -> None:
    playing = opened("wenzhou", 24).playing
    for number in MEASURED:
        for since in (0, 8, 23):
            reason = playing.explainer.why(playing.session.branch, number, since, 24)
            bars = bars_of(reason, playing.speaker)
            assert sum(bar.amount for bar in bars) == pytest.approx(reason.after - reason.before, abs=1e-9), number
            assert len({bar.cause for bar in bars}) == len(bars)
            assert all(bar.label for bar in bars)


def kit(size: tuple[int, int] = (400, 120)) -> Kit:
    surface = pygame.Surface(size)
    surface.fill(THEMES["contrast"].paper)
    return Kit(surface, THEMES["contrast"], words("en"))


def heights(surface: pygame.Surface) -> list[int]:
    """Return how high the line stands in each column."""
    wide, tall = surface.get_size()
    rows = [[y for y in range(tall) if surface.get_at((x, y))[0] > 200] for x in range(wide)]
    return [tall - min(found) if found else 0 for found in rows]


@pytest.mark.parametrize(("delay", "ramp"), [(0, 1), (4, 4), (8, 2), (2, 12)])
def test_the_curve_of_a_delay_waits_rises_and_fades(delay: int, ramp: int) -> None:
    pen = kit()
    delay_curve(pen, pen.rect, delay, ramp, 0.2, stop=True)
    line, length = heights(pen.surface), max(delay + ramp + 6, 16)
    columns = pen.rect.width / (length + 14)
    assert all(height <= 6 for height in line[3 : max(int(columns * delay) - 3, 3)]), "it waits"
    full = line[int(columns * (delay + ramp)) + 6 : int(columns * length) - 3]
    assert full
    assert min(full) > 0.93 * pen.rect.height, "it works fully"
    assert line[-4] < 0.2 * pen.rect.height, "it fades when it ends"
    rising = line[int(columns * delay) + 2 : int(columns * (delay + ramp))]
    assert all(b >= a - 1 for a, b in pairwise(rising))


@pytest.mark.parametrize("way", [["esc", "settings"], ["h"], ["r"], ["desk"], ["overview"], ["desk", "card *"], ["w"],
                                 ["phase formative"]])  # fmt: skip
def test_what_has_the_focus_is_scrolled_into_sight(way: list[str]) -> None:
    player = opened("birth", 8, (1024, 600), Preferences("en", 2.0))
    for step in way:
        if len(step) < 4:
            player.press(step)
        else:
            player.chooses(player.stops[8] if step.startswith("phase") else step)
    for key in list(player.stops):
        player.tab_to(key)
        player.waits()
        spot = player.spot(key)
        area = [rect for rect, most in player.kit.areas.values() if most > 0 and rect.colliderect(spot.rect)]
        least = min(spot.rect.height, *(rect.height for rect in area)) if area else spot.rect.height
        assert spot.seen.height >= 0.9 * least, f"{key} cannot be seen"


def test_the_wheel_scrolls_what_lies_under_the_pointer_and_stops_at_its_ends() -> None:
    player = opened(size=(1024, 600), chosen=Preferences("en", 2.0))
    player.clicks("overview")
    room, most = player.kit.areas["panel"]
    player.points(room.center)
    for _ in range(100):
        player.turns_wheel(-1)
    assert player.app.scrolls["panel"] == most > 0
    for _ in range(100):
        player.turns_wheel(1)
    assert player.app.scrolls["panel"] == 0


def map_of(player: Player) -> MapView:
    assert isinstance(player.top, Region)
    return player.top.map


def ground(player: Player) -> pygame.Rect:
    """Return the map's size."""
    return pygame.Rect((0, 0), map_of(player).sheet.size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["birth", "wenzhou", "reference"])
def test_every_living_firm_has_a_house_on_the_map(name: str, size: tuple[int, int]) -> None:
    player = opened(name, 30, size)
    alive = player.playing.session.branch.region.state
    view = map_of(player)
    assert sorted(house.firm for house in view.houses) == sorted(alive.firm.tolist())
    for house in view.houses:
        box = pygame.Rect(0, 0, house.width, house.width)
        box.midbottom = round(house.foot[0]), round(house.foot[1])
        assert ground(player).contains(box), f"firm {house.firm} stands outside"


def test_a_house_stays_where_it_is_from_quarter_to_quarter() -> None:
    player = opened("wenzhou", 20, (1920, 1080))
    for _ in range(12):
        before = {(house.firm, house.place): house.foot for house in map_of(player).houses}
        player.press("n")
        if player.where == "EventSheet":
            player.press("1")
        now = {(house.firm, house.place): house.foot for house in map_of(player).houses}
        both = before.keys() & now.keys()
        assert len(both) > 5
        assert all(before[firm] == now[firm] for firm in both)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", library.names_of_levels())
def test_no_town_is_drawn_in_the_sea_or_in_a_lake(name: str, size: tuple[int, int]) -> None:
    drawn = spread(level(name).map, (round(size[0] * 0.77), round(size[1] * 0.7)), size[1] / 1080)
    wet = [water.points for water in drawn.water if water.kind != "river"]
    drowned = [place.id for place in drawn.places for outline in wet if inside((place.x_km, place.y_km), outline)]
    assert not drowned


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["birth", "wenzhou", "reference", "taranto", "hsinchu"])
def test_towns_are_drawn_apart_and_their_names_do_not_lie_on_each_other(name: str, size: tuple[int, int]) -> None:
    player = opened(name, 4, size)
    view = map_of(player)
    spots = [view.place_at(site) for site in range(len(view.level.map.places))]
    scale = view.sheet.scale
    for (ax, ay), (bx, by) in combinations(spots, 2):
        apart = (((ax - bx) / ACROSS) ** 2 + ((ay - by) / DOWN) ** 2) ** 0.5 / scale
        assert apart > 0.7, f"two towns of {name} lie on each other at {size}: {apart:.2f}"
    names = [spot.rect for spot in player.spots if spot.key.startswith("place ")]
    grown = (player.kit.px(12), player.kit.px(8))
    for a, b in combinations(names, 2):
        assert not a.inflate(-grown[0], -grown[1]).colliderect(b.inflate(-grown[0], -grown[1]))


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_a_name_stands_by_its_own_town(text: float) -> None:
    player = opened("birth", 4, (1280, 720), Preferences("en", text))
    view = map_of(player)
    labels = [player.spot(f"place {site}").rect for site in range(len(view.level.map.places))]
    spots = [view.place_at(site) for site in range(len(labels))]
    from_top = top_of_map(player)
    for site, label in enumerate(labels):
        x, y = spots[site][0], spots[site][1] + from_top
        assert abs(label.centerx - x) < label.width * 0.75 + 40 * view.sheet.scale
        assert abs(label.centery - y) < 4.5 * label.height


def top_of_map(player: Player) -> int:
    """Return how far down the window the map begins."""
    houses = {house.firm: house.foot[1] for house in map_of(player).houses}
    spots = {int(s.key.split()[1]): s.rect.bottom for s in player.spots if s.key.startswith("firm ")}
    firm = next(iter(spots))
    return round(spots[firm] - houses[firm])


def test_a_line_is_as_wide_after_a_sharp_corner_as_along_a_straight_one() -> None:
    def ink(*points: tuple[float, float]) -> float:
        surface = pygame.Surface((200, 200))
        lines.stroke(surface, points, 5.0, (255, 255, 255))
        return float(pygame.surfarray.array_red(surface).sum())

    corner = ((20.0, 20.0), (60.0, 170.0), (150.0, 120.0))
    assert ink(*corner) == pytest.approx(ink(*corner[:2]) + ink(*corner[1:]), rel=0.12), (
        "but for the corner, which both share"
    )


@pytest.mark.parametrize("weight", [0, 2])
def test_a_round_corner_is_smooth_the_same_at_all_four_and_leaves_what_is_outside(weight: int) -> None:
    paper, ink = (240, 240, 240), (20, 20, 20)
    sheet = pygame.Surface((60, 40))
    sheet.fill(paper)
    shapes.plate(sheet, ink, pygame.Rect(10, 5, 40, 30), 10, weight)
    seen = pygame.surfarray.array3d(sheet)[:, :, 0]
    body = seen[10:50, 5:35]
    assert (body == body[::-1]).all()
    assert (body == body[:, ::-1]).all()
    corner = body[:10, :10]
    assert corner[0, 0] == paper[0]
    assert 4 <= ((corner > ink[0] + 30) & (corner < paper[0] - 30)).sum() <= 40, "a few tones between, not steps"
    assert (body[10:30, 0] == ink[0]).all()
    assert body[20, 15] == (paper[0] if weight else ink[0])
    seen[10:50, 5:35] = paper[0]
    assert (seen == paper[0]).all()


@pytest.mark.parametrize("name", ["day", "night"])
def test_a_card_has_no_dark_corners_on_its_shadow(name: str) -> None:
    theme = THEMES[name]
    surface = pygame.Surface((160, 120))
    surface.fill(theme.paper)
    rect = pygame.Rect(40, 30, 80, 60)
    shapes.card(surface, rect, theme.card, 8, (6, 24, theme.shadow))
    for corner in (
        rect.topleft,
        (rect.right - 8, rect.y),
        (rect.x, rect.bottom - 8),
        (rect.right - 8, rect.bottom - 8),
    ):
        row = [surface.get_at((x, y)) for y in range(corner[1], corner[1] + 8) for x in range(corner[0], corner[0] + 8)]
        # What lies under a corner is the shadow at its darkest, which is found just outside the card's sides.
        beside = [surface.get_at((rect.x - 1, y)) for y in range(rect.y, rect.bottom)]
        beside += [surface.get_at((x, rect.bottom)) for x in range(rect.x, rect.right)]
        darkest = min(sum(tuple(one)[:3]) for one in beside)
        assert min(sum(tuple(one)[:3]) for one in row) >= min(darkest, sum(theme.card[:3])) - 6
