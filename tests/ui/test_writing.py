"""A text field: typed, composed and pasted, by keys and mouse; nothing hidden gets in, no letter is a command."""

import pygame
import pytest

from game.ui.app import App
from game.ui.canvas import Paper
from game.ui.draft import Draft, clean
from game.ui.kit import Kit
from game.ui.preferences import Preferences
from game.ui.screen import Pop, Screen
from game.ui.stack import Stack
from game.ui.text_field import field
from game.ui.theme import THEMES
from tests.ui.player import Player


class Page(Screen):
    """A page with one field and a button."""

    def __init__(self) -> None:
        self.draft = Draft(most=40, done=self._done)
        self.entered = ""
        self.heard_keys: list[int] = []

    def draw(self, kit: Kit) -> None:
        kit.surface.fill(kit.theme.paper)
        field(kit, pygame.Rect(40, 40, 300, 44), "name", self.draft, "Name")
        kit.button("Go", (40, 120), "go", Pop)

    def _done(self) -> None:
        self.entered = self.draft.text

    def key(self, key: int, modifiers: int) -> None:
        self.heard_keys.append(key)


@pytest.fixture
def player() -> Player:
    chosen = Preferences("en")
    found = Player(App(Paper.of((800, 400)), chosen, Stack(Screen(), Page())))
    found.waits()
    return found


def types(player: Player, text: str) -> None:
    for letter in text:
        player.happens(pygame.event.Event(pygame.KEYDOWN, key=ord(letter), mod=0),
                       pygame.event.Event(pygame.TEXTINPUT, text=letter))  # fmt: skip


def page(player: Player) -> Page:
    assert isinstance(player.top, Page)
    return player.top


@pytest.mark.parametrize("by_mouse", [True, False])
def test_what_is_typed_stands_in_the_field_and_is_no_command(player: Player, by_mouse: bool) -> None:
    player.clicks("name") if by_mouse else player.tab_to("name")
    types(player, "n1 wl")
    assert page(player).draft.text == "n1 wl"
    assert page(player).heard_keys == []
    player.press("enter")
    assert page(player).entered == "n1 wl"
    player.press("tab")
    types(player, "w")
    assert page(player).draft.text == "n1 wl"
    assert page(player).heard_keys == [pygame.K_w]


def test_the_caret_moves_and_letters_go_where_it_is(player: Player) -> None:
    player.tab_to("name")
    types(player, "valey")
    player.press("left", "left")
    types(player, "l")
    for key, text in ((pygame.K_HOME, "valley"), (pygame.K_DELETE, "alley"), (pygame.K_END, "alley"),
                      (pygame.K_BACKSPACE, "alle")):  # fmt: skip
        player.happens(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
        assert page(player).draft.text == text
    player.happens(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=pygame.KMOD_LCTRL))
    assert page(player).draft.text == ""


def test_chinese_is_composed_before_it_is_written(player: Player, written: set[str]) -> None:
    player.tab_to("name")
    player.happens(pygame.event.Event(pygame.TEXTEDITING, text="rong", start=0, length=4))
    assert page(player).draft.text == ""
    assert "rong" in written, "what is being composed can be seen"
    assert player.kit.writing_at is not None, "an input method knows where to open"
    player.press("enter", "left")
    assert page(player).entered == "", "keys belong to the input method"
    player.happens(pygame.event.Event(pygame.TEXTINPUT, text="荣"))
    assert (page(player).draft.text, page(player).draft.composing) == ("荣", "")


PASTED = ("a\x00b\x1b[31mc", "one\r\ntwo\tthree", "\u202eabc\u200b", "\ud800x", "x" * 999, "荣" * 99)


@pytest.mark.parametrize("text", PASTED)
def test_what_is_pasted_is_cleaned_and_cut(player: Player, text: str) -> None:
    player.tab_to("name")
    player.app.canvas.clipboard = text
    player.happens(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_v, mod=pygame.KMOD_LCTRL))
    draft = page(player).draft
    assert draft.text == clean(text)[:40]
    assert draft.text.isprintable()
    types(player, "y" * 50)
    assert len(draft.text) <= 40


def test_a_field_that_is_empty_says_what_it_is_for_and_the_focus_can_be_seen(player: Player, written: set[str]) -> None:
    player.waits()
    assert "Name" in written
    player.clicks("name")
    edge = player.app.canvas.surface.get_at((40 + 150, 40))[:3]
    assert edge == THEMES["day"].accent
    player.press("esc")
    assert page(player).heard_keys == [pygame.K_ESCAPE], "Esc goes on to the screen"
