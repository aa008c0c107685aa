"""A table can be read across, gone through by keys, sorted by a head, and nothing that was cut in it is lost."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame
import pytest

from game.content.words import LANGUAGES
from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.stack import Stack
from game.ui.tables import Cell, Column, Order, Row, table
from game.ui.tables.grid import shared
from tests.ui.observing import observed
from tests.ui.player import Player, opened

NAMES = ("Willow", "Ash", "Maple", "Birch")
LONG = "The Union of All the Workshops below the Old Bridge and of Some Above It"


@dataclass
class Shown(Screen):
    """A screen with one table in a scrolling room."""

    rows: list[Row]
    columns: tuple[Column, ...] = (Column("Firm", sorts=True), Column("Sales", "right", sorts=True))
    order: Order = field(default_factory=Order)
    pressed: list[str] = field(default_factory=list)

    def draw(self, kit: Kit) -> None:
        kit.surface.fill(kit.theme.panel)
        room = kit.rect.inflate(-80, -80)
        with kit.scrolling("all", room) as drawn:
            place = pygame.Rect(room.x + 10, drawn[0], room.width - 30, 10)
            drawn.append(table(kit, place, "firms", self.columns, self.rows, self.order) + 12)


def rows(*sales: float, names: tuple[str, ...] = NAMES) -> list[Row]:
    """Return a row for each firm, with the figures written as people write them."""
    return [Row(f"firm {name}", (Cell(name), Cell(f"{value:,.0f}", value)), told(name))
            for name, value in zip(names, sales, strict=True)]  # fmt: skip


PRESSED: list[str] = []


def told(name: str) -> Callable[[], None]:
    """Return a press that is remembered."""
    return lambda: PRESSED.append(name)


def player_of(screen: Shown, size: tuple[int, int] = (1280, 720), chosen: Preferences | None = None) -> Player:
    """Let somebody look at it."""
    PRESSED.clear()
    player = Player(App(Paper.of(size), chosen or Preferences("en"), Stack(screen)))
    player.waits()
    return player


def listed(player: Player) -> list[str]:
    """Name the rows from above to below."""
    found = [spot for spot in player.spots if spot.key.startswith("firm ")]
    return [spot.key.removeprefix("firm ") for spot in sorted(found, key=lambda spot: spot.rect.y)]


def test_a_head_of_figures_puts_the_largest_first_and_turns_round_when_pressed_again() -> None:
    player = player_of(Shown(rows(90, 1_200, 300, 7)))
    assert listed(player) == list(NAMES), "before anybody sorts, rows stand as they come"
    player.clicks("firms head 1")
    assert listed(player) == ["Ash", "Maple", "Willow", "Birch"], "by value, not by how it is written"
    player.clicks("firms head 1")
    assert listed(player) == ["Birch", "Willow", "Maple", "Ash"]


def test_a_head_of_words_sorts_from_the_beginning_of_the_alphabet_by_keys_too() -> None:
    player = player_of(Shown(rows(1, 2, 3, 4)))
    player.chooses("firms head 0")
    assert listed(player) == sorted(NAMES)


def test_equal_rows_stay_as_they_came() -> None:
    player = player_of(Shown(rows(5, 5, 5, 5)))
    for _ in range(2):
        player.clicks("firms head 1")
        assert listed(player) == list(NAMES)


def test_what_is_sorted_shows_on_its_head_without_colour_alone() -> None:
    player = player_of(Shown(rows(1, 2, 3, 4)))
    pictures = set()
    for _ in range(3):
        head = player.spot("firms head 1").rect
        pictures.add(pygame.image.tobytes(player.app.canvas.surface.subsurface(head), "RGB"))
        player.app.canvas.pointer = (0, 0)
        player.chooses("firms head 1")
        player.press("tab")
        player.points((1, 1))
    assert len(pictures) == 3, "unsorted, falling and rising look different"


def test_a_row_opens_by_pointer_and_by_keys() -> None:
    player = player_of(Shown(rows(1, 2, 3, 4)))
    player.clicks("firm Maple")
    player.chooses("firm Birch")
    assert PRESSED == ["Maple", "Birch"]


def test_figures_end_at_one_edge_and_words_begin_at_one() -> None:
    with observed() as lines:
        player_of(Shown(rows(9, 12_345, 300, 7)))
    cells = {line.text: line.whole for line in lines}
    assert len({cells[name].left for name in NAMES}) == 1
    assert len({cells[text].right for text in ("9", "12,345", "300", "7")}) == 1


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_what_is_cut_stands_whole_in_the_tip_of_its_row_by_pointer_and_by_focus(text: float) -> None:
    names = (LONG, "Ash")
    wide = Shown(rows(1, 2, names=names), tuple(Column(head) for head in ("Firm", "Sales")))
    player = player_of(wide, (1024, 600), Preferences("en", text=text))
    with observed() as lines:
        player.waits()
    is_cut = not any(line.shown == LONG for line in lines)
    assert is_cut == (text == 2.0)
    player.tab_to(f"firm {LONG}")
    assert (LONG in player.spot(f"firm {LONG}").tip) == is_cut
    player.points(player.spot(f"firm {LONG}").rect.center)
    assert (LONG in player.spot(f"firm {LONG}").tip) == is_cut
    assert not player.spot("firm Ash").tip


def test_a_head_that_is_cut_tells_itself() -> None:
    columns = tuple(Column(f"{k} {LONG}") for k in range(6))
    many = [Row("firm a", tuple(Cell(str(k)) for k in range(6)))]
    player = player_of(Shown(many, columns), (1024, 600), Preferences("en", text=2.0))
    player.tab_to("firms head 3")
    assert player.spot("firms head 3").tip == f"3 {LONG}"


def test_the_head_stays_in_sight_while_a_long_table_scrolls_and_never_covers_the_row_in_focus() -> None:
    names = tuple(f"number {k}" for k in range(60))
    player = player_of(Shown(rows(*range(60), names=names)))
    area = player.kit.areas["all"][0]
    player.tab_to("firm number 0")
    for way, steps in (("down", 45), ("up", 25)):
        for _ in range(steps):
            player.press(way)
        player.waits()
        head, row = player.spot("firms head 1").rect, player.spot(player.app.focus).rect
        assert head.y == area.y, "the head stands at the top"
        assert row.y >= head.bottom
        assert area.contains(row)
    player.points((player.spot("firms head 1").rect.centerx, area.y + 4))
    under = player.kit.spot_at(player.app.canvas.pointer)
    assert under is not None
    assert under.key == "firms head 1", "what slid under the head cannot be pressed there"


def test_narrow_columns_keep_their_width_and_wide_ones_share_the_rest() -> None:
    assert shared([50, 400, 600], 650) == [50, 300, 300]
    assert shared([50, 60], 210, 20) == [70, 80], "what is left loosens columns, but a line must be read across"
    assert sum(shared([500, 500, 500], 100)) <= 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080)])
def test_firms_of_a_place_are_sorted_by_margin_and_fit_at_every_size(language: str, size: tuple[int, int]) -> None:
    for text in (1.0, 2.0):
        player = opened("wenzhou", 8, size, Preferences(language, text=text))  # type: ignore[arg-type]
        player.chooses("place *")
        player.clicks("firms head 4")
        state = player.playing.session.branch.region.state
        margins = dict(zip(state.firm.tolist(), player.playing.session.branch.region.flows["profit"] / state.size,
                           strict=True))  # fmt: skip
        order = [int(key.split()[-1]) for key in player.stops if key.startswith("firm row")]
        assert len(order) > 1
        assert order == sorted(order, key=lambda firm: -margins[firm])
        inside = player.kit.areas["place"][0]
        assert all(inside.left <= spot.rect.left and spot.rect.right <= inside.right
                   for spot in player.spots if spot.key.startswith("firm row"))  # fmt: skip


def test_keys_go_through_a_charts_table_to_its_end() -> None:
    player = opened("wenzhou", 60)
    player.clicks("tool chart")
    player.clicks("chart firms")
    last = [key for key in player.stops if key.startswith("line ")][-1]
    player.tab_to("line 0")
    for _ in range(70):
        player.press("down")
    assert player.app.focus == last
    assert player.spot(last).seen.height > 5
