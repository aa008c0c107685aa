"""Every screen draws itself in both languages, every theme, in small and large windows, at small and large text."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from game.content import library
from game.content.words import LANGUAGES
from game.simulation.actions import Enact
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.screens.brief import Brief
from game.ui.screens.concept import Concept
from game.ui.screens.ending import Ending
from game.ui.screens.event import EventSheet
from game.ui.screens.firm import FirmSheet
from game.ui.screens.help import Help
from game.ui.screens.levels import Levels
from game.ui.screens.menu import Menu
from game.ui.screens.numbers import SHOWN, Numbers
from game.ui.screens.place import PlaceSheet
from game.ui.screens.policy import PolicySheet
from game.ui.screens.region import Region
from game.ui.screens.rewind import Rewind
from game.ui.screens.settings import Settings
from game.ui.screens.why import SPANS, Why
from game.ui.theme import THEMES
from tests.ui.player import USUAL, Player, opened

SIZES = ((1024, 600), USUAL, (1920, 1080))
TEXTS = (1.0, 2.0)
LOOKS = [
    pytest.param(
        size, theme, text, ("birth", "wenzhou")[j % 2], id=f"{size[0]}-{theme}-{text:g}",
        marks=() if (i + j + k) % 2 == 0 else pytest.mark.long,
    )
    for (i, size), (j, theme), (k, text) in product(enumerate(SIZES), enumerate(THEMES), enumerate(TEXTS))
]  # fmt: skip
"""Any two of size, theme and text meet in the ordinary run; all three in the long one."""
ID = re.compile(r"[a-z]+_[a-z]+|^[a-z]+(\.[a-z]+)+$|[{}]")
"""What an id looks like that was never turned into words, or a placeholder that was never filled."""


def lived(player: Player) -> Region:
    """Let things happen that give every screen something to show: programmes, another line of time."""
    region = player.app.stack.screens[-1]
    assert isinstance(region, Region)
    playing = region.playing
    for card in list(playing.session.cards)[:8]:
        playing.do(Enact(card))
    playing.advance()
    playing.rewind(max(playing.session.quarter - 3, 0))
    playing.do(Enact("incubator"))
    for _ in range(3):
        playing.advance()
    return region


def screens(region: Region) -> Iterator[Screen]:
    """Yield every kind of screen a level can show."""
    playing = region.playing
    session = playing.session
    yield from (region, Help(), Settings(playing.preferences), Menu(playing, region), Rewind(playing))
    yield Levels(playing.preferences, region.home)
    yield Brief(session.level, playing.preferences, region.home)
    yield from (Numbers(playing, number) for number in SHOWN[::5])
    for span, number in zip(SPANS, ("mean_margin", "firms", "trust", "treasury"), strict=True):
        why = Why(playing, number)
        why.span = span
        yield why
    yield from (EventSheet(playing, event.id) for event in session.level.events)
    yield from (PolicySheet(playing, policy.id) for policy in session.rules.setup.policies[::3])
    yield from (PlaceSheet(playing, site) for site in range(len(session.level.map.places))[::2])
    state = session.branch.region.state
    yield from (FirmSheet(playing, int(firm)) for firm in state.firm[:2])
    yield FirmSheet(playing, 99_999)
    yield from (Concept(concept) for concept in list(library.concepts())[::6])
    yield Ending(playing, region)


@pytest.mark.parametrize(("size", "theme", "text", "name"), LOOKS)
def test_every_screen_draws_itself_in_words(
    size: tuple[int, int], theme: str, text: float, name: str, written: set[str]
) -> None:
    chosen = Preferences("en", text, theme)
    player = opened(name, 9, size, chosen)
    region = lived(player)
    title = player.app.stack.screens[0]
    for chosen.language in LANGUAGES:
        for screen in (title, *screens(region)):
            player.app.stack.screens = [title, region, screen] if screen.sheet else [title, screen]
            player.app.draw()
            player.app.draw()
            raw = sorted(line for line in written if ID.search(line))
            assert not raw, f"{type(screen).__name__} shows {raw}"
            keys = [spot.key for spot in player.spots if spot.tab]
            assert len(keys) == len(set(keys)), f"{type(screen).__name__} names a spot twice: {sorted(keys)}"
            written.clear()


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_everything_that_can_be_pressed_is_large_enough_to_hit(size: tuple[int, int], text: float) -> None:
    player = opened("wenzhou", 9, size, Preferences("en", text))
    region = lived(player)
    title = player.app.stack.screens[0]
    for screen in (title, *screens(region)):
        player.app.stack.screens = [title, region, screen] if screen.sheet else [title, screen]
        player.app.draw()
        player.app.draw()
        small = {spot.key: spot.rect.size for spot in player.spots if spot.tab and min(spot.rect.size) < 24}
        assert not small, f"{type(screen).__name__}: {small}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_level_before_its_first_quarter_draws_itself(language: str) -> None:
    """Every other level in each language: their words are read by other tests in both."""
    for path in library.level_files()[LANGUAGES.index(language) :: 2]:
        found = library.load_level(path).level
        assert found is not None
        player = opened(found.id, 0, (1024, 600), Preferences("zh" if language == "zh" else "en"))
        player.press("w")
        assert player.where == "Why"
        player.press("esc", "r")
        assert player.where == "Rewind"
