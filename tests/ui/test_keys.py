"""Everything can be done by keys: each thing is reached, moved to, pressed and left; nothing leaves by accident."""

import pygame
import pytest

from game.content.citations import sources
from game.content.words import LANGUAGES
from game.ui.app import CALM
from game.ui.focus import lead
from game.ui.preferences import Preferences
from game.ui.theme import THEMES
from tests.ui.player import Player, opened

SHEETS = {"w": "Why", "h": "Help", "f1": "Help", "r": "Rewind", "esc": "Menu", "f10": "Menu"}
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def visited(player: Player) -> list[str]:
    """Press Tab until the focus comes round, and list where it stopped."""
    found: list[str] = []
    for _ in range(len(player.stops)):
        player.press("tab")
        found.append(player.app.focus)
    return found


@pytest.mark.parametrize("way", [[], ["w"], ["h"], ["r"], ["esc"], ["n", "n", "n", "r"]])
def test_tab_reaches_everything_on_a_screen_once(way: list[str]) -> None:
    player = opened(quarters=1)
    player.press(*way)
    player.waits(3)  # what is worked out beside the frames stands there by now
    reached = visited(player)
    assert sorted(reached) == sorted(player.stops)
    player.press("tab")
    assert player.app.focus == reached[0], "after the last comes the first"
    player.press("shift+tab")
    assert player.app.focus == reached[-1], "backwards too"


def test_tab_reaches_everything_before_a_level() -> None:
    player = Player.sits_down()
    player.waits(8)  # levels are read one a frame
    for key in ("levels", "level birth", "begin"):
        assert sorted(visited(player)) == sorted(player.stops)
        player.chooses(key)


def test_every_firm_can_be_opened_by_keys_through_its_place() -> None:
    player = opened("wenzhou", 4)
    houses = {spot.key for spot in player.spots if not spot.tab}
    assert len(houses) > 5
    rows: set[str] = set()
    for place in [key for key in player.stops if key.startswith("place ")]:
        player.chooses(place)
        rows |= {key.replace("firm row", "firm") for key in player.stops if key.startswith("firm row")}
        player.press("esc")
    assert rows == houses


def test_arrows_move_the_focus_their_way() -> None:
    player = opened(quarters=4)
    moved = 0
    for start in player.stops[::3]:
        for name, (dx, dy) in WAYS.items():
            player.tab_to(start)
            before = player.spot(start).rect.center
            player.press(name)
            now = player.spot(player.app.focus).rect.center
            if player.app.focus != start:
                moved += 1
                assert (now[0] - before[0]) * dx + (now[1] - before[1]) * dy > 0
    assert moved > 0.6 * len(player.stops), "most ways lead somewhere"


def test_enter_presses_what_has_the_focus_and_nothing_else() -> None:
    player = opened()
    player.press("enter")
    assert player.where == "Region"
    player.chooses("tool help")
    assert player.where == "Help"
    player.press("enter")
    assert player.where == "Help", "on a new sheet nothing has the focus yet"


def test_enter_presses_the_choice_that_stands_out_until_something_has_the_focus() -> None:
    player = Player.sits_down()
    player.waits(8)  # levels are read one a frame
    player.press("enter")
    assert player.where == "Brief"
    player.press("enter")
    assert player.where == "Region"
    player.press("esc", "enter")
    assert player.where == "Region", "the menu's first choice goes on"
    player.press("esc", "tab", "enter")
    assert player.where == "Region", "the cross has the focus and closes the menu"
    player.press("esc")
    player.tab_to("help")
    player.press("enter")
    assert player.where == "Help", "what has the focus comes before what stands out"


def test_enter_does_nothing_on_the_region_until_something_has_the_focus() -> None:
    player = opened("wenzhou", 8)
    before = (player.quarter, len(player.playing.session.branch.steps), player.layers, player.app.focus)
    player.press("enter", "enter")
    assert lead(player.kit) is None
    assert before == (player.quarter, len(player.playing.session.branch.steps), player.layers, player.app.focus)


def test_a_key_held_down_chooses_nothing_on_the_sheet_it_opened() -> None:
    player = opened("wenzhou", 8)
    player.tab_to("card *")
    held = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)
    player.happens(held)
    for _ in range(5):
        player.happens(held)
    assert player.where == "PolicySheet"
    assert not player.playing.session.branch.steps, "nothing was paid for"
    player.happens(pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0, unicode="", scancode=0))
    player.press("enter")
    assert len(player.playing.session.branch.steps) == 1, "a press of its own starts it"


def test_a_sheet_that_opens_by_itself_takes_no_key_that_was_meant_for_another() -> None:
    player = opened("birth", 7)
    player.press("4")
    player.waits(0.6)
    assert player.where == "Predict"
    player.press("enter")
    assert not player.playing.session.predictions
    player.waits(CALM)
    player.press("enter")
    assert len(player.playing.session.predictions) == 1


def test_the_focus_can_be_seen() -> None:
    for theme in THEMES:
        player = opened(chosen=Preferences("en", 1.0, theme))
        before = player.picture()
        player.press("tab")
        assert player.picture() != before
        ring = player.spot(player.app.focus).rect.inflate(8, 8)
        colours = {tuple(player.app.canvas.surface.get_at((x, y)))[:3] for x in range(ring.x, ring.right)
                   for y in range(max(ring.y, 0), ring.bottom)}  # fmt: skip
        assert THEMES[theme].accent in colours


@pytest.mark.parametrize(("key", "sheet"), SHEETS.items())
def test_escape_closes_one_layer_and_never_the_game(key: str, sheet: str) -> None:
    player = opened(quarters=2)
    player.press(key)
    assert player.layers == ["Title", "Region", sheet]
    player.press("esc")
    assert player.layers == ["Title", "Region"]


def test_escape_through_every_layer_ends_at_the_title_and_stays_there() -> None:
    player = Player.sits_down()
    player.chooses("levels")
    player.press("esc")
    assert player.layers == ["Title"]
    player.press("esc", "esc", "esc")
    assert player.layers == ["Title"]


def test_escape_from_a_deep_sheet_goes_up_one_by_one() -> None:
    player = opened(quarters=2)
    player.press("w")
    player.chooses("concept")
    player.press("tab")
    assert player.layers == ["Title", "Region", "Why", "Concept"]
    player.press("esc")
    assert player.layers == ["Title", "Region", "Why"]
    player.press("esc")
    assert player.layers == ["Title", "Region"]


def test_space_pauses_and_goes_on() -> None:
    player = opened()
    player.waits(5)
    assert player.quarter == 0, "nothing runs before it is asked to"
    player.press("space")
    player.waits(4.5)
    ran = player.quarter
    assert ran >= 2
    player.press("space")
    player.waits(9)
    assert player.quarter == ran


def test_faster_is_faster() -> None:
    ran = []
    for key in "1234":
        player = opened("reference")
        player.press(key)
        player.waits(8.2)
        ran.append(player.quarter)
    assert ran == sorted(set(ran)), ran


def test_time_waits_while_a_sheet_is_open() -> None:
    player = opened("reference")
    player.press("3", "w")
    now = player.quarter
    player.waits(5)
    assert player.quarter == now
    player.press("esc")
    player.waits(3)
    assert player.quarter > now


@pytest.mark.parametrize("undo", ["u", "ctrl+z"])
def test_the_last_thing_done_is_taken_back(undo: str) -> None:
    player = opened()
    money = float(player.playing.session.branch.region.state.treasury[0])
    player.chooses("card incubator")
    player.chooses("start")
    assert float(player.playing.session.branch.region.state.treasury[0]) < money
    player.press(undo)
    assert float(player.playing.session.branch.region.state.treasury[0]) == money
    assert not player.playing.session.branch.steps
    player.press(undo)
    assert player.playing.said


def test_going_back_keeps_the_line_that_was_left() -> None:
    player = opened()
    player.chooses("card incubator")
    player.chooses("start")
    player.press("n", "n", "r")
    player.chooses("quarter back")
    player.chooses("quarter back")
    player.chooses("rewind")
    assert (player.where, player.quarter, len(player.playing.session.branches)) == ("Region", 0, 2)
    player.press("n", "r")
    player.chooses("line 0")
    assert (player.where, player.quarter) == ("Region", 2)
    assert len(player.playing.session.branch.steps) == 1


def test_a_run_is_kept_and_taken_up_again() -> None:
    player = opened()
    player.press("f9")
    assert player.playing.said, "without a kept run a sentence says so"
    player.chooses("card incubator")
    player.chooses("start")
    player.press("n", "f5")
    assert player.playing.said
    digest = player.playing.session.branch.digests[1]
    player.press("n", "f9")
    assert (player.where, player.quarter) == ("Region", 1)
    assert player.playing.session.branch.digests[1] == digest
    assert len(player.playing.session.branch.steps) == 1


def test_the_language_changes_at_once_and_everything_with_it(written: set[str]) -> None:
    player = opened("wenzhou", 6)
    said: dict[str, set[str]] = {}
    for _ in LANGUAGES:
        written.clear()
        player.press("l")
        player.press("w")
        said[player.app.preferences.language] = set(written)
        player.press("esc")
    shared = {line for line in said["en"] & said["zh"] if sum("a" <= letter.lower() <= "z" for letter in line) > 2}
    # A source is cited as it is called, whatever the reader's language.
    cited = " ".join(sources().values())
    shared = {line for line in shared if line not in cited}
    assert shared <= {"Esc"}, f"these were not translated: {shared}"
    assert player.where == "Region"
    assert Preferences.load("zh").language == "en", "the last choice is kept"


def test_size_of_text_and_theme_change_at_once_and_are_kept() -> None:
    player = opened()
    small = player.spot("seal").rect.height
    player.press("esc")
    player.chooses("settings")
    player.chooses("theme night")
    player.chooses("text 1.5")
    player.chooses("motion")
    player.press("esc", "esc")
    assert player.app.canvas.surface.get_at((2, 2))[:3] == THEMES["night"].paper
    assert player.spot("seal").rect.height > 1.3 * small
    assert Preferences.load("en") == Preferences("en", 1.5, "night", False)
    again = Player.sits_down(preferences=Preferences.load("en"))
    assert again.app.canvas.surface.get_at((2, 2))[:3] == THEMES["night"].paper


def test_an_event_stops_time_until_it_is_answered_or_laid_aside() -> None:
    player = opened()
    player.press("4")
    while player.where != "EventSheet":
        player.waits(0.1)
    now = player.quarter
    player.waits(3)
    assert player.quarter == now
    player.press("esc")
    assert player.where == "Region"
    assert player.playing.session.pending()
    player.chooses("answer *")
    player.press("1")
    assert not player.playing.session.pending()


def ended() -> Player:
    """Play the first level to its end without doing anything."""
    player = opened(quarters=38)
    player.press("4")
    for _ in range(60):
        player.waits(0.5)
        if player.where == "EventSheet":
            player.press("1")
        elif player.where == "Region":
            player.press("n")
        if player.where == "Ending":
            break
    return player


def test_the_end_is_told_once_and_can_be_opened_again() -> None:
    player = ended()
    assert player.layers == ["Title", "Region", "Ending"]
    player.press("esc")
    player.waits(2)
    assert player.layers == ["Title", "Region"]
    player.press("space")
    assert player.layers == ["Title", "Region", "Ending"]


def test_going_back_from_the_end_goes_on_playing() -> None:
    player = ended()
    last = player.quarter
    player.press("r")
    player.chooses("year back")
    player.chooses("rewind")
    player.waits(0.1)
    assert player.layers == ["Title", "Region"]
    assert player.quarter == last - 4
    player.press("n")
    assert player.quarter == last - 3


def test_every_key_that_help_names_does_something() -> None:
    player = opened("reference", 2)
    player.press("n", ".")
    assert player.quarter == 4
    for key, sheet in {**SHEETS, "f5": "Region", "l": "Region"}.items():
        before = player.picture()
        player.press(key)
        assert player.where == sheet
        assert player.picture() != before, f"{key} shows nothing"
        if sheet != "Region":
            player.press("esc")
